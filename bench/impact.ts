import { IDS } from './city/shape.ts';
import type { Question } from './stand/question.ts';
import { bench } from './stand/stand.ts';

function impact(name: string, of: string): Question {
  return {
    name,
    query:
      'query ($of: ID!) { impact(of: $of) { total byKind { kind count } organizations { organization { id } count } } }',
    variables: { of },
    size: ({ impact: { total, organizations } }: { impact: { total: number; organizations: unknown[] } }) =>
      `${total} assets, ${organizations.length} organizations`,
  };
}

/** The whole downstream, counted. */
export const questions = [
  impact('end of the probe region: nothing hangs on it', IDS.probe),
  impact('ladder', IDS.ladderTop),
  impact('a dataset of the probe region', 'Dataset:probe-1800'),
  impact('layers', IDS.layersTop),
  impact('spreading hub', IDS.spreading),
];

if (import.meta.main) await bench('Impact', questions);
