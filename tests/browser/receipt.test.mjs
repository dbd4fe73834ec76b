// Every figure leads to its receipt, by pointer and by keyboard, and back.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const PLOT = '#plot-population';
const focused = () => document.activeElement?.id || document.activeElement?.getAttribute('aria-label');

async function closes(site, to) {
  await site.until(() => document.activeElement?.closest('#receipt'));
  await site.page.keyboard.press('Escape');
  await site.count('#receipt', 0);
  assert.equal(site.address().get('r'), null);
  await site.until((id) => [document.activeElement?.id, document.activeElement?.getAttribute('aria-label')].includes(id), to)
    .catch(async () => assert.equal(await site.page.evaluate(focused), to, 'the focus returns'));
}

both('a click on a mark opens its receipt', {}, async (site) => {
  const { page } = site;
  await page.focus(PLOT);
  await page.keyboard.press('ArrowRight');
  const mark = await page.locator(`${PLOT} .ring rect`).boundingBox();
  await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
  await page.locator('#receipt blockquote').waitFor();
  assert.ok(site.address().get('r'));
  await closes(site, 'plot-population');
});

both('Esc closes a receipt wherever the focus is', {}, async (site) => {
  const { page } = site;
  await page.waitForFunction(() => document.querySelector('#main button.figure'));
  // At once, before anything has moved the focus; and after something else has taken it.
  for (const last of [() => {}, () => document.activeElement.blur(), () => document.querySelector('#locale').focus()]) {
    await page.evaluate(() => document.querySelector('#main button.figure').click());
    await page.locator('#receipt').waitFor();
    await page.evaluate(`(${last})(); document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))`);
    await site.count('#receipt', 0);
    assert.equal(site.address().get('r'), null);
  }
});

both('the keyboard walks the chart, Enter opens, Esc returns', {}, async (site) => {
  const { page } = site;
  await page.focus(PLOT);
  const read = '#chart-population .tip';
  await site.text(read, /人口（口径未说明）\s· 19\/65/);
  await page.keyboard.press('ArrowRight');
  // For the ear it stands apart.
  await site.text('#chart-population .readout .visually-hidden', '人口（口径未说明），2005人');
  const first = await page.locator(read).innerText();
  assert.match(first, /2,005人/, 'the eye reads what the chart and the table say');
  await page.keyboard.press('ArrowDown');
  await site.until(([id, text]) => document.querySelector(id).innerText !== text, [read, first]);
  await page.keyboard.press('Enter');
  await page.locator('#receipt').waitFor();
  await closes(site, 'plot-population');
});

for (const [where, hash, selector] of [
  ['of a case', '', '.case button.figure >> nth=2'],
  ['of the data table', 'v=1&p=table', '#rows button.figure >> nth=2'],
  ['of a community', 'v=1&p=community.ZY', '.group button.figure >> nth=2'],
]) {
  both(`Enter on a figure ${where} opens its receipt, Esc returns to it`, { hash }, async (site) => {
    const button = site.page.locator(selector);
    const name = await button.getAttribute('aria-label');
    await button.focus();
    await site.page.keyboard.press('Enter');
    await site.page.locator('#receipt').waitFor();
    await closes(site, name);
  });
}

both('a receipt has phrase, publisher and link, and survives a reload', { hash: 'v=1&r=ZY-02' }, async (site) => {
  const complete = async () => {
    await site.text('#receipt blockquote', '在册人口1800人');
    await site.text('#receipt dd', '红星网');
    const href = await site.page.locator('#receipt a.out').getAttribute('href');
    assert.match(href, /^https:\/\/www\.hxw\.gov\.cn\/.*#:~:text=/);
  };
  await complete();
  await site.reload();
  await complete();
  assert.equal(site.address().get('r'), 'ZY-02');
});

both('Tab stays inside, both ways', { hash: 'v=1&r=ZY-02' }, async (site) => {
  const { page } = site;
  await site.until(() => document.activeElement?.id === 'receipt');
  for (const key of [...Array(10).fill('Tab'), ...Array(12).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest('#receipt'))), key);
  }
});

both('the close button closes', { hash: 'v=1&r=ZY-02' }, async (site) => {
  await site.page.locator('#receipt .close').click();
  await site.count('#receipt', 0);
});
