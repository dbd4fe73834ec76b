// The table of all figures: sorted, windowed, trimmed, and the same after a reload.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const TABLE = { hash: 'v=1&p=table' };
const ROW = '#rows tbody tr[aria-rowindex]';
const total = async (page) => Number(await page.locator('#rows table').getAttribute('aria-rowcount')) - 1;
const column = (page, name) => page.locator('details.columns label', { hasText: name }).locator('input');

both('a column sorts up, down and not at all', TABLE, async ({ page, text, until }) => {
  const first = () => page.locator(`${ROW} button.figure`).first().innerText();
  const before = await first();
  const seen = [];
  for (const way of ['ascending', 'descending', 'none']) {
    await page.locator('th.col-value button.sort').click();
    await page.locator(`th.col-value[aria-sort=${way}]`).waitFor();
    seen.push(await first());
  }
  assert.notEqual(seen[0], seen[1]);
  assert.equal(seen[2], before);
  await page.locator('th.col-value button.sort').click();
  await until(() => new URLSearchParams(location.hash.slice(1)).get('sort') === 'value.asc');
  await text('p.note', '不同单位不混排');
});

both('a small table stands whole in the page: find and copy reach every row', TABLE, async ({ page }) => {
  const rows = await total(page);
  assert.ok(rows >= 140, `${rows} rows`);
  assert.equal(await page.locator(ROW).count(), rows);
  // 公园占地 is far below what is in view.
  assert.ok(await page.evaluate(() => window.find('公园占地')));
  const copied = await page.evaluate(() => {
    getSelection().selectAllChildren(document.querySelector('#rows tbody'));
    return getSelection().toString().split('\n').filter((line) => line.trim()).length;
  });
  assert.ok(copied >= rows, `${copied} of ${rows} rows copied`);
});

both('columns can be hidden and shown', TABLE, async ({ page, count, address }) => {
  await page.locator('details.columns summary').click();
  await column(page, '来源').uncheck();
  await count('th.col-source', 0);
  await column(page, '编号').check();
  await count('th.col-id', 1);
  assert.equal(address().get('cols'), 'id,community,indicator,scope,value,period');
});

both('what is not reported is listed, and can be left out', TABLE, async ({ page, until, text }) => {
  const all = await total(page);
  await text('p.note', /其中未报告[1-9]/);
  await page.locator('#show-missing').uncheck();
  await text('p.note', '其中未报告0行');
  await until((before) => Number(document.querySelector('#rows table').getAttribute('aria-rowcount')) - 1 < before, all);
  assert.equal(await total(page), 140);
});

both('the view survives a reload', TABLE, async (site) => {
  const { page } = site;
  await page.locator('th.col-period button.sort').click();
  await page.locator('details.columns summary').click();
  await column(page, '状态').check();
  await page.locator('#show-missing').uncheck();
  await site.reload();
  await page.locator('th.col-period[aria-sort=ascending]').waitFor();
  await site.count('th.col-status', 1);
  assert.equal(await page.locator('#show-missing').isChecked(), false);
  assert.equal(await total(page), 140);
});
