// Whatever an address, a storage, a message or another window carries: no script runs, nothing is asked of another host, no object
// changes its kind, the page works, and nothing that was entered is lost. See lib/hostile.mjs for where it comes from.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after } from 'node:test';
import { LINKS, TEXTS, KEYS, chance, fragment, message, stored } from './lib/hostile.mjs';
import { both, on } from './lib/site.mjs';

const KEY = 'linpu.own';

/** Seen from inside: nothing ran, nothing is polluted, the page is one page. */
const unharmed = (page, what) => page.evaluate(() => ({
  xss: window.__xss ?? null,
  polluted: [{}, [], '', 0, () => {}].map((one) => one.polluted ?? null).filter((one) => one !== null),
  added: Object.keys(Object.prototype).length + Object.keys(Array.prototype).length,
  pages: document.querySelectorAll('#linpu > .page, #linpu .page').length,
  main: document.querySelectorAll('main[data-ready]').length,
  scripts: document.querySelectorAll('#linpu script, #linpu iframe, #linpu object, #linpu embed, #linpu base, #linpu link, #linpu meta, #linpu img').length,
  handlers: [...document.querySelectorAll('#linpu *')].filter((one) => [...one.attributes].some(({ name, value }) => /^on/.test(name) || (/href|src|action|data$/.test(name) && /^\s*(javascript|data:text)/i.test(value)))).length,
  host: location.host,
})).then((seen) => {
  const { host, ...rest } = seen;
  assert.deepEqual(rest, { xss: null, polluted: [], added: 0, pages: 1, main: 1, scripts: 0, handlers: 0 }, what);
  return host;
});

/** A filter does what it says, and a figure opens its own receipt. */
async function works(site, what) {
  const { page, until } = site;
  await page.evaluate(() => { location.hash = 'v=2'; });
  await until(() => document.querySelector('.map .tile:not([disabled])') && !document.querySelector('.chip'));
  await page.evaluate(() => document.querySelector('.map .tile:not([disabled])').click());
  await until(() => document.querySelectorAll('.chip').length === 1).catch(() => assert.fail(`no filter after ${what}`));
  const text = await page.evaluate(() => {
    const figure = document.querySelector('#main button.figure');
    figure.click();
    return figure.textContent;
  });
  await until(() => document.querySelector('#receipt .receipt-value'));
  assert.equal(await page.locator('#receipt .receipt-value').textContent(), text, `a receipt after ${what}`);
  await page.evaluate(() => { location.hash = 'v=2'; });
  await until(() => !document.querySelector('#receipt'));
}

function dialogs(page) {
  const seen = [];
  page.on('dialog', (dialog) => { seen.push(dialog.message()); dialog.dismiss(); });
  return seen;
}

both('hostile addresses: six hundred in one page', {}, async (site) => {
  const { page } = site;
  const opened = dialogs(page);
  const random = chance(11);
  const known = KEYS.flatMap((key) => TEXTS.slice(0, 4).map((text) => `v=2&${key}=${text}`)).concat(LINKS);
  const all = [...known, ...Array.from({ length: 600 - known.length }, () => fragment(random))];
  for (let at = 0; at < all.length; at += 50) {
    const some = all.slice(at, at + 50);
    const broken = await page.evaluate(async (hashes) => {
      for (const hash of hashes) {
        location.hash = hash;
        await new Promise((done) => setTimeout(done, 12));
        if (window.__xss || {}.polluted || !document.querySelector('main[data-ready]') || !document.querySelector('#main h1')) return hash;
      }
      return null;
    }, some);
    assert.equal(broken, null, 'an address broke the page');
    await unharmed(page, `one of ${JSON.stringify(some).slice(0, 2000)}`);
    if (at % 150 === 0) await works(site, `addresses from ${at}`);
  }
  await works(site, 'all addresses');
  assert.deepEqual(opened, []);
});

both('hostile addresses: sixty loads, with queries', {}, async (site) => {
  const { page, base } = site;
  const opened = dialogs(page);
  const random = chance(29);
  for (let at = 0; at < 60; at += 1) {
    const query = `${at}&${random.one(KEYS)}=${encodeURIComponent(random.one(TEXTS.slice(0, 30)))}`;
    const address = `${base}?${query}#${fragment(random).slice(0, 8000)}`;
    await page.goto(address);
    await page.waitForSelector('main[data-ready]', { state: 'attached' });
    await unharmed(page, address);
  }
  await works(site, 'loads');
  assert.deepEqual(opened, []);
});

