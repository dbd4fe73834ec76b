// What strangers put where the page reads: addresses, storage, messages. Lists of what is known to hurt, and a seeded generator that
// mixes them with what the page understands: the same on every machine, and never only what somebody has thought of.

/** Numbers from a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, one: (all) => all[below(all.length)] };
}

const RUN = 'window.__xss=1';
/** Texts that become more than text where somebody is careless. */
export const TEXTS = [
  `<img src=x onerror=${RUN}>`, `<script>${RUN}</script>`, `"><svg onload=${RUN}>`, `'-${RUN}-'`, `javascript:${RUN}`, `\${${RUN}}`, `{{${RUN}}}`,
  `</title><script>${RUN}</script>`, `<iframe srcdoc="<script>parent.__xss=1</script>">`, `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<a href="javascript:${RUN}">x</a>`, `data:text/html,<script>${RUN}</script>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  '<img src="http://foreign.invalid/x.png">', '<link rel=stylesheet href=//foreign.invalid/x.css>', 'http://foreign.invalid/data.json', '//foreign.invalid/x',
  '<base href="http://foreign.invalid/">', '<meta http-equiv=refresh content="0;url=http://foreign.invalid/">', '<style>@import "//foreign.invalid/x"</style>',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__[polluted]', 'constructor.prototype.polluted', '{"__proto__":{"polluted":1}}',
  '../../../../etc/passwd', 'file:///etc/passwd', 'C:\\Windows', '%00', '\u0000', '\u0001\u001f\u007f', '\r\nSet-Cookie: a=b', '\t', '\n', '\u2028\u2029',
  '\ud800', '\udfff\ud800', '\ufeff', '\u202e\u2066反', 'e\u0301\u0301\u0301', '\u200b', '👩‍👩‍👧', '𠮷'.repeat(50), '邻'.repeat(2000), 'a'.repeat(20000),
  '%', '%%', '%zz', '%c3', '%ff%fe', '%u0041', '%25'.repeat(200), '&amp;', '&lt;img&gt;', '&#x3c;img&#x3e;', '+', ';', ',', ',,,,', '.', '..', ':', '::', '|', '~', '*', '?', '#', '##', '=', '==', '&', '&&&',
  '0', '-1', '-0', '1e308', '1e999', '-1e999', 'NaN', 'Infinity', '9007199254740993', '18446744073709551616', '0x7fffffff', '1.', '.1', '１２３', '٣', '',
  ' ', 'null', 'undefined', 'true', '[]', '{}', '[object Object]', "' OR 1=1 --", '=HYPERLINK("http://foreign.invalid")', '@SUM(1)', '(a+)+$', '[', '\\', '^$',
];

/** Keys of the address, the page's own and others'. */
export const KEYS = ['v', 'p', 'c', 'h', 'axis', 'per', 'xy', 'd', 'force', 'pick', 'q', 'k', 'verdict', 'lang', 'theme', 'province', 'city', 'district', 'type',
  'settlement', 'topic', 'form', 'target', 'group', 'year', 'r', 'sort', 'cols', 'missing', 'in', 'kind', 'grade', 'scale', 'embed', 'data', 'src', 'url', 'callback',
  '__proto__', 'constructor', 'toString', '__proto__[polluted]', 'constructor[prototype][polluted]', '', ' ', '邻', '<b>', 'V', 'P'];

/** Links that mean something. */
export const LINKS = [
  'v=2', 'v=1&p=table&province=hunan,jiangsu&sort=value.desc&r=ZY-03', 'v=2&p=compare&c=ZY,JK&h=ZY&axis=shared&per=thousand', 'v=2&p=atlas', 'v=2&p=practices&q=养老&k=ZY-P01',
  'v=2&p=checks&verdict=conflicting', 'v=2&p=community.ZY', 'v=2&p=system.ZN-leifengshao-liucheng', 'v=2&p=chart.population', 'v=2&p=chart.population:population_usual', 'v=2&p=about&lang=en&theme=dark',
  'v=2&p=table&cols=id,value,source&missing=hide', 'v=2&in=cases&year=unknown&scale=log', 'v=2&p=compare&c=ZY,JK&xy=population_usual.households_compound&d=volunteers.population_usual.1000',
];

/** A fragment that nobody has sent before. */
export function fragment(random) {
  const pair = () => [random.one(KEYS), random.one(['=', '=', '=', '', '==']), wrap(random, random.one(TEXTS))].join('');
  switch (random.below(5)) {
    case 0: return [random.one(LINKS), ...Array.from({ length: 1 + random.below(4) }, pair)].join('&');
    case 1: return Array.from({ length: 1 + random.below(30) }, pair).join(random.one(['&', '&', '&amp;', ';', '%26']));
    case 2: return wrap(random, random.one(TEXTS));
    case 3: return damaged(random, random.one(LINKS));
    default: return random.one(LINKS).split('&').map((part) => (random.below(3) ? part : `${part.split('=')[0]}=${wrap(random, random.one(TEXTS))}`)).join('&');
  }
}

function wrap(random, text) {
  const encode = (one) => { try { return encodeURIComponent(one); } catch { return one; } };
  return [(one) => one, encode, encode, (one) => encode(encode(one)), (one) => `ZY,${one}`, (one) => `community.${one}`, (one) => `${one}.desc`][random.below(7)](text);
}

/** A text of which some letters are lost, doubled, exchanged or others. */
export function damaged(random, text) {
  const letters = [...text];
  for (let times = 1 + random.below(6); times > 0; times -= 1) {
    const at = random.below(letters.length + 1);
    const act = [() => letters.splice(at, 1), () => letters.splice(at, 0, letters[at] ?? '&'), () => letters.splice(at, 1, random.one(['%', '=', '&', '.', ',', ':', '\u0000', '邻', '0'])),
      () => letters.splice(at, 0, ...letters.slice(0, random.below(20))), () => letters.splice(at)];
    act[random.below(at < 3 ? 4 : act.length)]();
  }
  return letters.join('');
}

/** What may stand in a storage. */
export function stored(random) {
  const cell = () => random.one([...TEXTS.slice(0, 70), '12', '约300', 'population_usual', 'x', '4294967295', '4294967296', '-1']).slice(0, random.one([10, 100, 20000]));
  const head = random.one(['linpu-own 2', 'linpu-own 1', 'linpu-own 3', 'linpu-own', 'linpu-own 2x', 'LINPU-OWN 2', '\ufefflinpu-own 2', '']);
  const row = () => Array.from({ length: random.below(9) }, cell).join(random.one(['\t', '\t', '\t', ',', ' ']));
  switch (random.below(4)) {
    case 0: return random.one(TEXTS);
    case 1: return [`${head}\t${cell()}\t${random.one(['0', '7', '4294967295', '99999999999', '-1', 'x'])}`, ...Array.from({ length: random.one([0, 1, 3, 80, 900]) }, row)].join(random.one(['\n', '\n', '\r\n', '\r']));
    case 2: return JSON.stringify(random.one([[], {}, null, 1, 'x', { version: 1e9 }, JSON.parse('{"__proto__":{"polluted":1}}'), [[[[[]]]]]]));
    default: return damaged(random, 'linpu-own 2\t本小区\t3\npopulation_usual\t100\t2023\t1-5\t2\t\nhouseholds_compound\t200\t\t2-5\t3\tx');
  }
}

/** What other windows say. */
export function message(random) {
  const type = random.one(['linpu', 'linpu:want', 'linpu:rest', 'linpu:died', 'linpu:panic', 'linpu:fail', 'linpu-height', 'linpu-filter', 'resize', 'embed-size', 'setState', 'navigate', 'eval', '__proto__', 'webpackHotUpdate']);
  const value = () => random.one([...TEXTS, 0, -1, 1e308, null, true, [], {}, [['a']], { html: TEXTS[0] }, { url: 'http://foreign.invalid/' }]);
  switch (random.below(5)) {
    case 0: return value();
    case 1: return { type, version: value(), height: value(), url: value(), filter: value(), lang: value(), theme: value(), highlight: value(), state: value() };
    case 2: return JSON.stringify({ type, code: RUN, data: value() });
    case 3: return JSON.parse(`{"type":${JSON.stringify(type)},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`);
    default: return { [random.one(KEYS)]: value(), type, data: Array.from({ length: random.below(50) }, value) };
  }
}
