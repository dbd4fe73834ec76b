// Who has had the page once has it without a network; nobody sees an old one without being told.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, writeFile, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, FAULTS, READY, host, named, visit } from './lib/host.mjs';

/** Waits until something holds in the page that takes asking: a promise is always true for the browser's own waiting. */
async function until(page, what, arg) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.evaluate(what, arg).catch(() => false)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`${what}`);
}

const controlled = (page) => page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.active.state));
const kept = (page) => until(page, () => caches.keys().then(async (names) => {
  const own = names.find((name) => name.startsWith('linpu '));
  return own && (await (await caches.open(own)).keys()).length > 7;
}));

async function isInstalled(page) {
  await page.locator(READY).waitFor({ state: 'attached' });
  await until(page, () => navigator.serviceWorker.getRegistration().then((it) => it && it.active));
  assert.match(await controlled(page), /activat/);
  await kept(page);
}

async function works(page) {
  await page.locator(READY).waitFor({ state: 'attached' });
  await page.locator('#main button.figure:visible').first().click();
  await page.locator('#receipt blockquote').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#receipt').waitFor({ state: 'detached' });
}

/** A folder with another build: what may differ has other names. */
async function another({ data = false } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linpu-'));
  await cp(DIST, folder, { recursive: true });
  const names = [/^linpu-\w{8}\.js$/, /^rest-\w{8}\.js$/].concat(data ? /^rest-\w{8}\.bin$/ : []);
  const renames = await Promise.all(names.map(async (pattern) => {
    const old = await named(pattern);
    return [old, old.replace(/\w{8}(?=\.\w+$)/, '00000000')];
  }));
  for (const [from, to] of renames) await rename(path.join(folder, from), path.join(folder, to));
  for (const name of ['index.html', 'linpu-00000000.js', 'rest-00000000.js', 'sw.js']) {
    const text = await readFile(path.join(folder, name), 'utf8');
    await writeFile(path.join(folder, name), renames.reduce((all, [from, to]) => all.replaceAll(from, to), text));
  }
  // The worker knows them by their sums.
  let worker = await readFile(path.join(folder, 'sw.js'), 'utf8');
  for (const [entry, name, kept] of worker.matchAll(/"([\w.-]+)":\[\d+,\d+,(\d)\]/g)) {
    const bytes = await readFile(path.join(folder, name));
    const sum = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
    worker = worker.replace(entry, `"${name}":[${bytes.length},${sum},${kept}]`);
  }
  await writeFile(path.join(folder, 'sw.js'), worker.replace(/"[0-9a-f]{12}"/, '"000000000000"'));
  return folder;
}

test('once loaded, the page opens without a server, says so, and works', async () => {
  const site = await host();
  const { page, errors, foreign, close } = await visit(site.base);
  await isInstalled(page);
  assert.equal(await page.locator('#linpu-status').innerText(), '');
  await site.stop();
  await page.reload();
  await works(page);
  await page.evaluate(() => { location.hash = 'v=2&p=compare&c=ZY,JK'; });
  await page.locator('.matrix thead th').nth(3).waitFor();
  await page.locator('#linpu-status', { hasText: /连不上服务器.*本机保存的版本（数据 \d+\.\d+\.\d+）/ }).waitFor();
  assert.deepEqual(errors, []);
  assert.deepEqual(foreign, []);
  await close();
});

test('it is asked for only after everything has loaded, and takes no part in the first load', async () => {
  const site = await host();
  const { page, close } = await visit(site.base);
  await isInstalled(page);
  const order = site.asked.map((name) => name.replace(/-\w{8}\./, '.'));
  const worker = order.indexOf('sw.js');
  for (const name of ['linpu.wasm', 'linpu.js', 'rest.wasm', 'rest.bin', 'rest.css']) {
    assert.ok(order.indexOf(name) >= 0 && order.indexOf(name) < worker, `${name} before the worker`);
  }
  assert.ok(!order.some((name) => /^wasm2js|\.zip$|linpu.*\.html/.test(name)), 'nothing that nobody needs');
  await close();
});

