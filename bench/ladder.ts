import { IDS } from './city/shape.ts';
import { lineage } from './stand/question.ts';
import { bench } from './stand/stand.ts';

/** The diamond ladder: 2^30 paths over 91 vertices; who walks paths does not come back. */
export const questions = [
  lineage('ladder, upstream, depth 60', IDS.ladderEnd, 'UPSTREAM', 60),
  lineage('ladder, downstream, no limit', IDS.ladderTop, 'DOWNSTREAM', null),
  lineage('ladder, upstream, depth 20 (2^10 paths)', IDS.ladderEnd, 'UPSTREAM', 20, { rival: true }),
];

if (import.meta.main) await bench('Diamond ladder of 30 rungs', questions);
