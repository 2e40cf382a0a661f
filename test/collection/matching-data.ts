import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSeed, SEED } from '../../bench/check/read-seed.ts';
import type { Judge } from '../../src/collection/judge.ts';
import { type Lexicon, readLexicon } from '../../src/collection/lexicon.ts';
import type { Model } from '../../src/collection/model.ts';

/** The product's own words and weights, read once for all tests of matching. */
export const lexicon: Lexicon = readLexicon(readSeed());
export const judge: Judge = { lexicon, model: JSON.parse(readFileSync(join(SEED, 'weights.json'), 'utf8')) as Model };

/** Kunming 昆明市, the place of the tests. */
export const KUNMING = '530100';
