// Everybody can use it: by keyboard alone, by ear, with large letters, with more contrast. Measured over every stop of every page.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const PAGES = {
  overview: 'v=2', compare: 'v=2&p=compare', practices: 'v=2&p=practices', checks: 'v=2&p=checks', atlas: 'v=2&p=atlas',
  case: 'v=2&p=community.ZY', system: 'v=2&p=system.ZN-leifengshao-liucheng', chart: 'v=2&p=chart.services',
  bars: 'v=2&p=chart.population:population_undefined', table: 'v=2&p=table', about: 'v=2&p=about', receipt: 'v=2&r=ZY-02', figure: 'v=2&p=figure.ZY-03', workshop: 'v=2&p=embed',
};

/** Loads a page, with what comes after the overview. */
async function visit({ page, go }, fragment) {
  await go(fragment);
  await page.locator('#go-to').waitFor({ state: 'attached' });
  await page.locator(fragment.includes('r=') ? '#receipt blockquote' : 'main h1').first().waitFor();
}

/** What is wrong with the element that has the focus; `end` where nothing has. */
const judge = async () => {
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const stop = document.activeElement;
  if (!stop || stop === document.body) return { end: true };
  // The page in a frame is a page of its own: its stops are gone through like any others, and end.
  if (stop.tagName === 'IFRAME') return { inside: true };
  (window.seen ??= new WeakSet()).has(stop) ? (window.again = true) : window.seen.add(stop);
  // A box to tick is hit with its words.
  const box = (stop.closest('label') || stop).getBoundingClientRect();
  const style = getComputedStyle(stop);
  const wrong = [];
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) wrong.push('no ring');
  // A link in a sentence is as high as its line (WCAG 2.5.8, inline).
  const inSentence = style.display === 'inline' && stop.parentElement.textContent.trim().length > stop.textContent.trim().length + 4;
  const least = innerWidth <= 400 ? 44 : 24;
  // Figures among others: as high as a finger needs only where there is one to a line.
  const small = inSentence || stop.matches('.figure, .turn, .nil, p a, li a, dd a, td a, th a, h2 a, h3 a') ? 24 : least;
  if (!inSentence && (box.width < Math.min(small, 24) || box.height < small - 0.5)) wrong.push(`${box.width.toFixed(0)} x ${box.height.toFixed(0)}`);
  const bar = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
  const inBar = stop.closest('.top, .skip, .goto, .drawer, .sheet');
  if (!inBar && box.top < bar - 1 && box.bottom - bar < Math.min(20, box.height)) wrong.push(`under the header: ${box.top.toFixed(0)}`);
  if (Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) < Math.min(box.height, 20)) wrong.push(`out of the window: ${box.top.toFixed(0)}`);
  if (Math.min(box.right, innerWidth) - Math.max(box.left, 0) < Math.min(box.width, 20)) wrong.push(`beside the window: ${box.left.toFixed(0)}`);
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, inBar ? 0 : bar) + Math.min(box.bottom, innerHeight)) / 2];
  const there = document.elementFromPoint(x, y);
  const is = there && (stop.contains(there) || there.contains(stop) || there.closest('label')?.control === stop || there.closest('.tip, .search'));
  if (!is) wrong.push(`covered by ${there?.tagName}.${there?.className.baseVal ?? there?.className}`);
  const name = `${stop.tagName}.${stop.className.baseVal ?? stop.className}#${stop.id} ${(stop.getAttribute('aria-label') || stop.textContent || '').slice(0, 20)}`;
  return { wrong: wrong.map((what) => `${name}: ${what}`), again: window.again, inFooter: !!stop.closest('.bottom') };
};

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  on(['hosted'], `every stop of every page can be seen and hit (${viewport.width})`, { viewport }, async (site) => {
    const { page } = site;
    const all = {};
    for (const [name, fragment] of Object.entries(PAGES)) {
      await visit(site, fragment);
      const wrong = [];
      let last = {};
      for (let stops = 0; stops < 1_500; stops += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(judge);
        if (found.end || found.again) break;
        if (found.inside) continue;
        last = found;
        wrong.push(...found.wrong);
      }
      if (wrong.length > 0) all[name] = wrong.slice(0, 12);
      if (name !== 'receipt') assert.ok(last.inFooter, `${name}: Tab goes all the way to the bottom`);
      const headings = await page.evaluate(() => {
        const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((one) => one.getClientRects().length && !one.closest('[inert]'));
        const levels = all.map((one) => Number(one.tagName[1]));
        return { first: levels.filter((level) => level === 1).length, skipped: all.filter((_, at) => levels[at] > (levels[at - 1] ?? levels[at]) + 1).map((one) => one.textContent) };
      });
      assert.deepEqual(headings, { first: name === 'receipt' ? 0 : 1, skipped: [] }, name);
    }
    assert.deepEqual(all, {});
  });
}

