// Two windows of one browser enter figures of one's own: nothing that was entered is lost, whatever happens to the storage.

import assert from 'node:assert/strict';
import { on } from './lib/site.mjs';

const HOSTED = ['hosted'];
const COMPARE = { hash: 'v=1&p=compare' };
const KEY = 'linpu.own';

const rows = (page) => page.evaluate(() => [...document.querySelectorAll('#own .own-rows > li')].map((row) => [
  row.querySelector('select').value, ...[...row.querySelectorAll('input')].map((input) => input.value),
]));
const said = (page) => page.locator('#own .note').last().innerText();
const open = (page) => page.evaluate(() => { document.querySelector('#own details').open = true; });

async function second(site) {
  const page = await site.page.context().newPage();
  page.on('pageerror', (error) => site.errors.push(String(error)));
  await page.goto(`${site.base}#v=1&p=compare`);
  await page.locator('#own').waitFor();
  await open(page);
  return page;
}

async function add(page, indicator, value) {
  const before = (await rows(page)).length;
  await page.locator('#own .actions button').first().click();
  await page.waitForFunction((count) => document.querySelectorAll('#own .own-rows > li').length === count, before + 1);
  const row = page.locator('#own .own-rows > li').nth(before);
  await row.locator('select').selectOption(indicator);
  await write(page, before, value);
}

async function write(page, at, value) {
  const field = page.locator('#own .own-rows > li').nth(at).locator('input').first();
  await field.fill(value);
  await field.evaluate((input) => input.blur());
}

const same = (page, expected) => page.waitForFunction((wanted) => {
  const now = [...document.querySelectorAll('#own .own-rows > li')].map((row) => row.querySelector('input').value);
  return JSON.stringify(now) === JSON.stringify(wanted);
}, expected).catch(async () => assert.deepEqual((await rows(page)).map((row) => row[1]), expected));

on(HOSTED, 'two windows see each other, and delete nothing of each other', COMPARE, async (site) => {
  const one = site.page;
  await one.locator('#own').waitFor();
  await open(one);
  const other = await second(site);
  await add(one, 'population_usual', '100');
  await same(other, ['100']);
  await add(other, 'households_compound', '200');
  await same(one, ['100', '200']);
  await write(other, 0, '101');
  await same(one, ['101', '200']);
  await one.locator('#own .own-rows > li').nth(1).locator('button').click();
  await same(one, ['101']);
  await same(other, ['101']);
  for (const page of [one, other]) {
    const empty = await page.evaluate(() => [...document.querySelectorAll('.plot-frame')].filter((frame) => !frame.querySelector('svg')).length);
    assert.equal(empty, 0, 'every chart is drawn');
  }
  await add(other, 'households_compound', '300');
  await same(one, ['101', '300']);
  await site.reload();
  await same(one, ['101', '300']);
});

on(HOSTED, 'what is entered in both at once stays', COMPARE, async (site) => {
  const one = site.page;
  await one.locator('#own').waitFor();
  await open(one);
  const other = await second(site);
  // In one turn of both windows: neither has seen the other's row when it makes its own.
  const enter = (page) => page.evaluate(() => document.querySelector('#own .actions button').click());
  await Promise.all([enter(one), enter(other)]);
  const both = (page) => page.waitForFunction(() => document.querySelectorAll('#own .own-rows > li').length === 2);
  await Promise.all([both(one), both(other)]);
  await write(one, 0, '1');
  await same(other, ['1', '']);
  await Promise.all([write(one, 0, '2'), write(other, 1, '3')]);
  await same(one, ['2', '3']);
  await same(other, ['2', '3']);
  const [a, b] = [await rows(one), await rows(other)];
  assert.deepEqual(a, b);
});

on(HOSTED, 'what is being typed stays while the other window changes something', COMPARE, async (site) => {
  const one = site.page;
  await one.locator('#own').waitFor();
  await open(one);
  const other = await second(site);
  await add(one, 'population_usual', '100');
  await same(other, ['100']);
  const field = one.locator('#own .own-rows input').first();
  await field.click();
  await field.fill('123');
  await add(other, 'households_compound', '7');
  await one.waitForTimeout(900);
  assert.equal(await field.inputValue(), '123');
  await field.evaluate((input) => input.blur());
  await same(one, ['123', '7']);
  await same(other, ['123', '7']);
});

