// What is downloaded stands alone: figures with their receipts, pictures with title, source and filters.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { both } from './lib/site.mjs';
import { unzipped } from './lib/zip.mjs';

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function ofChart(page, name) {
  await page.locator('#menu-population-button').click();
  return download(page, page.getByRole('menuitem', { name }));
}

/** The cells of a CSV text. */
function cells(text) {
  const rows = [[]];
  for (const [, separator, quoted, plain] of text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator && separator !== ',') rows.push([]);
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return rows.filter((row) => row.length > 1);
}

both('the table as CSV: a missing value is blank and says why', { hash: 'v=1&p=table' }, async ({ page }) => {
  const { name, bytes } = await download(page, page.locator('.table-tools button', { hasText: '整洁' }));
  assert.match(name, /\.csv$/);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, ...rows] = cells(bytes.subarray(3).toString('utf8'));
  for (const column of ['id', 'community', 'indicator', 'value', 'bound', 'status', 'unit', 'source', 'url', 'filters']) {
    assert.ok(head.includes(column), column);
  }
  assert.ok(rows.every((row) => row.length === head.length));
  const value = head.indexOf('value');
  const missing = rows.filter((row) => row[head.indexOf('status')] === 'not_reported');
  assert.equal(rows.length - missing.length, 140);
  assert.ok(missing.length > 0 && missing.every((row) => row[value] === ''));
  assert.equal(rows.find((row) => row[0] === 'ZY-02')[value], '1800');
});

both('a chart as CSV', { hash: 'v=1&province=hunan' }, async ({ page }) => {
  const { bytes } = await ofChart(page, 'CSV（整洁）');
  const [head, ...rows] = cells(bytes.subarray(3).toString('utf8'));
  assert.ok(rows.length > 1 && rows.every((row) => row[head.indexOf('filters')].includes('湖南省')));
});

both('a chart as CSV for people, and as a workbook', { hash: 'v=1&province=hunan' }, async ({ page }) => {
  const { name, bytes } = await ofChart(page, 'CSV（可读）');
  assert.match(name, /-readable\.csv$/);
  const [head, ...rows] = cells(bytes.subarray(3).toString('utf8'));
  const of = (row, column) => row[head.indexOf(column)];
  const usual = rows.find((row) => of(row, '编号') === 'ZY-03');
  assert.deepEqual(['数值（照原文）', '数', '限定', '单位'].map((column) => of(usual, column)), ['约5,000人', '5000', '约数', '人']);
  const book = await ofChart(page, 'XLSX');
  assert.match(book.name, /\.xlsx$/);
  const parts = unzipped(book.bytes);
  assert.match(parts.get('xl/workbook.xml').toString(), /name="数字".*name="定义与引用"/);
  assert.match(parts.get('xl/worksheets/sheet1.xml').toString(), /<v>5000<\/v>/);
});

both('a chart as SVG and PNG', { hash: 'v=1&province=hunan' }, async ({ page }) => {
  const svg = await ofChart(page, 'SVG');
  assert.match(svg.name, /\.svg$/);
  const text = svg.bytes.toString('utf8');
  // Long lines are broken: compare without spaces.
  const words = text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s/g, '').replaceAll('&amp;', '&');
  const title = await page.locator('#chart-population-title').innerText();
  for (const part of [title, '数据来源', '红星网', '筛选条件', '湖南省', 'CC BY 4.0']) {
    assert.ok(words.includes(part.replaceAll(/\s/g, '')), part);
  }
  assert.ok(!/<script|\bhref=|@import|url\(/.test(text), 'stands alone');
  const [, width, height] = text.match(/<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/);
  const png = await ofChart(page, 'PNG');
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [width, height].map((size) => Math.floor(size * 2)));
});