both('the table keeps its reader: Tab goes through every row, one after the other', { hash: 'v=2&p=table&cols=id,community,group,indicator,scope,value,status,period,source,salience&missing=show' }, async (site) => {
  const { page } = site;
  await page.locator('#rows .figure').first().waitFor();
  const count = await page.evaluate(() => Number(document.querySelector('#rows table').getAttribute('aria-rowcount')));
  await page.locator('#rows .figure').first().focus();
  const rows = [];
  for (let steps = 0; steps < count; steps += 1) {
    const row = await page.evaluate(() => document.activeElement.closest('#rows tr')?.getAttribute('aria-rowindex'));
    if (!row) break;
    rows.push(Number(row));
    await page.keyboard.press('Tab');
  }
  assert.ok(rows.length > 400, `${rows.length} of ${count}`);
  assert.deepEqual(rows, [...rows].sort((a, b) => a - b));
  assert.ok(await page.evaluate(() => document.activeElement.closest('.bottom')), 'and leaves it at the end');
  // And back again.
  await page.keyboard.press('Shift+Tab');
  for (let steps = 0; steps < 60; steps += 1) await page.keyboard.press('Shift+Tab');
  const back = await page.evaluate(() => Number(document.activeElement.closest('#rows tr')?.getAttribute('aria-rowindex')));
  assert.equal(back, rows[rows.length - 61]);
});

both('from the start of a page five keys lead to a figure and to any of its parts', {}, async (site) => {
  const { page, until } = site;
  for (const fragment of Object.values(PAGES).filter((fragment) => !fragment.includes('r='))) {
    await visit(site, fragment);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'go-to', fragment);
    const parts = await page.locator('.go-parts li').allTextContents();
    assert.ok(parts.length > 0 && parts.length < 100, `${fragment}: ${parts.length}`);
    await page.keyboard.type(String(parts.length));
    await page.keyboard.press('Enter');
    await until((name) => document.activeElement.textContent === name, parts[parts.length - 1]);
    const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
    assert.ok(top >= 40 && top < 900, `${fragment}: in view at ${top}`);
  }
  await visit(site, 'v=2');
  for (const key of ['Tab', 'Enter', 'Tab', 'Tab']) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'figure');
});

both('arrows go to marks that are seen, leave the browser its keys, and come back to where they were', { viewport: { width: 1024, height: 420 } }, async (site) => {
  const { page, until, text } = site;
  await visit(site, 'v=2');
  await until(() => document.querySelectorAll('#plot-population .marks rect').length > 20);
  await page.focus('#plot-population');
  const pressed = (key) => page.evaluate(([id, init]) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    document.getElementById(id).dispatchEvent(event);
    return event.defaultPrevented;
  }, ['plot-population', key]);
  for (const modified of [{ key: 'ArrowLeft', altKey: true }, { key: 'End', ctrlKey: true }, { key: 'ArrowDown', metaKey: true }]) {
    assert.equal(await pressed(modified), false, JSON.stringify(modified));
  }
  assert.equal(await pressed({ key: 'Home' }), false, 'at the first mark Home is the page’s');
  for (const key of ['End', 'Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'End']) {
    await page.keyboard.press(key);
    await page.waitForFunction(() => {
      const ring = document.querySelector('#plot-population .ring rect')?.getBoundingClientRect();
      const bar = document.querySelector('.top').getBoundingClientRect().bottom;
      return ring && ring.top >= bar - 2 && ring.bottom <= innerHeight + 2;
    });
  }
  assert.match(await page.locator('#chart-population .readout').innerText(), /第\d+个，共\d+个/);
  // A receipt, and back to the very mark.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const place = () => page.locator('#chart-population .readout').innerText();
  const before = await place();
  await page.keyboard.press('Enter');
  await text('#receipt .receipt-value', /./);
  assert.ok(await page.evaluate(() => document.querySelector('main').matches('[inert][aria-hidden=true]')), 'behind is out of reach');
  await page.keyboard.press('Escape');
  await until(() => document.activeElement.id === 'plot-population');
  await until((said) => document.querySelector('#chart-population .readout').innerText === said, before);
  assert.ok(await page.evaluate(() => !document.querySelector('[inert]')));
});

