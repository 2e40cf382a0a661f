import { IDS } from './city/shape.ts';
import { lineage } from './stand/question.ts';
import { bench } from './stand/stand.ts';

/** Hubs of 4,500 neighbors: whole, and cut at the default of 500 vertices. */
export const questions = [
  lineage('gathering hub, upstream, depth 1, 500 shown', IDS.gathering, 'UPSTREAM', 1, { maxVertices: 500 }),
  lineage('gathering hub, upstream, depth 1, all', IDS.gathering, 'UPSTREAM', 1, { rival: true }),
  lineage('spreading hub, downstream, depth 1, all', IDS.spreading, 'DOWNSTREAM', 1, { rival: true }),
  lineage('gathering hub, upstream, depth 3, 500 shown', IDS.gathering, 'UPSTREAM', 3, { maxVertices: 500 }),
];

if (import.meta.main) await bench('Hubs of 4,500', questions);
