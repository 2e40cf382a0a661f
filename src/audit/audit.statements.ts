// Generated from cypher/audit by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What audit/count-unsealed is given. */
export type CountUnsealedParams = Record<never, never>;
/** A row of audit/count-unsealed. */
export type CountUnsealedRow = {
  readonly unsealed: number;
};
/** How many records wait to be sealed. 待封存记录数 */
export const countUnsealed = statement<CountUnsealedParams, CountUnsealedRow, 'one'>(
  'audit/count-unsealed',
  { mode: 'read', rows: 'one', params: {}, row: { unsealed: 'Integer!' } },
  "MATCH (r:Unsealed)\nRETURN count(*) AS unsealed",
);

/** What audit/create-record is given. */
export type CreateRecordParams = {
  /** the record's properties */ readonly record: object;
  readonly subjects: readonly string[];
  /** the record's digest */ readonly digest: string;
};
/** A row of audit/create-record. */
export type CreateRecordRow = Record<never, never>;
/** Writes the record of a deed, not sealed yet, and binds it to what the deed is about. 写入审计记录 */
export const createRecord = statement<CreateRecordParams, CreateRecordRow, 'none'>(
  'audit/create-record',
  { mode: 'write', rows: 'none', params: { record: 'Map!', subjects: '[String!]!', digest: 'String!' }, row: {} },
  "CREATE (r:AuditRecord:Unsealed)\nSET r = $record\nWITH r\nUNWIND $subjects AS subject\nMATCH (s:AuditSubject {id: subject})\nSET s.last = $digest\nCREATE (r)-[:CONCERNS]->(s)",
);

/** What audit/extend-log is given. */
export type ExtendLogParams = {
  readonly size: number;
  /** the signed head */ readonly jws: string;
  /** its digest */ readonly digest: string;
};
/** A row of audit/extend-log. */
export type ExtendLogRow = Record<never, never>;
/** Notes how many records are sealed now, and the head that covers them. 更新日志并写入树头 */
export const extendLog = statement<ExtendLogParams, ExtendLogRow, 'none'>(
  'audit/extend-log',
  { mode: 'write', rows: 'none', params: { size: 'Integer!', jws: 'String!', digest: 'String!' }, row: {} },
  "MATCH (l:AuditLog {name: 'audit'})\nSET l.size = $size, l.head = $digest\nCREATE (:AuditHead {size: $size, jws: $jws})",
);

/** What audit/lock-log is given. */
export type LockLogParams = {
  readonly sealer: string;
};
/** A row of audit/lock-log. */
export type LockLogRow = {
  /** the log's own, random: heads of two logs cannot be taken for each other */ readonly id: string;
  /** how many records are sealed */ readonly size: number;
  /** digest of the last head; null: there is none */ readonly head: string | null;
};
/** Takes the log for one transaction, so that one sealer at a time extends it; makes it with the first. 锁定审计日志 */
export const lockLog = statement<LockLogParams, LockLogRow, 'one'>(
  'audit/lock-log',
  { mode: 'write', rows: 'one', params: { sealer: 'String!' }, row: { id: 'String!', size: 'Integer!', head: 'String' } },
  "MERGE (l:AuditLog {name: 'audit'})\nON CREATE SET l.id = randomUUID(), l.size = 0\nSET l.lock = $sealer\nRETURN l.id AS id, l.size AS size, l.head AS head",
);

/** What audit/lock-subjects is given. */
export type LockSubjectsParams = {
  /** in order of id, so that two deeds wait for each other one way */ readonly ids: readonly string[];
  /** id of the record that is being written */ readonly record: string;
};
/** A row of audit/lock-subjects. */
export type LockSubjectsRow = {
  readonly id: string;
  /** digest of the last record about it; null: there is none */ readonly last: string | null;
};
/** Takes what a deed is about, one lock each, and says which record was the last about it. 锁定事项对象 */
export const lockSubjects = statement<LockSubjectsParams, LockSubjectsRow, 'many'>(
  'audit/lock-subjects',
  { mode: 'write', rows: 'many', params: { ids: '[String!]!', record: 'String!' }, row: { id: 'String!', last: 'String' } },
  "UNWIND $ids AS subject\nMERGE (s:AuditSubject {id: subject})\nSET s.lock = $record\nRETURN s.id AS id, s.last AS last",
);

/** What audit/page-heads is given. */
export type PageHeadsParams = {
  readonly after: number;
  readonly limit: number;
};
/** A row of audit/page-heads. */
export type PageHeadsRow = {
  readonly size: number;
  readonly jws: string;
};
/** Signed heads in order of size, those beyond a size. 树头分页 */
export const pageHeads = statement<PageHeadsParams, PageHeadsRow, 'many'>(
  'audit/page-heads',
  { mode: 'read', rows: 'many', params: { after: 'Integer!', limit: 'Integer!' }, row: { size: 'Integer!', jws: 'String!' } },
  "MATCH (h:AuditHead)\nWHERE h.size > $after\nRETURN h.size AS size, h.jws AS jws\nORDER BY size\nLIMIT $limit",
);

