import { IDS } from './city/shape.ts';
import type { Question } from './stand/question.ts';
import { bench } from './stand/stand.ts';

function paths(name: string, from: string, to: string, k: number): Question {
  return {
    name,
    query: `query ($from: ID!, $to: ID!, $k: Int!) {
      lineagePaths(from: $from, to: $to, k: $k) { outcome paths { length vertices { id name } edges { from to kind } } } }`,
    variables: { from, to, k },
    size: ({
      lineagePaths: { outcome, paths: found },
    }: {
      lineagePaths: { outcome: string; paths: { length: number }[] };
    }) => `${outcome} ${found.map(({ length }) => length).join(' ')}`,
  };
}

/** Is one made from the other: through the ladder, the layers, the probe region; and a sure no. */
export const questions = [
  paths('ladder, 3 of 2^30 paths of 60 edges', IDS.ladderTop, IDS.ladderEnd, 3),
  paths('layers, 3 paths of 23 edges', IDS.layersTop, IDS.layersEnd, 3),
  paths('probe region, 10 paths', 'Dataset:probe-1800', IDS.probe, 10),
  paths('a sure no', IDS.ladderTop, IDS.probe, 3),
];

if (import.meta.main) await bench('Paths', questions);
