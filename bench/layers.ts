import { IDS } from './city/shape.ts';
import { lineage } from './stand/question.ts';
import { bench } from './stand/stand.ts';

/** 24 layers of 120 vertices, each fed by 8 of the layer above (by all 120 in the city of a million assets). */
export const questions = [
  lineage('layers, upstream, depth 2', IDS.layersEnd, 'UPSTREAM', 2, { rival: true }),
  lineage('layers, upstream, depth 5', IDS.layersEnd, 'UPSTREAM', 5),
  lineage('layers, upstream, depth 23, 500 shown', IDS.layersEnd, 'UPSTREAM', 23, { maxVertices: 500 }),
  lineage('layers, upstream, depth 23', IDS.layersEnd, 'UPSTREAM', 23),
];

if (import.meta.main) await bench('24 layers × 120', questions);
