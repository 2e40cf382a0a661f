// Generated from cypher/record by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What record/create-assets is given. */
export type CreateAssetsParams = {
  /** each the record's properties */ readonly rows: readonly (object)[];
  readonly type: string;
};
/** A row of record/create-assets. */
export type CreateAssetsRow = Record<never, never>;
/** Writes assets of one kind that the registry does not hold yet. 新增数据资产 */
export const createAssets = statement<CreateAssetsParams, CreateAssetsRow, 'none'>(
  'record/create-assets',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {}, inline: ["type"] },
  "UNWIND $rows AS row\nCREATE (r:Record:Asset:{{type}})\nSET r = row",
);

/** What record/create-records is given. */
export type CreateRecordsParams = {
  /** each the record's properties */ readonly rows: readonly (object)[];
  readonly type: string;
};
/** A row of record/create-records. */
export type CreateRecordsRow = Record<never, never>;
/** Writes records of one kind that the registry does not hold yet. 新增记录 */
export const createRecords = statement<CreateRecordsParams, CreateRecordsRow, 'none'>(
  'record/create-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {}, inline: ["type"] },
  "UNWIND $rows AS row\nCREATE (r:Record:{{type}})\nSET r = row",
);

/** What record/create-versions is given. */
export type CreateVersionsParams = {
  /** each {id, content, digest, from, to} */ readonly rows: readonly (object)[];
};
/** A row of record/create-versions. */
export type CreateVersionsRow = Record<never, never>;
/** Writes former contents of records that a dump carried; writing them twice gives them once. 装载历史版本 */
export const createVersions = statement<CreateVersionsParams, CreateVersionsRow, 'none'>(
  'record/create-versions',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:Record {id: row.id})\nMERGE (r)-[:WAS]->(v:Version {digest: row.digest, from: row.from, to: row.to})\nSET v.content = row.content",
);

/** What record/date-records is given. */
export type DateRecordsParams = {
  /** each {id, recordedAt} */ readonly rows: readonly (object)[];
};
/** A row of record/date-records. */
export type DateRecordsRow = Record<never, never>;
/** Sets when the registry recorded the present content of records that a dump carried. */
export const dateRecords = statement<DateRecordsParams, DateRecordsRow, 'none'>(
  'record/date-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:Record {id: row.id})\nSET r.recordedAt = row.recordedAt",
);

/** What record/delete-created is given. */
export type DeleteCreatedParams = {
  readonly load: string;
};
/** A row of record/delete-created. */
export type DeleteCreatedRow = Record<never, never>;
/** Takes out the records that a load made, with their history; commits in batches by itself. 撤销装载：删除新增记录 */
export const deleteCreated = statement<DeleteCreatedParams, DeleteCreatedRow, 'none'>(
  'record/delete-created',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH (r:Record)\nWHERE r.load = $load\nCALL (r) {\n  OPTIONAL MATCH (r)-[:WAS]->(v:Version)\n  DETACH DELETE v, r\n} IN TRANSACTIONS OF 2000 ROWS",
);

/** What record/link-records is given. */
export type LinkRecordsParams = {
  /** each from, to, type, place in the list that the names stand in */ readonly edges: readonly (readonly (unknown | null)[])[];
};
/** A row of record/link-records. */
export type LinkRecordsRow = Record<never, never>;
/** Draws the relationships by which records name others. 建立记录之间的引用关系 */
export const linkRecords = statement<LinkRecordsParams, LinkRecordsRow, 'none'>(
  'record/link-records',
  { mode: 'write', rows: 'none', params: { edges: '[[Any]!]!' }, row: {} },
  "UNWIND $edges AS edge\nMATCH (a:Record {id: edge[0]})\nMATCH (b:Record {id: edge[1]})\nCREATE (a)-[e:$(edge[2])]->(b)\nSET e.at = edge[3]",
);

