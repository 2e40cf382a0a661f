// Generated from cypher/access by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What access/begin-deed is given. */
export type BeginDeedParams = {
  /** of who asks and what he called the request */ readonly key: string;
};
/** A row of access/begin-deed. */
export type BeginDeedRow = {
  /** a load that is open; null: none */ readonly loading: string | null;
  readonly generation: number;
  readonly recordedUpTo: number;
  readonly sweptAt: number;
  /** digest of what was asked first under this key; null: nothing was */ readonly command: string | null;
  /** JSON; null: this is the first */ readonly answer: string | null;
};
/** Where the registry stands when a deed begins, and the answer that was given if it was done before. 行为开始 */
export const beginDeed = statement<BeginDeedParams, BeginDeedRow, 'one'>(
  'access/begin-deed',
  { mode: 'read', rows: 'one', params: { key: 'String!' }, row: { loading: 'String', generation: 'Integer!', recordedUpTo: 'Integer!', sweptAt: 'Integer!', command: 'String', answer: 'String' } },
  "MATCH (r:Registry {name: 'shuyuan'})\nOPTIONAL MATCH (a:Answer {key: $key})\nRETURN r.loading AS loading, r.generation AS generation, r.recordedUpTo AS recordedUpTo, r.sweptAt AS sweptAt,\n  a.command AS command, a.answer AS answer",
);

/** What access/close-account is given. */
export type CloseAccountParams = {
  readonly id: string;
  /** epoch milliseconds */ readonly at: number;
};
/** A row of access/close-account. */
export type CloseAccountRow = Record<never, never>;
/** Closes an account: its tokens are refused from now on. 停用账号 */
export const closeAccount = statement<CloseAccountParams, CloseAccountRow, 'none'>(
  'access/close-account',
  { mode: 'write', rows: 'none', params: { id: 'String!', at: 'Integer!' }, row: {} },
  "MATCH (a:Account {id: $id})\nSET a.closedAt = $at",
);

/** What access/create-account is given. */
export type CreateAccountParams = {
  readonly issuer: string;
  readonly subject: string;
  readonly id: string;
  readonly person: string | null;
  readonly role: string;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly at: number;
};
/** A row of access/create-account. */
export type CreateAccountRow = Record<never, never>;
/** Makes the account of a subject. 开设账号 */
export const createAccount = statement<CreateAccountParams, CreateAccountRow, 'none'>(
  'access/create-account',
  { mode: 'write', rows: 'none', params: { issuer: 'String!', subject: 'String!', id: 'String!', person: 'String', role: 'String!', organization: 'String', jurisdiction: 'String', at: 'Integer!' }, row: {} },
  "CREATE (a:Account {issuer: $issuer, subject: $subject, id: $id, person: $person, role: $role,\n  organization: $organization, jurisdiction: $jurisdiction, openedAt: $at})",
);

/** What access/end-deed is given. */
export type EndDeedParams = {
  readonly key: string;
  /** digest of what was asked */ readonly command: string;
  /** JSON */ readonly answer: string;
  /** epoch milliseconds */ readonly at: number;
  /** readers see something else than before */ readonly changed: boolean;
  /** epoch milliseconds */ readonly recordedAt: number;
  /** ids of records that say something else now */ readonly records: readonly string[];
  /** assets from which flows came or went */ readonly from: readonly string[];
  /** and, in the same order, the assets to which */ readonly to: readonly string[];
};
/** A row of access/end-deed. */
export type EndDeedRow = Record<never, never>;
/** Keeps the answer that a repeated request will get; where something was recorded, begins a generation and notes what it touched. 行为完成 */
export const endDeed = statement<EndDeedParams, EndDeedRow, 'none'>(
  'access/end-deed',
  { mode: 'write', rows: 'none', params: { key: 'String!', command: 'String!', answer: 'String!', at: 'Integer!', changed: 'Boolean!', recordedAt: 'Integer!', records: '[String!]!', from: '[String!]!', to: '[String!]!' }, row: {} },
  "CREATE (:Answer {key: $key, command: $command, answer: $answer, at: $at})\nWITH 1 AS kept\nWHERE $changed\nMATCH (r:Registry {name: 'shuyuan'})\nSET r.generation = r.generation + 1,\n    r.recordedUpTo = CASE WHEN r.recordedUpTo < $recordedAt THEN $recordedAt ELSE r.recordedUpTo END\nCREATE (:Delta {generation: r.generation, records: $records, from: $from, to: $to})",
);

/** What access/forget-answers is given. */
export type ForgetAnswersParams = {
  /** epoch milliseconds */ readonly before: number;
};
/** A row of access/forget-answers. */
export type ForgetAnswersRow = Record<never, never>;
/** Forgets answers that nobody will ask for again. 清理过期的首次答复 */
export const forgetAnswers = statement<ForgetAnswersParams, ForgetAnswersRow, 'none'>(
  'access/forget-answers',
  { mode: 'write', rows: 'none', params: { before: 'Integer!' }, row: {} },
  "MATCH (a:Answer)\nWHERE a.at < $before\nDELETE a",
);

