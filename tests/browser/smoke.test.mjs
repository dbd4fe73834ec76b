// The page starts, anywhere it is put, and can be read without scripts.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const CSP = "default-src 'none'; img-src 'self' data: blob:; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

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
