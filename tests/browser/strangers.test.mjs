// The page shares its document with translators, highlighters and extensions. Whatever they do to it: a figure that is shown
// belongs to its receipt, and nothing breaks.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const PAGES = ['', 'v=1&p=compare', 'v=1&p=atlas', 'v=1&p=practices', 'v=1&p=checks', 'v=1&p=table', 'v=1&p=about',
  'v=1&p=community.ZY', 'v=1&p=system.ZN-leifengshao-liucheng', 'v=2&p=chart.population', 'v=2&p=chart.population:population_usual',
  'v=2&p=practices&q=养老', 'v=2&p=compare&c=ZY,JK'];

/** What strangers do. Each runs in the page. */
const KINDS = {
  // As Google's, Edge's and Firefox's translators: the text goes, an element with another text comes.
  translate: () => texts().forEach((text) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `[${text.data}]`;
    outer.appendChild(inner);
    text.replaceWith(outer);
  }),
  'translate in place': () => texts().forEach((text) => { text.data = `[${text.data}]`; }),
  highlight: () => texts().forEach((text) => {
    const middle = text.length > 1 ? text.splitText(text.length >> 1) : text;
    const mark = document.createElement('mark');
    middle.replaceWith(mark);
    mark.appendChild(middle);
  }),
  insert: () => elements().forEach((element, at) => {
    const badge = document.createElement('span');
    badge.textContent = `+${at}`;
    element.insertBefore(badge, element.childNodes[at % (element.childNodes.length + 1)] || null);
  }),
  'remove texts': () => texts().forEach((text, at) => at % 2 && text.remove()),
  'remove elements': () => elements().forEach((element, at) => at % 5 === 3 && element.remove()),
  reorder: () => elements().reverse().forEach((element) => element.firstChild && element.appendChild(element.firstChild)),
  'move figures': () => {
    const all = figures();
    all.forEach((button, at) => all[(at + 7) % all.length].parentNode.appendChild(button));
  },
  'swap texts': () => {
    const all = figures().map((button) => button.firstChild).filter(Boolean);
    all.forEach((text, at) => all[(at + 3) % all.length].parentNode.appendChild(text));
  },
  attributes: () => elements().forEach((element) => {
    [...element.attributes].forEach(({ name }) => {
      if (/^(aria-label|title|data-label|class)$/.test(name)) element.setAttribute(name, 'strange');
    });
    element.setAttribute('data-strange', '1');
  }),
  normalize: () => document.body.normalize(),
  split: () => texts().forEach((text) => text.length > 2 && text.splitText(1).splitText(1)),
  replace: () => elements().filter((element) => !element.firstElementChild).forEach((element) => {
    if (element.isConnected) element.outerHTML = `${element.outerHTML}`;
  }),
  'replace the page': () => { document.querySelector('#linpu').innerHTML += ''; },
  comments: () => elements().forEach((element) => element.prepend(document.createComment('strange'))),
};

/** What the kinds use, and what figures say; in the page. */
function helpers() {
  window.elements = () => [...document.querySelectorAll('.page *')].filter((element) => !element.closest('svg'));
  window.figures = () => [...document.querySelectorAll('button.figure')];
  window.texts = () => {
    const walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
    const all = [];
    while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentNode.closest('option')) all.push(walk.currentNode);
    return all;
  };
}

const chinese = (page) => page.evaluate(() => document.documentElement.lang).then((lang) => lang === 'zh-CN');

/** Every figure as it is shown and spoken. A button is spoken as what it shows, and then as what it opens. */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('#main button.figure')].map((button) => [
  button.textContent, button.getAttribute('aria-label'),
]));

/** Opens the receipts of some figures of a page, and compares. */
async function agrees(site, what, fragment) {
  const { page, until } = site;
  const figures = await shown(page);
  const wrong = figures.filter(([text, label]) => !label || !label.startsWith(text));
  assert.deepEqual(wrong.slice(0, 3), [], `${what}: ${wrong.length} of ${figures.length} figures show another's number`);
  for (const at of [0, Math.floor(figures.length / 2), figures.length - 1].filter((at) => at >= 0 && at < figures.length)) {
    await page.evaluate((nth) => document.querySelectorAll('#main button.figure')[nth].click(), at);
    await until(() => document.querySelector('#receipt .receipt-value'));
    const value = await page.locator('#receipt .receipt-value').textContent();
    const [text, label] = figures[at];
    assert.ok(value === text || label.includes(value), `${what}, figure ${at} of ${fragment}: ${text} opens ${value}`);
    await page.evaluate(() => document.querySelector('#receipt .close').click());
    await until(() => !document.querySelector('#receipt'));
  }
}