for (const [what, options, words] of [
  ['a new page', {}, /页面有新版本，数据不变/],
  ['new data', { data: true }, /页面与数据有新版本，这里显示的还是旧数据（\d+\.\d+\.\d+）/],
]) {
  test(`${what} on the server is told, comes with a reload, and the old build is removed`, async () => {
    const site = await host();
    const { page, errors, close } = await visit(site.base);
    await isInstalled(page);
    const before = await page.evaluate(() => caches.keys());
    site.folder = await another(options);
    // As after some time in another window.
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
    const status = page.locator('#linpu-status', { hasText: words });
    await status.waitFor();
    await status.locator('button').click();
    await page.waitForFunction(() => document.querySelector('script[src*="linpu-00000000.js"]'));
    await works(page);
    await until(page, ([old]) => caches.keys().then((names) => names.length === 1 && names[0] !== old), before);
    // The new one opens without a server too.
    await site.stop();
    await page.reload();
    await page.waitForFunction(() => document.querySelector('script[src*="linpu-00000000.js"]'));
    await works(page);
    assert.deepEqual(errors, []);
    await close();
  });
}

test('whoever has a network gets the page of the server, at once', async () => {
  const site = await host();
  const { page, close } = await visit(site.base);
  await isInstalled(page);
  site.folder = await another();
  await page.reload();
  assert.ok(await page.evaluate(() => !!document.querySelector('script[src*="linpu-00000000.js"]')));
  await works(page);
  await close();
});

test('what is wrong is not kept', async () => {
  for (const [name, fault] of [[/^rest-\w+\.bin$/, 'a login page with 200'], [/^linpu-\w+\.wasm$/, 'half of it']]) {
    const site = await host();
    const { page, close } = await visit(site.base);
    await page.locator(READY).waitFor({ state: 'attached' });
    await page.waitForFunction(() => window.linpuRest);
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((entry) => /\.bin$/.test(entry.name) && entry.responseEnd));
    site.answer = (asked, file, type) => (name.test(asked) ? FAULTS[fault](file, type) : undefined);
    await page.waitForTimeout(4000);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => !!(it && it.active))), false);
    await works(page);
    await close();
  }
});

test('in frames, in files and where it is denied, there is none, and nothing is wrong', async () => {
  const site = await host();
  const outer = await host({
    answer: (name) => (name === 'index.html' ? [200, 'text/html', `<iframe src="${site.base}" width="900" height="700"></iframe>`] : undefined),
  });
  const framed = await visit(outer.base);
  const frame = framed.page.frameLocator('iframe');
  await frame.locator(READY).waitFor({ state: 'attached' });
  await framed.page.waitForTimeout(4000);
  assert.ok(!site.asked.includes('sw.js'));
  assert.equal(await frame.locator('#linpu-status').innerText(), '');
  await framed.close();

  const denied = await visit(site.base, {
    init: () => Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('denied', 'SecurityError'); } }),
  });
  await denied.page.locator(READY).waitFor({ state: 'attached' });
  await denied.page.waitForTimeout(4000);
  await works(denied.page);
  assert.deepEqual(denied.errors, []);
  assert.ok(!site.asked.includes('sw.js'));
  await denied.close();

  const single = await visit(pathToFileURL(path.join(DIST, 'linpu.html')).href);
  await single.page.waitForTimeout(4000);
  await works(single.page);
  assert.deepEqual(single.errors, []);
  await single.close();
});

test('the program in JavaScript is kept for whom it was loaded', async () => {
  const site = await host({ headers: { 'content-security-policy': "script-src 'self'" } });
  const { page, errors, close } = await visit(site.base);
  await isInstalled(page);
  await until(page, () => caches.keys().then(async ([own]) => (await (await caches.open(own)).keys()).some((it) => /wasm2js-/.test(it.url))));
  await site.stop();
  await page.reload();
  await works(page);
  assert.deepEqual(errors, []);
  await close();
});

test('the manifest says what is installed, and all it names is there', async () => {
  const manifest = JSON.parse(await readFile(path.join(DIST, 'linpu.webmanifest'), 'utf8'));
  assert.equal(manifest.short_name, '邻谱');
  for (const icon of manifest.icons) assert.ok((await readFile(path.join(DIST, icon.src))).length);
  const site = await host();
  const { page, close } = await visit(site.base);
  await isInstalled(page);
  assert.equal(await page.locator('link[rel=manifest]').count(), 1);
  await close();
});
