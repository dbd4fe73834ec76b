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
  await until(() => document.activeElement?.id === 'main');
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
