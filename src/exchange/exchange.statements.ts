// Generated from cypher/exchange by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What exchange/beat-load is given. */
export type BeatLoadParams = {
  readonly load: string;
};
/** A row of exchange/beat-load. */
export type BeatLoadRow = {
  /** false: somebody takes it back */ readonly open: boolean;
  /** the last batch written in each lane; null: none yet */ readonly written: readonly number[] | null;
};
/** Shows that a load is alive, and keeps others from taking it back while this transaction lasts. 装载心跳 */
export const beatLoad = statement<BeatLoadParams, BeatLoadRow, 'one'>(
  'exchange/beat-load',
  { mode: 'write', rows: 'one', params: { load: 'String!' }, row: { open: 'Boolean!', written: '[Integer!]' } },
  "MATCH (l:Load {id: $load})\nSET l.beatAt = timestamp()\nRETURN l.state = 'WRITING' AS open, l.written AS written",
);

/** What exchange/close-load is given. */
export type CloseLoadParams = {
  readonly load: string;
  /** WRITING or UNDOING: the state it must be in */ readonly from: string;
  /** DONE, or UNDONE when it was taken back */ readonly state: string;
  /** the registry's recording never runs backwards */ readonly recordedAt: number;
  /** false: nothing was written, and the generation stays */ readonly changed: boolean;
  /** JSON */ readonly counts: string;
};
/** A row of exchange/close-load. */
export type CloseLoadRow = {
  readonly generation: number;
};
/** Closes the journal: all that the load wrote becomes visible at once. 装载完成 */
export const closeLoad = statement<CloseLoadParams, CloseLoadRow, 'maybe'>(
  'exchange/close-load',
  { mode: 'write', rows: 'maybe', params: { load: 'String!', from: 'String!', state: 'String!', recordedAt: 'Integer!', changed: 'Boolean!', counts: 'String!' }, row: { generation: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan', loading: $load})\nMATCH (l:Load {id: $load, state: $from})\nSET l.state = $state, l.counts = $counts, l.closedAt = timestamp(),\n    r.loading = null,\n    r.generation = r.generation + CASE WHEN $changed THEN 1 ELSE 0 END,\n    r.recordedUpTo = CASE\n      WHEN $changed AND r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END\nRETURN r.generation AS generation",
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

/** What exchange/holds-anything is given. */
export type HoldsAnythingParams = Record<never, never>;
/** A row of exchange/holds-anything. */
export type HoldsAnythingRow = {
  readonly records: boolean;
  readonly flows: boolean;
};
/** Whether the registry holds records, and flows. 是否为空 */
export const holdsAnything = statement<HoldsAnythingParams, HoldsAnythingRow, 'one'>(
  'exchange/holds-anything',
  { mode: 'read', rows: 'one', params: {}, row: { records: 'Boolean!', flows: 'Boolean!' } },
  "RETURN EXISTS { MATCH (:Record) } AS records, EXISTS { MATCH ()-[:FLOWS_TO|FLOWED_TO]->() } AS flows",
);

/** What exchange/hollow-records is given. */
export type HollowRecordsParams = Record<never, never>;
/** A row of exchange/hollow-records. */
export type HollowRecordsRow = {
  readonly id: string;
};
/** A record that something names and nobody wrote; for verify. 核对：只被引用而无内容的记录 */
export const hollowRecords = statement<HollowRecordsParams, HollowRecordsRow, 'maybe'>(
  'exchange/hollow-records',
  { mode: 'read', rows: 'maybe', params: {}, row: { id: 'String!' } },
  "MATCH (r:Record)\nWHERE r.content IS NULL\nRETURN r.id AS id\nLIMIT 1",
);

/** What exchange/misplaced-record is given. */
export type MisplacedRecordParams = Record<never, never>;
/** A row of exchange/misplaced-record. */
export type MisplacedRecordRow = {
  readonly id: string;
};
/** A record that does not lie where it or who it belongs to says; for verify. 核对：所属行政区不符的记录 */
export const misplacedRecord = statement<MisplacedRecordParams, MisplacedRecordRow, 'maybe'>(
  'exchange/misplaced-record',
  { mode: 'read', rows: 'maybe', params: {}, row: { id: 'String!' } },
  "MATCH (r:Record)\nOPTIONAL MATCH (o:Record {id: r.owner})\nUSING INDEX o:Record(id)\nWITH r, coalesce(head([(r)-[:IN_JURISDICTION]->(j) | j.id]), head([(o)-[:IN_JURISDICTION]->(j) | j.id])) AS due\nWHERE coalesce(r.place, '') <> coalesce(due, '')\nRETURN r.id AS id\nLIMIT 1",
);

/** What exchange/note-batch is given. */
export type NoteBatchParams = {
  readonly load: string;
  /** from 0 */ readonly lane: number;
  readonly lanes: number;
  /** from 1 */ readonly batch: number;
};
/** A row of exchange/note-batch. */
export type NoteBatchRow = {
  readonly open: boolean;
};
/** Notes that a load wrote a batch, as the last thing in the batch's transaction; no longer open once somebody takes it back. 记一批 */
export const noteBatch = statement<NoteBatchParams, NoteBatchRow, 'one'>(
  'exchange/note-batch',
  { mode: 'write', rows: 'one', params: { load: 'String!', lane: 'Integer!', lanes: 'Integer!', batch: 'Integer!' }, row: { open: 'Boolean!' } },
  "MATCH (l:Load {id: $load})\nSET l.beatAt = timestamp(),\n    l.written = [i IN range(0, $lanes - 1) | CASE i WHEN $lane THEN $batch ELSE coalesce(l.written[i], 0) END]\nRETURN l.state = 'WRITING' AS open",
);

/** What exchange/note-change is given. */
export type NoteChangeParams = Record<never, never>;
/** A row of exchange/note-change. */
export type NoteChangeRow = Record<never, never>;
/** Counts a change, so that whoever read meanwhile reads again. 记一次变动 */
export const noteChange = statement<NoteChangeParams, NoteChangeRow, 'none'>(
  'exchange/note-change',
  { mode: 'write', rows: 'none', params: {}, row: {} },
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.generation = r.generation + 1",
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
  /** WRITING, UNDOING, DONE or UNDONE */ readonly state: string;
  readonly files: readonly string[];
  readonly counts: string | null;
};
/** The load that was opened last. 最近一次装载 */
export const readLastLoad = statement<ReadLastLoadParams, ReadLastLoadRow, 'maybe'>(
  'exchange/read-last-load',
  { mode: 'read', rows: 'maybe', params: {}, row: { load: 'String!', state: 'String!', files: '[String!]!', counts: 'String' } },
  "MATCH (l:Load)\nRETURN l.id AS load, l.state AS state, l.files AS files, l.counts AS counts\nORDER BY coalesce(l.closedAt, l.beatAt) DESC\nLIMIT 1",
);

/** What exchange/read-load is given. */
export type ReadLoadParams = {
  readonly load: string;
};
/** A row of exchange/read-load. */
export type ReadLoadRow = {
  /** WRITING, UNDOING, DONE or UNDONE */ readonly state: string;
};
/** How one load stands. 一次装载的状态 */
export const readLoad = statement<ReadLoadParams, ReadLoadRow, 'maybe'>(
  'exchange/read-load',
  { mode: 'read', rows: 'maybe', params: { load: 'String!' }, row: { state: 'String!' } },
  "MATCH (l:Load {id: $load})\nRETURN l.state AS state",
);

/** What exchange/read-open-load is given. */
export type ReadOpenLoadParams = Record<never, never>;
/** A row of exchange/read-open-load. */
export type ReadOpenLoadRow = {
  readonly load: string;
  readonly owner: string;
  /** WRITING or UNDOING */ readonly state: string;
  /** milliseconds since it last showed that it is alive, by the database's clock */ readonly idle: number;
};
/** The load whose journal is open, if any. 未完成的装载 */
export const readOpenLoad = statement<ReadOpenLoadParams, ReadOpenLoadRow, 'maybe'>(
  'exchange/read-open-load',
  { mode: 'read', rows: 'maybe', params: {}, row: { load: 'String!', owner: 'String!', state: 'String!', idle: 'Integer!' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nMATCH (l:Load {id: r.loading})\nRETURN l.id AS load, l.owner AS owner, l.state AS state, timestamp() - l.beatAt AS idle",
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
  "MATCH (r:Registry {name: 'shuyuan'})\nSET r.sweptAt = CASE WHEN r.sweptAt < $at THEN $at ELSE r.sweptAt END",
);

/** What exchange/take-load is given. */
export type TakeLoadParams = {
  readonly load: string;
  /** the owner that was seen dead */ readonly from: string;
  /** who takes it back */ readonly owner: string;
};
/** A row of exchange/take-load. */
export type TakeLoadRow = {
  /** false: somebody else was faster, or it is closed */ readonly taken: boolean;
};
/** Takes over the journal of a load to take it back: waits for a batch that is being written, and lets none follow. 接手中断的装载 */
export const takeLoad = statement<TakeLoadParams, TakeLoadRow, 'one'>(
  'exchange/take-load',
  { mode: 'write', rows: 'one', params: { load: 'String!', from: 'String!', owner: 'String!' }, row: { taken: 'Boolean!' } },
  "MATCH (l:Load {id: $load})\nSET l.beatAt = timestamp()\nWITH l, l.owner = $from AND l.state IN ['WRITING', 'UNDOING'] AS taken\nFOREACH (_ IN CASE WHEN taken THEN [1] ELSE [] END | SET l.owner = $owner, l.state = 'UNDOING')\nRETURN taken",
);
