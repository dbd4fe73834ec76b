// Search finds by characters of either script, pinyin, initials and English, and leaves input methods alone.

import assert from 'node:assert/strict';
import { both } from './lib/site.mjs';

const BOX = '#search';

for (const query of ['竹隐', '竹隱社區', 'zhuyin', 'zysq', 'ｚｈｕｙｉｎ', 'ZHUYIN']) {
  both(`“${query}” and Enter lead to the community`, {}, async ({ page, text, address }) => {
    await page.fill(BOX, query);
    await text('#hit-0', '竹隐社区');
    await page.press(BOX, 'Enter');
    await text('h1', '竹隐社区');
    assert.equal(address().get('p'), 'community.ZY');
    assert.equal(await page.inputValue(BOX), '');
  });
}

both('an English name finds its system', {}, async ({ page, text, until }) => {
  await page.fill(BOX, 'bamboo heart');
  await text('#hits [role=option]', '竹心学堂');
  await page.press(BOX, 'ArrowDown');
  await page.press(BOX, 'Enter');
  await text('h1', '竹心学堂');
  await until(() => document.activeElement?.tagName === 'H1');
});

both('what is not there is said', {}, async ({ page, text }) => {
  await page.fill(BOX, 'qqqqxx');
  await text('.search [role=status]', '没有找到“qqqqxx”');
  await page.press(BOX, 'Enter');
  await text('h1', '别的社区有多大');
});

both('Enter belongs to the input method while it composes', {}, async ({ page, text, address }) => {
  await page.fill(BOX, 'zhuyin');
  await text('#hit-0', '竹隐社区');
  await page.locator(BOX).evaluate((box) => {
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  assert.equal(address().get('p'), null);
  assert.equal(await page.inputValue(BOX), 'zhuyin');
  await page.press(BOX, 'Enter');
  await text('h1', '竹隐社区');
});

both('a community and an indicator, by four letters and Enter, are a receipt', {}, async ({ page, text, address, until, count }) => {
  await page.locator('.case').first().waitFor();
  // The key works as soon as the rest of the program is there.
  await until(() => document.querySelector('#chart-coverage .picture'));
  await page.keyboard.press('Control+k');
  await until(() => document.activeElement?.id === 'search');
  await page.keyboard.type('zycz');
  await text('#hits [role=group] .hit-title', '数字');
  await text('#hit-0', '竹隐社区 · 常住人口');
  await page.keyboard.press('Enter');
  await text('#receipt .receipt-value', '约5,000人');
  assert.equal(address().get('r'), 'ZY-03');
  // A dialog keeps the page to itself.
  await page.keyboard.press('Control+k');
  assert.ok(await page.evaluate(() => document.activeElement.id !== 'search'));
  await page.keyboard.press('Escape');
  await count('#receipt', 0);
  await until(() => document.activeElement?.id === 'search');
});

both('the active line of a long list can be seen', { viewport: { width: 1280, height: 400 } }, async ({ page, text, until }) => {
  await page.fill(BOX, '竹隐社区');
  await text('#hit-0', '竹隐社区');
  for (let at = 0; at < 10; at += 1) await page.press(BOX, 'ArrowDown');
  await until(() => {
    const active = document.querySelector('#hits [aria-selected=true]')?.getBoundingClientRect();
    const list = document.querySelector('#hits').getBoundingClientRect();
    return active && active.top >= list.top - 1 && active.bottom <= list.bottom + 1;
  });
});
