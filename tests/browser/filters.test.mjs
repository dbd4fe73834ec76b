// Filters narrow, say what they did, and can be taken back in every way.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const ROWS = 'section.headline tbody tr';
const narrowed = async (site) => {
  await site.text('.announcement', '5个社区中的1个');
  await site.count(ROWS, 1);
};
const whole = async (site) => {
  await site.text('.announcement', '5个社区中的5个');
  await site.count(ROWS, 5);
  await site.count('.chip', 0);
};
const option = (site, name) => site.page.locator('label.option', { has: site.page.getByText(name, { exact: true }) }).locator('input');
const choose = (site, name) => option(site, name).check();

both('a province leaves its communities, and its chip takes it back', {}, async (site) => {
  await whole(site);
  await choose(site, '江苏省');
  await narrowed(site);
  assert.equal(site.address().get('province'), 'jiangsu');
  await site.page.locator('.chip', { hasText: '江苏省' }).click();
  await whole(site);
  assert.equal(await option(site, '江苏省').isChecked(), false);
});

both('an option that would leave nothing is disabled and says why', { hash: 'v=1&province=jiangsu' }, async (site) => {
  await narrowed(site);
  await site.page.locator('summary', { hasText: '区县' }).click();
  const kaifu = option(site, '开福区');
  assert.ok(await kaifu.isDisabled());
  const reason = await kaifu.evaluate((box) => document.getElementById(box.getAttribute('aria-describedby')).textContent);
  assert.equal(reason, '与其他已选条件没有交集');
});

both('clear all lifts every filter and keeps the rest', { hash: 'v=1&p=table&sort=value.asc' }, async (site) => {
  await choose(site, '江苏省');
  await choose(site, '湖南省');
  await site.count('.chip', 2);
  await site.page.locator('#clear-all').click();
  await site.count('.chip', 0);
  assert.deepEqual([...site.address().keys()].sort(), ['p', 'sort', 'v']);
});

both('reset brings back the first view of the page, language kept', { hash: 'v=1&p=table&lang=en&sort=value.asc&missing=hide&province=hunan' }, async (site) => {
  await site.page.locator('#reset').click();
  await site.count('.chip', 0);
  assert.deepEqual(Object.fromEntries(site.address()), { v: '1', p: 'table', lang: 'en' });
});

both('back and forward restore the selection', {}, async (site) => {
  await choose(site, '江苏省');
  await narrowed(site);
  await site.page.goBack();
  await whole(site);
  await site.page.goForward();
  await narrowed(site);
});

both('filters that exclude each other say so, and can be lifted there', { hash: 'v=1&province=jiangsu&city=changsha' }, async (site) => {
  await site.text('.announcement', '5个社区中的0个');
  await site.page.locator('.nothing button').click();
  await whole(site);
});