/** What audit/read-head is given. */
export type ReadHeadParams = {
  readonly size: number;
};
/** A row of audit/read-head. */
export type ReadHeadRow = {
  readonly jws: string;
};
/** The signed head of a size. 树头 */
export const readHead = statement<ReadHeadParams, ReadHeadRow, 'maybe'>(
  'audit/read-head',
  { mode: 'read', rows: 'maybe', params: { size: 'Integer!' }, row: { jws: 'String!' } },
  "MATCH (h:AuditHead {size: $size})\nRETURN h.jws AS jws",
);

/** What audit/read-log is given. */
export type ReadLogParams = Record<never, never>;
/** A row of audit/read-log. */
export type ReadLogRow = {
  readonly id: string;
  /** how many records are sealed */ readonly size: number;
  /** digest of the last head; null: there is none */ readonly head: string | null;
};
/** Where the log stands. 审计日志状态 */
export const readLog = statement<ReadLogParams, ReadLogRow, 'maybe'>(
  'audit/read-log',
  { mode: 'read', rows: 'maybe', params: {}, row: { id: 'String!', size: 'Integer!', head: 'String' } },
  "MATCH (l:AuditLog {name: 'audit'})\nRETURN l.id AS id, l.size AS size, l.head AS head",
);

/** What audit/read-tiles is given. */
export type ReadTilesParams = {
  /** level, at */ readonly places: readonly (object)[];
};
/** A row of audit/read-tiles. */
export type ReadTilesRow = {
  readonly level: number;
  readonly at: number;
  readonly hashes: readonly string[];
};
/** Hashes of subtrees, by tile. 读取哈希分块 */
export const readTiles = statement<ReadTilesParams, ReadTilesRow, 'many'>(
  'audit/read-tiles',
  { mode: 'read', rows: 'many', params: { places: '[Map!]!' }, row: { level: 'Integer!', at: 'Integer!', hashes: '[String!]!' } },
  "UNWIND $places AS place\nMATCH (t:AuditTile {level: place.level, at: place.at})\nRETURN t.level AS level, t.at AS at, t.hashes AS hashes",
);

/** What audit/seal-records is given. */
export type SealRecordsParams = {
  /** id, sealed: the place, from 0 on */ readonly rows: readonly (object)[];
};
/** A row of audit/seal-records. */
export type SealRecordsRow = Record<never, never>;
/** Gives records their places in the log, for good. 封存记录 */
export const sealRecords = statement<SealRecordsParams, SealRecordsRow, 'none'>(
  'audit/seal-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:AuditRecord {id: row.id})\nSET r.sealed = row.sealed\nREMOVE r:Unsealed",
);

/** What audit/still-unsealed is given. */
export type StillUnsealedParams = {
  readonly digests: readonly string[];
};
/** A row of audit/still-unsealed. */
export type StillUnsealedRow = {
  readonly digest: string;
};
/** Which of some records, by digest, are there and wait to be sealed. 尚未封存者 */
export const stillUnsealed = statement<StillUnsealedParams, StillUnsealedRow, 'many'>(
  'audit/still-unsealed',
  { mode: 'read', rows: 'many', params: { digests: '[String!]!' }, row: { digest: 'String!' } },
  "UNWIND $digests AS wanted\nMATCH (r:AuditRecord {digest: wanted})\nWHERE r:Unsealed\nRETURN r.digest AS digest",
);

/** What audit/unsealed-records is given. */
export type UnsealedRecordsParams = {
  readonly limit: number;
};
/** A row of audit/unsealed-records. */
export type UnsealedRecordsRow = {
  readonly id: string;
  readonly content: string;
  readonly digest: string;
};
/** Records that wait to be sealed, oldest first. 待封存记录 */
export const unsealedRecords = statement<UnsealedRecordsParams, UnsealedRecordsRow, 'many'>(
  'audit/unsealed-records',
  { mode: 'read', rows: 'many', params: { limit: 'Integer!' }, row: { id: 'String!', content: 'String!', digest: 'String!' } },
  "MATCH (r:Unsealed)\nWITH r\nORDER BY r.at, r.id\nLIMIT $limit\nRETURN r.id AS id, r.content AS content, r.digest AS digest",
);

/** What audit/write-tiles is given. */
export type WriteTilesParams = {
  /** level, at, hashes */ readonly tiles: readonly (object)[];
};
/** A row of audit/write-tiles. */
export type WriteTilesRow = Record<never, never>;
/** Writes hashes of subtrees, by tile. 写入哈希分块 */
export const writeTiles = statement<WriteTilesParams, WriteTilesRow, 'none'>(
  'audit/write-tiles',
  { mode: 'write', rows: 'none', params: { tiles: '[Map!]!' }, row: {} },
  "UNWIND $tiles AS tile\nMERGE (t:AuditTile {level: tile.level, at: tile.at})\nSET t.hashes = tile.hashes",
);
