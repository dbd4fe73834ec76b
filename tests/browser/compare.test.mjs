// Comparison: the matrix, whom it holds, what its rows open to, and the tools behind it.

import assert from 'node:assert/strict';
import { both, on } from './lib/site.mjs';

const COMPARE = { hash: 'v=1&p=compare' };
const PHONE = { ...COMPARE, viewport: { width: 390, height: 844 } };

/** Opens the row of a group. */
const open = (page, name) => page.locator('.group-row .turn', { hasText: name }).click();
const tools = (page) => page.locator('.more-tools .turn').click();

both('communities are compared by pairs and chosen in the address', COMPARE, async ({ page, address, text, count }) => {
  await count('.matrix thead th', 7);
  for (const name of ['窑洲社区', '平湖社区', '中南社区']) await page.getByRole('button', { name: `移出${name}` }).click();
  assert.equal(address().get('c'), 'ZY,JK');
  await count('.matrix thead th', 4);
  await open(page, '人口');
  await text('.reason-list', '竹隐社区与金科园社区');
  await text('.reason-list', '口径不同');
  await page.locator('.opened .pairs summary').first().click();
  await text('.pairs', '5项中');
  await page.locator('.matrix button.figure:visible').first().click();
  await page.locator('#receipt blockquote').waitFor();
});

both('the matrix is a table with heads, a caption and rows that say when they open', COMPARE, async ({ page, text }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const table = page.getByRole('table', { name: /指标组与社区对照/ });
    await table.waitFor();
    assert.equal(await table.getByRole('columnheader').count(), 7, `${width}`);
    const rows = await table.getByRole('rowheader').count();
    assert.ok(rows > 8, `${rows}`);
    const turn = page.locator('.group-row .turn').first();
    await turn.focus();
    await page.keyboard.press('Enter');
    assert.equal(await turn.getAttribute('aria-expanded'), 'true');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'turn', 'the focus stays');
    await text('[role=status]', /^已展开：/);
    assert.equal(await page.locator(`#${await turn.getAttribute('aria-controls')}`).count(), 1);
    await page.keyboard.press('Enter');
    await text('[role=status]', /^已收起：/);
  }
});

on(['hosted'], 'on a phone the page is at most six screens before something is opened', PHONE, async ({ page, go }) => {
  for (const lang of ['zh-Hans', 'en']) {
    await go(`v=1&p=compare&lang=${lang}`);
    await page.locator('.matrix').waitFor();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height <= 6 * 844, `${lang}: ${height} px`);
  }
});

on(['hosted'], 'at 1440 px the matrix of six fits, its columns are equal, and it stands in the first view', COMPARE, async ({ page }) => {
  await page.locator('.matrix').waitFor();
  const box = await page.evaluate(() => {
    const table = document.querySelector('.matrix');
    const heads = [...table.querySelectorAll('thead th')].slice(1, -1).map((head) => Math.round(head.getBoundingClientRect().width));
    return { table: table.scrollWidth, page: document.documentElement.scrollWidth, top: table.getBoundingClientRect().top, heads };
  });
  assert.ok(box.table <= 1376 && box.page <= 1440, JSON.stringify(box));
  assert.ok(Math.max(...box.heads) - Math.min(...box.heads) <= 1, JSON.stringify(box));
  assert.ok(box.top < 420, JSON.stringify(box));
});

on(['hosted'], 'on a phone strips and values stand under each other', PHONE, async ({ page }) => {
  await page.locator('.matrix .mini').first().waitFor();
  const places = await page.evaluate(() => {
    const edges = (css, side) => [...new Set([...document.querySelectorAll(css)].map((it) => Math.round(it.getBoundingClientRect()[side])))];
    const widths = [...new Set([...document.querySelectorAll('.value > .mini')].map((it) => Math.round(it.getBoundingClientRect().width)))];
    return { strips: edges('.value > .mini', 'left'), values: edges('.value > .amount', 'right'), widths };
  });
  assert.deepEqual([places.strips.length, places.values.length, places.widths], [1, 1, [240]], JSON.stringify(places));
});

both('what is drawn on one axis in spite of a refusal says so, and the address keeps it', { hash: 'v=1&p=compare&c=ZY,JK' }, async ({ page, address, text, reload }) => {
  await tools(page);
  await page.getByLabel('画在一根轴上').check();
  await page.getByRole('button', { name: '仍要画在一根轴上' }).first().click();
  await text('.warning', '口径不同');
  assert.equal(address().get('axis'), 'one');
  assert.ok(address().get('force'));
  await reload();
  await text('.warning', '口径不同');
});

