// Systems, practices and checks, by pointer and by keyboard.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

both('three steps lead from the overview to a system with its steps', {}, async ({ page, text, count }) => {
  await page.locator('nav a[href*="p=atlas"]').click();
  await text('h1', '治理机制');
  await page.locator('.atlas').last().locator('summary', { hasText: '吹哨报到' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '下单、接单、督单、核单四个环节' }).first().focus();
  await page.keyboard.press('Enter');
  await text('h1', '下单、接单、督单、核单四个环节');
  await page.locator('#parts').locator('..').locator('svg.picture').waitFor();
  await count('ol.steps li', 4);
});

both('a need is typed, found, kept in the address and survives a reload', { hash: 'v=1&p=practices' }, async ({ page, address, until }) => {
  await page.locator('#need').pressSequentially('老人 用电');
  await until(() => document.querySelectorAll('.practice').length >= 1 && document.querySelectorAll('.practice').length < 6);
  assert.equal(await page.locator('#need').inputValue(), '老人 用电');
  assert.equal(address().get('q'), '老人 用电');
  await page.reload();
  await page.locator('.practice').first().waitFor();
  assert.ok((await page.locator('.practice').allInnerTexts()).join().includes('独居老人'));
});

both('a need nobody met says so and offers others', { hash: 'v=1&p=practices&q=停车' }, async ({ page, until, count }) => {
  await page.getByText('没有匹配“停车”的做法').locator('visible=true').first().waitFor();
  await count('.practice', 0);
  await page.locator('.content .tries button').first().click();
  await until(() => document.querySelectorAll('.practice').length > 0);
});

both('a check shows its arithmetic and leads to its figures', { hash: 'v=1&p=checks&lang=en' }, async ({ page, text }) => {
  await text('.checks', '= 28.2%');
  await page.locator('.checks button.figure').first().click();
  await page.locator('#receipt blockquote').waitFor();
});

both('figures open although the rest of the data comes later', { hash: 'v=1&r=ZY-03' }, async ({ page }) => {
  await page.locator('#receipt blockquote').waitFor();
});

both('a flow stands beside the others, in lanes where there is room and in words where not', { hash: 'v=2&p=system.JK-wangge-chuzhi' }, async ({ page, text }) => {
  await text('#beside', '个有先后的流程里');
  const row = page.locator('.relay-rows .relay').first();
  await row.locator('svg.picture').waitFor();
  assert.match(await row.locator('ol').textContent(), /文中未写\s*分级响应/);
  // A name leads to its own page, where it stands first.
  await page.locator('.relay-rows a', { hasText: '街道吹哨' }).click();
  await text('h1', '街道吹哨');
  await text('.relay-rows .relay:first-child', '街道吹哨');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.in-words').waitFor();
  assert.equal(await page.locator('.relay-rows svg').count(), 0);
  await page.locator('.relay-steps', { hasText: '吹哨' }).first().waitFor();
});
