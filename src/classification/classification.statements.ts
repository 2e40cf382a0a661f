// Generated from cypher/classification by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What classification/read-levels is given. */
export type ReadLevelsParams = {
  readonly ids: readonly string[];
};
/** A row of classification/read-levels. */
export type ReadLevelsRow = {
  readonly id: string;
  readonly computed: number | null;
};
/** The levels that assets' items and lineage make of them. 计算级别 */
export const readLevels = statement<ReadLevelsParams, ReadLevelsRow, 'many'>(
  'classification/read-levels',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', computed: 'Integer' } },
  "UNWIND $ids AS id\nMATCH (a:Asset {id: id})\nRETURN a.id AS id, a.computedLevel AS computed",
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
