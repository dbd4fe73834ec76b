// The page on the data: the package as it lies in the project, citations, and a codebook one finds things in.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { both, on } from './lib/site.mjs';
import { unzipped } from './lib/zip.mjs';

const DATA = fileURLToPath(new URL('../../assets/data/', import.meta.url));
const PAGE = { hash: 'v=2&p=about' };
const button = (page, name) => page.locator('.data-files button', { hasText: name });

both('the package is downloaded byte for byte', PAGE, async ({ page }) => {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'ZIP').click()]);
  assert.match(file.suggestedFilename(), /^linpu-cases-\d+\.\d+\.\d+\.zip$/);
  const files = unzipped(await readFile(await file.path()));
  const names = (await readdir(DATA)).sort();
  assert.deepEqual([...files.keys()].sort(), names);
  for (const name of names) assert.ok(files.get(name).equals(await readFile(DATA + name)), name);
});

on(['hosted'], 'a package that does not come is said', PAGE, async ({ page, text, errors }) => {
  await page.route('**/*.zip', (route) => route.fulfill({ status: 404, body: '' }));
  await button(page, 'ZIP').click();
  await text('.said', '下载未能开始：服务器没有给出文件（HTTP 404）');
  // The browser says so itself too.
  errors.length = 0;
});

both('every kind of file of all figures', PAGE, async ({ page }) => {
  for (const [name, end] of [['整洁', 'linpu-all-figures.csv'], ['可读', 'linpu-all-figures-readable.csv'], ['XLSX', 'linpu-all-figures.xlsx']]) {
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
    assert.equal(file.suggestedFilename(), end);
  }
});

both('an indicator is found in the codebook by pinyin, and what is folded by the browser', PAGE, async ({ page, count, until }) => {
  const open = '.data-part .definitions';
  await page.locator('#codebook-find').fill('changzhurenkou');
  await page.locator(`${open} th`, { hasText: '小区常住人口' }).waitFor();
  await page.locator('#codebook-find').fill('');
  await until(() => document.querySelectorAll('section details[open]').length === 0);
  await page.getByRole('button', { name: '全部展开' }).click();
  await page.locator(`${open} th`, { hasText: '公园占地' }).waitFor();
  assert.ok(await page.evaluate(() => window.find('公园占地')));
  await page.getByRole('button', { name: '全部收起' }).click();
  await count('section details[open]', 0);
});

both('each part of the page is one step from its top, and the page is short', PAGE, async ({ page }) => {
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) <= 4 * 900);
  await page.locator('.data-index button', { hasText: '来源' }).click();
  await page.waitForFunction(() => {
    const top = document.getElementById('data-sources').getBoundingClientRect().top;
    return top >= 0 && top < innerHeight;
  });
});
