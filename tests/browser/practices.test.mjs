// Practices: rows of one height, opened in place by pointer and by keys, found again by their address; topics; no page too long.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const PHONE = { width: 390, height: 844 };
const heights = (page) => page.locator('.practice:not(.open) .practice-row').evaluateAll((rows) =>
  [...new Set(rows.map((row) => Math.round(row.getBoundingClientRect().height * 10) / 10))]);
/** The practice in the address, once it is the one expected. */
const isOpened = (until, key) => until((expected) => new URLSearchParams(location.hash.slice(1)).get('k') === expected, key);
const top = (page, id) => page.evaluate((which) => Math.round(document.getElementById(which).getBoundingClientRect().top), id);

both('on a phone all practices fit on eight screens, in rows of one height', { viewport: PHONE, hash: 'v=1&p=practices' }, async ({ page }) => {
  await page.locator('.practice').first().waitFor();
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  assert.ok(screens <= 8, `${screens} screens`);
  assert.deepEqual(await heights(page), [60]);
  // What is folded is there for whoever asks.
  await page.locator('.practice-fold .go[aria-expanded="false"]').first().click();
  await page.waitForFunction(() => document.activeElement.classList.contains('practice-row'));
  assert.deepEqual(await heights(page), [60]);
});

for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
  on(['hosted'], `closed rows are of one height and nothing of them is small at any width in ${lang}`, { hash: `v=1&p=practices&lang=${lang}` }, async ({ page }) => {
    for (const width of [320, 390, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.locator('.practice').first().waitFor();
      // English titles have room for two lines.
      assert.deepEqual(await heights(page), [lang === 'en' ? 82 : 60], `${width} px`);
      const faults = await page.evaluate((isPhone) => {
        const out = [];
        const seen = (element) => element.getClientRects().length > 0;
        for (const text of document.querySelectorAll('.practice-problem, .practice-action, .practice-outcome, .try, .tag')) {
          if (seen(text) && parseFloat(getComputedStyle(text).fontSize) < 14) out.push(`${text.className}: too small`);
        }
        for (const control of document.querySelectorAll('.try, .practice-index button, .practice-row, .practice-fold .go')) {
          const { height } = control.getBoundingClientRect();
          if (seen(control) && height < (isPhone ? 44 : 24)) out.push(`${control.className}: ${height} px high`);
        }
        if (document.documentElement.scrollWidth > innerWidth) out.push('wider than the window');
        return out;
      }, width < 600);
      assert.deepEqual(faults, [], `${width} px`);
    }
  });
}

both('a row opens by Enter, keeps the focus, and is one stop for Tab', { hash: 'v=1&p=practices' }, async ({ page, until, address, count }) => {
  const steps = await page.evaluate(() => history.length);
  await page.locator('#practice-ZY-P01').focus();
  await page.keyboard.press('Enter');
  await isOpened(until, 'ZY-P01');
  await page.locator('#practice-ZY-P01-more').getByText('自来水水压不够').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'practice-ZY-P01');
  // Another is opened without moving the first.
  const before = await top(page, 'practice-ZY-P01');
  await page.locator('#practice-ZY-P02').click();
  await isOpened(until, 'ZY-P02');
  await count('.practice.open', 2);
  assert.equal(await top(page, 'practice-ZY-P01'), before);
  await page.locator('#practice-ZY-P02').press('Enter');
  await until(() => !location.hash.includes('k='));
  await count('.practice.open', 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'practice-ZY-P02');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'practice-ZY-P03');
  assert.equal(await page.evaluate(() => history.length), steps, 'opening is no step of history');
  assert.equal(address().get('p'), 'practices');
});

both('a link with a practice opens it and leads to it; a reload leads to where one was', { viewport: PHONE, hash: 'v=1&p=practices&k=ZN-P19' }, async ({ page, reload, until }) => {
  await until(() => document.activeElement.id === 'practice-ZN-P19');
  const there = await top(page, 'practice-ZN-P19');
  assert.ok(there >= 0 && there < 200, `${there}`);
  assert.equal(await page.locator('#practice-ZN-P19').getAttribute('aria-expanded'), 'true');
  await page.evaluate(() => scrollBy(0, -300));
  await page.waitForTimeout(400);
  const left = await page.evaluate(() => Math.round(scrollY));
  await reload();
  await page.locator('.practice.open').waitFor();
  await until((y) => Math.abs(scrollY - y) < 2, left);
});

both('a topic leads to its rows, a system to its practice, a term to what it finds', { hash: 'v=1&p=practices' }, async ({ page, until, text }) => {
  await page.getByRole('navigation', { name: '主题' }).getByRole('button', { name: /养老/ }).click();
  await until(() => document.activeElement.matches('h2') && document.activeElement.textContent.startsWith('养老'));
  const heading = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
  assert.ok(heading >= 0 && heading < 450, `${heading}`);
  await page.locator('#practice-PH-P01').click();
  await page.locator('#practice-PH-P01-more .tag').getByText('漏电', { exact: true }).click();
  await text('.practice-group h2', '最相符的在前');
  assert.equal(await page.locator('.practice').count(), 1);
  await page.evaluate(() => { location.hash = 'v=1&p=system.ZY-chanxue-chubing'; });
  await page.locator('#practices').locator('..').getByRole('link', { name: '小区进出道路上有冰雪' }).click();
  await until(() => document.activeElement.id === 'practice-ZY-P06');
});

both('what nobody met leads on, and what is misspelt to the word', { hash: 'v=1&p=practices&q=watter' }, async ({ page, count, address, until }) => {
  await page.getByText('没有匹配“watter”的做法').locator('visible=true').first().waitFor();
  await page.getByRole('group', { name: '是不是要找' }).getByRole('button', { name: 'water pressure' }).click();
  await count('.practice', 1);
  assert.equal(address().get('q'), 'water pressure');
  await page.locator('#need').fill('ting che');
  await count('.practice', 0);
  await page.getByRole('button', { name: '看全部做法' }).click();
  await until(() => document.querySelectorAll('.practice').length > 40);
});

both('what is found stands open where it is little, and can be closed', { hash: 'v=2&p=practices' }, async ({ page, count }) => {
  await page.locator('#need').fill('飞线');
  await count('.practice', 2);
  await count('.practice.open', 2);
  await page.locator('.practice-row').first().click();
  await count('.practice.open', 1);
  await page.locator('.practice-row').first().click();
  await count('.practice.open', 2);
});
