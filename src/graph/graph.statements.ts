// Generated from cypher/graph by npm run generate. Do not edit.

import { statement } from './statement.ts';

/** What graph/count-strangers is given. */
export type CountStrangersParams = Record<never, never>;
/** A row of graph/count-strangers. */
export type CountStrangersRow = {
  readonly strangers: boolean;
  readonly ours: boolean;
};
/** Whether a graph is empty or ours: one node that is there without a registry node is a stranger's. */
export const countStrangers = statement<CountStrangersParams, CountStrangersRow, 'one'>(
  'graph/count-strangers',
  { mode: 'read', rows: 'one', params: {}, row: { strangers: 'Boolean!', ours: 'Boolean!' } },
  "RETURN EXISTS { MATCH (n) } AS strangers, EXISTS { MATCH (:Registry {name: 'shuyuan'}) } AS ours",
);

/** What graph/forget-deltas is given. */
export type ForgetDeltasParams = Record<never, never>;
/** A row of graph/forget-deltas. */
export type ForgetDeltasRow = Record<never, never>;
/** Forgets what a thousand changes ago touched. 清理过期的变动范围 */
export const forgetDeltas = statement<ForgetDeltasParams, ForgetDeltasRow, 'none'>(
  'graph/forget-deltas',
  { mode: 'write', rows: 'none', params: {}, row: {} },
  "MATCH (r:Registry {name: 'shuyuan'})\nMATCH (d:Delta)\nWHERE d.generation <= r.generation - 1000\nCALL (d) {\n  DELETE d\n} IN TRANSACTIONS OF 10000 ROWS",
);

/** What graph/note-delta is given. */
export type NoteDeltaParams = {
  /** ids of records that say something else now */ readonly records: readonly string[];
  /** assets from which flows came or went */ readonly from: readonly string[];
  /** and, in the same order, the assets to which */ readonly to: readonly string[];
};
/** A row of graph/note-delta. */
export type NoteDeltaRow = Record<never, never>;
/** Notes what the change touched that began this generation. 变动范围 */
export const noteDelta = statement<NoteDeltaParams, NoteDeltaRow, 'none'>(
  'graph/note-delta',
  { mode: 'write', rows: 'none', params: { records: '[String!]!', from: '[String!]!', to: '[String!]!' }, row: {} },
  "MATCH (r:Registry {name: 'shuyuan'})\nCREATE (:Delta {generation: r.generation, records: $records, from: $from, to: $to})",
);

/** What graph/read-deltas is given. */
export type ReadDeltasParams = {
  /** a generation */ readonly after: number;
  /** a later one */ readonly upTo: number;
};
/** A row of graph/read-deltas. */
export type ReadDeltasRow = {
  readonly generation: number;
  readonly records: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
};
/** What was touched by the changes since a generation of the registry; a generation that is missing touched anything. 变动范围 */
export const readDeltas = statement<ReadDeltasParams, ReadDeltasRow, 'many'>(
  'graph/read-deltas',
  { mode: 'read', rows: 'many', params: { after: 'Integer!', upTo: 'Integer!' }, row: { generation: 'Integer!', records: '[String!]!', from: '[String!]!', to: '[String!]!' } },
  "MATCH (d:Delta)\nWHERE d.generation > $after AND d.generation <= $upTo\nRETURN d.generation AS generation, d.records AS records, d.from AS from, d.to AS to",
);

/** What graph/read-migrations is given. */
export type ReadMigrationsParams = Record<never, never>;
/** A row of graph/read-migrations. */
export type ReadMigrationsRow = {
  readonly number: number;
  readonly checksum: string;
};
/** Migrations that were applied to this graph. */
export const readMigrations = statement<ReadMigrationsParams, ReadMigrationsRow, 'many'>(
  'graph/read-migrations',
  { mode: 'read', rows: 'many', params: {}, row: { number: 'Integer!', checksum: 'String!' } },
  "MATCH (m:Migration)\nRETURN m.number AS number, m.checksum AS checksum\nORDER BY number",
);

/** What graph/read-registry is given. */
export type ReadRegistryParams = Record<never, never>;
/** A row of graph/read-registry. */
export type ReadRegistryRow = {
  /** grows with every change; equal generations mean equal content */ readonly generation: number;
  /** id of the load that is being written; null: none */ readonly loading: string | null;
  /** last moment the registry recorded anything itself, epoch milliseconds */ readonly recordedUpTo: number;
  /** flows that had ended or were retired by then stand as FLOWED_TO */ readonly sweptAt: number;
};
/** Where the registry stands: its generation, whether a load is under way, how far its own recording has come. */
export const readRegistry = statement<ReadRegistryParams, ReadRegistryRow, 'maybe'>(
  'graph/read-registry',
  { mode: 'read', rows: 'maybe', params: {}, row: { generation: 'Integer!', loading: 'String', recordedUpTo: 'Integer!', sweptAt: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nRETURN r.generation AS generation, r.loading AS loading, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt",
);

/** What graph/record-migration is given. */
export type RecordMigrationParams = {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
};
/** A row of graph/record-migration. */
export type RecordMigrationRow = Record<never, never>;
/** Notes that a migration was applied, and makes the registry node with the first. */
export const recordMigration = statement<RecordMigrationParams, RecordMigrationRow, 'none'>(
  'graph/record-migration',
  { mode: 'write', rows: 'none', params: { number: 'Integer!', name: 'String!', checksum: 'String!' }, row: {} },
  "MERGE (r:Registry {name: 'shuyuan'})\nON CREATE SET r.generation = 0, r.recordedUpTo = 0, r.sweptAt = 0\nMERGE (m:Migration {number: $number})\nSET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()",
);

/** What graph/take-registry is given. */
export type TakeRegistryParams = {
  /** id of the deed */ readonly by: string;
};
/** A row of graph/take-registry. */
export type TakeRegistryRow = {
  /** a load that is open; null: none */ readonly loading: string | null;
  readonly generation: number;
  readonly recordedUpTo: number;
  readonly sweptAt: number;
};
/** Takes the registry's lock for one transaction: whoever writes follows whoever wrote before. 登记库写入锁 */
export const takeRegistry = statement<TakeRegistryParams, TakeRegistryRow, 'one'>(
  'graph/take-registry',
  { mode: 'write', rows: 'one', params: { by: 'String!' }, row: { loading: 'String', generation: 'Integer!', recordedUpTo: 'Integer!', sweptAt: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.lock = $by\nRETURN r.loading AS loading, r.generation AS generation, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt",
);
