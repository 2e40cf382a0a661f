import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Judge } from './judge.ts';
import { type Contrast, type LexiconSource, readLexicon, type Wording } from './lexicon.ts';
import type { Model } from './model.ts';
import type { RarityTable } from './rarity.ts';
import type { ScriptTable } from './script.ts';

const FOLDER = join(import.meta.dirname, '../../seed/matching');

/** The words that matching knows, from `seed/matching`; each file's source stands in its SOURCE.md. */
export function readMatchingSeed(folder = FOLDER): LexiconSource {
  const json = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const csv = (name: string) =>
    parse(readFileSync(join(folder, name)), { columns: true, skip_empty_lines: true }) as Record<string, string>[];
  const list = (text: string | undefined) => (text ?? '').split('|').filter((word) => word !== '');
  return {
    script: json<ScriptTable>('traditional.json'),
    divisions: ['provinces.csv', 'cities.csv', 'areas.csv']
      .flatMap(csv)
      .map(({ code = '', name = '' }) => ({ code, name })),
    thesaurus: csv('thesaurus.csv').map(({ term = '', synonyms, broader }) => ({
      term,
      synonyms: list(synonyms),
      broader: list(broader),
    })),
    wording: json<Wording>('wording.json'),
    contrasts: csv('contrasts.csv').map(({ group = '', members, relation }) => ({
      group,
      members: list(members),
      relation: relation as Contrast['relation'],
    })),
    bodies: csv('bodies.csv').map(({ body = '', aliases, predecessors }) => ({
      body,
      aliases: list(aliases),
      predecessors: list(predecessors),
    })),
    rarity: json<RarityTable>('rarity.json'),
  };
}

let judge: Judge | null = null;

/** The judge with the committed words and weights; read once, for they do not change while the program runs. */
export function committedJudge(): Judge {
  judge ??= {
    lexicon: readLexicon(readMatchingSeed()),
    model: JSON.parse(readFileSync(join(FOLDER, 'weights.json'), 'utf8')) as Model,
  };
  return judge;
}
