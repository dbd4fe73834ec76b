// Where WebAssembly is forbidden, switched off or broken, the same program runs in JavaScript, all of it; nowhere else is it loaded.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, READY, host, named, visit } from './lib/host.mjs';

const BASE = "default-src 'none'; img-src 'self' data: blob:; connect-src 'self'; style-src 'self'; ";
const IN_JAVASCRIPT = /^wasm2js-\w+\.js$/;
const REST = /^rest-\w+\.wasm$/;
const file = (name) => pathToFileURL(path.join(DIST, name)).href;

/** Filter, receipt, search, compare, another language, the table: both halves of the program. */
async function works(page) {
  await page.locator(READY).waitFor({ state: 'attached' });
  await page.locator('.tile:not([disabled])').first().click();
  await page.locator('.chip').first().waitFor();
  await page.locator('#main button.figure:visible').first().click();
  await page.locator('#receipt blockquote').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#receipt').waitFor({ state: 'detached' });
  await page.fill('#search', 'zysq');
  await page.locator('#hit-0', { hasText: '竹隐社区' }).waitFor();
  await page.press('#search', 'Enter');
  await page.locator('h1', { hasText: '竹隐社区' }).waitFor();
  await page.evaluate(() => { location.hash = 'v=2&p=compare&c=ZY,JK'; });
  await page.locator('.matrix thead th').nth(3).waitFor();
  await page.selectOption('#locale', 'en');
  await page.locator('.matrix', { hasText: 'Population' }).waitFor();
  await page.evaluate(() => { location.hash = 'v=2&p=table&lang=zh-Hans'; });
  await page.locator('tbody tr').nth(10).waitFor();
}

const broken = {
  'is missing': () => { delete window.WebAssembly; },
  'is no longer what it was': () => { window.WebAssembly = undefined; },
  'compiles nothing': () => {
    for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
      WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('Wasm code generation disallowed by embedder'));
    }
  },
  'throws at once': () => {
    for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
      WebAssembly[name] = () => { throw new EvalError('blocked'); };
    }
  },
  'runs small programs only': () => {
    const real = WebAssembly.instantiate;
    WebAssembly.instantiate = (source, imports) => (source.byteLength < 100 ? real(source, imports) : Promise.reject(new RangeError('could not allocate memory')));
  },
};

for (const [how, init] of Object.entries(broken)) {
  test(`where WebAssembly ${how}, the program runs in JavaScript`, async () => {
    const site = await host();
    const { page, asked, foreign, close } = await visit(site.base, { init });
    await works(page);
    assert.equal(asked.filter((name) => IN_JAVASCRIPT.test(name)).length, 1);
    assert.ok(!asked.some((name) => REST.test(name)), 'both halves are one');
    assert.equal(await page.locator('#linpu-status').innerText(), '', 'nothing is wrong');
    assert.deepEqual(foreign, []);
    await close();
  });
}

for (const [policy, scripts] of [
  ['of scripts alone', "script-src 'self'"],
  ['that asks for trusted types too', "script-src 'self'; require-trusted-types-for 'script'; trusted-types linpu"],
]) {
  test(`under a policy ${policy}, the program runs in JavaScript`, async () => {
    const site = await host({ headers: { 'content-security-policy': BASE + scripts } });
    const { page, asked, foreign, close } = await visit(site.base);
    await works(page);
    assert.equal(asked.filter((name) => IN_JAVASCRIPT.test(name)).length, 1);
    assert.deepEqual(foreign, []);
    await close();
  });
}

test('where there is WebAssembly, nobody asks for the program in JavaScript', async () => {
  for (const headers of [{}, { 'content-security-policy': `${BASE}script-src 'self' 'wasm-unsafe-eval'` }]) {
    const site = await host({ headers });
    const { page, errors, close } = await visit(site.base);
    await works(page);
    assert.ok(!site.asked.some((name) => IN_JAVASCRIPT.test(name)));
    assert.ok(site.asked.some((name) => REST.test(name)));
    assert.deepEqual(errors, []);
    await close();
  }
});

test('the single file with the program in JavaScript works with WebAssembly and without', async () => {
  for (const init of [undefined, broken['is missing'], broken['compiles nothing']]) {
    const { page, foreign, close } = await visit(file('linpu-js.html'), { init });
    await works(page);
    assert.deepEqual(foreign, []);
    await close();
  }
});

test('the single file without it says which one to take', async () => {
  const { page, close } = await visit(file('linpu.html'), { init: broken['is missing'] });
  const status = page.locator('#linpu-status', { hasText: 'linpu-js.html' });
  await status.waitFor();
  assert.match(await status.innerText(), /不允许 WebAssembly[\s\S]*forbid WebAssembly/);
  await close();
});

test('its memory grows as WebAssembly does: what is in it stays, and nobody goes on with what was there before', async () => {
  globalThis.window = {};
  new Function(await readFile(path.join(DIST, await named(IN_JAVASCRIPT)), 'utf8'))();
  const { memory, __wbindgen_malloc: take } = globalThis.window.linpuFallback({ './app_bg.js': {} });
  const first = take(100, 1);
  new Uint8Array(memory.buffer).fill(7, first, first + 100);
  for (let round = 1; round <= 6; round += 1) {
    const before = new Uint8Array(memory.buffer);
    const at = take(before.length, 1);
    assert.equal(before.length, 0, 'as the glue asks');
    assert.ok(at + 10 < memory.buffer.byteLength);
    assert.deepEqual([...new Uint8Array(memory.buffer, first, 100)], Array(100).fill(7));
  }
  assert.throws(() => take(2 ** 31 - 1, 1), { name: 'RuntimeError' }, 'what there is no room for ends the program');
});