/** What record/page-contents is given. */
export type PageContentsParams = {
  /** type and colon, as ids begin */ readonly prefix: string;
  /** id of the last one of the page before; the prefix for the first page */ readonly after: string;
  readonly size: number;
};
/** A row of record/page-contents. */
export type PageContentsRow = {
  readonly id: string;
  readonly content: string;
  readonly recordedAt: number;
  /** former contents */ readonly versions: number;
};
/** One page of the records of a type, in order of id. 分页读取某类记录 */
export const pageContents = statement<PageContentsParams, PageContentsRow, 'many'>(
  'record/page-contents',
  { mode: 'read', rows: 'many', params: { prefix: 'String!', after: 'String!', size: 'Integer!' }, row: { id: 'String!', content: 'String!', recordedAt: 'Integer!', versions: 'Integer!' } },
  "MATCH (r:Record)\nWHERE r.id STARTS WITH $prefix AND r.id > $after\nWITH r ORDER BY r.id LIMIT $size\nRETURN r.id AS id, r.content AS content, r.recordedAt AS recordedAt, COUNT { (r)-[:WAS]->() } AS versions\nORDER BY id",
);

/** What record/place-owned is given. */
export type PlaceOwnedParams = {
  readonly organizations: readonly string[];
};
/** A row of record/place-owned. */
export type PlaceOwnedRow = Record<never, never>;
/** Says anew in which jurisdiction the records of some organizations lie. 机构变动后重定所属行政区 */
export const placeOwned = statement<PlaceOwnedParams, PlaceOwnedRow, 'none'>(
  'record/place-owned',
  { mode: 'write', rows: 'none', params: { organizations: '[String!]!' }, row: {} },
  "UNWIND $organizations AS organization\nMATCH (o:Record {id: organization})\nWITH organization, head([(o)-[:IN_JURISDICTION]->(j) | j.id]) AS place\nMATCH (r:Record {owner: organization})\nUSING INDEX r:Record(owner)\nSET r.place = coalesce(head([(r)-[:IN_JURISDICTION]->(j) | j.id]), place)",
);

/** What record/place-records is given. */
export type PlaceRecordsParams = {
  readonly ids: readonly string[];
};
/** A row of record/place-records. */
export type PlaceRecordsRow = Record<never, never>;
/** Says in which jurisdiction records lie that name none themselves: that of who they belong to. 记录所属行政区 */
export const placeRecords = statement<PlaceRecordsParams, PlaceRecordsRow, 'none'>(
  'record/place-records',
  { mode: 'write', rows: 'none', params: { ids: '[String!]!' }, row: {} },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nWITH r.owner AS owner, collect(r) AS records\nOPTIONAL MATCH (o:Record {id: owner})\nUSING INDEX o:Record(id)\nWITH records, head([(o)-[:IN_JURISDICTION]->(j) | j.id]) AS place\nUNWIND records AS r\nSET r.place = place",
);

/** What record/read-contents is given. */
export type ReadContentsParams = {
  readonly ids: readonly string[];
};
/** A row of record/read-contents. */
export type ReadContentsRow = {
  readonly id: string;
  readonly content: string;
  readonly recordedAt: number;
  /** the load or act that wrote it */ readonly load: string | null;
  /** who may know of it: its class, who it belongs to, where it lies */ readonly sight: string;
  readonly owner: string | null;
  readonly place: string | null;
};
/** Contents of records by id. 按编号读取记录 */
export const readContents = statement<ReadContentsParams, ReadContentsRow, 'many'>(
  'record/read-contents',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', content: 'String!', recordedAt: 'Integer!', load: 'String', sight: 'String!', owner: 'String', place: 'String' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nWHERE r.content IS NOT NULL\nRETURN r.id AS id, r.content AS content, r.recordedAt AS recordedAt, coalesce(r.deed, r.load) AS load,\n  r.sight AS sight, r.owner AS owner, r.place AS place",
);

/** What record/read-digests is given. */
export type ReadDigestsParams = {
  readonly ids: readonly string[];
};
/** A row of record/read-digests. */
export type ReadDigestsRow = {
  readonly id: string;
  readonly digest: string;
  readonly retiredAt: number | null;
};
/** What the registry holds under these ids, by digest. */
export const readDigests = statement<ReadDigestsParams, ReadDigestsRow, 'many'>(
  'record/read-digests',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', digest: 'String!', retiredAt: 'Integer' } },
  "UNWIND $ids AS id\nMATCH (r:Record {id: id})\nRETURN r.id AS id, r.digest AS digest, r.retiredAt AS retiredAt",
);

