// Nothing is wider than the page, from small phones to wide screens.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const VIEWS = { overview: '', table: 'v=1&p=table', community: 'v=1&p=community.ZY', about: 'v=1&p=about', compare: 'v=1&p=compare', atlas: 'v=1&p=atlas', system: 'v=1&p=system.ZN-leifengshao-liucheng', everybody: 'v=2&p=atlas', chart: 'v=2&p=chart.services', comparing: 'v=2&p=compare', practices: 'v=1&p=practices', checks: 'v=1&p=checks', receipt: 'v=1&r=ZY-02', figure: 'v=2&p=figure.ZY-03', workshop: 'v=2&p=embed', bars: 'v=2&p=chart.population:population_usual' };

for (const width of [320, 390, 768, 1024, 1440, 1920]) {
  for (const lang of ['zh-Hans', 'en']) {
    both(`no sideways scrolling at ${width} px in ${lang}`, { viewport: { width, height: 800 } }, async ({ page, go }) => {
      for (const [name, hash] of Object.entries(VIEWS)) {
        await go(`${hash || 'v=1'}&lang=${lang}`);
        // What comes with the rest of the program is there.
        await page.locator(name === 'receipt' ? '#receipt blockquote' : 'main h1').first().waitFor();
        const wide = await page.evaluate(() => {
          const page = document.documentElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1);
          return [`${page.scrollWidth} > ${page.clientWidth}`, ...out.slice(0, 5).map((element) => `${element.tagName}.${element.className.baseVal ?? element.className}#${element.id}`)];
        });
        assert.deepEqual(wide, [], name);
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('.plot')].filter((plot) => plot.scrollWidth > plot.clientWidth).map((plot) => plot.id));
        assert.deepEqual(cut, [], `${name}: pictures wider than their place`);
      }
    });
  }
}

both('the page of all systems is short, and opens a row at a time', { hash: 'v=2&p=atlas' }, async ({ page, go }) => {
  for (const [width, height, screens] of [[1440, 900, 5], [390, 844, 8]]) {
    await page.setViewportSize({ width, height });
    await go('v=2&p=atlas');
    await page.locator('.atlas summary').first().waitFor();
    await page.locator('#chart-timeline svg').first().waitFor();
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(whole <= screens * height, `${whole} px are more than ${screens} screens of ${height}`);
    const row = page.locator('.atlas details').first();
    assert.equal(await row.locator('a').first().isVisible(), false);
    await row.locator('summary').click();
    assert.equal(await row.locator('a').first().isVisible(), true);
  }
});
