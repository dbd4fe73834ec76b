// What somebody does before the program is there is not lost: it is done when it comes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READY, host, pieces, visit } from './lib/host.mjs';

const PROGRAM = /^linpu-\w+\.wasm$/;

/** A host whose program comes when it is told to. */
async function slow(options = {}, hash = '') {
  let come;
  const waited = new Promise((done) => { come = done; });
  const site = await host({ answer: (name) => (PROGRAM.test(name) ? waited.then(() => undefined) : undefined) });
  const there = await visit(site.base + hash, options);
  // The first script has to be there; it is what listens.
  await there.page.locator('.case').nth(4).waitFor();
  const comes = async () => {
    assert.equal(await there.page.locator(READY).count(), 0);
    come();
    await there.page.locator(READY).waitFor({ state: 'attached' });
  };
  return { site, comes, ...there };
}

test('what is typed into the search box is searched for, and one types on', async () => {
  const { page, comes, errors, close } = await slow();
  await page.click('#search');
  await page.keyboard.type('zhuyn');
  await page.keyboard.press('ArrowLeft');
  await comes();
  assert.equal(await page.inputValue('#search'), 'zhuyn');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  await page.keyboard.type('i');
  assert.equal(await page.inputValue('#search'), 'zhuyin', 'where one was');
  await page.locator('#hit-0', { hasText: '竹隐社区' }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test('theme and language are what was chosen', async () => {
  const { page, comes, close } = await slow();
  await page.selectOption('#theme', 'dark');
  await page.selectOption('#locale', 'en');
  await comes();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark' && document.documentElement.lang === 'en');
  await page.locator('h2', { hasText: 'communities' }).first().waitFor();
  const address = new URLSearchParams(new URL(page.url()).hash.slice(1));
  assert.equal(address.get('theme'), 'dark');
  assert.equal(address.get('lang'), 'en');
  await close();
});

test('a figure that was clicked shows its receipt', async () => {
  const { page, comes, close } = await slow();
  await page.locator('.case button.figure >> nth=1').click();
  await comes();
  await page.locator('#receipt', { hasText: '窑洲社区' }).locator('blockquote').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#receipt').waitFor({ state: 'detached' });
  await close();
});

for (const width of [1440, 390]) {
  test(`a mark that was clicked shows its receipt (${width} wide)`, async () => {
    const { page, comes, close } = await slow({ viewport: { width, height: 844 } });
    const plot = page.locator('#plot-population');
    const marks = plot.locator('svg.picture:visible circle.ink-case');
    assert.ok(await marks.count(), 'it has marks');
    await marks.first().scrollIntoViewIfNeeded();
    const mark = await marks.first().boundingBox();
    await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2);
    await comes();
    await page.locator('#receipt blockquote').waitFor();
    await close();
  });
}

test('filters that were clicked filter, each of them', async () => {
  const { page, comes, close } = await slow();
  const tiles = page.locator('.tile:not([disabled])');
  await tiles.nth(0).click();
  await tiles.nth(2).click();
  await comes();
  await page.waitForFunction(() => document.querySelectorAll('.chip').length >= 1 && document.querySelectorAll('.tile[aria-pressed=true]').length === 2);
  await close();
});

test('a page that was gone to is shown, and Back leads back', async () => {
  const { page, comes, close } = await slow();
  await page.locator('nav a[href*="p=compare"]').first().click();
  await comes();
  await page.locator('.matrix thead th').nth(3).waitFor();
  await page.goBack();
  await page.locator('h1', { hasText: '别的社区有多大' }).waitFor();
  await close();
});

test('who has scrolled stays there, and keeps the focus', async () => {
  const { page, comes, close } = await slow();
  await page.mouse.wheel(0, 900);
  await page.waitForFunction(() => scrollY > 500);
  await page.waitForTimeout(300);
  const place = () => page.evaluate(() => document.querySelector('#chart-population').getBoundingClientRect().top);
  await page.locator('#plot-population').evaluate((plot) => plot.focus({ preventScroll: true }));
  const before = await place();
  await comes();
  await page.waitForTimeout(500);
  assert.ok(Math.abs((await place()) - before) < 2, `${before} -> ${await place()}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'plot-population');
  await close();
});

test('what was left undone is not done: a field that was left has no focus', async () => {
  const { page, comes, close } = await slow();
  await page.click('#search');
  await page.keyboard.type('x');
  await page.locator('h1').click();
  await comes();
  assert.equal(await page.inputValue('#search'), 'x');
  assert.equal(await page.evaluate(() => document.activeElement.id), '');
  await close();
});

test('on another page than the first paint nothing else is done by mistake', async () => {
  const { page, comes, errors, close } = await slow({}, '#v=2&p=compare&c=ZY,JK');
  await page.locator('.case button.figure').first().click();
  await comes();
  await page.locator('.matrix thead th').nth(3).waitFor();
  await page.waitForTimeout(3500);
  assert.equal(await page.locator('#receipt').count(), 0);
  assert.deepEqual(errors, []);
  await close();
});

test('nobody who does nothing asks for more', async () => {
  const { site, page, comes, close } = await slow();
  await page.waitForTimeout(500);
  assert.ok(!site.asked.some((name) => /^rest-/.test(name)));
  await comes();
  await close();
});

test('on a slow machine nothing is painted before the top of the page is whole', async () => {
  const site = await host({ answer: (name, file, type) => (name === 'index.html' ? [200, type, pieces(file)] : undefined) });
  const { page, context, close } = await visit(site.base);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`${site.base}?again`, { waitUntil: 'commit' });
  await page.waitForSelector(READY, { state: 'attached' });
  const { blank, content } = await page.evaluate(() => Object.fromEntries(performance.getEntriesByType('paint')
    .map((entry) => [entry.name === 'first-paint' ? 'blank' : 'content', entry.startTime])));
  assert.ok(content > 0);
  assert.equal(blank, content, 'the first frame shows something');
  await close();
});

for (const viewport of [[390, 844], [768, 1024], [1024, 768], [1280, 800], [1440, 900], [1920, 1080]]) {
  test(`while the page comes piece by piece its top is there first, and nothing moves (${viewport.join(' x ')})`, async () => {
    const site = await host({ answer: (name, file, type) => (name === 'index.html' ? [200, type, pieces(file)] : undefined) });
    const [width, height] = viewport;
    const { page, errors, close } = await visit(site.base, {
      viewport: { width, height },
      waitUntil: 'commit',
      init: () => {
        window.shift = 0;
        window.moved = [];
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
          window.shift += entry.value;
          window.moved.push([entry.value, entry.sources.map((source) => source.node?.className ?? source.node?.nodeName)]);
        })).observe({ type: 'layout-shift', buffered: true });
        const look = () => {
          window.sawTop ??= document.querySelector('.top nav') && !document.querySelector('.case')
            && getComputedStyle(document.querySelector('.top')).position;
          requestAnimationFrame(look);
        };
        look();
      },
    });
    await page.waitForSelector(READY, { state: 'attached' });
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => window.sawTop), 'sticky', 'the top has its styles before the rest is there');
    assert.equal(await page.locator('#linpu style').count(), 0, 'the styles are at home in the head');
    assert.equal(await page.locator('head style').count(), 2);
    const [shift, moved] = await page.evaluate(() => [window.shift, window.moved]);
    assert.ok(shift <= 0.01, `${shift}: ${JSON.stringify(moved)}`);
    assert.deepEqual(errors, []);
    await close();
  });
}
