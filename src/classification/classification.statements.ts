// Generated from cypher/classification by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What classification/flows-between is given. */
export type FlowsBetweenParams = {
  readonly ids: readonly string[];
  readonly now: number;
  readonly known: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of classification/flows-between. */
export type FlowsBetweenRow = {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform: string | null;
  readonly items: string | null;
};
/** Flows in force between some assets, with what they take. 级别来源：数据流 */
export const flowsBetween = statement<FlowsBetweenParams, FlowsBetweenRow, 'many'>(
  'classification/flows-between',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', now: 'Integer!', known: 'Integer!' }, row: { from: 'String!', to: 'String!', kind: 'String!', transform: 'String', items: 'String' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (a:Asset {id: id})-[f:{{eras}}]->(b:Asset)\nWHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n  AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known) AND b.id IN $ids\nRETURN a.id AS from, b.id AS to, f.kind AS kind, f.transform AS transform, f.items AS items",
);

/** What classification/read-levels is given. */
export type ReadLevelsParams = {
  readonly ids: readonly string[];
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
};
/** A row of classification/read-levels. */
export type ReadLevelsRow = {
  readonly id: string;
  readonly computed: number | null;
};
/** The levels that assets' items and lineage make of them. 计算级别 */
export const readLevels = statement<ReadLevelsParams, ReadLevelsRow, 'many'>(
  'classification/read-levels',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', sights: 'Map!' }, row: { id: 'String!', computed: 'Integer' } },
  "UNWIND $ids AS id\nMATCH (a:Asset {id: id})\nWHERE $sights.everything OR a.owner IN $sights.own OR a.place IN $sights.under OR a.id IN $sights.covered\nRETURN a.id AS id, a.computedLevel AS computed",
);

/** What classification/save-levels is given. */
export type SaveLevelsParams = {
  /** each {id, level} */ readonly rows: readonly (object)[];
};
/** A row of classification/save-levels. */
export type SaveLevelsRow = Record<never, never>;
/** Writes levels that a run computed anew; null for what has none any more. 写入计算级别 */
export const saveLevels = statement<SaveLevelsParams, SaveLevelsRow, 'none'>(
  'classification/save-levels',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (a:Asset {id: row.id})\nSET a.computedLevel = row.level",
);

/** What classification/sources-of is given. */
export type SourcesOfParams = {
  readonly asset: string;
  /** flows in force, epoch milliseconds */ readonly now: number;
  readonly known: number;
  readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of classification/sources-of. */
export type SourcesOfRow = {
  readonly id: string;
  readonly distance: number;
  readonly content: string;
};
/** All that flows into an asset over any number of steps, nearest first, with what it says of its level. 级别来源 */
export const sourcesOf = statement<SourcesOfParams, SourcesOfRow, 'many'>(
  'classification/sources-of',
  { mode: 'read', rows: 'many', params: { asset: 'String!', now: 'Integer!', known: 'Integer!', limit: 'Integer!' }, row: { id: 'String!', distance: 'Integer!', content: 'String!' }, inline: ["eras"] },
  "MATCH (start:Asset {id: $asset})\nMATCH path = (start)<-[:{{eras}}*0..]-(v)\nWHERE all(f IN relationships(path) WHERE f.validFrom <= $now AND (f.validTo IS NULL OR f.validTo > $now)\n  AND f.recordedAt <= $known AND (f.retiredAt IS NULL OR f.retiredAt > $known))\nWITH v, min(length(path)) AS distance\nWHERE (v:Dataset OR v:Database OR v:Product) AND (v.retiredAt IS NULL OR v.retiredAt > $known)\nRETURN v.id AS id, distance, v.content AS content\nORDER BY distance, id\nLIMIT $limit",
);
