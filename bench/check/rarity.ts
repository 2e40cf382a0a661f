import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countRarity } from '../../src/collection/rarity.ts';
import { scriptFold } from '../../src/collection/script.ts';
import { readCatalogs } from './dev-set.ts';
import { readSeed, SEED } from './read-seed.ts';

/** Counts how telling each character is over the titles of all catalogs (no labels used) and writes `rarity.json`. */
const fold = scriptFold(readSeed().script);
const titles = [...readCatalogs().values()].flat().map((record) => fold(record.title));
const table = countRarity(titles, 5);
const rows = Object.entries(table.characters).map(([character, weight]) => `${JSON.stringify(character)}:${weight}`);
const wrapped = Array.from(
  { length: Math.ceil(rows.length / 20) },
  (_, i) => `  ${rows.slice(i * 20, i * 20 + 20).join(',')}`,
);
writeFileSync(join(SEED, 'rarity.json'), `{"other":${table.other},"characters":{\n${wrapped.join(',\n')}\n}}\n`);
console.log(`${titles.length} titles, ${rows.length} characters`);
