// Language, script and theme change while the page runs, everywhere on it.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

both('English and traditional characters, while running', { hash: 'v=1&province=jiangsu' }, async ({ page, text, until, address }) => {
  await page.selectOption('#locale', 'en');
  await text('h1', 'How big are other communities');
  await text('.announcement', /^1 of \d+ communities/);
  await text('.chip', 'Jiangsu');
  await until(() => document.documentElement.lang === 'en' && document.title.endsWith('· Linpu'));
  await page.selectOption('#locale', 'zh-Hant');
  await text('h1', '別的社區有多大');
  await until(() => document.documentElement.lang === 'zh-Hant' && document.title.endsWith('· 鄰譜'));
  assert.equal(address().get('lang'), 'zh-Hant');
  assert.equal(await page.inputValue('#locale'), 'zh-Hant');
});

both('the language is remembered without a link', {}, async ({ page, text, go }) => {
  await page.selectOption('#locale', 'en');
  await text('h1', 'How big are other communities');
  await go('');
  await text('h1', 'How big are other communities');
  assert.equal(await page.inputValue('#locale'), 'en');
});

for (const [name, hash] of [
  ['overview', ''], ['table', '&p=table'], ['community', '&p=community.ZY'], ['about', '&p=about'], ['receipt', '&r=ZY-02'],
]) {
  both(`no Chinese is left in the English ${name}`, { hash: `v=1&lang=en${hash}` }, async ({ page, until }) => {
    await until(() => document.documentElement.lang === 'en');
    if (name === 'overview') {
      await page.locator('.more > button').click();
      await page.locator('.menus button').first().click();
    }
    const left = await page.evaluate(() => {
      const han = /\p{Script=Han}/u;
      const words = 'h1,h2,h3,h4,button,nav a,label,summary,th,dt,.plot text,.key text,.page-key li,.lead,.case p,.door,.metric,.option-label,.facet-title,.scale,.announcement,.readout,.missing';
      const spoken = [...document.querySelectorAll('[aria-label],[placeholder],button[title]')];
      const texts = [...document.querySelectorAll(words)].map((element) => element.textContent);
      for (const name of ['aria-label', 'placeholder']) texts.push(...spoken.map((element) => element.getAttribute(name) ?? ''));
      return [...new Set(texts.filter((text) => han.test(text)))];
    });
    assert.deepEqual(left, []);
  });
}

both('the dark theme is dark and stays', {}, async ({ page, until, reload }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.selectOption('#theme', 'dark');
  await until(() => document.documentElement.dataset.theme === 'dark');
  assert.notEqual(await ground(), light);
  await reload();
  await until(() => document.documentElement.dataset.theme === 'dark');
  assert.equal(await page.inputValue('#theme'), 'dark');
});
