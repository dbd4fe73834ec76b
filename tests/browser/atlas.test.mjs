// Comparison, systems, practices and checks, by pointer and by keyboard.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

both('two steps lead from the overview to a system with its steps', {}, async ({ page, text, count }) => {
  await page.locator('nav a[href*="p=atlas"]').click();
  await text('h1', '治理机制');
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
  await page.getByText('没有匹配“停车”的做法').waitFor();
  await count('.practice', 0);
  await page.locator('.content .tries button').first().click();
  await until(() => document.querySelectorAll('.practice').length > 0);
});

both('communities are compared by pairs and chosen in the address', { hash: 'v=1&p=compare' }, async ({ page, address, text }) => {
  await page.getByRole('checkbox', { name: '窑洲社区' }).uncheck();
  await page.getByRole('checkbox', { name: '平湖社区' }).uncheck();
  await page.getByRole('checkbox', { name: '中南社区' }).uncheck();
  assert.equal(address().get('c'), 'ZY,JK');
  await page.locator('.pairs summary').first().click();
  await text('.pairs', '竹隐社区与金科园社区');
  await page.locator('button.figure:visible').first().click();
  await page.locator('#receipt blockquote').waitFor();
});

both('what is drawn on one axis in spite of a refusal says so, and the address keeps it', { hash: 'v=1&p=compare&c=ZY,JK' }, async ({ page, address, text, reload }) => {
  await page.getByLabel('画在一根轴上').check();
  await page.getByRole('button', { name: '仍要画在一根轴上' }).first().click();
  await text('.warning', '口径不同');
  assert.equal(address().get('axis'), 'one');
  assert.ok(address().get('force'));
  await reload();
  await text('.warning', '口径不同');
});

both('figures of a community of one\'s own are ranked beside the cases, and stay', { hash: 'v=1&p=compare' }, async ({ page, text, reload, count }) => {
  await page.getByRole('heading', { name: '填我的社区' }).click();
  await page.getByRole('button', { name: '加一行' }).click();
  await page.getByLabel('第1行 指标').selectOption('population_usual');
  await page.getByLabel('第1行 数值').fill('6200');
  await page.getByLabel('第1行 数值').blur();
  // The other is only 约: nobody may insist on a rank over a bound.
  await text('.ranked', '不排序');
  assert.equal(await page.getByRole('button', { name: '仍按所写的数字排序' }).count(), 0);
  await page.getByLabel('第1行 指标').selectOption('area_community');
  await page.getByLabel('第1行 数值').fill('3');
  await page.getByLabel('第1行 数值').blur();
  await text('.ranked', '不排序：至少一方没有注明时间');
  await page.getByRole('button', { name: '仍按所写的数字排序' }).click();
  await text('.ranked', '2个参加排序');
  await text('.ranked', '注意：至少一方没有注明时间');
  await text('#chart-strips', '1种口径有两个以上社区报告');
  await text('.summary', '社区面积');
  await reload();
  await text('.ranked', '2个参加排序');
  await page.getByLabel('第1行 数值').fill('abc');
  await page.getByLabel('第1行 数值').blur();
  await text('.failure', 'abc');
  await count('.ranked', 0);
});

both('two indicators are drawn against each other, and a quotient is defined', { hash: 'v=1&p=compare' }, async ({ page, address, text, until }) => {
  await page.getByLabel('横轴').selectOption('population_undefined');
  await page.getByLabel('纵轴').selectOption('volunteers_members_with_posts');
  await until(() => /xy=population_undefined\.volunteers_members_with_posts/.test(location.hash));
  await text('#chart-scatter', '5个社区中1个两项都有报告');
  await page.getByLabel('被除的').selectOption('service_person_times');
  await page.getByLabel('除以').selectOption('population_usual');
  await page.getByRole('button', { name: '算', exact: true }).click();
  await text('.more-said', '单位不同');
  assert.equal(address().get('d'), 'service_person_times.population_usual.1');
});

both('a check shows its arithmetic and leads to its figures', { hash: 'v=1&p=checks&lang=en' }, async ({ page, text }) => {
  await text('.checks', '= 28.2%');
  await page.locator('.checks button.figure').first().click();
  await page.locator('#receipt blockquote').waitFor();
});

both('figures open although the rest of the data comes later', { hash: 'v=1&r=ZY-03' }, async ({ page }) => {
  await page.locator('#receipt blockquote').waitFor();
});

both('what figures are counted per can be chosen where a community reports several', { hash: 'v=1&p=compare&c=ZY,JK&per=thousand' }, async ({ page, address, until }) => {
  await until(() => /÷ 常住人口/.test(document.querySelector('main').textContent));
  await page.getByLabel('竹隐社区', { exact: true }).last().selectOption({ label: '在册人口 1,800人' });
  await until(() => /÷ 在册人口/.test(document.querySelector('main').textContent));
  assert.equal(address().get('pick'), 'ZY-02');
});
