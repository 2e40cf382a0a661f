import { IDS } from './city/shape.ts';
import { lineage } from './stand/question.ts';
import { bench } from './stand/stand.ts';

/** Upstream lineage at depth 1, 3, 5, 7, 10: at 10 some 2,000 vertices, in a city of any size the same ones. */
export const questions = [1, 3, 5, 7, 10].map((depth) =>
  lineage(`upstream, depth ${depth}`, IDS.probe, 'UPSTREAM', depth, { rival: depth <= 7 }),
);

if (import.meta.main) await bench('Lineage by depth', questions);
