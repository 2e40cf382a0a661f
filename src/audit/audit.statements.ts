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

/** What audit/deeds-behind is given. */
export type DeedsBehindParams = {
  readonly id: string;
  /** ids of deeds or loads that wrote one of its contents */ readonly deeds: readonly string[];
};
/** A row of audit/deeds-behind. */
export type DeedsBehindRow = {
  readonly id: string;
  readonly content: string;
};
/** Deeds by which a record came to say what it says: those named, and all others about it but readings, oldest first. 变更来历 */
export const deedsBehind = statement<DeedsBehindParams, DeedsBehindRow, 'many'>(
  'audit/deeds-behind',
  { mode: 'read', rows: 'many', params: { id: 'String!', deeds: '[String!]!' }, row: { id: 'String!', content: 'String!' } },
  "CALL () {\n  UNWIND $deeds AS deed\n  MATCH (r:AuditRecord {id: deed})\n  RETURN r\n  UNION\n  MATCH (:AuditSubject {id: $id})<-[:CONCERNS]-(r:AuditRecord)\n  WHERE r.act <> 'record:read'\n  RETURN r\n}\nRETURN r.id AS id, r.content AS content\nORDER BY r.at, id",
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

/** What audit/find-leaf is given. */
export type FindLeafParams = {
  readonly digest: string;
};
/** A row of audit/find-leaf. */
export type FindLeafRow = {
  readonly at: number;
  readonly hashes: readonly string[];
};
/** Which tile of leaves holds a digest. 摘要所在的哈希分块 */
export const findLeaf = statement<FindLeafParams, FindLeafRow, 'maybe'>(
  'audit/find-leaf',
  { mode: 'read', rows: 'maybe', params: { digest: 'String!' }, row: { at: 'Integer!', hashes: '[String!]!' } },
  "MATCH (t:AuditTile {level: 0})\nWHERE t.at >= 0 AND $digest IN t.hashes\nRETURN t.at AS at, t.hashes AS hashes\nORDER BY at\nLIMIT 1",
);

/** What audit/last-about is given. */
export type LastAboutParams = {
  readonly subject: string;
  readonly before: number;
};
/** A row of audit/last-about. */
export type LastAboutRow = {
  readonly id: string | null;
  readonly sealed: number;
};
/** The last sealed record about a subject before a place of the log. 对象此前的末条记录 The sum keeps the plan from starting at all records before the place. */
export const lastAbout = statement<LastAboutParams, LastAboutRow, 'maybe'>(
  'audit/last-about',
  { mode: 'read', rows: 'maybe', params: { subject: 'String!', before: 'Integer!' }, row: { id: 'String', sealed: 'Integer!' } },
  "MATCH (s:AuditSubject {id: $subject})<-[:CONCERNS]-(r:AuditRecord)\nWHERE r.sealed + 0 < $before\nRETURN r.id AS id, r.sealed AS sealed\nORDER BY sealed DESC\nLIMIT 1",
);

/** What audit/last-of-act is given. */
export type LastOfActParams = {
  readonly subjects: readonly string[];
  readonly acts: readonly string[];
};
/** A row of audit/last-of-act. */
export type LastOfActRow = {
  readonly subject: string;
  readonly content: string;
};
/** The last record of certain acts about each of some subjects. 对象最近一次某类行为的记录 */
export const lastOfAct = statement<LastOfActParams, LastOfActRow, 'many'>(
  'audit/last-of-act',
  { mode: 'read', rows: 'many', params: { subjects: '[String!]!', acts: '[String!]!' }, row: { subject: 'String!', content: 'String!' } },
  "UNWIND $subjects AS subject\nMATCH (s:AuditSubject {id: subject})\nCALL (s) {\n  MATCH (s)<-[:CONCERNS]-(r:AuditRecord)\n  WHERE r.act IN $acts\n  RETURN r\n  ORDER BY r.at DESC, r.id DESC\n  LIMIT 1\n}\nRETURN subject, r.content AS content",
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

/** What audit/page-records is given. */
export type PageRecordsParams = {
  readonly from: number;
  readonly limit: number;
};
/** A row of audit/page-records. */
export type PageRecordsRow = {
  readonly id: string | null;
  readonly sealed: number;
  readonly content: string | null;
  readonly digest: string | null;
  /** at, act, actor, request as questions see them */ readonly stated: Readonly<Record<string, unknown>>;
  /** ids of what it is bound to */ readonly subjects: readonly string[];
  /** whether it also bears the mark of those that wait */ readonly open: boolean;
};
/** Sealed records in order of the log, those from a place on. 已封存记录分页 */
export const pageRecords = statement<PageRecordsParams, PageRecordsRow, 'many'>(
  'audit/page-records',
  { mode: 'read', rows: 'many', params: { from: 'Integer!', limit: 'Integer!' }, row: { id: 'String', sealed: 'Integer!', content: 'String', digest: 'String', stated: 'Map!', subjects: '[String!]!', open: 'Boolean!' } },
  "MATCH (r:AuditRecord)\nWHERE r.sealed >= $from\nWITH r\nORDER BY r.sealed\nLIMIT $limit\nRETURN r.id AS id, r.sealed AS sealed, r.content AS content, r.digest AS digest, r {.at, .act, .actor, .request} AS stated,\n  COLLECT { MATCH (r)-[:CONCERNS]->(s:AuditSubject) RETURN s.id } AS subjects, r:Unsealed AS open\nORDER BY sealed",
);

/** What audit/page-unsealed is given. */
export type PageUnsealedParams = {
  readonly after: string;
  readonly limit: number;
};
/** A row of audit/page-unsealed. */
export type PageUnsealedRow = {
  readonly id: string;
  readonly content: string | null;
  readonly digest: string | null;
  /** at, act, actor, request as questions see them */ readonly stated: Readonly<Record<string, unknown>>;
  /** ids of what it is bound to */ readonly subjects: readonly string[];
};
/** Records that wait to be sealed, in order of id, those beyond an id. 待封存记录分页 */
export const pageUnsealed = statement<PageUnsealedParams, PageUnsealedRow, 'many'>(
  'audit/page-unsealed',
  { mode: 'read', rows: 'many', params: { after: 'String!', limit: 'Integer!' }, row: { id: 'String!', content: 'String', digest: 'String', stated: 'Map!', subjects: '[String!]!' } },
  "MATCH (r:Unsealed)\nWHERE r.id > $after\nWITH r\nORDER BY r.id\nLIMIT $limit\nRETURN r.id AS id, r.content AS content, r.digest AS digest, r {.at, .act, .actor, .request} AS stated,\n  COLLECT { MATCH (r)-[:CONCERNS]->(s:AuditSubject) RETURN s.id } AS subjects\nORDER BY id",
);

/** What audit/places-of is given. */
export type PlacesOfParams = {
  readonly digests: readonly string[];
};
/** A row of audit/places-of. */
export type PlacesOfRow = {
  readonly digest: string;
  /** null: it waits to be sealed */ readonly sealed: number | null;
  readonly id: string;
};
/** Where records stand in the log, by digest. 按摘要查位置 */
export const placesOf = statement<PlacesOfParams, PlacesOfRow, 'many'>(
  'audit/places-of',
  { mode: 'read', rows: 'many', params: { digests: '[String!]!' }, row: { digest: 'String!', sealed: 'Integer', id: 'String!' } },
  "UNWIND $digests AS wanted\nMATCH (r:AuditRecord {digest: wanted})\nRETURN r.digest AS digest, r.sealed AS sealed, r.id AS id",
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

/** What audit/record-beyond is given. */
export type RecordBeyondParams = {
  readonly size: number;
};
/** A row of audit/record-beyond. */
export type RecordBeyondRow = {
  readonly id: string | null;
  readonly sealed: number;
};
/** A record with a place beyond the end of the log. 超出日志末尾的记录 */
export const recordBeyond = statement<RecordBeyondParams, RecordBeyondRow, 'maybe'>(
  'audit/record-beyond',
  { mode: 'read', rows: 'maybe', params: { size: 'Integer!' }, row: { id: 'String', sealed: 'Integer!' } },
  "MATCH (r:AuditRecord)\nWHERE r.sealed >= $size\nRETURN r.id AS id, r.sealed AS sealed\nORDER BY sealed\nLIMIT 1",
);

/** What audit/records-about is given. */
export type RecordsAboutParams = {
  readonly subjects: readonly string[];
  /** null: any */ readonly act: string | null;
  /** null: any */ readonly actor: string | null;
  readonly from: number;
  /** not included */ readonly to: number;
  /** the page begins after this record … */ readonly beforeAt: number;
  /** … in order */ readonly beforeId: string;
  readonly limit: number;
};
/** A row of audit/records-about. */
export type RecordsAboutRow = {
  readonly id: string;
  readonly at: number;
  readonly content: string;
  readonly digest: string;
  /** its place; null: it waits to be sealed */ readonly sealed: number | null;
};
/** Audit records about some subjects, latest first. 按对象查审计记录 */
export const recordsAbout = statement<RecordsAboutParams, RecordsAboutRow, 'many'>(
  'audit/records-about',
  { mode: 'read', rows: 'many', params: { subjects: '[String!]!', act: 'String', actor: 'String', from: 'Integer!', to: 'Integer!', beforeAt: 'Integer!', beforeId: 'String!', limit: 'Integer!' }, row: { id: 'String!', at: 'Integer!', content: 'String!', digest: 'String!', sealed: 'Integer' } },
  "UNWIND $subjects AS subject\nMATCH (s:AuditSubject {id: subject})<-[:CONCERNS]-(r:AuditRecord)\nWHERE r.at >= $from AND r.at < $to AND r.at <= $beforeAt\n  AND (r.at < $beforeAt OR r.id < $beforeId)\n  AND ($act IS NULL OR r.act = $act) AND ($actor IS NULL OR r.actor = $actor)\nWITH DISTINCT r\nRETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed\nORDER BY r.at DESC, r.id DESC\nLIMIT $limit",
);

/** What audit/records-in-time is given. */
export type RecordsInTimeParams = {
  /** null: any */ readonly act: string | null;
  /** null: any */ readonly actor: string | null;
  readonly from: number;
  /** not included */ readonly to: number;
  /** the page begins after this record … */ readonly beforeAt: number;
  /** … in order */ readonly beforeId: string;
  readonly limit: number;
};
/** A row of audit/records-in-time. */
export type RecordsInTimeRow = {
  readonly id: string;
  readonly at: number;
  readonly content: string;
  readonly digest: string;
  /** its place; null: it waits to be sealed */ readonly sealed: number | null;
};
/** Audit records, latest first. 审计记录 */
export const recordsInTime = statement<RecordsInTimeParams, RecordsInTimeRow, 'many'>(
  'audit/records-in-time',
  { mode: 'read', rows: 'many', params: { act: 'String', actor: 'String', from: 'Integer!', to: 'Integer!', beforeAt: 'Integer!', beforeId: 'String!', limit: 'Integer!' }, row: { id: 'String!', at: 'Integer!', content: 'String!', digest: 'String!', sealed: 'Integer' } },
  "MATCH (r:AuditRecord)\nUSING INDEX r:AuditRecord(at, id)\nWHERE r.at >= $from AND r.at < $to AND r.at <= $beforeAt\n  AND r.id IS NOT NULL AND (r.at < $beforeAt OR r.id < $beforeId)\n  AND ($act IS NULL OR r.act = $act) AND ($actor IS NULL OR r.actor = $actor)\nRETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed\nORDER BY r.at DESC, r.id DESC\nLIMIT $limit",
);

/** What audit/records-named is given. */
export type RecordsNamedParams = {
  readonly ids: readonly string[];
};
/** A row of audit/records-named. */
export type RecordsNamedRow = {
  readonly id: string;
  readonly content: string;
};
/** Audit records by id. 按编号查审计记录 */
export const recordsNamed = statement<RecordsNamedParams, RecordsNamedRow, 'many'>(
  'audit/records-named',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', content: 'String!' } },
  "UNWIND $ids AS id\nMATCH (r:AuditRecord {id: id})\nRETURN r.id AS id, r.content AS content",
);

/** What audit/records-of-act is given. */
export type RecordsOfActParams = {
  readonly act: string;
  /** null: any */ readonly actor: string | null;
  readonly from: number;
  /** not included */ readonly to: number;
  /** the page begins after this record … */ readonly beforeAt: number;
  /** … in order */ readonly beforeId: string;
  readonly limit: number;
};
/** A row of audit/records-of-act. */
export type RecordsOfActRow = {
  readonly id: string;
  readonly at: number;
  readonly content: string;
  readonly digest: string;
  /** its place; null: it waits to be sealed */ readonly sealed: number | null;
};
/** Audit records of one act, latest first. 按行为查审计记录 */
export const recordsOfAct = statement<RecordsOfActParams, RecordsOfActRow, 'many'>(
  'audit/records-of-act',
  { mode: 'read', rows: 'many', params: { act: 'String!', actor: 'String', from: 'Integer!', to: 'Integer!', beforeAt: 'Integer!', beforeId: 'String!', limit: 'Integer!' }, row: { id: 'String!', at: 'Integer!', content: 'String!', digest: 'String!', sealed: 'Integer' } },
  "MATCH (r:AuditRecord)\nUSING INDEX r:AuditRecord(act, at, id)\nWHERE r.act = $act AND r.at >= $from AND r.at < $to AND r.at <= $beforeAt\n  AND r.id IS NOT NULL AND (r.at < $beforeAt OR r.id < $beforeId)\n  AND ($actor IS NULL OR r.actor = $actor)\nRETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed\nORDER BY r.at DESC, r.id DESC\nLIMIT $limit",
);

/** What audit/records-of-actor is given. */
export type RecordsOfActorParams = {
  readonly actor: string;
  /** null: any */ readonly act: string | null;
  readonly from: number;
  /** not included */ readonly to: number;
  /** the page begins after this record … */ readonly beforeAt: number;
  /** … in order */ readonly beforeId: string;
  readonly limit: number;
};
/** A row of audit/records-of-actor. */
export type RecordsOfActorRow = {
  readonly id: string;
  readonly at: number;
  readonly content: string;
  readonly digest: string;
  /** its place; null: it waits to be sealed */ readonly sealed: number | null;
};
/** Audit records of one actor, latest first. 按行为人查审计记录 */
export const recordsOfActor = statement<RecordsOfActorParams, RecordsOfActorRow, 'many'>(
  'audit/records-of-actor',
  { mode: 'read', rows: 'many', params: { actor: 'String!', act: 'String', from: 'Integer!', to: 'Integer!', beforeAt: 'Integer!', beforeId: 'String!', limit: 'Integer!' }, row: { id: 'String!', at: 'Integer!', content: 'String!', digest: 'String!', sealed: 'Integer' } },
  "MATCH (r:AuditRecord)\nUSING INDEX r:AuditRecord(actor, at, id)\nWHERE r.actor = $actor AND r.at >= $from AND r.at < $to AND r.at <= $beforeAt\n  AND r.id IS NOT NULL AND (r.at < $beforeAt OR r.id < $beforeId)\n  AND ($act IS NULL OR r.act = $act)\nRETURN r.id AS id, r.at AS at, r.content AS content, r.digest AS digest, r.sealed AS sealed\nORDER BY r.at DESC, r.id DESC\nLIMIT $limit",
);

/** What audit/restore-log is given. */
export type RestoreLogParams = {
  readonly id: string;
  readonly size: number;
  /** digest of the last head so far */ readonly head: string | null;
  /** size, jws */ readonly heads: readonly (object)[];
};
/** A row of audit/restore-log. */
export type RestoreLogRow = Record<never, never>;
/** Notes how far a dump's log has been written back, under the heads it had. 恢复审计日志状态 */
export const restoreLog = statement<RestoreLogParams, RestoreLogRow, 'none'>(
  'audit/restore-log',
  { mode: 'write', rows: 'none', params: { id: 'String!', size: 'Integer!', head: 'String', heads: '[Map!]!' }, row: {} },
  "MATCH (l:AuditLog {name: 'audit'})\nSET l.id = $id, l.size = $size, l.head = $head\nWITH l\nUNWIND $heads AS head\nCREATE (:AuditHead {size: head.size, jws: head.jws})",
);

/** What audit/restore-records is given. */
export type RestoreRecordsParams = {
  /** properties, subjects: ids; in order of the log */ readonly rows: readonly (object)[];
};
/** A row of audit/restore-records. */
export type RestoreRecordsRow = Record<never, never>;
/** Writes sealed records of a dump back, with what they are about. 恢复审计记录 */
export const restoreRecords = statement<RestoreRecordsParams, RestoreRecordsRow, 'none'>(
  'audit/restore-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nCREATE (r:AuditRecord)\nSET r = row.properties\nWITH r, row\nUNWIND row.subjects AS subject\nMERGE (s:AuditSubject {id: subject})\nSET s.last = r.digest\nCREATE (r)-[:CONCERNS]->(s)",
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

/** What audit/stray-record is given. */
export type StrayRecordParams = Record<never, never>;
/** A row of audit/stray-record. */
export type StrayRecordRow = {
  readonly id: string | null;
};
/** A record that is neither sealed nor waits to be. 既未封存又不待封存的记录 */
export const strayRecord = statement<StrayRecordParams, StrayRecordRow, 'maybe'>(
  'audit/stray-record',
  { mode: 'read', rows: 'maybe', params: {}, row: { id: 'String' } },
  "MATCH (r:AuditRecord)\nWHERE r.sealed IS NULL AND NOT r:Unsealed\nRETURN r.id AS id\nLIMIT 1",
);

/** What audit/unbound-subject is given. */
export type UnboundSubjectParams = Record<never, never>;
/** A row of audit/unbound-subject. */
export type UnboundSubjectRow = {
  readonly id: string;
  readonly last: string | null;
};
/** A subject whose last record is not there, or is not about it. 末条审计记录缺失的对象 */
export const unboundSubject = statement<UnboundSubjectParams, UnboundSubjectRow, 'maybe'>(
  'audit/unbound-subject',
  { mode: 'read', rows: 'maybe', params: {}, row: { id: 'String!', last: 'String' } },
  "MATCH (s:AuditSubject)\nWHERE NOT EXISTS {\n  MATCH (r:AuditRecord)\n  WHERE r.digest = s.last AND EXISTS { (r)-[:CONCERNS]->(s) }\n}\nRETURN s.id AS id, s.last AS last\nLIMIT 1",
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