/** What access/list-accounts is given. */
export type ListAccountsParams = Record<never, never>;
/** A row of access/list-accounts. */
export type ListAccountsRow = {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly person: string | null;
  readonly role: string;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
};
/** Every account, by issuer and subject. 账号清单 */
export const listAccounts = statement<ListAccountsParams, ListAccountsRow, 'many'>(
  'access/list-accounts',
  { mode: 'read', rows: 'many', params: {}, row: { id: 'String!', issuer: 'String!', subject: 'String!', person: 'String', role: 'String!', organization: 'String', jurisdiction: 'String', openedAt: 'Integer!', closedAt: 'Integer' } },
  "MATCH (a:Account)\nRETURN a.id AS id, a.issuer AS issuer, a.subject AS subject, a.person AS person, a.role AS role,\n  a.organization AS organization, a.jurisdiction AS jurisdiction, a.openedAt AS openedAt, a.closedAt AS closedAt\nORDER BY issuer, subject",
);

/** What access/places-above is given. */
export type PlacesAboveParams = {
  readonly jurisdiction: string;
};
/** A row of access/places-above. */
export type PlacesAboveRow = {
  readonly id: string;
  readonly kind: string;
  readonly distance: number;
};
/** A jurisdiction and every one it lies in, nearest first. 上级行政区 */
export const placesAbove = statement<PlacesAboveParams, PlacesAboveRow, 'many'>(
  'access/places-above',
  { mode: 'read', rows: 'many', params: { jurisdiction: 'String!' }, row: { id: 'String!', kind: 'String!', distance: 'Integer!' } },
  "MATCH (start:Record {id: $jurisdiction})\nCALL (start) {\n  MATCH path = (start)-[:PART_OF|LOCATED_IN*0..]->(place:Jurisdiction)\n  RETURN place, min(length(path)) AS distance\n}\nRETURN place.id AS id, place.kind AS kind, distance\nORDER BY distance, id",
);

/** What access/places-under is given. */
export type PlacesUnderParams = {
  readonly jurisdictions: readonly string[];
};
/** A row of access/places-under. */
export type PlacesUnderRow = {
  readonly id: string;
  readonly under: readonly string[];
};
/** Jurisdictions with all that lies under each: its parts, and zones that are part of none and lie wholly inside. 下级行政区 */
export const placesUnder = statement<PlacesUnderParams, PlacesUnderRow, 'many'>(
  'access/places-under',
  { mode: 'read', rows: 'many', params: { jurisdictions: '[String!]!' }, row: { id: 'String!', under: '[String!]!' } },
  "UNWIND $jurisdictions AS jurisdiction\nMATCH (start:Record {id: jurisdiction})\nCALL (start) {\n  MATCH path = (start)<-[:PART_OF*0..]-(place:Jurisdiction)\n  WITH place, min(length(path)) AS distance\n  RETURN collect(place) AS places\n}\nRETURN jurisdiction AS id, [place IN places | place.id] + COLLECT {\n  UNWIND places AS place\n  MATCH (place)<-[:LOCATED_IN]-(zone:Jurisdiction)\n  WHERE NOT EXISTS { (zone)-[:PART_OF]->() }\n    AND NOT EXISTS { MATCH (zone)-[:LOCATED_IN]->(other) WHERE NOT other IN places }\n  RETURN DISTINCT zone.id\n} AS under",
);

/** What access/read-account is given. */
export type ReadAccountParams = {
  readonly issuer: string;
  readonly subject: string;
};
/** A row of access/read-account. */
export type ReadAccountRow = {
  readonly id: string;
  readonly person: string | null;
  readonly role: string;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
};
/** The account of whom a token vouches for. 按登录身份查账号 */
export const readAccount = statement<ReadAccountParams, ReadAccountRow, 'maybe'>(
  'access/read-account',
  { mode: 'read', rows: 'maybe', params: { issuer: 'String!', subject: 'String!' }, row: { id: 'String!', person: 'String', role: 'String!', organization: 'String', jurisdiction: 'String', openedAt: 'Integer!', closedAt: 'Integer' } },
  "MATCH (a:Account {issuer: $issuer, subject: $subject})\nRETURN a.id AS id, a.person AS person, a.role AS role, a.organization AS organization, a.jurisdiction AS jurisdiction,\n  a.openedAt AS openedAt, a.closedAt AS closedAt",
);

/** What access/read-attachment is given. */
export type ReadAttachmentParams = {
  readonly organization: string | null;
  readonly jurisdiction: string | null;
};
/** A row of access/read-attachment. */
export type ReadAttachmentRow = {
  readonly organization: string | null;
  /** the organization's own jurisdiction */ readonly seat: string | null;
  readonly jurisdiction: string | null;
  /** since when one of those two is retired, epoch milliseconds */ readonly retiredAt: number | null;
};
/** Whether the organization and the jurisdiction that an account names are there, and where the organization sits. 账号所属 */
export const readAttachment = statement<ReadAttachmentParams, ReadAttachmentRow, 'one'>(
  'access/read-attachment',
  { mode: 'read', rows: 'one', params: { organization: 'String', jurisdiction: 'String' }, row: { organization: 'String', seat: 'String', jurisdiction: 'String', retiredAt: 'Integer' } },
  "OPTIONAL MATCH (o:Record {id: $organization})\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(s:Jurisdiction)\nOPTIONAL MATCH (j:Record {id: $jurisdiction})\nRETURN o.id AS organization, s.id AS seat, j.id AS jurisdiction,\n  reduce(first = null, at IN [o.retiredAt, j.retiredAt] | CASE WHEN at < coalesce(first, at + 1) THEN at ELSE first END) AS retiredAt",
);

