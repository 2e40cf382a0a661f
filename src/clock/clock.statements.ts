// Generated from cypher/clock by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What clock/read-law is given. */
export type ReadLawParams = {
  /** how their ids begin */ readonly types: readonly string[];
};
/** A row of clock/read-law. */
export type ReadLawRow = {
  readonly id: string;
  readonly content: string;
  readonly retiredAt: number | null;
};
/** Profiles and holidays that were loaded 已装载的规则档案和节假日, retired ones too. */
export const readLaw = statement<ReadLawParams, ReadLawRow, 'many'>(
  'clock/read-law',
  { mode: 'read', rows: 'many', params: { types: '[String!]!' }, row: { id: 'String!', content: 'String!', retiredAt: 'Integer' } },
  "UNWIND $types AS type\nMATCH (r:Record)\nWHERE r.id STARTS WITH type AND r.content IS NOT NULL\nRETURN r.id AS id, r.content AS content, r.retiredAt AS retiredAt\nORDER BY id",
);
