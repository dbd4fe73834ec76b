// Whatever a server gives instead of a file, the page says that it was the server or the way, offers to reload, and goes on as far as
// it can: it does not blame the browser, and does not wait for ever.

import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, FAULTS, READY, host, named, visit } from './lib/host.mjs';

const FILES = {
  'the program': /^linpu-\w+\.wasm$/,
  'the other script': /^rest-\w+\.js$/,
  'the rest of the program': /^rest-\w+\.wasm$/,
  'the rest of the data': /^rest-\w+\.bin$/,
  'the rest of the styles': /^rest-\w+\.css$/,
  'the program in JavaScript': /^wasm2js-\w+\.js$/,
};
// What still runs without the file.
const RUNS = new Set(['the other script', 'the rest of the program', 'the rest of the data', 'the rest of the styles']);
const NAMES_THE_WAY = /服务器|网络|传/;
const NAMES_IT_IN_ENGLISH = /server|network|transfer/;
const BLAMES_THE_BROWSER = /过旧|更新的浏览器|浏览器不支持|too old|or newer|cannot read/;
const WAITS = /正在载入|请稍候|is loading/;

/** The program is compiled while it comes, and its end is data: of other bytes there nobody can tell without waiting for all of it. */
const isSeen = (file, fault) => fault !== 'a few bytes changed' || !['the program', 'the other script'].includes(file);

for (const [file, pattern] of Object.entries(FILES)) {
  for (const [fault, answer] of Object.entries(FAULTS)) {
    if (!isSeen(file, fault)) continue;
    test(`${fault} instead of ${file}`, { timeout: 60_000 }, async () => {
      const site = await host({ answer: (name, bytes, type) => (pattern.test(name) ? answer(bytes, type) : undefined) });
      const init = file === 'the program in JavaScript' ? () => { delete window.WebAssembly; } : undefined;
      const { page, foreign, close } = await visit(site.base, { init });
      const status = page.locator('#linpu-status', { hasText: NAMES_THE_WAY });
      await status.waitFor();
      const text = await status.innerText();
      assert.match(text, NAMES_IT_IN_ENGLISH);
      assert.doesNotMatch(text, BLAMES_THE_BROWSER);
      assert.equal(await status.locator('button').count(), 1, 'there is a way to try again');
      assert.equal(await page.locator('#linpu-old:visible').count(), 0);
      assert.doesNotMatch(await page.locator('body').innerText(), WAITS);
      await page.locator('.case').nth(4).waitFor();
      assert.equal(await page.locator(READY).count(), RUNS.has(file) ? 1 : 0);
      if (RUNS.has(file)) {
        // The overview works.
        await page.locator('.tile:not([disabled])').first().click();
        await page.locator('.chip').first().waitFor();
      }
      // And so does the button, when the server has come to its senses.
      site.answer = () => undefined;
      await status.locator('button').click();
      await page.locator(READY).waitFor({ state: 'attached' });
      await page.locator('#main button.figure:visible').first().click();
      await page.locator('#receipt blockquote').waitFor();
      assert.equal(await page.locator('#linpu-status').innerText(), '');
      assert.deepEqual(foreign, []);
      await close();
    });
  }
}

test('a file that was wrong once is asked for once more', async () => {
  for (const pattern of [FILES['the program'], FILES['the rest of the program'], FILES['the rest of the data']]) {
    let asked = 0;
    const site = await host({ answer: (name, file, type) => (pattern.test(name) && (asked += 1) === 1 ? FAULTS['half of it'](file, type) : undefined) });
    const { page, close } = await visit(site.base);
    await page.locator(READY).waitFor({ state: 'attached' });
    await page.locator('#main button.figure:visible').first().click();
    await page.locator('#receipt blockquote').waitFor();
    assert.equal(asked, 2, `${pattern}`);
    assert.equal(await page.locator('#linpu-status').innerText(), '');
    await close();
  }
});

