// Under the policies that hosts send, and under its own, the page works; and what is not its own does not.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { everywhere } from './lib/paths.mjs';
import { on, open } from './lib/site.mjs';

const headers = await readFile(new URL('../../dist/headers.txt', import.meta.url), 'utf8');
/** The policies that the build writes down for hosts: those that are tested are those that are documented. */
const DOCUMENTED = [...headers.matchAll(/^Content-Security-Policy: (.+)$/gm)].map(([, policy]) => policy);

test('two policies are written down', () => assert.equal(DOCUMENTED.length, 2));

for (const [at, policy] of DOCUMENTED.entries()) {
  on(['hosted'], `everything works under the documented policy ${at + 1}`, { headers: { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' } }, async (site) => {
    await everywhere(site);
  });
}

const TRUSTED = DOCUMENTED[0].replace(/ linpu$/, '');

on(['hosted'], 'everything works under Trusted Types without any policy: no text becomes a script', { headers: { 'content-security-policy': `${TRUSTED} 'none'` } }, async (site) => {
  await everywhere(site);
  // The browser says that the policy for late scripts was refused; they are imported instead, and nothing is kept for offline use.
  const refused = site.errors.splice(0);
  assert.ok(refused.length && refused.every((line) => /policy named 'linpu'|'TrustedScriptURL'/i.test(line)), refused.join('\n'));
});

on(['hosted'], 'under Trusted Types the policy `linpu` names our own script for a failed program', { headers: { 'content-security-policy': `${TRUSTED} linpu` } }, async (site) => {
  const { page } = site;
  await page.evaluate(() => document.dispatchEvent(new Event('linpu:want')));
  await page.waitForFunction(() => document.querySelector('link[href*="rest-"]'), null, { polling: 100 }).catch(() => {});
  await page.waitForTimeout(2500);
  await page.evaluate(() => document.dispatchEvent(new Event('linpu:fail')));
  await page.locator('#linpu-status.crashed textarea').last().waitFor();
  const errors = site.errors.filter((error) => !/unreachable|RuntimeError/.test(error));
  assert.deepEqual(errors, []);
  site.errors.length = 0;
});

on(['hosted'], 'where pictures of ours are forbidden the page says so, and gives the drawing', { headers: { 'content-security-policy': "img-src 'self'" } }, async (site) => {
  const { page, text } = site;
  const { at, menu } = await everywhere(site, { png: false });
  await menu(at(/PNG/));
  await text('#chart-population', /未能|失败|不能|没有/);
  const other = site.errors.filter((error) => !/img-src/.test(error));
  assert.deepEqual(other, []);
  site.errors.length = 0;
  assert.ok(await page.locator('#chart-population').isVisible());
});

test('the single file works under its own policy, and runs nothing that is not its own', async () => {
  const site = await open('single', {});
  const { page } = site;
  try {
    await everywhere(site);
    assert.deepEqual(site.errors, []);
    assert.deepEqual(site.foreign, []);
    // What the policy stops is told of as well, with the reason.
    const stopped = [];
    page.on('requestfailed', (request) => request.failure().errorText === 'csp' && stopped.push(request.url()));
    await page.evaluate(() => {
      window.ran = [];
      const add = (make) => { try { make(); } catch { /* Refused is as good as blocked. */ } };
      add(() => { const script = document.createElement('script'); script.textContent = 'window.ran.push("inline")'; document.head.appendChild(script); });
      add(() => { const script = document.createElement('script'); script.src = 'data:text/javascript,window.ran.push("data")'; document.head.appendChild(script); });
      add(() => { const script = document.createElement('script'); script.src = 'https://foreign.invalid/x.js'; document.head.appendChild(script); });
      add(() => { document.getElementById('main').insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran.push(\'handler\')">'); });
      add(() => { const link = document.createElement('a'); link.href = 'javascript:window.ran.push("address")'; document.body.appendChild(link); link.click(); });
      add(() => { const frame = document.createElement('iframe'); frame.srcdoc = '<script>parent.ran.push("frame")<\/script>'; document.body.appendChild(frame); });
      setTimeout('window.ran.push("timer")', 0);
      add(() => { fetch('https://foreign.invalid/').catch(() => {}); });
      add(() => { new Image().src = 'https://foreign.invalid/x.png'; });
      // In a turn of its own: what a test runs itself may evaluate. The first script took the wider word back.
      setTimeout(() => { add(() => (0, eval)('window.ran.push("eval")')); add(() => new Function('window.ran.push("function")')()); }, 0);
    });
    await page.waitForTimeout(400);
    const ran = await page.evaluate(() => window.ran);
    assert.deepEqual(ran, [], 'nothing ran');
    assert.deepEqual(site.foreign.filter((address) => !stopped.includes(address)), [], 'nothing left');
  } finally {
    await site.close();
  }
});

on(['hosted'], 'a search engine reads what the data are', {}, async ({ page }) => {
  const data = await page.locator('script[type="application/ld+json"]').textContent().then(JSON.parse);
  assert.equal(data['@type'], 'Dataset');
  assert.ok(data.name.includes('邻谱') && data.description.length > 30 && /^\d+\.\d+\.\d+$/.test(data.version));
  assert.equal(await page.locator('meta[property="og:title"]').getAttribute('content'), data.name);
});
