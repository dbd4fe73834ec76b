// The frame of a chart: its sources, its menu, and what is folded where the page is narrow. The header's menu, too.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };
const active = (page) => page.evaluate(() => document.activeElement.id);

both('the menu of a chart follows the keys of menus', {}, async ({ page, count, until }) => {
  const button = page.locator('#menu-population-button');
  await button.focus();
  await page.keyboard.press('Enter');
  await until(() => document.activeElement.id === 'menu-population-0');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), 'menu-population-7', 'round the end');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(page), 'menu-population-1');
  await page.keyboard.press('End');
  assert.equal(await active(page), 'menu-population-7');
  await page.keyboard.press('Escape');
  await count('.menu', 0);
  await until(() => document.activeElement.id === 'menu-population-button');
  // Esc closes it wherever in it the focus is, the button included.
  await page.keyboard.press('Enter');
  await until(() => document.activeElement.id === 'menu-population-0');
  await button.focus();
  await page.keyboard.press('Escape');
  await count('.menu', 0);
  await page.keyboard.press('ArrowDown');
  await until(() => document.activeElement.id === 'menu-population-0');
  await page.keyboard.press('Enter');
  await page.locator('#chart-population .twin').waitFor();
  assert.equal(await page.locator('#chart-population .plot').isVisible(), false);
});

both('the link of a view is copied', { hash: 'v=2&province=hunan' }, async ({ page, text }) => {
  await page.locator('#menu-population-button').click();
  await page.getByRole('menuitem', { name: '复制链接' }).click();
  await text('#chart-population .said', /链接已复制|不允许写入剪贴板/);
});

// What a phone has, as far as a page sees it: asked once with a link, it takes it, is left, or refuses.
const device = () => {
  navigator.share = (what) => {
    window.shared = what;
    return window.refusing ? Promise.reject(new DOMException('', window.refusing)) : Promise.resolve();
  };
};

on(['hosted'], 'where the device shares links, the link of a view is shared with its title', { hash: 'v=2&province=hunan', init: device }, async ({ page, base, count, text }) => {
  const share = async () => {
    await page.locator('#menu-population-button').click();
    await page.getByRole('menuitem', { name: '分享链接' }).click();
    await count('.menu', 0);
  };
  await share();
  const { title, url } = await page.evaluate(() => window.shared);
  assert.equal(title, await page.title());
  assert.ok(url.startsWith(base) && url.includes('province=hunan'), url);
  // Who leaves the dialog of the device wanted nothing else; where it refuses, the link is copied.
  await page.evaluate(() => { window.refusing = 'AbortError'; });
  await share();
  assert.equal(await page.locator('#chart-population .said').innerText(), '');
  await page.evaluate(() => { window.refusing = 'NotAllowedError'; });
  await share();
  await text('#chart-population .said', /链接已复制|不允许写入剪贴板/);
});

on(['single'], 'a file on the device is not shared as a link', { init: device }, async ({ page }) => {
  await page.locator('#menu-population-button').click();
  await page.getByRole('menuitem', { name: '复制链接' }).waitFor();
  assert.equal(await page.getByRole('menuitem', { name: '分享链接' }).count(), 0);
});

both('sources are folded to one line that counts them', {}, async ({ page, count }) => {
  const sources = page.locator('#chart-population .sources');
  const said = Number((await sources.locator('summary').innerText()).match(/\d+/)[0]);
  assert.equal(await sources.locator('.source').isVisible(), false);
  await sources.locator('summary').click();
  await count('#chart-population .source li', said);
});

both('on a phone later charts are folded and open in place', PHONE, async ({ page }) => {
  const plots = page.locator('#charts .plot');
  const seen = async () => (await plots.evaluateAll((all) => all.filter((plot) => plot.offsetParent).length));
  const all = await plots.count();
  assert.ok(all > 3);
  assert.equal(await seen(), 2);
  await page.locator('.unfold:visible').first().click();
  assert.equal(await seen(), 3);
});

both('first things come first: what it is, the cases, filters and a whole chart', {}, async ({ page }) => {
  const bottom = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom);
  for (const selector of ['h1', '.cases', '.bar', '.map']) assert.ok(await bottom(selector) <= 900, selector);
  assert.ok(await page.locator('.case').count() >= 5);
  assert.ok(await bottom('#chart-population .plot') <= 900, 'the first chart is whole');
});

both('on a phone the first chart begins in the first view', PHONE, async ({ page }) => {
  const top = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(await top('.case >> nth=0') < 500);
  assert.ok(await top('#chart-population .plot') < 700);
});

on(['hosted'], 'the header is one row at every width, and what it hides is in its menu', {}, async ({ page, until }) => {
  for (const [width, height] of [[1440, 56], [1200, 56], [1024, 56], [860, 56], [768, 56], [390, 52], [320, 52]]) {
    for (const lang of ['zh-Hans', 'en']) {
      await page.setViewportSize({ width, height: 800 });
      if (await page.locator('#locale').isVisible()) await page.selectOption('#locale', lang);
      const box = await page.locator('.top').boundingBox();
      assert.ok(Math.abs(box.height - height - 1) <= 1, `${width} ${lang}: ${box.height}`);
      const right = await page.locator('.top-in > *:visible, .top nav:visible').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
      assert.ok(right <= width, `${width} ${lang}: ${right}`);
      assert.ok(await page.locator('#search').isVisible());
      const links = await page.locator('.top nav a:visible').count();
      assert.equal(links, width >= 1200 ? 7 : width >= 860 ? 5 : 0);
      if (links < 7) {
        await page.locator('#top-menu-button').click();
        await until(() => document.querySelector('#top-menu').classList.contains('open'));
        assert.equal(await page.locator('.top nav a:visible').count(), 7);
        assert.ok(await page.locator('#locale').isVisible() && await page.locator('#theme').isVisible());
        await page.keyboard.press('Escape');
        await until(() => !document.querySelector('#top-menu').classList.contains('open'));
        assert.equal(await active(page), 'top-menu-button');
      }
    }
  }
});

both('services stand over time on the page of their chart, and a mark there leads to its receipt', { hash: 'v=2&p=chart.services' }, async ({ page, text }) => {
  await text('#chart-services\\.time', '服务与事项按时间看');
  const plot = page.locator('#plot-services\\.time');
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('#receipt blockquote').waitFor();
});