test('a type that says nothing does no harm', async () => {
  const site = await host({ answer: (name, file) => (/\.(wasm|bin)$/.test(name) ? [200, 'text/plain', file] : undefined) });
  const { page, errors, close } = await visit(site.base);
  await page.locator(READY).waitFor({ state: 'attached' });
  await page.locator('#main button.figure:visible').first().click();
  await page.locator('#receipt blockquote').waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test('a page that needs the rest says why it is not there, and comes when it is', async () => {
  const rest = FILES['the rest of the data'];
  const site = await host({ answer: (name) => (rest.test(name) ? [503, 'text/plain', 'busy'] : undefined) });
  const { page, close } = await visit(`${site.base}#v=2&p=compare`);
  await page.locator('#linpu-status', { hasText: 'HTTP 503' }).waitFor();
  assert.doesNotMatch(await page.locator('body').innerText(), WAITS);
  site.answer = () => undefined;
  // Whoever asks again, by whatever needs it, gets it without a reload.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.locator('.matrix thead th').first().waitFor();
  assert.equal(await page.locator('#linpu-status').innerText(), '');
  await close();
});

test('a network that goes after the page has come is named too', async () => {
  const site = await host({ answer: () => undefined });
  const { page, close } = await visit(site.base);
  await page.locator(READY).waitFor({ state: 'attached' });
  await site.stop();
  await page.locator('#linpu-status', { hasText: '网络' }).waitFor();
  assert.doesNotMatch(await page.locator('#linpu-status').innerText(), BLAMES_THE_BROWSER);
  await close();
});

test('a single file of which a part is missing says so', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linpu-'));
  const whole = await readFile(path.join(DIST, 'linpu.html'), 'utf8');
  for (const [id, words] of [['linpu-wasm', /互动功能未能载入：这份 HTML 文件不完整/], ['linpu-rest', /其余数据未能载入：这份 HTML 文件不完整/]]) {
    const cut = whole.replace(new RegExp(`(id="${id}">.{4000})[^<]*`), '$1');
    assert.notEqual(cut, whole);
    await writeFile(path.join(folder, 'cut.html'), cut);
    const { page, close } = await visit(pathToFileURL(path.join(folder, 'cut.html')).href);
    const status = page.locator('#linpu-status', { hasText: words });
    await status.waitFor();
    assert.doesNotMatch(await status.innerText(), BLAMES_THE_BROWSER);
    await close();
  }
});

test('an answer that is not the package is not handed over as one', async () => {
  const site = await host({ answer: (name) => (name.endsWith('.zip') ? FAULTS['a login page with 200']() : undefined) });
  const { page, close } = await visit(`${site.base}#v=2&p=about`);
  await page.locator(READY).waitFor({ state: 'attached' });
  const said = page.evaluate(() => new Promise((done) => {
    document.addEventListener('linpu:package', (event) => done(typeof event.detail === 'string' && event.detail), { once: true });
  }));
  await page.waitForFunction(() => window.linpuRest);
  await page.waitForTimeout(1000);
  await page.evaluate(() => document.dispatchEvent(new Event('linpu:want-package')));
  assert.match(await said, /服务器给出的是网页/);
  await close();
});

test('where the first script does not come, or not whole, the page says so by itself', { timeout: 90_000 }, async () => {
  await Promise.all(Object.entries(FAULTS).map(async ([fault, answer]) => {
    const site = await host({ answer: (name, bytes, type) => (/^linpu-\w+\.js$/.test(name) ? answer(bytes, type) : undefined) });
    const { page, close } = await visit(site.base, { waitUntil: 'commit' });
    const none = page.locator('#linpu-none');
    assert.equal(await none.isVisible(), false, 'not before it is sure');
    await none.waitFor({ timeout: 60_000 });
    assert.match(await none.innerText(), /脚本没有收到，或文件不完整[^]*Wait, reload/, fault);
    assert.doesNotMatch(await page.locator('body').innerText(), BLAMES_THE_BROWSER);
    await page.locator('.case').nth(4).waitFor();
    await close();
  }));
});

test('a single file that was cut anywhere says so, and one that is whole does not', { timeout: 90_000 }, async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linpu-'));
  const whole = await readFile(path.join(DIST, 'linpu.html'));
  await Promise.all([0.05, 0.2, 0.5, 0.8, 0.95, 0.999, 1].map(async (part) => {
    const file = path.join(folder, `${part}.html`);
    await writeFile(file, whole.subarray(0, Math.floor(whole.length * part)));
    const { page, close } = await visit(pathToFileURL(file).href);
    if (part === 1) {
      await page.waitForTimeout(13_000);
      assert.equal(await page.locator('#linpu-none').count(), 0);
      assert.equal(await page.locator('#linpu-status').innerText(), '');
    } else {
      await page.locator('#linpu-none:visible, #linpu-status:visible', { hasText: '不完整' }).first().waitFor({ timeout: 30_000 });
      await page.locator('.case').nth(4).waitFor();
    }
    await close();
  }));
});
