import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from './read-seed.ts';
import { loadBench, train } from './training.ts';

/** Fits the weights on the dev set and writes `weights.json`; with `--check` fails when the committed file differs. */
const path = join(SEED, 'weights.json');
const text = `${JSON.stringify(train(loadBench().pairs), null, 1)}\n`;
if (process.argv.includes('--check')) {
  const same = readFileSync(path, 'utf8') === text;
  console.log(same ? 'weights.json is what fitting gives' : 'weights.json differs from what fitting gives');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
