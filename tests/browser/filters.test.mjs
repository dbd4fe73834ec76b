// Filters narrow, say what they did, and can be taken back in every way: in menus, on the map, in a sheet on phones.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };

/** How many communities are shown, and of how many. */
const shown = async ({ page }) => (await page.locator('.announcement').innerText()).match(/\d+/g).slice(0, 2).map(Number);
const until = (site, n) => site.until((n) => document.querySelector('.announcement').textContent.startsWith(`${n} /`), n);
const whole = async (site) => {
  await site.count('.chip', 0);
  const [now, all] = await shown(site);
  assert.equal(now, all);
};
const narrowed = async (site) => {
  await site.page.locator('.chip').first().waitFor();
  const [now, all] = await shown(site);
  assert.ok(now > 0 && now < all, `${now} of ${all}`);
};
const open = async (site, name) => {
  const button = site.page.locator('.menus button', { hasText: name });
  if (await button.getAttribute('aria-expanded') === 'false') await button.click();
  // What is in it comes with the rest of the program.
  await site.page.locator('.popover label').first().waitFor();
};
const option = (site, name) => site.page.locator('label.option', { has: site.page.getByText(name, { exact: true }) }).locator('input');
const choose = async (site, name) => {
  await open(site, '地区');
  await option(site, name).check();
};

both('a province leaves its communities, and its chip takes it back', {}, async (site) => {
  await whole(site);
  await choose(site, '江苏省');
  await narrowed(site);
  assert.equal(site.address().get('province'), 'jiangsu');
  const count = await site.page.locator('label.option', { hasText: '江苏省' }).locator('.count').innerText();
  assert.equal((await shown(site))[0], Number(count), 'as many as its count says');
  await site.page.keyboard.press('Escape');
  await site.page.locator('.chip', { hasText: '江苏省' }).click();
  await whole(site);
  await open(site, '地区');
  assert.equal(await option(site, '江苏省').isChecked(), false);
});

both('an option that would leave nothing stays, is disabled and says why', { hash: 'v=2&province=jiangsu' }, async (site) => {
  await narrowed(site);
  await open(site, '地区');
  const kaifu = option(site, '开福区');
  assert.ok(await kaifu.isDisabled());
  const reason = await kaifu.evaluate((box) => document.getElementById(box.getAttribute('aria-describedby')).textContent);
  assert.equal(reason, '与其他已选条件没有交集');
});

both('a menu is opened, used and left by keys', {}, async (site) => {
  const { page } = site;
  await page.locator('#filter-type-button').focus();
  await page.keyboard.press('Enter');
  await page.locator('#filter-type-menu').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await narrowed(site);
  assert.equal(await page.evaluate(() => document.activeElement.type), 'checkbox', 'the focus stays in its box');
  await page.keyboard.press('Escape');
  await site.count('.popover', 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'filter-type-button');
  // Whoever walks on leaves it.
  await page.keyboard.press('Enter');
  await page.locator('.popover').waitFor();
  await page.locator('.chip').first().focus();
  await site.count('.popover', 0);
});

both('a click beside a menu closes it and does nothing else', {}, async (site) => {
  await open(site, '机制');
  await site.page.mouse.click(700, 860);
  await site.count('.popover', 0);
  await whole(site);
  assert.equal(await site.page.locator('#receipt').count(), 0);
});

both('a long menu is searched by name', {}, async (site) => {
  await open(site, '指标组');
  const all = await site.page.locator('.popover label').count();
  assert.ok(all > 12);
  await site.page.locator('.find-option').fill('志愿');
  await site.until((all) => document.querySelectorAll('.popover label').length < all, all);
  for (const text of await site.page.locator('.popover .option-label').allInnerTexts()) assert.match(text, /志愿/);
});

both('a tile of the map filters by its province and takes it back', {}, async (site) => {
  const { page } = site;
  const tile = page.locator('.tile:not([disabled])').first();
  const count = Number((await tile.getAttribute('title')).match(/\d+/)[0]);
  await tile.click();
  await until(site, count);
  assert.equal(await tile.getAttribute('aria-pressed'), 'true');
  assert.ok(site.address().get('province'));
  await tile.click();
  await whole(site);
  const tiles = await page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => [tile.disabled, tile.classList.contains('m0')]));
  assert.equal(tiles.length, 34);
  assert.ok(tiles.every(([disabled, none]) => disabled === none), 'where nothing is, nothing can be chosen');
});

