// A program that fails is dead, and the page says so: nothing it drew stays, nothing reacts, nothing that was typed is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './lib/site.mjs';

/** Has the program fail: a panic of its own, a memory full of rubbish, a stack that is full. */
const WAYS = {
  panic: (page) => page.evaluate(() => document.dispatchEvent(new Event('linpu:fail'))),
  'broken memory': async (page) => {
    await page.evaluate(() => new Uint8Array(window.programs[0].exports.memory.buffer).fill(0xff, 1 << 16));
    await page.locator('.tile:not([disabled])').first().evaluate((tile) => tile.click());
  },
  'a trap behind a promise': (page) => page.evaluate(() => {
    const memory = window.programs[0].exports.memory.buffer;
    setTimeout(() => { new Uint8Array(memory).fill(0xff, 1 << 16); Promise.resolve().then(() => document.querySelector('.tile:not([disabled])').click()); });
  }),
};

/** Keeps the instances of programs, so that a test can reach into them. */
function watch() {
  window.programs = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...args) => instantiate(...args).then((made) => {
    window.programs.push(made.instance || made);
    return made;
  });
}

async function started(artefact, hash, context) {
  const site = await open(artefact, { hash, init: watch, ...context });
  await site.until(() => window.programs.length === 2);
  return site;
}

const crashed = (page) => page.locator('#linpu-status.crashed textarea').first().waitFor();

for (const artefact of ['hosted', 'single']) {
  for (const [way, fail] of Object.entries(WAYS)) {
    test(`a failed program stops and the page says so: ${way} (${artefact})`, async () => {
      const site = await started(artefact, 'v=2&province=hunan');
      const { page } = site;
      try {
        await site.count('.chip', 1);
        const address = page.url();
        await fail(page);
        await crashed(page);
        assert.equal(page.url(), address, 'the address is kept');
        const said = await page.locator('#linpu-status').innerText();
        assert.match(said, /程序出错，已停下/);
        assert.ok(await page.evaluate(() => document.activeElement.textContent.includes('程序出错')), 'and whoever reads by ear is taken there');
        const report = await page.locator('#linpu-status textarea').last().inputValue();
        assert.ok(report.includes(address) && /Mozilla/.test(report), report);
        if (way === 'panic') assert.match(report, /panicked at.*panics\.rs:\d+.*asked to fail/s);
        // What the program drew is gone: the page is that of the first paint, without the filter.
        await site.count('.chip', 0);
        await site.count('#linpu .page', 1);
        await site.count('main[data-ready]', 0);
        assert.ok(await page.locator('.case:visible').count() >= 5, 'cases and their figures can be read');
        assert.equal(await page.locator('#linpu button:enabled, #linpu select:enabled, #linpu input:enabled').count(), 0);
        // Nothing reacts, whoever calls: elements, keys, the window, timers, storage, observers.
        const before = await page.locator('#linpu').evaluate((host) => host.outerHTML);
        const dead = site.errors.length;
        await page.evaluate(() => {
          // Links are addresses to be opened, and open.
          document.querySelectorAll('#linpu *').forEach((element) => element.closest('a, summary') || element.dispatchEvent(new MouseEvent('click', { cancelable: true })));
          for (const key of ['k', 'Escape', 'Enter', '/']) document.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'k', bubbles: true }));
          for (const name of ['resize', 'beforeprint', 'afterprint', 'scroll', 'pageshow']) window.dispatchEvent(new Event(name));
          window.dispatchEvent(new StorageEvent('storage', { key: null }));
          document.dispatchEvent(new Event('linpu:want'));
        });
        await page.waitForTimeout(1800);
        assert.equal(await page.locator('#linpu').evaluate((host) => host.outerHTML), before);
        assert.equal(page.url(), address);
        assert.deepEqual(site.errors.slice(dead), [], 'and quietly');
        // The way on.
        await page.locator('#linpu-status button', { hasText: '重新载入' }).click();
        await page.waitForSelector('main[data-ready]', { state: 'attached' });
        await site.count('.chip', 1);
        assert.deepEqual(site.foreign, []);
      } finally {
        await site.close();
      }
    });
  }

  test(`it says so in English, with what was typed, and goes on without filters (${artefact})`, async () => {
    // Nothing can be kept here: what was typed is only in the page.
    const site = await started(artefact, 'v=2&p=compare&c=ZY,JK&lang=en', { denied: true });
    const { page } = site;
    try {
      await page.locator('#own').waitFor();
      await page.evaluate(() => { document.querySelector('#own details').open = true; });
      await page.locator('#own .actions button').first().click();
      await page.locator('#own .own-rows select').first().selectOption('population_usual');
      await page.locator('#own .own-rows input').first().fill('12,345');
      await page.evaluate(() => document.dispatchEvent(new Event('linpu:fail')));
      await crashed(page);
      assert.match(await page.locator('#linpu-status').innerText(), /The program failed and has stopped/);
      assert.match(await page.locator('#linpu-status textarea').first().inputValue(), /12,345/);
      assert.equal(await page.locator('#linpu').getAttribute('lang'), 'zh-CN');
      await page.locator('#linpu-status button', { hasText: 'Copy the report' }).click();
      await site.text('#linpu-status button', /Copied|Ctrl\+C/);
      await page.locator('#linpu-status button', { hasText: 'without filters' }).click();
      await page.waitForSelector('main[data-ready]', { state: 'attached' });
      assert.equal(new URL(page.url()).hash, '');
    } finally {
      await site.close();
    }
  });
}

test('a program that fails while it starts leaves the page readable, and no half of it', async () => {
  const site = await open('hosted', { scripts: true, wait: false, init: () => {
    // What the program asks of the browser first fails in the middle of drawing.
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function createElement(...args) {
      if (/wasm/.test(new Error().stack)) throw new Error('no more elements');
      return create.apply(this, args);
    };
  } });
  const { page } = site;
  try {
    await crashed(page);
    assert.ok(await page.locator('.case:visible').count() >= 5);
    await site.count('#linpu .page', 1);
  } finally {
    await site.close();
  }
});
