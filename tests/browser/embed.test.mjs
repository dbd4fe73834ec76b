// Inside the page of a portal: in any frame, as high as its content, without taking anything from its host.

import assert from 'node:assert/strict';
import http from 'node:http';
import { after, test } from 'node:test';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { launch } from './lib/browser.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const SANDBOXES = [null, 'allow-scripts', 'allow-scripts allow-same-origin', 'allow-scripts allow-popups allow-downloads allow-forms'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css' };

// The page and its hosts, on two origins of one server: localhost is not 127.0.0.1.
const hosts = new Map();
const server = http.createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const host = hosts.get(pathname);
  const body = host ?? (/^\/[\w.-]+$/.test(pathname) && (await readFile(path.join(DIST, pathname.slice(1))).catch(() => null)));
  response.writeHead(body ? 200 : 404, { 'content-type': host ? 'text/html; charset=utf-8' : TYPES[path.extname(pathname)] ?? 'text/plain' }).end(body || 'none');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const port = server.address().port;
const APP = `http://127.0.0.1:${port}`;
const HOST = `http://localhost:${port}`;
const browser = await launch('--site-per-process');
after(async () => {
  await browser.close();
  server.close();
});

/** A host page with a frame of ours; what the frame says is kept in `window.told`. */
function host(src, { sandbox = 'allow-scripts', width = 800, height = 200, script = '', before = '', attrs = '' } = {}) {
  const name = `/host${hosts.size}`;
  const box = sandbox === null ? '' : `sandbox="${sandbox}"`;
  hosts.set(name, `<!doctype html><meta charset="utf-8"><title>门户</title><body style="margin:0">${before}<h1>门户</h1><p><input id="own"></p>
    <iframe id="frame" style="display:block" ${attrs} ${box} src="${src}" width="${width}" height="${height}" frameborder="0"></iframe><p style="height:3000px">下文</p>
    <script>window.told = [];
    addEventListener('message', (event) => { if (event.source === document.getElementById('frame').contentWindow) told.push(event.data); });
    ${script}</script>`);
  return HOST + name;
}

async function visit(src, options) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(host(src, options));
  const frame = await (await page.waitForSelector('#frame')).contentFrame();
  await frame.waitForSelector('main[data-ready]', { state: 'attached' });
  return { context, page, frame, errors };
}

const RESIZE = `addEventListener('message', (event) => { if (event.data && event.data.type === 'linpu:height') document.getElementById('frame').height = event.data.height; });`;
const embedded = (more = '') => `${APP}/linpu.html#v=2&p=chart.households&embed=1${more}`;
/** Waits until the frame has said nothing more for a while. */
const settled = async (page, ms = 1500) => {
  await page.evaluate(() => { window.lastCount = undefined; });
  await page.waitForFunction((ms) => {
    const now = window.told.length;
    if (window.lastCount !== now) { window.lastCount = now; window.lastAt = performance.now(); }
    return now > 0 && performance.now() - window.lastAt > ms;
  }, ms, { polling: 100 });
};