on(HOSTED, 'emptied, broken, full and denied storage lose nothing, and it is said', COMPARE, async (site) => {
  const one = site.page;
  await one.locator('#own').waitFor();
  await open(one);
  const other = await second(site);
  await add(one, 'population_usual', '100');
  await same(other, ['100']);
  // Emptied by the other window.
  await other.evaluate(() => localStorage.clear());
  await one.waitForFunction(() => document.querySelector('#own').innerText.includes('已被清空'));
  assert.deepEqual((await rows(one)).map((row) => row[1]), ['100']);
  await write(one, 0, '110');
  await same(other, ['110']);
  assert.match(await said(one), /只存在本浏览器里/);
  // Broken.
  await other.evaluate((key) => localStorage.setItem(key, '\u0000 nonsense'), KEY);
  await one.waitForFunction(() => document.querySelector('#own').innerText.includes('读不出'));
  await write(one, 0, '120');
  assert.equal(await one.evaluate((key) => localStorage.getItem(`${key}.unread`), KEY), '\u0000 nonsense');
  assert.match(await one.evaluate((key) => localStorage.getItem(key), KEY), /120/);
  await same(other, ['120']);
  // Full.
  await one.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await write(one, 0, '130');
  assert.match(await said(one), /不允许保存/);
  assert.deepEqual((await rows(one)).map((row) => row[1]), ['130']);
  // Denied.
  await one.evaluate(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
  await write(one, 0, '140');
  assert.deepEqual((await rows(one)).map((row) => row[1]), ['140']);
  assert.match(await said(one), /不允许保存/);
});

on(HOSTED, 'whatever page a window is on, it deletes nothing of what another enters, and shows it', COMPARE, async (site) => {
  const one = site.page;
  await one.locator('#own').waitFor();
  await open(one);
  await add(one, 'population_usual', '1000');
  const other = await second(site);
  await same(other, ['1000']);
  const kept = () => one.evaluate((key) => localStorage.getItem(key), KEY);
  let value = 1000;
  for (const fragment of ['v=2', 'v=2&p=chart.population', 'v=2&p=chart.population:population_usual', 'v=2&p=community.ZY', 'v=2&p=system.ZN-leifengshao-liucheng', 'v=2&p=atlas',
    'v=2&p=practices&q=养老', 'v=2&p=checks', 'v=2&p=table', 'v=2&p=about']) {
    await one.evaluate((hash) => { location.hash = hash; }, fragment);
    await one.waitForFunction((hash) => location.hash === `#${encodeURI(decodeURI(hash))}` && document.querySelector('#main h1'), fragment);
    value += 1;
    await write(other, 0, String(value));
    await same(other, [String(value)]);
    // Whoever reads does everything but enter.
    await one.locator('#search').fill('renkou');
    await one.locator('[role=option]').first().waitFor();
    await one.keyboard.press('Escape');
    const figure = one.locator('#main button.figure').first();
    if (await figure.count()) {
      const text = await figure.textContent();
      const label = await figure.getAttribute('aria-label');
      await figure.evaluate((button) => button.click());
      await one.locator('#receipt .receipt-value').waitFor();
      const shown = await one.locator('#receipt .receipt-value').textContent();
      assert.ok(text === shown || label.includes(shown), `${fragment}: ${text} opens ${shown}`);
      await one.evaluate(() => document.querySelector('#receipt .close').click());
      await one.waitForFunction(() => !document.querySelector('#receipt'));
    }
    await one.evaluate((hash) => { location.hash = `${hash}&lang=en`; }, fragment);
    await one.waitForFunction(() => document.documentElement.lang === 'en');
    assert.match(await kept(), new RegExp(`\\t${value}\\t`), fragment);
  }
  await one.evaluate(() => { location.hash = 'v=2&p=compare&lang=zh-Hans'; });
  await one.locator('#own').waitFor();
  await same(one, [String(value)]);
});
