// Back and forward lead to where a person was: on every pair of pages, in the box the table scrolls in, after a reload, in a frame.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const PAGES = {
  overview: 'v=1', compare: 'v=1&p=compare', atlas: 'v=1&p=atlas', practices: 'v=1&p=practices', checks: 'v=1&p=checks',
  table: 'v=1&p=table', about: 'v=1&p=about', community: 'v=1&p=community.ZY', system: 'v=1&p=system.ZN-leifengshao-liucheng',
};
const where = (frame) => frame.evaluate(() => [Math.round(scrollY), Math.round(document.getElementById('rows')?.scrollTop ?? 0)]);
/** Two frames after the last change: the page is drawn and the position restored. */
const drawn = (frame) => frame.evaluate(() => new Promise((done) => {
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))), 30);
}));

/** Scrolls the page, and the table in its box; gives the position reached. */
async function scroll(frame, by) {
  await frame.evaluate((y) => {
    scrollTo(0, y);
    const box = document.getElementById('rows');
    if (box) box.scrollTop = 3 * y;
  }, by);
  return where(frame);
}

async function turn(frame, fragment) {
  await frame.evaluate((hash) => { location.hash = hash; }, fragment);
  await drawn(frame);
}

async function step(frame, way) {
  await frame.evaluate((by) => new Promise((done) => {
    addEventListener('hashchange', () => done(), { once: true });
    history.go(by);
  }), way);
  await drawn(frame);
}

async function pairs(frame) {
  const wrong = [];
  const expect = (what, is, should) => {
    if (is.some((number, at) => Math.abs(number - should[at]) > 1)) wrong.push(`${what}: ${is}, not ${should}`);
  };
  let count = 0;
  for (const [from, a] of Object.entries(PAGES)) {
    for (const [to, b] of Object.entries(PAGES)) {
      if (from === to) continue;
      count += 1;
      await turn(frame, a);
      const left = await scroll(frame, 320);
      await turn(frame, b);
      expect(`${from} to ${to}: a new page starts at its top`, await where(frame), [0, 0]);
      const there = await scroll(frame, 210);
      await step(frame, -1);
      expect(`${to} back to ${from}`, await where(frame), left);
      await step(frame, 1);
      expect(`${from} forward to ${to}`, await where(frame), there);
    }
  }
  assert.equal(count, 72);
  assert.deepEqual(wrong, []);
}

both('on all pairs of pages', { viewport: { width: 1280, height: 500 } }, async ({ page, until }) => {
  await turn(page, PAGES.about);
  await until(() => document.querySelector('#main .data-parts'));
  await pairs(page);
});

both('by links, the one to the top among them', { viewport: { width: 1280, height: 500 } }, async ({ page, text }) => {
  await scroll(page, 700);
  await page.evaluate(() => document.querySelector('nav a[href*="atlas"]').click());
  await text('h1', '图谱').catch(() => {});
  await drawn(page);
  assert.equal((await where(page))[0], 0);
  await scroll(page, 400);
  await page.evaluate(() => document.querySelector('a.brand').click());
  await drawn(page);
  assert.equal((await where(page))[0], 0);
  await step(page, -1);
  assert.equal((await where(page))[0], 400);
  await step(page, -1);
  assert.equal((await where(page))[0], 700);
});

both('a reload stays where it was, and so does the way back after it', { viewport: { width: 1280, height: 500 } }, async (site) => {
  const { page } = site;
  await turn(page, PAGES.table);
  await page.locator('#rows').waitFor();
  const left = await scroll(page, 150);
  await page.waitForTimeout(400);
  await turn(page, PAGES.about);
  await scroll(page, 330);
  await page.waitForTimeout(400);
  await site.reload();
  await page.locator('#main .data-parts').waitFor();
  await drawn(page);
  assert.equal((await where(page))[0], 330);
  await step(page, -1);
  assert.deepEqual(await where(page), left);
});

both('a receipt opens and closes where one is', { viewport: { width: 1280, height: 500 } }, async ({ page, count }) => {
  await page.waitForTimeout(100);
  await scroll(page, 900);
  const left = await where(page);
  await page.evaluate(() => document.querySelector('.case button.figure').click());
  await page.locator('#receipt .receipt-value').waitFor();
  await page.locator('#receipt .close').click();
  await count('#receipt', 0);
  await drawn(page);
  assert.deepEqual(await where(page), left);
});

both('in a frame', { viewport: { width: 1280, height: 500 } }, async ({ page, base }) => {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: `${src}?framed`, width: 1200, height: 480, name: 'inner' });
    document.body.replaceChildren(frame);
  }, base);
  const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
  await frame.waitForSelector('main[data-ready]');
  await turn(frame, PAGES.about);
  await frame.waitForSelector('#main .data-parts');
  await pairs(frame);
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  both(`nothing jumps while the page comes, a filter is set and somebody scrolls on (${viewport.width})`, { viewport }, async (site) => {
    const { page, count, reload } = site;
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        if (!entry.hadRecentInput) window.shift += entry.value;
      })).observe({ type: 'layout-shift', buffered: true });
    });
    await reload();
    await page.waitForTimeout(800);
    if (viewport.width > 1000) {
      await page.locator('.map button:not([disabled])').first().click();
      await count('.chip', 1);
    }
    await page.waitForTimeout(800);
    for (let step = 0; step < 5; step += 1) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(200);
    }
    await count('[data-unseen]', 0);
    assert.ok(await page.evaluate(() => window.shift) <= 0.02);
  });
}
