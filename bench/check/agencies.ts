import { join } from 'node:path';
import { relateAgencies } from '../../src/collection/agency-name.ts';
import type { Lexicon } from '../../src/collection/lexicon.ts';
import { DATA } from './dev-set.ts';
import { readCsv } from './read-seed.ts';

/** Decisions on pairs of agency names against their labels. */
export function scoreAgencies(
  lexicon: Lexicon,
  home: (catalog: string) => string,
): { right: number; count: number; wrongMerges: number; wrong: string[] } {
  const rows = readCsv(join(DATA, 'agency-alias/pairs.dev.csv'));
  const wrong: string[] = [];
  let wrongMerges = 0;
  for (const row of rows) {
    const { relation } = relateAgencies(lexicon, row['nameA'] ?? '', row['nameB'] ?? '', {
      home: home(row['catalog'] ?? ''),
    });
    const label = (row['relation'] ?? '').toUpperCase();
    if (relation === label) continue;
    wrong.push(`${row['nameA']} / ${row['nameB']}: ${relation}, labelled ${label}`);
    if (relation === 'SAME') wrongMerges++;
  }
  return { right: rows.length - wrong.length, count: rows.length, wrongMerges, wrong };
}
