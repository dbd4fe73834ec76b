// node … BUDGET FILE… : what each file weighs raw and compressed; fails when all of them together are over the budget (brotli).
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [budget, ...files] = process.argv.slice(1);
const row = (name, ...sizes) => console.log(name.padEnd(24) + sizes.map((size) => String(size).padStart(12)).join(''));
const total = [0, 0, 0];
row('', 'bytes', 'gzip 9', 'brotli 11');
for (const file of files) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length];
  sizes.forEach((size, i) => (total[i] += size));
  row(basename(file), ...sizes);
}
row('together', ...total);
console.log(`budget: ${total[2]} of ${budget} bytes`);
if (total[2] > Number(budget)) {
  console.error('The overview has become too heavy.');
  process.exit(1);
}
