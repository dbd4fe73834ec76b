// The main ways through the page, as a person goes them; whatever surrounds the page must leave all of them open.

import assert from 'node:assert/strict';

/** Goes them all: filter, receipt, search, every page, comparison, own figures, languages, theme, files. */
export async function everywhere(site, { png = true } = {}) {
  const { page, until, count } = site;
  await page.evaluate(() => { location.hash = 'v=2'; });
  await until(() => document.querySelector('.map .tile:not([disabled])') && !document.querySelector('.chip'));
  await page.locator('.map .tile:not([disabled])').first().click();
  await count('.chip', 1);
  await page.locator('.chip').first().click();
  await count('.chip', 0);

  await page.locator('#main button.figure').first().click();
  await page.locator('#receipt blockquote').waitFor();
  await page.keyboard.press('Escape');
  await count('#receipt', 0);

  await page.locator('#search').fill('zycz');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('Escape');

  for (const [fragment, selector] of [
    ['v=2&p=table', '#rows button.figure'], ['v=2&p=compare&c=ZY,JK', '#own'], ['v=2&p=atlas', '#main h1'], ['v=2&p=practices&q=养老', '#main h1'], ['v=2&p=checks', '#main h1'],
    ['v=2&p=community.ZY', '#main button.figure'], ['v=2&p=system.ZN-leifengshao-liucheng', '#main h1'], ['v=2&p=chart.population', '#main svg.picture'], ['v=2&p=about', '#main .data-parts'],
  ]) {
    await page.evaluate((hash) => { location.hash = hash; }, fragment);
    await page.locator(selector).first().waitFor();
  }

  await page.evaluate(() => { location.hash = 'v=2&p=compare&c=ZY,JK'; });
  await page.locator('#own').waitFor();
  await page.evaluate(() => { document.querySelector('#own details').open = true; });
  if (!(await page.locator('#own .own-rows > li').count())) await page.locator('#own .actions button').first().click();
  await page.locator('#own .own-rows select').first().selectOption('population_usual');
  await page.locator('#own .own-rows input').first().fill('1234');
  await page.locator('#own .own-rows input').first().evaluate((input) => input.blur());
  await until(() => (document.querySelector('#own').innerText.match(/1234|1,234/) || document.querySelector('#own input[value="1234"]')));

  await page.evaluate(() => { location.hash = 'v=2&lang=en&theme=dark'; });
  await until(() => document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark');
  await page.evaluate(() => { location.hash = 'v=2&lang=zh-Hans&theme=light'; });
  await until(() => document.documentElement.lang === 'zh-CN');

  const menu = async (index) => {
    await page.locator('#menu-population-button').click();
    await page.locator(`#menu-population-${index}`).click();
  };
  const offered = async () => {
    await page.locator('#menu-population-button').click();
    const all = await page.locator('.menu [role^=menuitem]').allInnerTexts();
    await page.keyboard.press('Escape');
    return all;
  };
  const all = await offered();
  const at = (pattern) => all.findIndex((text) => pattern.test(text));
  for (const [pattern, end] of [[/CSV/, '.csv'], [/SVG/, '.svg'], ...(png ? [[/PNG/, '.png']] : [])]) {
    assert.ok(at(pattern) >= 0, `${pattern} in ${all}`);
    const [file] = await Promise.all([page.waitForEvent('download'), menu(at(pattern))]);
    assert.ok(file.suggestedFilename().endsWith(end), file.suggestedFilename());
  }
  return { all, at, menu };
}
