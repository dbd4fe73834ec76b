// A page that is left open, or opened at a bad moment: the clock is wrong, the network goes, the tab sleeps, somebody prints while it
// loads. Nothing is lost and nothing is wrong.

import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { on, open } from './lib/site.mjs';

const KEY = 'linpu.own';
const ownValues = (page) => page.evaluate(() => [...document.querySelectorAll('#own .own-rows > li')].map((row) => row.querySelector('input').value));

async function enter(page, value) {
  await page.locator('#own').waitFor();
  await page.evaluate(() => { document.querySelector('#own details').open = true; });
  if (!(await page.locator('#own .own-rows > li').count())) await page.locator('#own .actions button').first().click();
  const row = page.locator('#own .own-rows > li').last();
  await row.locator('select').selectOption('population_usual');
  await row.locator('input').first().fill(value);
  await row.locator('input').first().evaluate((input) => input.blur());
}

for (const [name, time] of [['in 1970', 0], ['in 2099', 4_070_908_800_000], ['before its own start', -62_000_000_000_000], ['nowhere', NaN]]) {
  test(`the clock is wrong: ${name}`, async () => {
    const init = `{ const Right = Date; const now = ${time};
      window.Date = class extends Right { constructor(...parts) { if (parts.length) super(...parts); else super(now); } static now() { return now; } }; }`;
    const site = await open('hosted', { hash: 'v=2&p=compare&c=ZY,JK', init: { content: init } });
    const { page, count, until } = site;
    try {
      await enter(page, '321');
      await site.reload();
      await page.locator('#own').waitFor();
      await until(() => [...document.querySelectorAll('#own .own-rows > li')].some((row) => row.querySelector('input').value === '321'));
      await page.evaluate(() => { location.hash = 'v=2'; });
      await until(() => document.querySelector('.map .tile:not([disabled])'));
      await page.locator('.map .tile:not([disabled])').first().click();
      await count('.chip', 1);
      const text = await page.locator('#main button.figure').first().textContent();
      await page.locator('#main button.figure').first().click();
      assert.equal(await page.locator('#receipt .receipt-value').textContent(), text);
      await page.keyboard.press('Escape');
      await page.goBack();
      await page.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); window.dispatchEvent(new Event('afterprint')); });
      assert.deepEqual(site.errors, []);
    } finally {
      await site.close();
    }
  });
}

for (const way of ['reload', 'network']) test(`the network goes before the rest is there: said, what is there goes on, and everything comes with the ${way}`, async () => {
  const site = await open('hosted', { hash: 'v=2' });
  const { page, count, text } = site;
  try {
    await page.context().setOffline(true);
    await page.locator('.map .tile:not([disabled])').first().click();
    await count('.chip', 1);
    await text('#linpu-status', /未能载入/);
    // What works already is not called broken.
    assert.match(await page.locator('#linpu-status').innerText(), /^其余功能未能载入[^]*The rest did not load/);
    await page.locator('.chip').first().click();
    await count('.chip', 0);
    await page.context().setOffline(false);
    if (way === 'reload') await page.reload();
    await page.waitForSelector('main[data-ready]', { state: 'attached' });
    await page.locator('#main button.figure').first().click();
    await page.locator('#receipt blockquote').waitFor();
  } finally {
    await site.close();
  }
});

on(['hosted'], 'the network goes when all is there: everything works on', { hash: 'v=2&p=compare&c=ZY,JK' }, async (site) => {
  const { page, until } = site;
  await enter(page, '55');
  // The browser itself asks for the icon of a tab again at every address.
  const failed = [];
  page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
  await page.context().setOffline(true);
  for (const fragment of ['v=2&p=table', 'v=2&p=atlas', 'v=2&p=practices', 'v=2&p=chart.population', 'v=2&p=community.ZY', 'v=2&lang=en', 'v=2&p=compare&c=ZY,JK&lang=zh-Hans']) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
    await until(() => document.querySelector('#main h1'));
  }
  await page.locator('#own').waitFor();
  assert.deepEqual(await ownValues(page), ['55']);
  await page.context().setOffline(false);
  assert.deepEqual(failed.filter((path) => !/icon/.test(path)), []);
  site.errors.splice(0, site.errors.length, ...site.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error)));
});