for (const sandbox of SANDBOXES) {
  test(`is ready and says its height (sandbox ${sandbox})`, async () => {
    const { context, page, frame, errors } = await visit(embedded(), { sandbox });
    await settled(page);
    const told = await page.evaluate(() => window.told);
    const heights = told.filter((message) => message.type === 'linpu:height').map((message) => message.height);
    assert.ok(heights.length >= 1 && heights.length < 8, String(heights));
    const shown = await frame.evaluate(() => Math.ceil(document.querySelector('.guest').getBoundingClientRect().bottom + scrollY));
    assert.ok(Math.abs(heights.at(-1) - shown) <= 2, `${heights.at(-1)} for ${shown}`);
    assert.ok(told.some((message) => message['datawrapper-height'] && Object.values(message['datawrapper-height'])[0] === heights.at(-1)));
    assert.ok(told.some((message) => message.sentinel === 'amp' && message.type === 'embed-size' && message.height === heights.at(-1)));
    // What the portal has already is left out; the title, the chart and the way to the full page are there.
    assert.equal(await frame.locator('header.top').isVisible(), false);
    assert.equal(await frame.locator('.filters').first().isVisible().catch(() => false), false);
    assert.ok(await frame.locator('.guest a').isVisible());
    assert.equal(await frame.locator('svg.picture:visible').count() > 0, true);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

test('a whole page in a frame says its height too, at 320 px without scrolling sideways', async () => {
  const { context, page, frame } = await visit(`${APP}/linpu.html`, { width: 320, script: RESIZE });
  await settled(page);
  const [wide, high] = await frame.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
  assert.ok(wide <= 0, `${wide} px sideways`);
  assert.ok(high <= 1, `${high} px hidden`);
  await context.close();
});

test('grows and shrinks with its content, and never in a loop', async () => {
  const { context, page, frame } = await visit(embedded(), { script: RESIZE });
  await settled(page);
  const height = () => page.evaluate(() => +document.getElementById('frame').height);
  const before = await height();
  await frame.locator('.sources summary').first().click();
  await settled(page);
  assert.ok(await height() > before + 100, 'sources unfolded');
  await frame.locator('.sources summary').first().click();
  await settled(page);
  assert.equal(await height(), before);
  // Widths change, as when a portal is turned or zoomed.
  for (const width of [320, 641, 960, 500, 800]) {
    await page.evaluate((width) => { document.getElementById('frame').width = width; }, width);
    await settled(page, 800);
  }
  const count = await page.evaluate(() => window.told.length);
  await page.waitForTimeout(3000);
  assert.equal(await page.evaluate(() => window.told.length), count, 'silent when nothing changes');
  await context.close();
});

test('takes no focus, no scrolling, no keys and no history from its host', async () => {
  // A link that opens a receipt used to scroll the host and take the focus.
  const { context, page, frame } = await visit(`${APP}/linpu.html#v=2&r=ZY-03`, { height: 5000, width: 980 });
  await page.locator('#own').focus();
  const steps = await page.evaluate(() => history.length);
  await frame.waitForSelector('.drawer');
  await page.keyboard.type('门户的字', { delay: 20 });
  await page.waitForTimeout(1000);
  assert.equal(await page.locator('#own').inputValue(), '门户的字');
  assert.equal(await page.evaluate(() => scrollY), 0);
  await frame.locator('.drawer .close').click();
  // Going about inside is no step of the host's.
  await frame.locator('header.top nav a').nth(1).click();
  await frame.waitForSelector('.matrix, h1');
  await frame.locator('header.top nav a').nth(3).click();
  await frame.locator('header.top nav a').nth(0).click();
  await frame.locator('.tile:not([disabled])').first().click();
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => history.length), steps);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'frame');
  await context.close();
});

