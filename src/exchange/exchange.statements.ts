// Generated from cypher/exchange by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What exchange/attribute-flows is given. */
export type AttributeFlowsParams = {
  readonly deed: string;
  /** each key, recorded, whether it was retired by that deed, else recorded by it */ readonly rows: readonly (readonly (unknown | null)[])[];
  readonly era: 'FLOWS_TO' | 'FLOWED_TO';
};
/** A row of exchange/attribute-flows. */
export type AttributeFlowsRow = Record<never, never>;
/** Says which deed recorded, or retired, assertions of flows that a dump carried. 恢复数据流所出行为 */
export const attributeFlows = statement<AttributeFlowsParams, AttributeFlowsRow, 'none'>(
  'exchange/attribute-flows',
  { mode: 'write', rows: 'none', params: { deed: 'String!', rows: '[[Any]!]!' }, row: {}, inline: ["era"] },
  "UNWIND $rows AS row\nMATCH (:Asset)-[f:{{era}} {key: row[0]}]->(:Asset)\nWHERE f.recordedAt = row[1]\nSET f.deed = CASE WHEN row[2] THEN f.deed ELSE $deed END, f.endedBy = CASE WHEN row[2] THEN $deed ELSE f.endedBy END",
);

/** What exchange/attribute-records is given. */
export type AttributeRecordsParams = {
  readonly deed: string;
  readonly ids: readonly string[];
};
/** A row of exchange/attribute-records. */
export type AttributeRecordsRow = Record<never, never>;
/** Says which deed wrote the present content of records that a dump carried. 恢复记录所出行为 */
export const attributeRecords = statement<AttributeRecordsParams, AttributeRecordsRow, 'none'>(
  'exchange/attribute-records',
  { mode: 'write', rows: 'none', params: { deed: 'String!', ids: '[String!]!' }, row: {} },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nSET r.deed = $deed",
);

