// The page starts, anywhere it is put, and can be read without scripts.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { both, on } from './lib/site.mjs';

// What `dist` says a strict host should send.
const headers = await readFile(new URL('../../dist/headers.txt', import.meta.url), 'utf8');
const CSP = headers.match(/^Content-Security-Policy: (.*)$/m)[1];
const WITHOUT_SUM = CSP.replace(/ 'sha256-[^']*'/, '');

async function readable({ page, count }) {
  await page.locator('h1:visible').waitFor();
  await page.locator('#chart-population svg.picture:visible').first().waitFor();
  await page.locator('.case').nth(4).waitFor();
  await count('.tile', 34);
  await page.getByText('未报告').locator('visible=true').first().waitFor();
}

both('starts without errors or foreign requests', {}, readable);
on(['hosted'], 'starts under a path', { prefix: '/a/b' }, readable);
on(['hosted'], 'starts under a strict content security policy', { headers: { 'content-security-policy': CSP } }, async (site) => {
  await readable(site);
  await site.page.locator('.tile:not([disabled])').first().click();
  await site.count('.chip', 1);
});
on(['hosted'], 'has its styles where those in pages are refused', { headers: { 'content-security-policy': WITHOUT_SUM } }, async (site) => {
  await readable(site);
  await site.until(() => getComputedStyle(document.querySelector('.top')).position === 'sticky');
  const refusals = site.errors.splice(0);
  assert.ok(refusals.length && refusals.every((line) => /inline style/.test(line)), refusals.join('\n'));
});
on(['hosted'], 'the styles come with the page', {}, async ({ page }) => {
  const sheets = await page.evaluate(() => performance.getEntriesByType('resource').filter((entry) => /style-\w+\.css$/.test(entry.name)).length);
  assert.equal(sheets, 0, 'no second request');
});
on(['hosted'], 'nobody asks for the later half before the page has come to rest', {}, async ({ page }) => {
  const late = await page.waitForFunction(() => {
    const rest = performance.getEntriesByType('resource').find((entry) => /rest-\w+\.wasm$/.test(entry.name));
    return rest && { after: rest.startTime - performance.getEntriesByName('interactive')[0].startTime };
  });
  const { after } = await late.jsonValue();
  assert.ok(after > 1000, `${after} ms after the page was ready`);
});
both('is readable without scripts', { scripts: false }, async (site) => {
  const { page } = site;
  await page.locator('h1:visible').waitFor();
  const charts = await page.locator('section.chart').all();
  assert.ok(charts.length > 5);
  assert.equal(await charts[0].locator('.plot-frame svg:visible').count(), 1, 'the first chart has its picture');
  // The others say what they show, and where it is from.
  for (const chart of charts) assert.ok((await chart.locator('h2').innerText()).length > 8);
  assert.ok(await page.locator('.case:visible').count() >= 5);
  assert.ok((await page.locator('.cases').innerText()).includes('未报告'));
});