/** The same numbers from 0 to 1 every time. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('whatever happens inside, for two hundred steps, the host keeps its focus, its place, what is typed and its history', async () => {
  for (const [seed, src] of [[1, `${APP}/linpu.html#v=2&embed=1&filters=1`], [2, `${APP}/linpu.html#v=2`]]) {
    const { context, page, frame, errors } = await visit(src, { height: 700, width: 900 });
    await settled(page);
    await page.evaluate(() => { document.getElementById('own').focus(); scrollTo(0, 40); });
    const steps = await page.evaluate(() => history.length);
    const next = dice(seed);
    let typed = '';
    for (let at = 0; at < 100; at += 1) {
      // What a script, a timer or a message of the host sets off inside: no gesture of a person.
      const what = await frame.evaluate(([kind, which]) => {
        const of = (selector) => {
          const all = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length);
          return all[Math.floor(which * all.length)];
        };
        const kinds = [
          () => { of('button:not([disabled])')?.click(); },
          () => { of('#main summary, #main .plot, .figure')?.click(); },
          () => { of('#main a[href^="#"], nav a[href^="#"]')?.click(); },
          () => {
            const field = of('input:not([type]), input[type=search], input[type=text]');
            if (!field) return;
            field.value = ['老', 'zy', '5000', ''][Math.floor(which * 4)];
            field.dispatchEvent(new Event('input', { bubbles: true }));
          },
          () => { document.dispatchEvent(new KeyboardEvent('keydown', { key: ['Escape', 'Enter', '/', 'k', 'ArrowDown'][Math.floor(which * 5)], bubbles: true, ctrlKey: which > 0.7 })); },
          () => { location.replace(['#v=2&r=ZY-03', '#v=2&p=table', '#v=2&p=community.ZY', '#v=2&p=compare&c=ZY,JK', '#v=2', '#v=2&p=embed'][Math.floor(which * 6)]); },
        ];
        kinds[Math.floor(kind * kinds.length)]();
        return [kind, which, location.hash];
      }, [next(), next()]);
      const key = 'abcdefghij'[at % 10];
      await page.keyboard.type(key);
      typed += key;
      await page.waitForTimeout(10);
      const kept = await page.evaluate(() => [document.activeElement.id, scrollY, document.getElementById('own').value]);
      assert.deepEqual(kept, ['own', 40, typed], `seed ${seed}, step ${at}: ${what}`);
    }
    await settled(page);
    assert.deepEqual(await page.evaluate(() => [document.activeElement.id, scrollY]), ['own', 40], 'nor later');
    assert.equal(await page.evaluate(() => history.length), steps);
    assert.deepEqual(errors, []);
    await context.close();
  }
});

test('a minute of quiet is quiet, whatever the frame follows', async () => {
  // Hosts that add something to the height, that give less than was asked for, and that listen to everything at once.
  const hosts = ['event.data.height', 'event.data.height + 7', 'Math.min(event.data.height, 300)', 'event.data.height - 16'];
  await Promise.all(hosts.map(async (height) => {
    const script = `addEventListener('message', (event) => { if (event.data && event.data.type === 'linpu:height') document.getElementById('frame').height = ${height}; });`;
    const { context, page } = await visit(embedded(), { script });
    await settled(page);
    const before = await page.evaluate(() => [window.told.length, document.getElementById('frame').height]);
    await page.waitForTimeout(60_000);
    assert.deepEqual(await page.evaluate(() => [window.told.length, document.getElementById('frame').height]), before, height);
    await context.close();
  }));
});

test('a receipt opens where it was asked for', async () => {
  const { context, page, frame } = await visit(`${APP}/linpu.html`, { height: 6000 });
  await settled(page);
  const row = frame.locator('.charts .plot').nth(4);
  await row.scrollIntoViewIfNeeded();
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await frame.waitForSelector('.drawer');
  await page.waitForTimeout(300);
  const [opener, drawer] = await frame.evaluate(() => [document.querySelectorAll('.charts .plot')[4], document.querySelector('.drawer')].map((element) => element.getBoundingClientRect().top + scrollY));
  assert.ok(Math.abs(opener - drawer) < 300, `${drawer} for ${opener}`);
  assert.ok(drawer > 1000, String(drawer));
  await context.close();
});

test('the host sets filters, language, theme and who stands out; strangers and floods set nothing', async () => {
  const { context, page, frame } = await visit(embedded(), {});
  await settled(page);
  const say = (message) => page.evaluate((message) => document.getElementById('frame').contentWindow.postMessage(message, '*'), message);
  const address = () => frame.evaluate(() => location.hash);
  await say({ type: 'linpu:set', version: 1, view: 'province=hunan&lang=en&theme=dark' });
  await frame.waitForFunction(() => document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark');
  assert.match(await address(), /province=hunan/);
  assert.match(await frame.locator('.guest').innerText(), /Hunan/, 'a filter nobody sees is said');
  const here = await address();
  for (const message of [
    { type: 'linpu:set', version: 2, view: 'lang=zh-Hans' }, { type: 'linpu:set', view: 'lang=zh-Hans' }, 'linpu:set', null, 7, [],
    { type: 'linpu:set', version: 1, view: { toString: 1 } }, { type: 'linpu:set', version: 1, view: 'p=about&embed=0&q=x' },
    { type: 'linpu:set', version: 1, view: 'h=<img src=x onerror=alert(1)>' }, { type: 'eval', version: 1, view: 'x' },
  ]) await say(message);
  // Not the parent: the frame itself.
  await frame.evaluate(() => window.postMessage({ type: 'linpu:set', version: 1, view: 'lang=zh-Hans' }, '*'));
  await page.waitForTimeout(600);
  assert.equal(await address(), here);
  // A flood: ten are heard.
  await page.waitForTimeout(1200);
  await page.evaluate(() => { for (let at = 0; at < 500; at += 1) document.getElementById('frame').contentWindow.postMessage({ type: 'linpu:set', version: 1, view: at % 2 ? 'theme=dark' : 'theme=light' }, '*'); });
  await page.waitForTimeout(500);
  await say({ type: 'linpu:set', version: 1, view: 'lang=zh-Hans' });
  await page.waitForTimeout(300);
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en', 'the eleventh is not heard');
  await context.close();
});

test('where a download may be refused, what is in the file can be copied or saved from the page', async () => {
  const { context, page, frame } = await visit(embedded(), { height: 1600 });
  await settled(page);
  const choose = async (pattern) => {
    await frame.locator('.menu-toggle').first().click();
    await frame.getByRole('menuitem', { name: pattern }).click();
    return frame.waitForSelector('#handed');
  };
  await choose(/CSV（整洁）/);
  const text = await frame.waitForFunction(() => document.querySelector('#handed textarea')?.value);
  assert.match(await text.jsonValue(), /^id,community,[\s\S]*金桥社区[\s\S]*household/);
  assert.match(await frame.locator('#handed').innerText(), /不允许/);
  const [opened, asked] = await frame.evaluate(() => ['#handed', '.menu-toggle'].map((one) => document.querySelector(one).getBoundingClientRect().top));
  assert.ok(Math.abs(opened - asked) < 400, `${opened} for ${asked}`);
  await frame.locator('#handed .close').click();
  await frame.waitForSelector('#handed', { state: 'detached' });
  await choose(/PNG/);
  await frame.waitForFunction(() => document.querySelector('#handed img')?.naturalWidth > 500);
  await frame.locator('#handed .close').click();
  await choose(/XLSX/);
  assert.match(await frame.locator('#handed').innerText(), /完整页面/);
  await context.close();
  // Elsewhere a file is a file.
  const free = await visit(embedded(), { sandbox: null, height: 1600 });
  await settled(free.page);
  await downloaded(free);
  assert.equal(await free.frame.locator('#handed').count(), 0);
  await free.context.close();
});

async function downloaded({ page, frame }) {
  await frame.locator('.menu-toggle').first().click();
  const [file] = await Promise.all([page.waitForEvent('download'), frame.getByRole('menuitem', { name: /CSV（整洁）/ }).click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
}

test('our script of less than 1 kB, and pym, make frames fit', async () => {
  assert.ok((await readFile(path.join(DIST, 'embed.js'))).length < 1000);
  const ours = await visit(embedded(), { attrs: 'data-linpu', script: '</script><script src="embed.js">' });
  await ours.page.waitForFunction(() => document.getElementById('frame').height > 300);
  await ours.context.close();
  const pym = await visit(`${APP}/linpu.html?initialWidth=800&childId=stage-1#v=2&p=chart.households&embed=1`, {
    script: "addEventListener('message', (event) => { const parts = String(event.data).split('xPYMx'); if (parts[0] === 'pym' && parts[1] === 'stage-1' && parts[2] === 'height') document.getElementById('frame').height = parts[3]; });",
  });
  await pym.page.waitForFunction(() => document.getElementById('frame').height > 300);
  await pym.context.close();
});

test('an embedded view asked for in the query, for portals that take fragments off', async () => {
  const { context, frame } = await visit(`${APP}/linpu.html?embed=1&p=chart.households&childId=x`, {});
  await frame.waitForSelector('[data-dressed] .guest');
  assert.match(await frame.evaluate(() => location.hash), /p=chart\.households.*embed=1/);
  assert.equal(await frame.locator('.notice:visible').count(), 0);
  await context.close();
});

test('is readable without scripts', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(host(embedded(), { sandbox: '' }));
  const frame = await (await page.waitForSelector('#frame')).contentFrame();
  await frame.waitForSelector('#chart-households');
  assert.ok((await frame.locator('body').innerText()).length > 500);
  await context.close();
});

test('the workshop measures, and its code shows what was chosen', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${APP}/linpu.html#v=2&p=chart.households`);
  await page.waitForSelector('main[data-ready]');
  await page.locator('#chart-households .menu-toggle, .chart .menu-toggle').first().click();
  await page.getByRole('menuitem').last().click();
  await page.waitForSelector('#embed-trial');
  assert.match(page.url(), /p=embed.*of=chart\.households/);
  await page.waitForFunction(() => +document.getElementById('embed-trial').getAttribute('height') !== 640);
  await page.locator('.switch-list input').nth(1).check();
  await page.selectOption('#embed-language', 'en');
  await page.fill('#embed-accent', '1f5c8b');
  await page.selectOption('#embed-theme', 'light');
  await page.fill('#embed-address', 'https://portal.example/a/linpu.html');
  const code = await page.waitForFunction(() => {
    const code = document.querySelector('#embed-code-0 textarea').value;
    return /portal\.example/.test(code) && /accent=1f5c8b/.test(code) && code;
  });
  const text = await code.jsonValue();
  assert.match(text, /src="https:\/\/portal\.example\/a\/linpu\.html#v=2&amp;p=chart\.households&amp;lang=en&amp;theme=light&amp;embed=1&amp;filters=1&amp;accent=1f5c8b"/);
  const trial = await (await page.waitForSelector('#embed-trial')).contentFrame();
  await trial.waitForFunction(() => document.documentElement.lang === 'en' && getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() === '#1f5c8b');
  // Too faint is said, and not taken.
  await page.fill('#embed-accent', 'ffee88');
  await page.locator('#embed-accent').blur();
  await page.waitForFunction(() => /4\.5/.test(document.getElementById('embed-accent-why').textContent));
  assert.doesNotMatch(await page.locator('#embed-code-0 textarea').inputValue(), /accent/);
  await page.fill('#embed-address', 'javascript:alert(1)');
  await page.waitForFunction(() => !document.querySelector('#embed-code-0'));
  await context.close();
});

test('what the preview shows is no step of the history', async () => {
  const { context, page, frame } = await visit(`${APP}/linpu.html#v=2&p=embed&of=chart.households`, { height: 900 });
  const trial = await (await frame.waitForSelector('#embed-trial')).contentFrame();
  await trial.waitForSelector('main[data-ready]', { state: 'attached' });
  const steps = await page.evaluate(() => history.length);
  for (const lang of ['en', 'zh-Hant', 'en']) {
    await frame.selectOption('#embed-language', lang);
    await trial.waitForFunction((lang) => document.documentElement.lang.startsWith(lang.slice(0, 2)) && location.hash.includes(lang), lang, { polling: 100 });
  }
  assert.equal(await page.evaluate(() => history.length), steps);
  await context.close();
});