on(['hosted'], 'hostile storage: whatever stands under every key when the page opens', { hash: 'v=2&p=compare' }, async (site) => {
  const { page, until } = site;
  const opened = dialogs(page);
  const random = chance(41);
  for (let at = 0; at < 60; at += 1) {
    const put = [KEY, `${KEY}.unread`, 'linpu.locale', 'linpu.theme', '__proto__', 'toString', 'linpu.__proto__'].map((key) => [key, stored(random)]);
    const state = random.one([null, 'x', [[]], ['x', NaN, -1e9, 'y'], [1, 2], ['a', 1e308], {}, [null], Array(2000).fill(1), [TEXTS[0], 5]]);
    await page.evaluate(([pairs, entry]) => {
      localStorage.clear();
      sessionStorage.clear();
      for (const [key, value] of pairs) {
        localStorage.setItem(key, value);
        sessionStorage.setItem(key, value);
      }
      history.replaceState(entry, '', '#v=2&p=compare');
    }, [put, state]);
    await site.reload();
    await until(() => document.querySelector('#own'));
    await unharmed(page, JSON.stringify(put).slice(0, 2000));
    // What was not understood is put aside, not lost, when something is entered.
    if (at % 6 === 0) {
      await page.evaluate(() => {
        document.querySelector('#own details').open = true;
        document.querySelector('#own .actions button').click();
      });
      await until(() => document.querySelector('#own .own-rows > li'));
      const kept = await page.evaluate((key) => [localStorage.getItem(key), localStorage.getItem(`${key}.unread`)], KEY);
      assert.match(kept[0], /^linpu-own 2\t/);
      // Halves of characters are none: nothing that reads text gives them back.
      const before = put[0][1].toWellFormed();
      if (!/^linpu-own [12]/.test(before)) assert.equal(kept[1], before, 'what stood there is put aside');
    }
  }
  await page.evaluate(() => localStorage.clear());
  await works(site, 'storage');
  assert.deepEqual(opened, []);
});

on(['hosted'], 'hostile storage: another window writes two hundred times while one enters figures', { hash: 'v=2&p=compare' }, async (site) => {
  const { page, until } = site;
  await page.locator('#own').waitFor();
  await page.evaluate(() => { document.querySelector('#own details').open = true; });
  const enter = async (at, value) => {
    await page.locator('#own .own-rows > li').nth(at).locator('select').selectOption('population_usual');
    const field = page.locator('#own .own-rows > li').nth(at).locator('input').first();
    await field.fill(value);
    await field.evaluate((input) => input.blur());
  };
  await page.locator('#own .actions button').first().click();
  await enter(0, '4711');
  const other = await site.page.context().newPage();
  other.on('pageerror', (error) => site.errors.push(String(error)));
  await other.goto(`${site.base}old-engine.js`);
  const random = chance(53);
  for (let round = 0; round < 8; round += 1) {
    const writes = Array.from({ length: 25 }, () => [random.one([KEY, KEY, KEY, `${KEY}.unread`, 'linpu.locale', 'linpu.theme', 'x']), random.below(9) ? stored(random) : null]);
    await other.evaluate((all) => all.forEach(([key, value]) => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value))), writes);
    await page.waitForTimeout(80);
    await unharmed(page, JSON.stringify(writes).slice(0, 2000));
    const shown = await page.evaluate(() => [...document.querySelectorAll('#own .own-rows > li')].map((row) => row.querySelector('input').value));
    assert.ok(shown.includes('4711'), `still shown after round ${round}: ${shown.slice(0, 5)}`);
  }
  // And the next edit keeps it again.
  await page.evaluate(() => document.querySelector('#own .actions button').click());
  await until((key) => (localStorage.getItem(key) || '').includes('\t4711\t'), KEY);
  await page.evaluate(() => localStorage.clear());
});

on(['hosted'], 'hostile messages: four hundred, from itself and from a page around it', {}, async (site) => {
  const { page } = site;
  const opened = dialogs(page);
  const random = chance(67);
  const all = Array.from({ length: 400 }, () => message(random));
  await page.evaluate((messages) => messages.forEach((one) => window.postMessage(one, '*')), all);
  await page.waitForTimeout(200);
  await unharmed(page, 'its own messages');
  await works(site, 'messages from itself');

  // A stranger's page, on another origin, frames it.
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><iframe id=f width=900 height=700 src="${site.base}#v=2"></iframe>`);
  });
  after(() => server.close());
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const host = await page.context().newPage();
  host.on('pageerror', (error) => site.errors.push(String(error)));
  const hostDialogs = dialogs(host);
  await host.goto(`http://localhost:${server.address().port}/`);
  const frame = () => host.frames().find((one) => one.url().startsWith(site.base));
  await frame().waitForSelector('main[data-ready]', { state: 'attached' });
  const address = frame().url();
  const length = await host.evaluate(() => history.length);
  await host.evaluate((messages) => messages.forEach((one) => document.getElementById('f').contentWindow.postMessage(one, '*')), all);
  await host.waitForTimeout(500);
  assert.equal(frame().url().split('#')[0], address.split('#')[0], 'nobody was led elsewhere');
  await unharmed(frame(), 'messages from a stranger');
  assert.equal(await host.evaluate(() => history.length), length);
  assert.equal(await host.evaluate(() => document.activeElement.tagName), 'BODY', 'and the focus stays with the host');
  await frame().locator('.tile:not([disabled])').first().evaluate((tile) => tile.click());
  await frame().waitForFunction(() => document.querySelectorAll('.chip').length === 1);
  assert.deepEqual([...opened, ...hostDialogs], []);
});