both('tree, picture and table of a chart say the same', {}, async (site) => {
  const { page } = site;
  for (const fragment of ['v=2', 'v=2&p=atlas', 'v=2&p=chart.services', 'v=2&p=chart.population:population_undefined', 'v=2&p=checks']) {
    await visit(site, fragment);
    await page.waitForTimeout(1_500);
    const ids = await page.evaluate(() => [...document.querySelectorAll('.chart .plot')].filter((plot) => plot.querySelector('.picture')).map((plot) => plot.id.replace('plot-', '')));
    for (const id of ids) {
      const tree = await page.evaluate((id) => [...document.querySelectorAll(`[id="plot-${id}"] .marks [role=button]`)].map((one) => one.getAttribute('aria-label')), id);
      assert.ok(tree.length > 0 && tree.every((name) => name), `${fragment} ${id}`);
      await page.evaluate((id) => document.getElementById(`menu-${id}-button`).click(), id);
      await page.locator(`[id="menu-${id}-0"]`).click();
      const rows = await page.locator(`[id="chart-${id}"] .twin tbody tr`).count();
      assert.equal(rows, tree.length, `${fragment} ${id}`);
      assert.equal(await page.locator(`[id="chart-${id}"] .twin caption`).count(), 1);
    }
  }
});

both('whoever comes to another page is told which', { hash: 'v=2' }, async (site) => {
  const { page, until, go } = site;
  const heading = () => until(() => document.activeElement.tagName === 'H1');
  await visit(site, 'v=2');
  await page.locator('.case h3 a').first().focus();
  await page.keyboard.press('Enter');
  await heading();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /竹隐社区/);
  await page.goBack();
  await until(() => /个案例/.test(document.activeElement.textContent));
  await heading();
  // A mark that leads to another page.
  await page.focus('#plot-population');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await until(() => document.activeElement.tagName === 'H1' && document.activeElement.textContent !== '');
  // A receipt that came by a link has nothing to go back to.
  await go('v=2&r=ZY-02');
  await page.locator('#receipt blockquote').waitFor();
  await until(() => document.activeElement.id === 'receipt');
  await page.keyboard.press('Escape');
  await heading();
});

