// The main ways through the page, gone inside of it: filter, search, receipt, compare, own figures, language, files, embedding.
// No driver, no syntax younger than Chromium 63: whatever can evaluate an expression in a page can go them, the oldest engines
// included. Its value is a promise of the list of what failed, empty where all went well.
(async function mainPath() {
  const failed = [];
  const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
  const one = (selector) => document.querySelector(selector);
  async function until(what, of) {
    for (let turn = 0; turn < 300; turn += 1) {
      const found = of();
      if (found) return found;
      await wait(20);
    }
    throw new Error(`${what}: did not come`);
  }
  const go = (fragment) => { location.hash = fragment; };
  const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  function enter(field, text) {
    field.focus();
    const prototype = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  async function way(name, walk) {
    try {
      await walk();
    } catch (error) {
      failed.push(`${name}: ${error && error.message}`);
    }
  }
  const shown = () => one('.chart .n-of, .chart figcaption, .chart h3, .chart h2');
  // What is handed over as a file, not written anywhere.
  const files = [];
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => { files.push(blob); return made.call(URL, blob); };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function held() { if (!this.hasAttribute('download')) click.call(this); };

  await way('start', () => until('the program', () => one('main[data-ready]')));
  await way('filter', async () => {
    go('v=2&lang=zh-Hans');
    const tile = await until('a tile', () => one('.map .tile:not([disabled])'));
    tile.click();
    await until('the chip', () => document.querySelectorAll('.chip').length === 1);
    if (!/[?&#](province|[a-z]+)=/.test(location.hash)) throw new Error(`the address says ${location.hash}`);
    one('.chip').click();
    await until('no chip', () => !one('.chip'));
  });
  await way('search', async () => {
    const field = await until('the field', () => one('#search'));
    enter(field, 'zycz');
    const first = await until('a find', () => one('[role=option]'));
    if (!first.textContent.trim()) throw new Error('an empty find');
    press(field, 'ArrowDown');
    press(field, 'Enter');
    await until('where it leads', () => /[&]p=|[&]r=/.test(location.hash));
    go('v=2');
    await until('the overview', () => one('.map .tile'));
  });
  await way('receipt', async () => {
    const figure = await until('a figure', () => one('#main button.figure'));
    figure.click();
    const value = await until('its receipt', () => one('#receipt .receipt-value'));
    if (!/\d/.test(value.textContent)) throw new Error(`it says ${value.textContent}`);
    await until('its place', () => one('#receipt blockquote'));
    press(document.activeElement || document.body, 'Escape');
    await until('its end', () => !one('#receipt .receipt-value'));
  });
  await way('charts', async () => {
    const dot = await until('a mark', () => one('#main svg.picture circle, #main svg.picture rect, #main svg.picture path'));
    if (!(dot.getBoundingClientRect().width > 0)) throw new Error('a mark without extent');
    const scales = await until('scales', () => one('.chart .scales button[aria-pressed=false], .chart .scales button'));
    scales.click();
    await wait(100);
    if (!one('#main svg.picture')) throw new Error('no picture after the scale changed');
  });
  await way('compare and own figures', async () => {
    go('v=2&p=compare&c=ZY,JK');
    const details = await until('one\'s own', () => one('#own details'));
    details.open = true;
    await wait(50);
    if (!one('#own .own-rows > li')) one('#own .actions button').click();
    const select = await until('a row', () => one('#own .own-rows select'));
    select.value = 'population_usual';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    enter(await until('a field', () => one('#own .own-rows input')), '1234');
    one('#own .own-rows input').blur();
    await until('the figure', () => /1,?234/.test(one('#own').innerText) || one('#own input[value="1234"]'));
  });
  await way('every page', async () => {
    const pages = [['table', '#rows button.figure'], ['atlas', '#main h1'], ['practices', '#main h1'], ['checks', '#main h1'],
      ['community.ZY', '#main button.figure'], ['chart.population', '#main svg.picture'], ['about', '#main .data-parts']];
    for (const [page, selector] of pages) {
      go(`v=2&p=${page}`);
      await until(page, () => one(selector));
    }
  });
  await way('language and theme', async () => {
    go('v=2&lang=en&theme=dark');
    await until('English', () => document.documentElement.lang === 'en' && document.documentElement.dataset.theme === 'dark');
    go('v=2&lang=zh-Hans&theme=light');
    await until('Chinese', () => document.documentElement.lang === 'zh-CN');
  });
  await way('files', async () => {
    for (const kind of ['CSV', 'SVG', 'PNG']) {
      files.length = 0;
      (await until('the menu', () => one('#menu-population-button'))).click();
      const entry = await until(kind, () => [].find.call(document.querySelectorAll('.menu [role^=menuitem]'), (item) => item.textContent.includes(kind)));
      entry.click();
      await until(`a ${kind} file`, () => files.some((file) => file.size > 200));
    }
  });
  await way('embedding', async () => {
    go('v=2&p=embed&of=chart.population');
    const code = await until('the code', () => [].find.call(document.querySelectorAll('#main textarea'), (field) => field.value.includes('<iframe')));
    if (!/embed=1/.test(code.value)) throw new Error(code.value);
    go('v=2');
    await until('the overview', () => one('.map .tile') && shown());
  });
  URL.createObjectURL = made;
  HTMLAnchorElement.prototype.click = click;
  return failed;
}())
