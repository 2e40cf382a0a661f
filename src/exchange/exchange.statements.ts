// Generated from cypher/exchange by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What exchange/beat-load is given. */
export type BeatLoadParams = {
  readonly load: string;
};
/** A row of exchange/beat-load. */
export type BeatLoadRow = {
  readonly open: boolean;
};
/** Shows that a load is alive, with each batch it writes; fails when the load is no longer open. 装载心跳 */
export const beatLoad = statement<BeatLoadParams, BeatLoadRow, 'one'>(
  'exchange/beat-load',
  { mode: 'write', rows: 'one', params: { load: 'String!' }, row: { open: 'Boolean!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nMATCH (l:Load {id: $load})\nSET l.beatAt = timestamp()\nRETURN r.loading = $load AND l.state = 'WRITING' AS open",
);

/** What exchange/close-load is given. */
export type CloseLoadParams = {
  readonly load: string;
  /** DONE, or UNDONE when it was taken back */ readonly state: string;
  /** the registry's recording never runs backwards */ readonly recordedAt: number;
  /** JSON */ readonly counts: string;
};
/** A row of exchange/close-load. */
export type CloseLoadRow = {
  readonly generation: number;
};
/** Closes the journal: all that the load wrote becomes visible at once. 装载完成 */
export const closeLoad = statement<CloseLoadParams, CloseLoadRow, 'one'>(
  'exchange/close-load',
  { mode: 'write', rows: 'one', params: { load: 'String!', state: 'String!', recordedAt: 'Integer!', counts: 'String!' }, row: { generation: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan', loading: $load})\nMATCH (l:Load {id: $load})\nSET l.state = $state, l.counts = $counts, l.closedAt = timestamp(),\n    r.loading = null, r.generation = r.generation + 1, r.recordedUpTo = CASE\n      WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END\nRETURN r.generation AS generation",
);

/** What exchange/count-flows is given. */
export type CountFlowsParams = Record<never, never>;
/** A row of exchange/count-flows. */
export type CountFlowsRow = {
  readonly flows: number;
};
/** How many assertions of flows between assets the registry holds. 数据流总数 */
export const countFlows = statement<CountFlowsParams, CountFlowsRow, 'one'>(
  'exchange/count-flows',
  { mode: 'read', rows: 'one', params: {}, row: { flows: 'Integer!' } },
  "MATCH (:Asset)-[f:FLOWS_TO|FLOWED_TO]->(:Asset)\nRETURN count(f) AS flows",
);

/** What exchange/count-records is given. */
export type CountRecordsParams = Record<never, never>;
/** A row of exchange/count-records. */
export type CountRecordsRow = {
  readonly records: number;
};
/** How many records the registry holds; 0 for an empty one. 记录总数 */
export const countRecords = statement<CountRecordsParams, CountRecordsRow, 'one'>(
  'exchange/count-records',
  { mode: 'read', rows: 'one', params: {}, row: { records: 'Integer!' } },
  "MATCH (r:Record)\nRETURN count(r) AS records",
);

/** What exchange/flows-in-wrong-era is given. */
export type FlowsInWrongEraParams = {
  readonly sweptAt: number;
};
/** A row of exchange/flows-in-wrong-era. */
export type FlowsInWrongEraRow = {
  readonly from: string;
  readonly to: string;
};
/** A flow that stands among the present ones although it is past, or the other way round; for verify. 核对：归档 */
export const flowsInWrongEra = statement<FlowsInWrongEraParams, FlowsInWrongEraRow, 'maybe'>(
  'exchange/flows-in-wrong-era',
  { mode: 'read', rows: 'maybe', params: { sweptAt: 'Integer!' }, row: { from: 'String!', to: 'String!' } },
  "MATCH (a)-[f:FLOWS_TO|FLOWED_TO]->(b)\nWHERE (coalesce(f.validTo <= $sweptAt, false) OR coalesce(f.retiredAt <= $sweptAt, false)) <> (type(f) = 'FLOWED_TO')\nRETURN a.id AS from, b.id AS to\nLIMIT 1",
);

/** What exchange/lock-registry is given. */
export type LockRegistryParams = {
  readonly load: string;
};
/** A row of exchange/lock-registry. */
export type LockRegistryRow = {
  /** another load that is open; null: none */ readonly loading: string | null;
  readonly recordedUpTo: number;
  readonly sweptAt: number;
};
/** Takes the registry's lock for one transaction, so that two writers follow each other. 写入锁 */
export const lockRegistry = statement<LockRegistryParams, LockRegistryRow, 'one'>(
  'exchange/lock-registry',
  { mode: 'write', rows: 'one', params: { load: 'String!' }, row: { loading: 'String', recordedUpTo: 'Integer!', sweptAt: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.lock = $load\nRETURN r.loading AS loading, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt",
);

/** What exchange/open-load is given. */
export type OpenLoadParams = {
  readonly load: string;
  /** who writes it: machine and process */ readonly owner: string;
  readonly files: readonly string[];
  readonly at: number;
};
/** A row of exchange/open-load. */
export type OpenLoadRow = {
  /** false: another load is open */ readonly opened: boolean;
};
/** Opens the journal of a load: from here on readers wait until it is closed. 装载开始 */
export const openLoad = statement<OpenLoadParams, OpenLoadRow, 'one'>(
  'exchange/open-load',
  { mode: 'write', rows: 'one', params: { load: 'String!', owner: 'String!', files: '[String!]!', at: 'Integer!' }, row: { opened: 'Boolean!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.lock = $load\nWITH r, r.loading IS NULL AS free\nFOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |\n  SET r.loading = $load\n  CREATE (:Load {id: $load, owner: $owner, files: $files, state: 'WRITING', openedAt: $at, beatAt: timestamp()})\n)\nRETURN free AS opened",
);

/** What exchange/read-last-load is given. */
export type ReadLastLoadParams = Record<never, never>;
/** A row of exchange/read-last-load. */
export type ReadLastLoadRow = {
  readonly load: string;
  /** WRITING, DONE or UNDONE */ readonly state: string;
  readonly files: readonly string[];
  readonly counts: string | null;
};
/** The load that was opened last. 最近一次装载 */
export const readLastLoad = statement<ReadLastLoadParams, ReadLastLoadRow, 'maybe'>(
  'exchange/read-last-load',
  { mode: 'read', rows: 'maybe', params: {}, row: { load: 'String!', state: 'String!', files: '[String!]!', counts: 'String' } },
  "MATCH (l:Load)\nRETURN l.id AS load, l.state AS state, l.files AS files, l.counts AS counts\nORDER BY coalesce(l.closedAt, l.beatAt) DESC\nLIMIT 1",
);

/** What exchange/read-open-load is given. */
export type ReadOpenLoadParams = Record<never, never>;
/** A row of exchange/read-open-load. */
export type ReadOpenLoadRow = {
  readonly load: string;
  readonly owner: string;
  /** milliseconds since it last showed that it is alive, by the database's clock */ readonly idle: number;
};
/** The load whose journal is open, if any. 未完成的装载 */
export const readOpenLoad = statement<ReadOpenLoadParams, ReadOpenLoadRow, 'maybe'>(
  'exchange/read-open-load',
  { mode: 'read', rows: 'maybe', params: {}, row: { load: 'String!', owner: 'String!', idle: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nMATCH (l:Load {id: r.loading})\nRETURN l.id AS load, l.owner AS owner, timestamp() - l.beatAt AS idle",
);

/** What exchange/read-projections is given. */
export type ReadProjectionsParams = {
  readonly ids: readonly string[];
  /** relationship types by which records name others */ readonly owned: readonly string[];
};
/** A row of exchange/read-projections. */
export type ReadProjectionsRow = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  /** each {type, to, at} */ readonly edges: readonly (Readonly<Record<string, unknown>>)[];
};
/** What queries see of some records: labels, properties, and the records they name. 核对：投影 */
export const readProjections = statement<ReadProjectionsParams, ReadProjectionsRow, 'many'>(
  'exchange/read-projections',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', owned: '[String!]!' }, row: { id: 'String!', labels: '[String!]!', properties: 'Map!', edges: '[Map!]!' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nRETURN r.id AS id, labels(r) AS labels, properties(r) AS properties,\n  COLLECT { MATCH (r)-[e:$any($owned)]->(b) RETURN {type: type(e), to: b.id, at: e.at} } AS edges",
);

/** What exchange/record-load is given. */
export type RecordLoadParams = {
  readonly load: string;
  readonly owner: string;
  readonly files: readonly string[];
  readonly at: number;
  readonly recordedAt: number;
  /** JSON */ readonly counts: string;
};
/** A row of exchange/record-load. */
export type RecordLoadRow = {
  readonly generation: number;
};
/** Notes a load that was written in one transaction. 记录一次装载 */
export const recordLoad = statement<RecordLoadParams, RecordLoadRow, 'one'>(
  'exchange/record-load',
  { mode: 'write', rows: 'one', params: { load: 'String!', owner: 'String!', files: '[String!]!', at: 'Integer!', recordedAt: 'Integer!', counts: 'String!' }, row: { generation: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.generation = r.generation + 1, r.recordedUpTo = CASE\n  WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END\nCREATE (:Load {\n  id: $load, owner: $owner, files: $files, state: 'DONE', openedAt: $at, closedAt: timestamp(), counts: $counts\n})\nRETURN r.generation AS generation",
);

/** What exchange/set-swept is given. */
export type SetSweptParams = {
  readonly at: number;
};
/** A row of exchange/set-swept. */
export type SetSweptRow = Record<never, never>;
/** Notes up to when ended and retired flows stand as past. 记录归档时点 */
export const setSwept = statement<SetSweptParams, SetSweptRow, 'none'>(
  'exchange/set-swept',
  { mode: 'write', rows: 'none', params: { at: 'Integer!' }, row: {} },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.sweptAt = $at",
);