on(['hosted'], 'a tab that slept has missed what another window entered, and takes it in when it wakes', { hash: 'v=2&p=compare&c=ZY,JK', init: () => {
  // As in the back-forward cache: no news arrives while it sleeps.
  window.addEventListener('storage', (event) => window.asleep && event.stopImmediatePropagation(), true);
} }, async (site) => {
  const { page, until } = site;
  await enter(page, '10');
  const other = await page.context().newPage();
  await other.goto(`${site.base}#v=2&p=compare&c=ZY,JK`);
  await other.locator('#own').waitFor();
  await other.waitForFunction(() => document.querySelector('#own .own-rows input'));
  await page.evaluate(() => { window.asleep = true; window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); });
  await other.evaluate(() => { document.querySelector('#own details').open = true; document.querySelector('#own .actions button').click(); });
  await other.waitForFunction(() => document.querySelectorAll('#own .own-rows > li').length === 2);
  await enter(other, '20');
  assert.deepEqual(await ownValues(page), ['10'], 'it sleeps');
  await page.evaluate(() => { window.asleep = false; window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); });
  await until(() => document.querySelectorAll('#own .own-rows > li').length === 2);
  assert.deepEqual(await ownValues(page), ['10', '20']);
  // And one that enters something without having heard deletes nothing either.
  await page.evaluate(() => { window.asleep = true; });
  await other.locator('#own .own-rows > li').nth(1).locator('input').first().fill('21');
  await other.locator('#own .own-rows > li').nth(1).locator('input').first().evaluate((input) => input.blur());
  await page.locator('#own .own-rows > li').first().locator('input').first().fill('11');
  await page.locator('#own .own-rows > li').first().locator('input').first().evaluate((input) => input.blur());
  await until((key) => /\t11\t/.test(localStorage.getItem(key)) && /\t21\t/.test(localStorage.getItem(key)), KEY);
  assert.deepEqual(await ownValues(page), ['11', '21']);
});

on(['hosted'], 'a tab whose clocks stood still for a while goes on', { hash: 'v=2' }, async (site) => {
  const { page, count } = site;
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((done) => setTimeout(done, 2000));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.locator('.map .tile:not([disabled])').first().click();
  await count('.chip', 1);
  await page.locator('#main button.figure').first().click();
  await page.locator('#receipt blockquote').waitFor();
});

for (const artefact of ['hosted', 'single']) {
  test(`printed while it loads: the paper has the figures, and the page starts as ever (${artefact})`, async () => {
    const site = await open(artefact, { wait: false, hash: 'v=2', init: () => {
      // The program takes its time.
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = (...args) => new Promise((done) => setTimeout(done, 1500)).then(() => instantiate(...args));
    } });
    const { page, count } = site;
    try {
      const paper = await page.pdf();
      assert.ok(paper.length > 20_000, `${paper.length} bytes`);
      await page.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); });
      await page.waitForSelector('main[data-ready]', { state: 'attached' });
      await page.evaluate(() => { window.dispatchEvent(new Event('afterprint')); });
      await count('[data-folded]', 0);
      await page.locator('.map .tile:not([disabled])').first().click();
      await count('.chip', 1);
      assert.deepEqual(site.errors, []);
    } finally {
      await site.close();
    }
  });
}

test('a page that a browser has saved opens again, and works', async () => {
  const site = await open('single', { hash: 'v=2' });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linpu-'));
  try {
    await site.page.locator('#main button.figure').first().click();
    await site.page.locator('#receipt blockquote').waitFor();
    await site.page.keyboard.press('Escape');
    const saved = path.join(folder, 'saved.html');
    await writeFile(saved, await site.page.content());
    const page = await site.page.context().newPage();
    await page.goto(pathToFileURL(saved).href);
    await page.waitForSelector('main[data-ready]', { state: 'attached' });
    await page.locator('.map .tile:not([disabled])').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.chip').length === 1);
    await page.locator('#main button.figure').first().click();
    await page.locator('#receipt blockquote').waitFor();
    assert.equal(await page.locator('#linpu-none').count(), 0);
  } finally {
    await site.close();
  }
});