/** What record/read-replaced is given. */
export type ReadReplacedParams = {
  readonly load: string;
  readonly size: number;
};
/** A row of record/read-replaced. */
export type ReadReplacedRow = {
  readonly id: string;
  readonly content: string;
  readonly recordedAt: number;
  readonly load: string | null;
};
/** Some records whose content a load replaced, with what they said before. 撤销装载：被替换的记录 */
export const readReplaced = statement<ReadReplacedParams, ReadReplacedRow, 'many'>(
  'record/read-replaced',
  { mode: 'read', rows: 'many', params: { load: 'String!', size: 'Integer!' }, row: { id: 'String!', content: 'String!', recordedAt: 'Integer!', load: 'String' } },
  "MATCH (v:Version {endedBy: $load})<-[:WAS]-(r:Record)\nRETURN r.id AS id, v.content AS content, v.from AS recordedAt, v.load AS load\nLIMIT $size",
);

/** What record/read-versions is given. */
export type ReadVersionsParams = {
  readonly id: string;
};
/** A row of record/read-versions. */
export type ReadVersionsRow = {
  readonly content: string;
  /** when the registry recorded it, epoch milliseconds */ readonly from: number;
  /** when it recorded better */ readonly to: number;
  readonly digest: string;
  /** the load or act that wrote it; null where it came with a dump */ readonly load: string | null;
};
/** Former contents of one record, oldest first. 历史版本 */
export const readVersions = statement<ReadVersionsParams, ReadVersionsRow, 'many'>(
  'record/read-versions',
  { mode: 'read', rows: 'many', params: { id: 'String!' }, row: { content: 'String!', from: 'Integer!', to: 'Integer!', digest: 'String!', load: 'String' } },
  "MATCH (:Record {id: $id})-[:WAS]->(v:Version)\nRETURN v.content AS content, v.from AS from, v.to AS to, v.digest AS digest, v.load AS load\nORDER BY from, to",
);

/** What record/replace-records is given. */
export type ReplaceRecordsParams = {
  /** each {id, properties} */ readonly rows: readonly (object)[];
  /** relationship types by which records name others */ readonly owned: readonly string[];
};
/** A row of record/replace-records. */
export type ReplaceRecordsRow = Record<never, never>;
/** Replaces the content of records; what they said before goes into their history. 更新记录并保留历史 */
export const replaceRecords = statement<ReplaceRecordsParams, ReplaceRecordsRow, 'none'>(
  'record/replace-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', owned: '[String!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:Record {id: row.id})\nCREATE (r)-[:WAS]->(:Version {\n  content: r.content, digest: r.digest, from: r.recordedAt, load: coalesce(r.deed, r.load),\n  to: row.properties.recordedAt, endedBy: row.properties.load\n})\nSET r = row.properties\nWITH r\nCALL (r) {\n  MATCH (r)-[edge:$any($owned)]->()\n  DELETE edge\n}",
);

/** What record/restore-records is given. */
export type RestoreRecordsParams = {
  /** each {id, properties} */ readonly rows: readonly (object)[];
  readonly load: string;
  readonly owned: readonly string[];
};
/** A row of record/restore-records. */
export type RestoreRecordsRow = Record<never, never>;
/** Gives records back what they said before a load, and forgets that it was replaced. 撤销装载：恢复原记录 */
export const restoreRecords = statement<RestoreRecordsParams, RestoreRecordsRow, 'none'>(
  'record/restore-records',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', load: 'String!', owned: '[String!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (r:Record {id: row.id})-[:WAS]->(v:Version {endedBy: $load})\nUSING INDEX r:Record(id)\nDETACH DELETE v\nSET r = row.properties\nWITH r\nCALL (r) {\n  MATCH (r)-[edge:$any($owned)]->()\n  DELETE edge\n}",
);