/** Makes everything that is shown anew, without a load. */
async function act(site, fragment) {
  const { page, until } = site;
  const speak = async (code, lang) => {
    await page.evaluate((value) => {
      const select = document.getElementById('locale');
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }, code);
    await until((expected) => document.documentElement.lang === expected, lang);
  };
  if (fragment.includes('table')) {
    await page.evaluate(() => [...document.querySelectorAll('th[aria-sort] button')].find((button) => button.textContent.includes('值') || button.closest('.col-value')).click());
    await until(() => document.querySelector('th[aria-sort=ascending]'));
    await agrees(site, 'sorted', fragment);
  }
  await speak('en', 'en');
  await agrees(site, 'in English', fragment);
  await speak('zh-Hans', 'zh-CN');
  await agrees(site, 'in Chinese again', fragment);
}

for (const [kind, change] of Object.entries(KINDS)) {
  both(`figures keep their receipts: ${kind}`, {}, async (site) => {
    const { page, go, until } = site;
    for (const fragment of PAGES) {
      await go(fragment);
      await until(() => document.querySelector('#main h1'));
      await page.evaluate(helpers);
      const before = await shown(page);
      await page.evaluate(change);
      if (kind === 'replace the page' || kind === 'replace' || kind === 'remove elements') {
        // The listeners are gone with what was replaced: the next step of history brings the page back.
        await page.evaluate((hash) => { location.hash = `${hash || 'v=1'}&lang=en`; }, fragment);
        await until(() => document.documentElement.lang === 'en');
        await page.evaluate((hash) => { location.hash = hash; }, fragment || 'v=1');
        await until(() => document.documentElement.lang === 'zh-CN');
      }
      await act(site, fragment);
      assert.ok(await chinese(page));
      if (!fragment.includes('table')) assert.deepEqual(await shown(page), before, `${fragment} is as it was`);
      const left = await page.evaluate(() => document.querySelectorAll('#main font, #main mark, #main .figure.strange').length);
      assert.equal(left, 0, `${fragment}: nothing strange is left where everything was written anew`);
      // And away, and back.
      await page.evaluate(() => { location.hash = 'v=1&p=about'; });
      await until(() => document.querySelector('#main .data-parts'));
      await page.goBack();
      await until(() => !document.querySelector('#main .data-parts') || location.hash.includes('about'));
      await agrees(site, 'after a way round', fragment);
    }
  });
}

both('labels of pictures are not for translators, which would make them vanish', {}, async ({ page }) => {
  await page.waitForSelector('#main .plot-frame svg text');
  const unasked = await page.locator('#main .plot-frame svg').evaluateAll((all) => all.filter((svg) => svg.getAttribute('translate') !== 'no').length);
  assert.equal(unasked, 0);
});

both('a page written anew by somebody else hears its buttons again soon', { hash: 'v=1&p=table' }, async ({ page, until }) => {
  await page.waitForSelector('#rows button.figure');
  // As careless highlighters do: the same HTML once more, of which nothing hears anything.
  const copies = [
    () => { document.body.innerHTML = `${document.body.innerHTML}`; },
    () => { document.getElementById('linpu').innerHTML += ''; },
    () => { document.querySelectorAll('#linpu table, #linpu section').forEach((element) => { element.outerHTML = `${element.outerHTML}`; }); },
    () => { document.querySelectorAll('#rows button.figure').forEach((button) => button.replaceWith(button.cloneNode(true))); },
  ];
  for (const copy of copies) {
    await page.evaluate(copy);
    await page.waitForTimeout(1200);
    await page.locator('#rows button.figure').nth(3).click();
    await until(() => location.hash.includes('r='));
    await page.keyboard.press('Escape');
    await until(() => !location.hash.includes('r='));
  }
});

both('what the page writes itself is not taken for a stranger\'s: only with visitors does it read all before it writes', {}, async (site) => {
  const { page, until, count } = site;
  await page.evaluate(() => {
    window.readings = 0;
    const names = Element.prototype.getAttributeNames;
    Element.prototype.getAttributeNames = function read() {
      window.readings += 1;
      return names.call(this);
    };
  });
  const readings = () => page.evaluate(() => window.readings);
  await page.locator('.map button:not([disabled])').first().click();
  await count('.chip', 1);
  await page.locator('.chip').first().click();
  await count('.chip', 0);
  await page.locator('.chart .menu-toggle').first().click();
  await page.locator('.menu [role^=menuitem]').first().click();
  await page.locator('.chart .scales button').last().click();
  await page.locator('.chart details summary').first().click();
  await page.locator('button.figure').first().click();
  await until(() => document.querySelector('#receipt .receipt-value'));
  await page.locator('#receipt button', { hasText: '复制' }).first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zycz');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#locale').selectOption('en');
  await until(() => document.documentElement.lang === 'en');
  for (const fragment of ['v=2&p=compare', 'v=2&p=practices', 'v=2&p=table', 'v=2']) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
    await page.waitForTimeout(150);
  }
  assert.equal(await readings(), 0);
  await page.evaluate(() => document.querySelector('#main h1').setAttribute('data-strange', ''));
  await page.locator('#locale').selectOption('zh-Hans');
  await until(() => document.documentElement.lang === 'zh-CN');
  assert.ok(await readings() > 0, 'and a visitor is noticed');
});