both('clear all lifts every filter and keeps the rest', { hash: 'v=2&p=table&sort=value.asc' }, async (site) => {
  await choose(site, '江苏省');
  await choose(site, '湖南省');
  await site.count('.chip', 2);
  await site.page.keyboard.press('Escape');
  await site.page.locator('#clear-all').click();
  await site.count('.chip', 0);
  assert.deepEqual([...site.address().keys()].sort(), ['p', 'sort', 'v']);
});

both('reset brings back the first view of the page, language kept', { hash: 'v=2&p=table&lang=en&sort=value.asc&missing=hide&province=hunan' }, async (site) => {
  await site.page.locator('#reset').click();
  await site.count('.chip', 0);
  assert.deepEqual(Object.fromEntries(site.address()), { v: '2', p: 'table', lang: 'en' });
});

both('back and forward restore the selection', {}, async (site) => {
  await choose(site, '江苏省');
  await narrowed(site);
  await site.page.goBack();
  await whole(site);
  await site.page.goForward();
  await narrowed(site);
});

both('filters that exclude each other say so, and can be lifted there', { hash: 'v=2&province=jiangsu&city=changsha' }, async (site) => {
  await until(site, 0);
  await site.page.locator('.nothing button').click();
  await whole(site);
});

both('on a phone the filters are a sheet that says what it leads to', PHONE, async (site) => {
  const { page } = site;
  assert.equal(await page.locator('.menus').isVisible(), false);
  await page.locator('#filter-sheet-button').click();
  await page.locator('#filter-sheet').waitFor();
  await option(site, '江苏省').check();
  const [now] = await shown(site);
  const see = page.locator('.sheet-end button');
  assert.match(await see.innerText(), new RegExp(`看${now}个社区`));
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('#filter-sheet'))), 'Tab stays inside');
  }
  await see.click();
  await site.count('#filter-sheet', 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'filter-sheet-button');
  await narrowed(site);
  await page.keyboard.press('Enter');
  await page.locator('#filter-sheet').waitFor();
  await page.keyboard.press('Escape');
  await site.count('#filter-sheet', 0);
});

on(['hosted'], 'menus stay inside the page at every width', {}, async ({ page }) => {
  for (const width of [640, 900, 1200, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const button of await page.locator('.menus button:visible').all()) {
      await button.click();
      const box = await page.locator('.popover').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${width}: ${await button.innerText()}`);
      await page.keyboard.press('Escape');
    }
  }
});

/** What the cards of all charts count, in their order. */
const metrics = () => [...document.querySelectorAll('.chart .metric')].map((metric) => metric.textContent);

both('charts out of sight follow what is filtered, and paper does not wait for them', {}, async ({ page, count, until }) => {
  await page.locator('.chart').nth(7).waitFor();
  await page.waitForTimeout(2500); // Until the rest has come: it changes every chart.
  const before = await page.evaluate(metrics);
  await page.locator('.map button', { hasText: '湖南' }).click();
  await count('.chip', 1);
  await until((old) => {
    const now = [...document.querySelectorAll('.chart .metric')].map((metric) => metric.textContent);
    return now.length >= old.length && now.slice(0, 8).every((text) => text.includes('湖南'));
  }, before);
  // Within one task, before any frame.
  const printed = await page.evaluate(async () => {
    document.querySelector('#clear-all, .chip').click();
    window.dispatchEvent(new Event('beforeprint'));
    for (let turn = 0; turn < 200; turn += 1) await null;
    const said = [...document.querySelectorAll('.chart .metric')].map((metric) => metric.textContent);
    window.dispatchEvent(new Event('afterprint'));
    return said;
  });
  assert.deepEqual(printed.filter((text) => text.includes('湖南')), []);
  assert.deepEqual(printed.slice(0, 8), before.slice(0, 8));
});
