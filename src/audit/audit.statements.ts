// Generated from cypher/audit by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

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