/** What access/read-stakes is given. */
export type ReadStakesParams = {
  readonly organization: string;
  readonly today: string;
  /** epoch milliseconds */ readonly now: number;
};
/** A row of access/read-stakes. */
export type ReadStakesRow = {
  /** assets */ readonly covered: readonly string[];
  /** other records */ readonly involved: readonly string[];
  /** when the next of them is retired, epoch milliseconds; null: none will be */ readonly upTo: number | null;
};
/** What an organization has a part in without owning it, by contract, qualification or grant, on a day. 机构的协议、资格与共享范围 */
export const readStakes = statement<ReadStakesParams, ReadStakesRow, 'one'>(
  'access/read-stakes',
  { mode: 'read', rows: 'one', params: { organization: 'String!', today: 'String!', now: 'Integer!' }, row: { covered: '[String!]!', involved: '[String!]!', upTo: 'Integer' } },
  "MATCH (o:Record {id: $organization})\nWITH o,\n  COLLECT {\n    MATCH (o)<-[:OPERATED_BY]-(a:Agreement)\n    WHERE (a.retiredAt IS NULL OR a.retiredAt > $now)\n      AND a.signedOn <= $today AND a.termFrom <= $today AND a.termTo >= $today\n      AND (a.suspendedOn IS NULL OR a.suspendedOn > $today) AND (a.terminatedOn IS NULL OR a.terminatedOn > $today)\n    RETURN a\n  } AS agreements\nRETURN\n  COLLECT { UNWIND agreements AS a MATCH (a)-[:COVERS]->(asset) RETURN DISTINCT asset.id } +\n  COLLECT {\n    MATCH (o)<-[:APPLIED_FOR_BY]-(q:Qualification)-[:QUALIFIES_FOR]->(p)\n    WHERE (q.retiredAt IS NULL OR q.retiredAt > $now)\n      AND coalesce(q.state, 'QUALIFIED') = 'QUALIFIED' AND q.grantedOn <= $today\n      AND (q.validTo IS NULL OR q.validTo >= $today) AND (q.revokedOn IS NULL OR q.revokedOn > $today)\n    RETURN DISTINCT p.id\n  } +\n  COLLECT {\n    MATCH (o)<-[:REQUESTED_BY]-(r:Request)-[:REQUESTS]->(d)\n    WHERE (r.retiredAt IS NULL OR r.retiredAt > $now) AND r.state IN ['APPROVED', 'DELIVERED', 'IN_USE']\n      AND (r.term IS NULL OR r.term >= $today)\n    RETURN DISTINCT d.id\n  } AS covered,\n  [a IN agreements | a.id] +\n  COLLECT { UNWIND agreements AS a MATCH (a)-[:UNDER_PLAN]->(p) RETURN DISTINCT p.id } +\n  COLLECT { MATCH (o)<-[:IMPLEMENTED_BY]-(:Plan)<-[:UNDER_PLAN]-(a:Agreement) RETURN DISTINCT a.id } +\n  COLLECT { MATCH (o)<-[:ANSWERED_FOR_BY]-(:Dataset)<-[:REQUESTS]-(r:Request) RETURN DISTINCT r.id } +\n  COLLECT { MATCH (o)<-[:ANSWERED_FOR_BY]-(:Product)<-[:REGISTERS]-(g:Registration) RETURN DISTINCT g.id } AS involved,\n  COLLECT {\n    MATCH (o)<-[:OPERATED_BY|APPLIED_FOR_BY|REQUESTED_BY]-(r)\n    WHERE r.retiredAt > $now\n    RETURN r.retiredAt ORDER BY r.retiredAt LIMIT 1\n  }[0] AS upTo",
);

/** What access/reopen-account is given. */
export type ReopenAccountParams = {
  readonly id: string;
  readonly person: string | null;
  readonly role: string;
  readonly organization: string | null;
  readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly at: number;
};
/** A row of access/reopen-account. */
export type ReopenAccountRow = Record<never, never>;
/** Opens a closed account again, with what it is for from now on. 重新启用账号 */
export const reopenAccount = statement<ReopenAccountParams, ReopenAccountRow, 'none'>(
  'access/reopen-account',
  { mode: 'write', rows: 'none', params: { id: 'String!', person: 'String', role: 'String!', organization: 'String', jurisdiction: 'String', at: 'Integer!' }, row: {} },
  "MATCH (a:Account {id: $id})\nWHERE a.closedAt IS NOT NULL\nSET a.person = $person, a.role = $role, a.organization = $organization, a.jurisdiction = $jurisdiction,\n  a.openedAt = $at, a.closedAt = null",
);