both('figures of a community of one\'s own are ranked beside the cases, and stay', COMPARE, async ({ page, text, reload, count }) => {
  await page.getByRole('button', { name: '填我的社区' }).first().click();
  await page.getByRole('button', { name: '加一行' }).click();
  await page.getByLabel('第1行 指标').selectOption('population_usual');
  await page.getByLabel('第1行 数值').fill('6200');
  await page.getByLabel('第1行 数值').blur();
  // One's own comes first.
  await text('.matrix thead th:nth-child(2)', '我的社区');
  await open(page, '人口');
  // The other is only 约: nobody may insist on a rank over a bound.
  await text('.ranked', '不排序');
  assert.equal(await page.getByRole('button', { name: '仍按所写的数字排序' }).count(), 0);
  await page.getByLabel('第1行 指标').selectOption('area_community');
  await page.getByLabel('第1行 数值').fill('3');
  await page.getByLabel('第1行 数值').blur();
  await open(page, /^.?面积/);
  await text('.ranked', '不排序：至少一方没有注明时间');
  await page.getByRole('button', { name: '按数值排列' }).click();
  await page.getByRole('button', { name: '仍按所写的数字排序' }).click();
  await text('.ranked', '2个参加排序');
  await text('.ranked', '注意：至少一方没有注明时间');
  await text('.lead', '同口径可比：面积1对');
  await tools(page);
  await text('#chart-strips', '1种口径有两个以上社区报告');
  await reload();
  await text('.ranked', '2个参加排序');
  await page.getByLabel('第1行 数值').fill('abc');
  await page.getByLabel('第1行 数值').blur();
  await text('.failure', 'abc');
  await count('.ranked', 0);
});

both('two indicators are drawn against each other, and a quotient is defined', COMPARE, async ({ page, address, text, until }) => {
  await tools(page);
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

both('what figures are counted per can be chosen where a community reports several', { hash: 'v=1&p=compare&c=ZY,JK&per=thousand' }, async ({ page, address, until }) => {
  await until(() => /÷ 常住人口/.test(document.querySelector('.matrix').textContent));
  await page.getByLabel('竹隐社区', { exact: true }).last().selectOption({ label: '在册人口 1,800人' });
  await until(() => /÷ 在册人口/.test(document.querySelector('.matrix').textContent));
  assert.equal(address().get('pick'), 'ZY-02');
});

both('a community is found, added and taken out by the keyboard, and a seventh is refused in words', COMPARE, async ({ page, text, count, address }) => {
  await page.getByRole('button', { name: '移出中南社区' }).click();
  await page.getByRole('button', { name: '＋ 加社区' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'picker-find');
  await page.keyboard.type('zhongnan');
  await count('.pick', 1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await count('.matrix thead th', 7);
  assert.ok(address().get('c').includes('ZN'));
  // By another name, and by syllables: six are compared, and the seventh is refused.
  const found = async (typed) => {
    await page.locator('#picker-find').fill(typed);
    await page.locator('.pick').first().waitFor();
    await page.locator('.pick[aria-pressed=false]').first().click();
  };
  await found('jinqiao');
  await count('.matrix thead th', 8);
  await found('wenzhou');
  await text('.refused', '已有6个，先移出一个');
  await count('.matrix thead th', 8);
  await page.locator('#picker-find').focus();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.id === 'picker-open');
  await count('.picker', 0);
});

both('a peer is named with its reason and added by one click', { hash: 'v=1&p=compare&c=ZY,JK' }, async ({ page, count, text, address }) => {
  await text('.peers', '与竹隐社区相近的');
  const peer = page.locator('.peer', { hasText: '常住人口相近' }).first();
  const name = await peer.locator('strong').innerText();
  await peer.click();
  await text('.matrix thead th', name);
  assert.equal(address().get('c').split(',').length, 3);
  await count('.matrix thead th', 5);
});

both('what stands for a silent community leads to its page', { hash: 'v=1&p=compare&axis=free' }, async ({ page, text, address }) => {
  const plot = page.locator('#plot-scatter');
  await plot.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /p=community\./.test(location.hash));
  assert.ok(address().get('p').startsWith('community.'));
});
