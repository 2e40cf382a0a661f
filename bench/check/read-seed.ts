import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Body, Contrast, LexiconSource, Wording } from '../../src/collection/lexicon.ts';
import type { RarityTable } from '../../src/collection/rarity.ts';
import type { ScriptTable } from '../../src/collection/script.ts';

/** Folder of the matching data. */
export const SEED = join(import.meta.dirname, '../../seed/matching');

/** Rows of a small CSV with a header; quotes may enclose fields and line ends. */
export function readCsv(path: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const text = readFileSync(path, 'utf8');
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c === '"' && text.charAt(i + 1) === '"') field += text.charAt(++i);
      else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      rows.at(-1)?.push(field);
      field = '';
      if (c === '\n') rows.push([]);
    } else if (c !== '\r') field += c;
  }
  if (field !== '') rows.at(-1)?.push(field);
  const [header = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

/** The matching data of `seed/matching`. */
export function readSeed(folder = SEED): LexiconSource {
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const csv = (name: string): Record<string, string>[] => readCsv(join(folder, name));
  const list = (text: string | undefined): string[] => (text ?? '').split('|').filter((word) => word !== '');
  const divisions = ['provinces.csv', 'cities.csv', 'areas.csv'].flatMap(csv);
  return {
    script: json<ScriptTable>('traditional.json'),
    divisions: divisions.map((row) => ({ code: row['code'] ?? '', name: row['name'] ?? '' })),
    thesaurus: csv('thesaurus.csv').map((row) => ({
      term: row['term'] ?? '',
      synonyms: list(row['synonyms']),
      broader: list(row['broader']),
    })),
    wording: json<Wording>('wording.json'),
    contrasts: csv('contrasts.csv').map((row) => ({
      group: row['group'] ?? '',
      members: list(row['members']),
      relation: row['relation'] as Contrast['relation'],
    })),
    bodies: csv('bodies.csv').map(
      (row): Body => ({
        body: row['body'] ?? '',
        aliases: list(row['aliases']),
        predecessors: list(row['predecessors']),
      }),
    ),
    rarity: json<RarityTable>('rarity.json'),
  };
}
