// What is said beside a mark is near it, stays, can be pointed at and sent away; rows of a chart open by name and by silence.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const PLOT = '#plot-population';
const TIP = '#chart-population .tip';

/** Points at a mark that the arrows lead to; gives its box. */
async function point({ page, until }, keys) {
  await until(() => document.querySelector('#chart-coverage .picture'));
  await page.focus(PLOT);
  for (const key of keys) await page.keyboard.press(key);
  // Arrows bring their mark into view, and a key that goes nowhere here scrolls the page, which browsers do in many steps.
  for (let last = -1, now; (now = await page.evaluate(() => scrollY)) !== last; last = now) await page.waitForTimeout(150);
  const ring = await page.locator(`${PLOT} .ring rect`).boundingBox();
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(ring.x + ring.width - 10, ring.y + ring.height / 2);
  await page.locator(TIP).waitFor();
  return ring;
}

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  both(`what is said of a dot stands beside it, stays and goes (${viewport.width})`, { viewport }, async (site) => {
    const { page, until, count } = site;
    const ring = await point(site, ['ArrowRight']);
    const tip = await page.locator(TIP).boundingBox();
    const gap = Math.max(tip.y - (ring.y + ring.height), ring.y - (tip.y + tip.height), 0);
    assert.ok(gap <= 6, `${gap} px away`);
    assert.ok(tip.x >= 0 && tip.x + tip.width <= viewport.width, 'inside the page');
    assert.ok(tip.y >= 0 && tip.y + tip.height <= viewport.height, 'in view');
    // The pointer goes over to it, slowly.
    const [x, y] = [ring.x + ring.width - 10, ring.y + ring.height / 2];
    await page.mouse.move(x, tip.y > y ? tip.y + 20 : tip.y + tip.height - 20, { steps: 30 });
    assert.match(await page.locator(TIP).innerText(), /勐允社区/);
    // Esc sends it away, wherever the focus is; the next mark is spoken of again.
    await page.keyboard.press('Escape');
    await count(TIP, 0);
    await page.mouse.move(x, y);
    await page.focus(PLOT);
    await page.keyboard.press('ArrowRight');
    await page.locator(TIP).waitFor();
    await page.locator(TIP).click();
    await until(() => document.querySelector('#receipt .receipt-value'));
  });
}

both('the name of a row opens its bars, by key and by pointer', {}, async (site) => {
  const { page, text, address } = site;
  await point(site, ['Home']);
  await page.focus(PLOT);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await text('h2', '19个社区报告了人口（口径未说明）');
  assert.equal(address().get('p'), 'chart.population:population_undefined');
  await page.goBack();
  await point(site, ['Home', 'ArrowDown']);
  await page.mouse.down();
  await page.mouse.up();
  await text('h2', '14个社区报告了常住人口');
});

both('the count of who is silent opens their names', { viewport: { width: 390, height: 844 } }, async (site) => {
  const { page, text, until, address } = site;
  await point(site, ['Home', 'ArrowDown', 'ArrowLeft']);
  assert.match(await page.locator(TIP).innerText(), /等\d+个/);
  await page.mouse.down();
  await page.mouse.up();
  await text('#silent h3', '摘录未见');
  assert.equal(address().get('p'), 'chart.population:population_undefined');
  await until(() => {
    const top = document.querySelector('#silent').getBoundingClientRect().top;
    return top >= 0 && top < 300;
  });
  await page.locator('#silent li a').first().click();
  await text('h1', '社区');
});