both('letters of twice the size enlarge everything, by the browser and by our own switch', { viewport: { width: 1280, height: 800 } }, async (site) => {
  const { page, until } = site;
  const measure = async () => {
    await until(() => document.querySelector('#plot-population .picture text'));
    return page.evaluate(() => ({
      heading: parseFloat(getComputedStyle(document.querySelector('h1')).fontSize),
      label: Math.max(...[...document.querySelectorAll('#plot-population .picture text[font-size="12"]')].slice(0, 5).map((one) => one.getBoundingClientRect().height)),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
  };
  await visit(site, 'v=2');
  const usual = await measure();
  await visit(site, 'v=2&ui=200');
  await until(() => document.documentElement.dataset.ui === '200');
  await until((label) => document.querySelector('#plot-population .picture text[font-size="12"]').getBoundingClientRect().height > 1.5 * label, usual.label);
  const ours = await measure();
  assert.ok(ours.heading >= 1.5 * usual.heading && ours.label >= 1.9 * usual.label, JSON.stringify([usual, ours]));
  assert.equal(ours.wide, 0);
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await visit(site, 'v=2');
  const theirs = await measure();
  assert.ok(theirs.heading >= 1.5 * usual.heading && theirs.label >= 1.9 * usual.label, JSON.stringify([usual, theirs]));
  assert.equal(theirs.wide, 0);
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  both(`the view for older readers is one click away, large, and remembered (${viewport.width})`, { viewport }, async (site) => {
    const { page, until, address, go } = site;
    await visit(site, 'v=2');
    await page.locator('.elder:visible').last().click();
    await until(() => document.documentElement.dataset.ui === 'elder');
    assert.equal(address().get('ui'), 'elder');
    for (const fragment of ['v=2', 'v=2&p=community.ZY', 'v=2&p=practices', 'v=2&p=table', 'v=2&p=about']) {
      // Remembered: the address does not say it.
      await visit(site, fragment);
      await until(() => document.documentElement.dataset.ui === 'elder');
      await page.waitForTimeout(600);
      const small = await page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const out = [];
        while (texts.nextNode()) {
          const [text, box] = [texts.currentNode, texts.currentNode.parentElement];
          if (!text.data.trim() || !box.getClientRects().length || box.closest('.visually-hidden, svg, .skip, .goto')) continue;
          if (parseFloat(getComputedStyle(box).fontSize) < 18) out.push(`${box.className} ${text.data.slice(0, 20)}`);
        }
        for (const text of document.querySelectorAll('.picture text')) {
          const times = text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width;
          if (times && Number(text.getAttribute('font-size')) * times < 17.5) out.push(`svg ${text.textContent}`);
        }
        for (const button of document.querySelectorAll('main .plain, main .solid, main .fac, main .door, .need, .search input')) {
          const box = button.getBoundingClientRect();
          if (box.height && box.height < 59.5) out.push(`${button.className || button.id} ${box.height}`);
        }
        return out;
      });
      assert.deepEqual(small, [], fragment);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${fragment}: ${wide} px too wide`);
    }
    await go('v=2&r=ZY-02');
    await page.locator('#receipt blockquote').waitFor();
    const said = await page.evaluate(async () => {
      const texts = [];
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
      Object.defineProperty(window, 'speechSynthesis', { value: { cancel() {}, speak: (one) => texts.push([one.lang, one.text]) } });
      [...document.querySelectorAll('#receipt button')].find((button) => /朗读/.test(button.textContent)).click();
      return texts;
    });
    assert.equal(said.length, 2);
    assert.match(said[0][1], /竹隐社区/);
    assert.equal(said[1][1], await page.locator('#receipt blockquote p').first().innerText());
    await page.keyboard.press('Escape');
    // And out of it.
    await page.locator('.elder:visible').last().click();
    await until(() => document.documentElement.dataset.ui === '100');
  });
}

// (The policy of the single file takes no style but its own.)
on(['hosted'], 'more space between letters, words and lines cuts nothing off', {}, async (site) => {
  const { page } = site;
  for (const [name, fragment] of Object.entries(PAGES)) {
    await visit(site, fragment);
    await page.waitForTimeout(300);
    const cut = await page.evaluate(() => {
      // Through what is there already: the single file lets no other style in.
      const sheet = document.styleSheets[0];
      const rules = ['* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }', 'p { margin-bottom: 2em !important; }'];
      rules.forEach((rule) => sheet.insertRule(rule, sheet.cssRules.length));
      const all = [...document.querySelectorAll('body *')].filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        // A practice is a line until it is opened, which shows all of it.
        if (one.closest('.visually-hidden, svg, .skip, .goto, select, [inert], .practice:not(.open) .practice-row') || !one.getClientRects().length || one.clientWidth < 2) return false;
        return (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2) || (overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 2);
      });
      const out = all.map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 20)}`);
      rules.forEach(() => sheet.deleteRule(sheet.cssRules.length - 1));
      return out;
    });
    assert.deepEqual(cut.slice(0, 6), [], name);
  }
});

both('what stands in Chinese on an English page says so, and tables have captions', {}, async (site) => {
  const { page } = site;
  for (const [name, fragment] of Object.entries(PAGES)) {
    await visit(site, `${fragment}&lang=en`);
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    const wrong = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((one) => { one.open = true; });
      return new Promise((done) => { setTimeout(() => {
        const [han, out] = [/[\u3400-\u9fff]/, []];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const box = texts.currentNode.parentElement;
          if (!han.test(texts.currentNode.data) || box.closest('script, noscript, svg') || !box.getClientRects().length) continue;
          if (!/^zh/.test(box.closest('[lang]').lang)) out.push(`${box.className} ${texts.currentNode.data.slice(0, 30)}`);
        }
        document.querySelectorAll('table').forEach((one) => { if (!one.querySelector('caption')?.textContent.trim()) out.push(`no caption: ${one.className}`); });
        done(out);
      }, 300); });
    });
    assert.deepEqual(wrong.slice(0, 6), [], name);
  }
});

both('a choice of verdicts is said', { hash: 'v=2&p=checks' }, async ({ page, text }) => {
  await page.locator('.verdicts .chip').nth(2).click();
  await text('[role=status]', /显示\d+项核对/);
});

both('where a browser makes every page dark, the page is dark by itself, its charts too', {}, async (site) => {
  const { page, until } = site;
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setAutoDarkModeOverride', { enabled: true });
  await visit(site, 'v=2');
  await until(() => document.querySelector('#plot-population .picture .ink-text'));
  const [ground, words] = await page.evaluate(() => {
    const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    return [light(getComputedStyle(document.querySelector('.card')).backgroundColor), light(getComputedStyle(document.querySelector('#plot-population .picture .f.ink-text')).fill)];
  });
  assert.ok(ground < 40 && words > 200, `${ground} ${words}`);
});