/** What exchange/attribute-versions is given. */
export type AttributeVersionsParams = {
  readonly deed: string;
  /** each id, digest, from, to */ readonly rows: readonly (readonly (unknown | null)[])[];
};
/** A row of exchange/attribute-versions. */
export type AttributeVersionsRow = Record<never, never>;
/** Says which deed wrote former contents that a dump carried. 恢复历史版本所出行为 */
export const attributeVersions = statement<AttributeVersionsParams, AttributeVersionsRow, 'none'>(
  'exchange/attribute-versions',
  { mode: 'write', rows: 'none', params: { deed: 'String!', rows: '[[Any]!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:Record {id: row[0]})-[:WAS]->(v:Version)\nWHERE v.digest = row[1] AND v.from = row[2] AND v.to = row[3]\nSET v.load = $deed",
);

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

/** What exchange/create-part is given. */
export type CreatePartParams = {
  readonly load: string;
  /** its place among the load's parts */ readonly at: number;
  readonly lines: readonly string[];
};
/** A row of exchange/create-part. */
export type CreatePartRow = Record<never, never>;
/** Notes what a batch of a load wrote, line by line, so that verify can tell whether it still stands. 记下一批所写 */
export const createPart = statement<CreatePartParams, CreatePartRow, 'none'>(
  'exchange/create-part',
  { mode: 'write', rows: 'none', params: { load: 'String!', at: 'Integer!', lines: '[String!]!' }, row: {} },
  "MATCH (l:Load {id: $load})\nCREATE (l)-[:WROTE]->(:LoadPart {at: $at, lines: $lines})",
);

/** What exchange/delete-parts is given. */
export type DeletePartsParams = {
  readonly load: string;
};
/** A row of exchange/delete-parts. */
export type DeletePartsRow = Record<never, never>;
/** Takes out what was noted of a load that is taken back; commits in batches by itself. 撤销装载：删除所写清单 */
export const deleteParts = statement<DeletePartsParams, DeletePartsRow, 'none'>(
  'exchange/delete-parts',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH (:Load {id: $load})-[:WROTE]->(p:LoadPart)\nCALL (p) {\n  DETACH DELETE p\n} IN TRANSACTIONS OF 50 ROWS",
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

/** What exchange/loads-with-parts is given. */
export type LoadsWithPartsParams = Record<never, never>;
/** A row of exchange/loads-with-parts. */
export type LoadsWithPartsRow = {
  readonly load: string;
};
/** Loads of which it is noted what they wrote, in order of id. 有所写清单的装载 */
export const loadsWithParts = statement<LoadsWithPartsParams, LoadsWithPartsRow, 'many'>(
  'exchange/loads-with-parts',
  { mode: 'read', rows: 'many', params: {}, row: { load: 'String!' } },
  "MATCH (l:Load)\nWHERE EXISTS { (l)-[:WROTE]->(:LoadPart) }\nRETURN l.id AS load\nORDER BY load",
);

/** What exchange/lost-content is given. */
export type LostContentParams = {
  /** each {deed, id, digest, at}; a null digest or moment asks nothing of that */ readonly rows: readonly (object)[];
};
/** A row of exchange/lost-content. */
export type LostContentRow = {
  readonly id: string;
  readonly deed: string;
};
/** A content that a deed wrote and that does not stand any more, now or in its record's history. 核对：行为所写而今不存的内容 */
export const lostContent = statement<LostContentParams, LostContentRow, 'maybe'>(
  'exchange/lost-content',
  { mode: 'read', rows: 'maybe', params: { rows: '[Map!]!' }, row: { id: 'String!', deed: 'String!' } },
  "UNWIND $rows AS row\nOPTIONAL MATCH (r:Record {id: row.id})\nWITH row, r, coalesce(r.deed, r.load, '') = row.deed AND coalesce(r.digest, '') = coalesce(row.digest, r.digest, '')\n  AND coalesce(r.recordedAt, 0) = coalesce(row.at, r.recordedAt, 0) AS present\nWHERE NOT present AND NOT EXISTS {\n  MATCH (r)-[:WAS]->(v:Version)\n  WHERE coalesce(v.load, '') = row.deed AND coalesce(v.digest, '') = coalesce(row.digest, v.digest, '')\n    AND coalesce(v.from, 0) = coalesce(row.at, v.from, 0)\n}\nRETURN row.id AS id, row.deed AS deed\nLIMIT 1",
);

/** What exchange/lost-version is given. */
export type LostVersionParams = {
  /** each {id, digest, from, to} */ readonly rows: readonly (object)[];
};
/** A row of exchange/lost-version. */
export type LostVersionRow = {
  readonly id: string;
};
/** A former content that came with a dump's history and does not stand any more. 核对：随导出带来而今不存的历史版本 */
export const lostVersion = statement<LostVersionParams, LostVersionRow, 'maybe'>(
  'exchange/lost-version',
  { mode: 'read', rows: 'maybe', params: { rows: '[Map!]!' }, row: { id: 'String!' } },
  "UNWIND $rows AS row\nOPTIONAL MATCH (r:Record {id: row.id})\nWITH row, r\nWHERE NOT EXISTS {\n  MATCH (r)-[:WAS]->(v:Version)\n  WHERE v.load IS NULL AND v.digest = row.digest AND v.from = row.from AND v.to = row.to\n}\nRETURN row.id AS id\nLIMIT 1",
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
  /** from 1; its place among the load's parts */ readonly batch: number;
  /** none: no part */ readonly lines: readonly string[];
};
/** A row of exchange/note-batch. */
export type NoteBatchRow = {
  readonly open: boolean;
};
/** Notes that a load wrote a batch, and line by line what, as the last thing in the batch's transaction; no longer open once somebody takes it back. 记一批 */
export const noteBatch = statement<NoteBatchParams, NoteBatchRow, 'one'>(
  'exchange/note-batch',
  { mode: 'write', rows: 'one', params: { load: 'String!', lane: 'Integer!', lanes: 'Integer!', batch: 'Integer!', lines: '[String!]!' }, row: { open: 'Boolean!' } },
  "MATCH (l:Load {id: $load})\nSET l.beatAt = timestamp(),\n    l.written = [i IN range(0, $lanes - 1) | CASE i WHEN $lane THEN $batch ELSE coalesce(l.written[i], 0) END]\nFOREACH (some IN CASE $lines WHEN [] THEN [] ELSE [$lines] END |\n  CREATE (l)-[:WROTE]->(:LoadPart {at: $batch, lines: some})\n)\nRETURN l.state = 'WRITING' AS open",
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

/** What exchange/page-parts is given. */
export type PagePartsParams = {
  readonly load: string;
  /** the last one of the page before; -1 for the first page */ readonly after: number;
  readonly limit: number;
};
/** A row of exchange/page-parts. */
export type PagePartsRow = {
  readonly at: number;
  readonly lines: readonly string[];
};
/** What batches of a load wrote, as it was noted then, a few at a time in order. 分页读取装载所写清单 */
export const pageParts = statement<PagePartsParams, PagePartsRow, 'many'>(
  'exchange/page-parts',
  { mode: 'read', rows: 'many', params: { load: 'String!', after: 'Integer!', limit: 'Integer!' }, row: { at: 'Integer!', lines: '[String!]!' } },
  "MATCH (:Load {id: $load})-[:WROTE]->(p:LoadPart)\nWHERE p.at > $after\nWITH p ORDER BY p.at LIMIT $limit\nRETURN p.at AS at, p.lines AS lines\nORDER BY at",
);

/** What exchange/read-authors is given. */
export type ReadAuthorsParams = {
  readonly ids: readonly string[];
};
/** A row of exchange/read-authors. */
export type ReadAuthorsRow = {
  readonly id: string;
  readonly digest: string | null;
  /** id of the load or act; null: nothing tells */ readonly deed: string | null;
  readonly recordedAt: number | null;
  /** each {digest, content, deed, from, to} */ readonly former: readonly (Readonly<Record<string, unknown>>)[];
};
/** By which deeds the contents of some records were written, present and former. 内容出自何行为 */
export const readAuthors = statement<ReadAuthorsParams, ReadAuthorsRow, 'many'>(
  'exchange/read-authors',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', digest: 'String', deed: 'String', recordedAt: 'Integer', former: '[Map!]!' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nRETURN r.id AS id, r.digest AS digest, coalesce(r.deed, r.load) AS deed, r.recordedAt AS recordedAt,\n  COLLECT {\n    MATCH (r)-[:WAS]->(v:Version)\n    RETURN {digest: v.digest, content: v.content, deed: v.load, from: v.from, to: v.to}\n  } AS former",
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

/** What exchange/restore-part is given. */
export type RestorePartParams = {
  readonly load: string;
  readonly at: number;
  readonly lines: readonly string[];
};
/** A row of exchange/restore-part. */
export type RestorePartRow = Record<never, never>;
/** Writes back what a dump tells that a batch of a load wrote; writing it twice gives it once. 恢复装载所写清单 */
export const restorePart = statement<RestorePartParams, RestorePartRow, 'none'>(
  'exchange/restore-part',
  { mode: 'write', rows: 'none', params: { load: 'String!', at: 'Integer!', lines: '[String!]!' }, row: {} },
  "MERGE (l:Load {id: $load})\nON CREATE SET l.state = 'DONE', l.files = [], l.closedAt = 0\nMERGE (l)-[:WROTE]->(p:LoadPart {at: $at})\nSET p.lines = $lines",
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
