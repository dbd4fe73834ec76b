// Does the page keep what it no longer needs? A hundred rounds of opening, filtering, comparing, exporting and changing the language;
// after each tenth, what is still held: memory of the program, heap after collection, nodes, listeners. Not a part of `cargo xtask
// test`, for it takes minutes: `node memory.mjs [ROUNDS]`, after a release build. Fails when the last round holds over a tenth more
// than the tenth.

import { open } from './lib/site.mjs';

const ROUNDS = Number(process.argv[2] || 100);
const site = await open('hosted', { hash: 'v=2', init: () => {
  window.programs = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (...args) => instantiate(...args).then((made) => {
    window.programs.push(made.instance || made);
    return made;
  });
} });
const { page, until, count } = site;
const session = await page.context().newCDPSession(page);
await until(() => window.programs.length === 2);

const go = (fragment) => page.evaluate((hash) => { location.hash = hash; }, fragment);
async function round() {
  await go('v=2');
  await until(() => document.querySelector('.map .tile:not([disabled])') && !document.querySelector('.chip'));
  await page.locator('.map .tile:not([disabled])').first().click();
  await count('.chip', 1);
  await page.locator('#main button.figure').first().click();
  await page.locator('#receipt blockquote').waitFor();
  await page.keyboard.press('Escape');
  await count('#receipt', 0);
  await page.locator('.chip').first().click();
  await count('.chip', 0);
  await go('v=2&p=compare&c=ZY,JK');
  await page.locator('#own').waitFor();
  await go('v=2&p=table&province=hunan&sort=value.desc');
  await page.locator('#rows button.figure').first().waitFor();
  await go('v=2&lang=en');
  await until(() => document.documentElement.lang === 'en');
  await page.locator('#menu-population-button').click();
  const csv = page.locator('.menu [role^=menuitem]', { hasText: 'CSV' }).first();
  const [file] = await Promise.all([page.waitForEvent('download'), csv.click()]);
  await file.delete();
  await go('v=2&lang=zh-Hans');
  await until(() => document.documentElement.lang === 'zh-CN');
}

async function held() {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const program = await page.evaluate(() => window.programs[0].exports.memory.buffer.byteLength);
  return { program, heap: usedSize, nodes, listeners: jsEventListeners };
}

const started = Date.now();
let tenth;
let last;
for (let at = 1; at <= ROUNDS; at += 1) {
  await round();
  if (at % 10 === 0) {
    last = await held();
    tenth ??= last;
    console.log(String(at).padStart(4), Object.entries(last).map(([name, value]) => `${name} ${value}`).join('  '), `${Math.round((Date.now() - started) / 1000)} s`);
  }
}
await site.close();
const grown = Object.keys(last).filter((name) => last[name] > tenth[name] * 1.1);
console.log(grown.length ? `grown by more than a tenth: ${grown}` : 'nothing grew by more than a tenth');
process.exit(grown.length || site.errors.length ? 1 : 0);