both('ten tasks with the keyboard alone, and what each costs in keys', {}, async (site) => {
  const { page, until, text, address } = site;
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  /** Presses a key until something has the focus. */
  const to = async (selector, key = 'Tab') => {
    for (let times = 0; times < 30; times += 1) {
      if (await page.evaluate((css) => document.activeElement.matches(css), selector)) return;
      await press(key);
    }
    assert.fail(`${selector} is not reached`);
  };
  const part = async (name) => {
    await press('Tab');
    await press('Tab');
    const parts = await page.locator('.go-parts li').allTextContents();
    for (const digit of String(parts.findIndex((one) => name.test(one)) + 1)) await press(digit);
    await press('Enter');
    await until(() => /^H[123]$/.test(document.activeElement.tagName));
  };
  const tasks = [
    ['the receipt of the first figure', 5, 'v=2', async () => {
      for (const key of ['Tab', 'Enter', 'Tab', 'Tab', 'Enter']) await press(key);
      await text('#receipt .receipt-value', /./);
    }],
    ['the citation of a figure, from its receipt', 8, 'v=2&r=ZY-02', async () => {
      await to('#receipt .receipt-actions button');
      await press('Enter');
      await text('#receipt [role=status]', /./);
    }],
    ['a figure in a chart', 10, 'v=2', async () => {
      await part(/报告了人口/);
      await to('.plot');
      for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await press(key);
      await text('#receipt .receipt-value', /./);
    }],
    ['a chart as a table', 15, 'v=2', async () => {
      await part(/报告了人口/);
      await to('.menu-toggle');
      await press('Enter');
      await page.locator('.menu [role=menuitem]').first().waitFor();
      await until(() => document.activeElement.matches('[role=menuitem]'));
      await press('Enter');
      await page.locator('#chart-population .twin').waitFor();
    }],
    ['the cases only', 20, 'v=2', async () => {
      await press('Tab');
      await press('Enter');
      await to('.seg button:nth-child(2)');
      await press('Enter');
      await until(() => location.hash.includes('in=cases'));
    }],
    ['a community by its name', 6, 'v=2', async () => {
      await press('Control+k');
      for (const letter of 'zy') await press(letter);
      await page.locator('.hit').first().waitFor();
      await press('Enter');
      await until(() => location.hash.includes('p=') || location.hash.includes('r='));
    }],
    ['the page of practices', 20, 'v=2', async () => {
      await to('.top nav a[href*="p=practices"]');
      await press('Enter');
      await until(() => document.activeElement.tagName === 'H1');
    }],
    ['another language', 20, 'v=2', async () => {
      await to('#locale');
      await press('ArrowDown');
      await press('ArrowDown');
      await until(() => document.documentElement.lang !== 'zh-CN');
    }],
    ['the view for older readers', 20, 'v=2', async () => {
      await to('.elder');
      await press('Enter');
      await until(() => document.documentElement.dataset.ui === 'elder');
      assert.equal(address().get('ui'), 'elder');
      await press('Enter');
    }],
    ['the last row of the table', 8, 'v=2&p=table', async () => {
      // From the bottom of the page upwards.
      for (let times = 0; times < 12; times += 1) {
        await press('Shift+Tab');
        if (await page.evaluate(() => Boolean(document.activeElement.closest('#rows')))) return;
      }
      assert.fail('not reached');
    }],
  ];
  const counts = [];
  for (const [name, most, fragment, task] of tasks) {
    await visit(site, fragment);
    keys = 0;
    await task();
    counts.push([name, keys, most]);
  }
  console.log(counts.map(([name, count]) => `${name}: ${count}`).join('; '));
  assert.deepEqual(counts.filter(([, count, most]) => count > most), []);
});

both('more contrast and forced colours are followed', {}, async (site) => {
  const { page } = site;
  await visit(site, 'v=2');
  const muted = () => page.evaluate(() => getComputedStyle(document.querySelector('.lead')).color);
  const before = await muted();
  await page.emulateMedia({ contrast: 'more' });
  assert.notEqual(await muted(), before);
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  const lines = await page.evaluate(() => [...document.querySelectorAll('.top nav a')].map((one) => {
    const style = getComputedStyle(one);
    return style.borderBottomColor === getComputedStyle(document.body).backgroundColor ? '' : one.textContent;
  }).filter(Boolean));
  assert.deepEqual(lines, ['概览'], 'only the current page is underlined');
});
