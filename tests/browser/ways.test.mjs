// The main ways through both artefacts, gone from inside the page: the same expression that walks the oldest engines (lib/main-path.js).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { both } from './lib/site.mjs';

const ways = await readFile(new URL('./lib/main-path.js', import.meta.url), 'utf8');

both('every main way is open', {}, async ({ page }) => {
  assert.deepEqual(await page.evaluate(ways), []);
});

// Before anything of the page listens: it keeps clicks for a program that is still on its way.
const init = () => window.addEventListener('click', (event) => {
  if (event.target.closest('button.figure')) event.stopImmediatePropagation();
}, true);

both('a way that is shut is named', { init }, async ({ page }) => {
  const failed = await page.evaluate(ways);
  assert.deepEqual(failed.map((line) => line.split(':')[0]), ['receipt']);
});
