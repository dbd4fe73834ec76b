// No link breaks the page; what a link carries that is not understood is said, and kept where it may be of a newer version.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

/** Bytes that are the same in every run (xorshift). */
function* bytes(seed) {
  for (let state = seed; ; ) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state & 255;
  }
}

function noise(count) {
  const source = bytes(0x5eed);
  const text = (length, print) => Array.from({ length }, () => print(source.next().value)).join('');
  const hex = (byte) => `%${byte.toString(16).padStart(2, '0')}`;
  const printable = (byte) => String.fromCharCode(33 + (byte % 94));
  const any = (byte) => String.fromCharCode(byte);
  const kinds = [
    (at) => `x${text(8 + at * 3, printable)}`,
    (at) => `x${text(8 + at * 3, any)}`,
    (at) => `p=x${text(4 + at, hex)}`,
    (at) => `x${text(4 + at, hex)}=${text(at, hex)}`,
  ];
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length](at));
}

const HOSTILE = '<script>window.__xss=1</script>';
const IMAGE = '<img src=x onerror=window.__xss=1>';
/** Each carries something that is not understood. */
const MALFORMED = [
  'v=0', 'v=999', 'v=', 'v=1&v=9', '%', '%E0%A4%A', '%%%', '%zz=%zz', '=', '==&==', '?', '/', 'x\u0000y', '\uFFFD',
  HOSTILE, encodeURIComponent(HOSTILE), `p=${HOSTILE}`, `p=${encodeURIComponent(HOSTILE)}`, `province=${HOSTILE}`,
  `r=${encodeURIComponent(IMAGE)}`, `${encodeURIComponent(IMAGE)}=1`, `lang=${IMAGE}`, `theme=${encodeURIComponent('"><script>')}`,
  'javascript:window.__xss=1', 'p=javascript:window.__xss=1', 'r=javascript%3Aalert(1)', 'data:text/html,<b>', '__proto__',
  '__proto__=1', 'constructor=1', 'p=__proto__', 'province=__proto__,constructor', 'sort=__proto__.asc', 'cols=__proto__',
  'p=community.', 'p=community.__', 'p=COMMUNITY.ZY', 'p=table/..', 'sort=value', 'sort=value.up', 'sort=.', 'cols=,,,',
  'missing=maybe', 'lang=xx', 'theme=pink', 'r=ZY-99999', 'r=', 'province=atlantis', 'province=hunan,atlantis', 'year=99999999999999999999',
  'v=1&p=table&future=1', `x=${'a'.repeat(9_000)}`, 'x&'.repeat(5_000), `${'%41'.repeat(70_000)}`, `province=${'hunan,'.repeat(900)}atlantis`,
  ...noise(24),
];
/** Odd, but nothing in them is lost. */
const HARMLESS = ['', '#', '&', '&&&&', 'v=1', 'v=1&', 'province=', 'province=,,', '%70=table', 'v=1&p=overview'];

both(`${MALFORMED.length + HARMLESS.length} odd links leave the page whole`, {}, async ({ page, go, errors }) => {
  assert.ok(MALFORMED.length >= 60);
  const wrong = [];
  for (const [at, fragment] of [...MALFORMED, ...HARMLESS].entries()) {
    const said = at < MALFORMED.length;
    const short = JSON.stringify(fragment.slice(0, 60));
    await go(fragment).catch(() => wrong.push(`${short}: not ready`));
    if (errors.length) wrong.push(`${short}: ${errors.splice(0).join(' / ')}`);
    if (await page.evaluate(() => '__xss' in window)) wrong.push(`${short}: ran`);
    if ((await page.locator('.notice').count()) !== Number(said)) wrong.push(`${short}: ${said ? 'notice missing' : 'needless notice'}`);
    // Other pages than the overview come with the later half.
    await page.locator('h1').first().waitFor({ state: 'attached' }).catch(() => wrong.push(`${short}: no heading`));
  }
  assert.deepEqual(wrong, []);
});

both('a link that changes while the page runs is read like any other', {}, async ({ page, text, count }) => {
  await page.evaluate((hash) => { location.hash = hash; }, `v=1&p=table&r=${HOSTILE}`);
  await text('h1', '全部数据');
  await text('.notice', 'r=');
  await page.evaluate(() => { location.hash = 'v=1&p=about'; });
  await text('h1', '数据与引用');
  await count('.notice', 0);
});

both('unknown keys stay in the address, and the notice can be dismissed', { hash: 'v=1&p=table&future=a%26b&%E6%96%B0=1' }, async (site) => {
  await site.text('.notice', 'future');
  await site.page.locator('.notice button').click();
  await site.count('.notice', 0);
  await site.page.locator('th.col-value button.sort').click();
  await site.page.locator('th.col-value[aria-sort=ascending]').waitFor();
  assert.deepEqual(Object.fromEntries(site.address()), { v: '2', p: 'table', in: 'cases', sort: 'value.asc', future: 'a&b', 新: '1' });
});
