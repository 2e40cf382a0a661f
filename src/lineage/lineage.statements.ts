// Generated from cypher/lineage by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What lineage/clear-items is given. */
export type ClearItemsParams = {
  readonly assets: readonly string[];
};
/** A row of lineage/clear-items. */
export type ClearItemsRow = Record<never, never>;
/** Marks the items of assets as former, and lets go of what they were, before their present ones are written. */
export const clearItems = statement<ClearItemsParams, ClearItemsRow, 'none'>(
  'lineage/clear-items',
  { mode: 'write', rows: 'none', params: { assets: '[String!]!' }, row: {} },
  "UNWIND $assets AS asset\nMATCH (:Asset {id: asset})<-[:ITEM_OF]-(i:Item)\nSET i.current = false, i.code = null, i.share = null, i.at = null\nWITH i\nMATCH (i)-[realises:REALISES]->()\nDELETE realises",
);

/** What lineage/count-asset-sources is given. */
export type CountAssetSourcesParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  readonly kinds: readonly string[];
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/count-asset-sources. */
export type CountAssetSourcesRow = {
  readonly id: string;
  readonly upstream: number;
};
/** How many direct upstream neighbors assets have by flows of some kinds. 按种类统计上游相邻数 */
export const countAssetSources = statement<CountAssetSourcesParams, CountAssetSourcesRow, 'many'>(
  'lineage/count-asset-sources',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]!', sights: 'Map!' }, row: { id: 'String!', upstream: 'Integer!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Asset {id: id})\nRETURN v.id AS id,\n  COUNT {\n    MATCH (v)<-[f:{{eras}}]-(a)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds\n      AND coalesce($sights.everything OR a.sight IN $sights.knownAnywhere OR a.owner IN $sights.own OR a.place IN $sights.under OR (a.place IN $sights.city AND a.sight IN $sights.knownInCity) OR a.id IN $sights.covered, false)\n    RETURN DISTINCT a\n  } AS upstream",
);

/** What lineage/count-item-sources is given. */
export type CountItemSourcesParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  readonly kinds: readonly string[];
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/count-item-sources. */
export type CountItemSourcesRow = {
  readonly id: string;
  readonly upstream: number;
};
/** How many direct upstream neighbors data items have by flows of some kinds. 按种类统计信息项上游相邻数 */
export const countItemSources = statement<CountItemSourcesParams, CountItemSourcesRow, 'many'>(
  'lineage/count-item-sources',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]!', sights: 'Map!' }, row: { id: 'String!', upstream: 'Integer!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Item {id: id})\nRETURN v.id AS id,\n  COUNT {\n    MATCH (v)<-[f:{{eras}}]-(a)-[:ITEM_OF]->(from)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt) AND f.kind IN $kinds\n      AND coalesce($sights.everything OR from.sight IN $sights.knownAnywhere OR from.owner IN $sights.own OR from.place IN $sights.under OR (from.place IN $sights.city AND from.sight IN $sights.knownInCity) OR from.id IN $sights.covered, false)\n    RETURN DISTINCT a\n  } AS upstream",
);

/** What lineage/create-flows is given. */
export type CreateFlowsParams = {
  /** each from, to, key, digest, kind, transform, who asserts it, evidence, activity, source, note, */ readonly rows: readonly (readonly (unknown | null)[])[];
  readonly load: string;
  readonly era: 'FLOWS_TO' | 'FLOWED_TO';
};
/** A row of lineage/create-flows. */
export type CreateFlowsRow = Record<never, never>;
/** Records flows between assets. 新增数据流 item mapping, valid from and to, recorded, retired */
export const createFlows = statement<CreateFlowsParams, CreateFlowsRow, 'none'>(
  'lineage/create-flows',
  { mode: 'write', rows: 'none', params: { rows: '[[Any]!]!', load: 'String!' }, row: {}, inline: ["era"] },
  "UNWIND $rows AS row\nMATCH (a:Asset {id: row[0]})\nMATCH (b:Asset {id: row[1]})\nCREATE (a)-[:{{era}} {\n  key: row[2], digest: row[3], kind: row[4], transform: row[5], assertedBy: row[6], evidence: row[7], activity: row[8],\n  source: row[9], note: row[10], items: row[11], validFrom: row[12], validTo: row[13], recordedAt: row[14],\n  retiredAt: row[15], load: $load\n}]->(b)",
);

/** What lineage/create-item-flows is given. */
export type CreateItemFlowsParams = {
  /** each from, to, key, digest, kind, transform, who asserts it, evidence, activity, source, note, */ readonly rows: readonly (readonly (unknown | null)[])[];
  readonly load: string;
  readonly era: 'FLOWS_TO' | 'FLOWED_TO';
};
/** A row of lineage/create-item-flows. */
export type CreateItemFlowsRow = Record<never, never>;
/** Records flows between data items, one a pair that a flow maps. 新增信息项数据流 item mapping, valid from and to, recorded, retired */
export const createItemFlows = statement<CreateItemFlowsParams, CreateItemFlowsRow, 'none'>(
  'lineage/create-item-flows',
  { mode: 'write', rows: 'none', params: { rows: '[[Any]!]!', load: 'String!' }, row: {}, inline: ["era"] },
  "UNWIND $rows AS row\nMATCH (a:Item {id: row[0]})\nMATCH (b:Item {id: row[1]})\nCREATE (a)-[:{{era}} {\n  key: row[2], digest: row[3], kind: row[4], transform: row[5], assertedBy: row[6], evidence: row[7], activity: row[8],\n  source: row[9], note: row[10], items: row[11], validFrom: row[12], validTo: row[13], recordedAt: row[14],\n  retiredAt: row[15], load: $load\n}]->(b)",
);

/** What lineage/create-items is given. */
export type CreateItemsParams = {
  /** each {asset, properties} */ readonly rows: readonly (object)[];
};
/** A row of lineage/create-items. */
export type CreateItemsRow = Record<never, never>;
/** Writes the data items of assets that are new themselves. 新增信息项 */
export const createItems = statement<CreateItemsParams, CreateItemsRow, 'none'>(
  'lineage/create-items',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (a:Asset {id: row.asset})\nCREATE (i:Item)-[:ITEM_OF]->(a)\nSET i = row.properties",
);

/** What lineage/current-items is given. */
export type CurrentItemsParams = {
  readonly assets: readonly string[];
};
/** A row of lineage/current-items. */
export type CurrentItemsRow = {
  readonly asset: string;
  readonly id: string;
  readonly at: number | null;
  readonly element: string | null;
};
/** The items that assets have now, for verify: what queries see of them. 核对：信息项 */
export const currentItems = statement<CurrentItemsParams, CurrentItemsRow, 'many'>(
  'lineage/current-items',
  { mode: 'read', rows: 'many', params: { assets: '[String!]!' }, row: { asset: 'String!', id: 'String!', at: 'Integer', element: 'String' } },
  "UNWIND $assets AS asset\nMATCH (:Asset {id: asset})<-[:ITEM_OF]-(i:Item)\nWHERE i.current\nOPTIONAL MATCH (i)-[:REALISES]->(e:Record)\nRETURN asset, i.id AS id, i.at AS at, e.id AS element\nORDER BY asset, at, id",
);

/** What lineage/delete-created-flows is given. */
export type DeleteCreatedFlowsParams = {
  readonly load: string;
};
/** A row of lineage/delete-created-flows. */
export type DeleteCreatedFlowsRow = Record<never, never>;
/** Takes out the flows that a load recorded; commits in batches by itself. 撤销装载：删除新增数据流 */
export const deleteCreatedFlows = statement<DeleteCreatedFlowsParams, DeleteCreatedFlowsRow, 'none'>(
  'lineage/delete-created-flows',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH ()-[f:FLOWS_TO|FLOWED_TO]->()\nWHERE f.load = $load\nCALL (f) {\n  DELETE f\n} IN TRANSACTIONS OF 5000 ROWS",
);

/** What lineage/delete-created-items is given. */
export type DeleteCreatedItemsParams = {
  readonly load: string;
};
/** A row of lineage/delete-created-items. */
export type DeleteCreatedItemsRow = Record<never, never>;
/** Takes out the items that a load made; commits in batches by itself. 撤销装载：删除新增信息项 */
export const deleteCreatedItems = statement<DeleteCreatedItemsParams, DeleteCreatedItemsRow, 'none'>(
  'lineage/delete-created-items',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH (i:Item)\nWHERE i.load = $load\nCALL (i) {\n  DETACH DELETE i\n} IN TRANSACTIONS OF 5000 ROWS",
);

/** What lineage/existing-items is given. */
export type ExistingItemsParams = {
  readonly ids: readonly string[];
};
/** A row of lineage/existing-items. */
export type ExistingItemsRow = {
  readonly id: string;
};
/** Which of these items exist, now or in the history of their asset. */
export const existingItems = statement<ExistingItemsParams, ExistingItemsRow, 'many'>(
  'lineage/existing-items',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!' } },
  "UNWIND $ids AS id\nMATCH (i:Item {id: id})\nRETURN i.id AS id",
);

/** What lineage/impact is given. */
export type ImpactParams = {
  readonly start: string;
  readonly asOf: number;
  readonly knownAt: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/impact. */
export type ImpactRow = {
  /** Hidden: something that he may not see */ readonly type: string;
  readonly organization: string | null;
  readonly count: number;
};
/** How much hangs on an asset: what lies downstream, counted by type and by who answers for it. 影响范围 */
export const impact = statement<ImpactParams, ImpactRow, 'many'>(
  'lineage/impact',
  { mode: 'read', rows: 'many', params: { start: 'String!', asOf: 'Integer!', knownAt: 'Integer!', sights: 'Map!' }, row: { type: 'String!', organization: 'String', count: 'Integer!' }, inline: ["eras"] },
  "MATCH (start:Asset {id: $start})\nMATCH path = (start)-[:{{eras}}*1..]->(v)\nWHERE v <> start AND all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt))\n  AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\nWITH DISTINCT v\nWITH v, coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) AS open\nOPTIONAL MATCH (v)-[:ANSWERED_FOR_BY]->(o:Record) WHERE open\nRETURN CASE WHEN open THEN split(v.id, ':')[0] ELSE 'Hidden' END AS type, o.id AS organization, count(*) AS count",
);

/** What lineage/items-of is given. */
export type ItemsOfParams = {
  readonly asset: string;
};
/** A row of lineage/items-of. */
export type ItemsOfRow = {
  readonly id: string;
};
/** The items of an asset, now or only named by flows, in order of id. 资产的信息项 */
export const itemsOf = statement<ItemsOfParams, ItemsOfRow, 'many'>(
  'lineage/items-of',
  { mode: 'read', rows: 'many', params: { asset: 'String!' }, row: { id: 'String!' } },
  "MATCH (:Asset {id: $asset})<-[:ITEM_OF]-(i:Item)\nRETURN i.id AS id\nORDER BY id",
);

/** What lineage/link-elements is given. */
export type LinkElementsParams = {
  /** each item, element */ readonly rows: readonly (readonly string[])[];
};
/** A row of lineage/link-elements. */
export type LinkElementsRow = Record<never, never>;
/** Says which standard elements items realise. 信息项对应数据元 */
export const linkElements = statement<LinkElementsParams, LinkElementsRow, 'none'>(
  'lineage/link-elements',
  { mode: 'write', rows: 'none', params: { rows: '[[String!]!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (i:Item {id: row[0]})\nMATCH (e:Record {id: row[1]})\nCREATE (i)-[:REALISES]->(e)",
);

/** What lineage/move-ended-flows is given. */
export type MoveEndedFlowsParams = {
  /** flows that ended at or before this moment, epoch milliseconds */ readonly before: number;
  readonly size: number;
};
/** A row of lineage/move-ended-flows. */
export type MoveEndedFlowsRow = {
  readonly moved: number;
};
/** Moves some flows that have ended to the type that only questions about the past walk. 归档已结束的数据流 */
export const moveEndedFlows = statement<MoveEndedFlowsParams, MoveEndedFlowsRow, 'one'>(
  'lineage/move-ended-flows',
  { mode: 'write', rows: 'one', params: { before: 'Integer!', size: 'Integer!' }, row: { moved: 'Integer!' } },
  "MATCH (a)-[f:FLOWS_TO]->(b)\nWHERE f.validTo <= $before\nWITH a, f, b LIMIT $size\nCREATE (a)-[past:FLOWED_TO]->(b)\nSET past = properties(f)\nDELETE f\nRETURN count(*) AS moved",
);

/** What lineage/move-retired-flows is given. */
export type MoveRetiredFlowsParams = {
  /** flows retired at or before this moment, epoch milliseconds */ readonly before: number;
  readonly size: number;
};
/** A row of lineage/move-retired-flows. */
export type MoveRetiredFlowsRow = {
  readonly moved: number;
};
/** Moves some flows that were retired to the type that only questions about the past walk. 归档已停用的数据流 */
export const moveRetiredFlows = statement<MoveRetiredFlowsParams, MoveRetiredFlowsRow, 'one'>(
  'lineage/move-retired-flows',
  { mode: 'write', rows: 'one', params: { before: 'Integer!', size: 'Integer!' }, row: { moved: 'Integer!' } },
  "MATCH (a)-[f:FLOWS_TO]->(b)\nWHERE f.retiredAt <= $before\nWITH a, f, b LIMIT $size\nCREATE (a)-[past:FLOWED_TO]->(b)\nSET past = properties(f)\nDELETE f\nRETURN count(*) AS moved",
);

/** What lineage/mutual-assets is given. */
export type MutualAssetsParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/mutual-assets. */
export type MutualAssetsRow = {
  readonly id: string;
  readonly neighbors: readonly string[];
};
/** Neighbors that assets both come from and lead to. 双向相邻的资产 */
export const mutualAssets = statement<MutualAssetsParams, MutualAssetsRow, 'many'>(
  'lineage/mutual-assets',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', sights: 'Map!' }, row: { id: 'String!', neighbors: '[String!]!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Asset {id: id})\nRETURN v.id AS id,\n  COLLECT {\n    MATCH (v)<-[f:{{eras}}]-(a)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND ($kinds IS NULL OR f.kind IN $kinds)\n      AND coalesce($sights.everything OR a.sight IN $sights.knownAnywhere OR a.owner IN $sights.own OR a.place IN $sights.under OR (a.place IN $sights.city AND a.sight IN $sights.knownInCity) OR a.id IN $sights.covered, false)\n      AND EXISTS {\n        MATCH (v)-[g:{{eras}}]->(a)\n        WHERE g.validFrom <= $asOf AND (g.validTo IS NULL OR g.validTo > $asOf)\n          AND g.recordedAt <= $knownAt AND (g.retiredAt IS NULL OR g.retiredAt > $knownAt)\n          AND ($kinds IS NULL OR g.kind IN $kinds)\n      }\n    RETURN DISTINCT a.id\n  } AS neighbors",
);

/** What lineage/mutual-items is given. */
export type MutualItemsParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/mutual-items. */
export type MutualItemsRow = {
  readonly id: string;
  readonly neighbors: readonly string[];
};
/** Neighbors that data items both come from and lead to. 双向相邻的信息项 */
export const mutualItems = statement<MutualItemsParams, MutualItemsRow, 'many'>(
  'lineage/mutual-items',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', sights: 'Map!' }, row: { id: 'String!', neighbors: '[String!]!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Item {id: id})\nRETURN v.id AS id,\n  COLLECT {\n    MATCH (v)<-[f:{{eras}}]-(a)-[:ITEM_OF]->(from)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND ($kinds IS NULL OR f.kind IN $kinds)\n      AND coalesce($sights.everything OR from.sight IN $sights.knownAnywhere OR from.owner IN $sights.own OR from.place IN $sights.under OR (from.place IN $sights.city AND from.sight IN $sights.knownInCity) OR from.id IN $sights.covered, false)\n      AND EXISTS {\n        MATCH (v)-[g:{{eras}}]->(a)\n        WHERE g.validFrom <= $asOf AND (g.validTo IS NULL OR g.validTo > $asOf)\n          AND g.recordedAt <= $knownAt AND (g.retiredAt IS NULL OR g.retiredAt > $knownAt)\n          AND ($kinds IS NULL OR g.kind IN $kinds)\n      }\n    RETURN DISTINCT a.id\n  } AS neighbors",
);

/** What lineage/organizations-of is given. */
export type OrganizationsOfParams = {
  readonly ids: readonly string[];
};
/** A row of lineage/organizations-of. */
export type OrganizationsOfRow = {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
};
/** Who answers for assets, and what those are called. 责任单位 */
export const organizationsOf = statement<OrganizationsOfParams, OrganizationsOfRow, 'many'>(
  'lineage/organizations-of',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', organization: 'String!', name: 'String!' } },
  "UNWIND $ids AS id\nMATCH (:Asset {id: id})-[:ANSWERED_FOR_BY]->(o:Record)\nRETURN id, o.id AS organization, o.name AS name",
);

/** What lineage/page-flows is given. */
export type PageFlowsParams = {
  /** id of the last asset of the page before; empty for the first page */ readonly after: string;
  /** assets in a page */ readonly size: number;
};
/** A row of lineage/page-flows. */
export type PageFlowsRow = {
  readonly from: string;
  /** each the flow's properties and the id it leads to, as `to` */ readonly flows: readonly (Readonly<Record<string, unknown>>)[];
};
/** One page of flows that leave an asset, for a dump: each assertion by itself. 分页导出数据流 */
export const pageFlows = statement<PageFlowsParams, PageFlowsRow, 'many'>(
  'lineage/page-flows',
  { mode: 'read', rows: 'many', params: { after: 'String!', size: 'Integer!' }, row: { from: 'String!', flows: '[Map!]!' } },
  "MATCH (a:Asset)\nWHERE a.id > $after\nWITH a ORDER BY a.id LIMIT $size\nRETURN a.id AS from, [(a)-[f:FLOWS_TO|FLOWED_TO]->(b:Asset) | f {.*, to: b.id}] AS flows\nORDER BY from",
);

/** What lineage/read-assertions is given. */
export type ReadAssertionsParams = {
  readonly keys: readonly string[];
  readonly era: 'FLOWS_TO' | 'FLOWED_TO';
};
/** A row of lineage/read-assertions. */
export type ReadAssertionsRow = {
  readonly key: string;
  readonly digest: string;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
  /** the load or act that recorded it */ readonly deed: string | null;
  /** the one that retired it, where one did later */ readonly endedBy: string | null;
};
/** What the registry holds of flows with these identities, each assertion by itself. 查已有数据流 */
export const readAssertions = statement<ReadAssertionsParams, ReadAssertionsRow, 'many'>(
  'lineage/read-assertions',
  { mode: 'read', rows: 'many', params: { keys: '[String!]!' }, row: { key: 'String!', digest: 'String!', recordedAt: 'Integer!', retiredAt: 'Integer', deed: 'String', endedBy: 'String' }, inline: ["era"] },
  "UNWIND $keys AS key\nMATCH (a:Asset)-[f:{{era}} {key: key}]->(:Asset)\nRETURN key, f.digest AS digest, f.recordedAt AS recordedAt, f.retiredAt AS retiredAt,\n  coalesce(f.deed, f.load) AS deed, f.endedBy AS endedBy",
);

/** What lineage/retire-flows is given. */
export type RetireFlowsParams = {
  /** each {key, recordedAt, retiredAt} */ readonly rows: readonly (object)[];
  readonly load: string;
  readonly era: 'FLOWS_TO' | 'FLOWED_TO';
};
/** A row of lineage/retire-flows. */
export type RetireFlowsRow = Record<never, never>;
/** Retires assertions that the registry no longer holds true, at asset and at item level. 停用数据流 */
export const retireFlows = statement<RetireFlowsParams, RetireFlowsRow, 'none'>(
  'lineage/retire-flows',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', load: 'String!' }, row: {}, inline: ["era"] },
  "UNWIND $rows AS row\nMATCH ()-[f:{{era}} {key: row.key}]->()\nWHERE f.recordedAt = row.recordedAt\nSET f.retiredBefore = CASE WHEN f.endedBy = $load THEN f.retiredBefore ELSE f.retiredAt END,\n    f.retiredAt = row.retiredAt, f.endedBy = $load",
);

/** What lineage/retire-into-past is given. */
export type RetireIntoPastParams = {
  /** each {key, recordedAt, retiredAt} */ readonly rows: readonly (object)[];
  readonly load: string;
};
/** A row of lineage/retire-into-past. */
export type RetireIntoPastRow = Record<never, never>;
/** Retires assertions as of a moment before the last sweep: they go to the past at once, at asset and at item level. 停用并归档数据流 */
export const retireIntoPast = statement<RetireIntoPastParams, RetireIntoPastRow, 'none'>(
  'lineage/retire-into-past',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', load: 'String!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (a)-[f:FLOWS_TO {key: row.key}]->(b)\nWHERE f.recordedAt = row.recordedAt\nCREATE (a)-[past:FLOWED_TO]->(b)\nSET past = properties(f), past.retiredBefore = f.retiredAt, past.retiredAt = row.retiredAt, past.endedBy = $load\nDELETE f",
);

/** What lineage/save-items is given. */
export type SaveItemsParams = {
  /** each {id, asset, name, foldedName, code, share, at, current} */ readonly rows: readonly (object)[];
  readonly load: string;
};
/** A row of lineage/save-items. */
export type SaveItemsRow = Record<never, never>;
/** Writes data items of assets: those an asset has now, and those that only a flow names. 写入信息项 */
export const saveItems = statement<SaveItemsParams, SaveItemsRow, 'none'>(
  'lineage/save-items',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', load: 'String!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (a:Asset {id: row.asset})\nMERGE (i:Item {id: row.id})\nON CREATE SET i.load = $load, i.asset = row.asset\nSET i.name = row.name, i.foldedName = row.foldedName, i.code = row.code, i.share = row.share, i.at = row.at,\n    i.current = row.current\nMERGE (i)-[:ITEM_OF]->(a)",
);

/** What lineage/save-named-items is given. */
export type SaveNamedItemsParams = {
  /** each {id, asset, name, foldedName} */ readonly rows: readonly (object)[];
  readonly load: string;
};
/** A row of lineage/save-named-items. */
export type SaveNamedItemsRow = Record<never, never>;
/** Writes data items that a flow names and nobody wrote down yet. 写入数据流提到的信息项 */
export const saveNamedItems = statement<SaveNamedItemsParams, SaveNamedItemsRow, 'none'>(
  'lineage/save-named-items',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!', load: 'String!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (a:Asset {id: row.asset})\nMERGE (i:Item {id: row.id})\nON CREATE SET i.load = $load, i.asset = row.asset, i.name = row.name, i.foldedName = row.foldedName, i.current = false\nMERGE (i)-[:ITEM_OF]->(a)",
);

/** What lineage/see-assets is given. */
export type SeeAssetsParams = {
  readonly ids: readonly string[];
  /** see identity/sights.ts */ readonly sights: object;
};
/** A row of lineage/see-assets. */
export type SeeAssetsRow = {
  readonly id: string;
  readonly open: boolean;
  readonly known: boolean;
};
/** Which of some assets are written down, and what the viewer may see of them. 是否存在、可否知悉 */
export const seeAssets = statement<SeeAssetsParams, SeeAssetsRow, 'many'>(
  'lineage/see-assets',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', sights: 'Map!' }, row: { id: 'String!', open: 'Boolean!', known: 'Boolean!' } },
  "UNWIND $ids AS id\nMATCH (v:Asset {id: id})\nRETURN v.id AS id, coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) AS open, coalesce($sights.everything OR v.sight IN $sights.knownAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.knownInCity) OR v.id IN $sights.covered, false) AS known",
);

/** What lineage/shortest-distance is given. */
export type ShortestDistanceParams = {
  readonly from: string;
  readonly to: string;
  readonly asOf: number;
  readonly knownAt: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/shortest-distance. */
export type ShortestDistanceRow = {
  readonly distance: number;
};
/** Edges on a shortest directed path between two assets; no row when there is none. 最短路径长度 */
export const shortestDistance = statement<ShortestDistanceParams, ShortestDistanceRow, 'maybe'>(
  'lineage/shortest-distance',
  { mode: 'read', rows: 'maybe', params: { from: 'String!', to: 'String!', asOf: 'Integer!', knownAt: 'Integer!', sights: 'Map!' }, row: { distance: 'Integer!' }, inline: ["eras"] },
  "MATCH (a:Asset {id: $from}), (b:Asset {id: $to})\nMATCH path = shortestPath((a)-[:{{eras}}*1..]->(b))\nWHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt))\n  AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\nRETURN length(path) AS distance",
);

/** What lineage/survey-assets is given. */
export type SurveyAssetsParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/survey-assets. */
export type SurveyAssetsRow = {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  /** direct neighbors that he may know of, whatever the kind of flow */ readonly upstream: number;
  /** flows that leave it for what he may know of: [to, kind], and where `to` is among the ids all they say */ readonly flows: readonly unknown[];
};
/** Assets of an answer: names, neighbor counts, and the flows that leave them. 血缘节点与数据流 */
export const surveyAssets = statement<SurveyAssetsParams, SurveyAssetsRow, 'many'>(
  'lineage/survey-assets',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', sights: 'Map!' }, row: { id: 'String!', name: 'String!', open: 'Boolean!', upstream: 'Integer!', flows: '[Any!]!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Asset {id: id})\nRETURN v.id AS id, v.name AS name, coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) AS open,\n  COUNT {\n    MATCH (v)<-[f:{{eras}}]-(a)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND coalesce($sights.everything OR a.sight IN $sights.knownAnywhere OR a.owner IN $sights.own OR a.place IN $sights.under OR (a.place IN $sights.city AND a.sight IN $sights.knownInCity) OR a.id IN $sights.covered, false)\n    RETURN DISTINCT a\n  } AS upstream,\n  COLLECT {\n    MATCH (v)-[f:{{eras}}]->(b)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND coalesce($sights.everything OR b.sight IN $sights.knownAnywhere OR b.owner IN $sights.own OR b.place IN $sights.under OR (b.place IN $sights.city AND b.sight IN $sights.knownInCity) OR b.id IN $sights.covered, false)\n    RETURN\n      CASE WHEN b.id IN $ids\n        THEN [b.id, f.kind, f.transform, f.assertedBy, f.evidence, f.validFrom, f.validTo, f.recordedAt]\n        ELSE [b.id, f.kind]\n      END AS flow\n  } AS flows",
);

/** What lineage/survey-items is given. */
export type SurveyItemsParams = {
  readonly ids: readonly string[];
  readonly asOf: number;
  readonly knownAt: number;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/survey-items. */
export type SurveyItemsRow = {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  /** direct neighbors that he may know of, whatever the kind of flow */ readonly upstream: number;
  /** flows that leave it for what he may know of: [to, kind], and where `to` is among the ids all they say */ readonly flows: readonly unknown[];
};
/** Data items of an answer: names, neighbor counts, and the flows that leave them. 信息项血缘节点与数据流 */
export const surveyItems = statement<SurveyItemsParams, SurveyItemsRow, 'many'>(
  'lineage/survey-items',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', sights: 'Map!' }, row: { id: 'String!', name: 'String!', open: 'Boolean!', upstream: 'Integer!', flows: '[Any!]!' }, inline: ["eras"] },
  "UNWIND $ids AS id\nMATCH (v:Item {id: id})-[:ITEM_OF]->(asset)\nRETURN v.id AS id, v.name AS name, coalesce($sights.everything OR asset.sight IN $sights.openAnywhere OR asset.owner IN $sights.own OR asset.place IN $sights.under OR (asset.place IN $sights.city AND asset.sight IN $sights.openInCity) OR asset.id IN $sights.covered, false) AS open,\n  COUNT {\n    MATCH (v)<-[f:{{eras}}]-(a)-[:ITEM_OF]->(from)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND coalesce($sights.everything OR from.sight IN $sights.knownAnywhere OR from.owner IN $sights.own OR from.place IN $sights.under OR (from.place IN $sights.city AND from.sight IN $sights.knownInCity) OR from.id IN $sights.covered, false)\n    RETURN DISTINCT a\n  } AS upstream,\n  COLLECT {\n    MATCH (v)-[f:{{eras}}]->(b)-[:ITEM_OF]->(to)\n    WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n      AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n      AND coalesce($sights.everything OR to.sight IN $sights.knownAnywhere OR to.owner IN $sights.own OR to.place IN $sights.under OR (to.place IN $sights.city AND to.sight IN $sights.knownInCity) OR to.id IN $sights.covered, false)\n    RETURN\n      CASE WHEN b.id IN $ids\n        THEN [b.id, f.kind, f.transform, f.assertedBy, f.evidence, f.validFrom, f.validTo, f.recordedAt]\n        ELSE [b.id, f.kind]\n      END AS flow\n  } AS flows",
);

/** What lineage/unretire-flows is given. */
export type UnretireFlowsParams = {
  readonly load: string;
};
/** A row of lineage/unretire-flows. */
export type UnretireFlowsRow = Record<never, never>;
/** Takes back the retirements that a load made; commits in batches by itself. 撤销装载：恢复停用的数据流 */
export const unretireFlows = statement<UnretireFlowsParams, UnretireFlowsRow, 'none'>(
  'lineage/unretire-flows',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH ()-[f:FLOWS_TO]->()\nWHERE f.endedBy = $load\nCALL (f) {\n  SET f.retiredAt = f.retiredBefore, f.retiredBefore = null, f.endedBy = null\n} IN TRANSACTIONS OF 5000 ROWS",
);

/** What lineage/unretire-past-flows is given. */
export type UnretirePastFlowsParams = {
  readonly load: string;
};
/** A row of lineage/unretire-past-flows. */
export type UnretirePastFlowsRow = Record<never, never>;
/** Takes back the retirements that a load made of flows that stand as past by now: they come back. 撤销装载：恢复已归档的数据流 */
export const unretirePastFlows = statement<UnretirePastFlowsParams, UnretirePastFlowsRow, 'none'>(
  'lineage/unretire-past-flows',
  { mode: 'write', rows: 'none', params: { load: 'String!' }, row: {} },
  "MATCH (a)-[f:FLOWED_TO]->(b)\nWHERE f.endedBy = $load\nCALL (a, f, b) {\n  CREATE (a)-[back:FLOWS_TO]->(b)\n  SET back = properties(f), back.retiredAt = f.retiredBefore, back.retiredBefore = null, back.endedBy = null\n  DELETE f\n} IN TRANSACTIONS OF 5000 ROWS",
);

/** What lineage/walk-downstream is given. */
export type WalkDownstreamParams = {
  readonly start: string;
  /** flows in force at this moment, epoch milliseconds */ readonly asOf: number;
  /** and known to the registry at this one */ readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** vertices at most */ readonly limit: number;
  /** only these of all that it reaches; null: any */ readonly among: readonly string[] | null;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly depth: number | null;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/walk-downstream. */
export type WalkDownstreamRow = {
  readonly id: string;
  readonly distance: number;
  /** an opaque id, good for one answer, of what the viewer may not see; ties go by it */ readonly veil: string | null;
};
/** Everything downstream of an asset, nearest first: breadth first with a visited set. 下游血缘 */
export const walkDownstream = statement<WalkDownstreamParams, WalkDownstreamRow, 'many'>(
  'lineage/walk-downstream',
  { mode: 'read', rows: 'many', params: { start: 'String!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', limit: 'Integer!', among: '[String!]', sights: 'Map!' }, row: { id: 'String!', distance: 'Integer!', veil: 'String' }, inline: ["depth","eras"] },
  "MATCH (start:Asset {id: $start})\nMATCH path = (start)-[:{{eras}}*1..{{depth}}]->(v)\nWHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n  AND ($kinds IS NULL OR f.kind IN $kinds))\n  AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\nWITH v, min(length(path)) AS distance\nWITH v.id AS id, distance, CASE WHEN coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) THEN null ELSE 'Hidden:' + randomUUID() END AS veil\nWHERE $among IS NULL OR id IN $among\nRETURN id, distance, veil\nORDER BY distance, coalesce(veil, id)\nLIMIT $limit",
);

/** What lineage/walk-items-downstream is given. */
export type WalkItemsDownstreamParams = {
  readonly starts: readonly string[];
  /** flows in force at this moment, epoch milliseconds */ readonly asOf: number;
  /** and known to the registry at this one */ readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** vertices at most */ readonly limit: number;
  /** only these of all that it reaches; null: any */ readonly among: readonly string[] | null;
  /** only items of these assets: those the viewer may know of; null: all */ readonly assets: readonly string[] | null;
  /** assets among them that he may see */ readonly open: readonly string[];
  readonly depth: number | null;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/walk-items-downstream. */
export type WalkItemsDownstreamRow = {
  readonly id: string;
  readonly distance: number;
  /** an opaque id, good for one answer, of what the viewer may not see; ties go by it */ readonly veil: string | null;
};
/** Everything downstream of some data items, nearest first: breadth first with a visited set. 信息项下游血缘 */
export const walkItemsDownstream = statement<WalkItemsDownstreamParams, WalkItemsDownstreamRow, 'many'>(
  'lineage/walk-items-downstream',
  { mode: 'read', rows: 'many', params: { starts: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', limit: 'Integer!', among: '[String!]', assets: '[String!]', open: '[String!]!' }, row: { id: 'String!', distance: 'Integer!', veil: 'String' }, inline: ["depth","eras"] },
  "UNWIND $starts AS startId\nCALL (startId) {\n  MATCH (start:Item {id: startId})\n  MATCH path = (start)-[:{{eras}}*1..{{depth}}]->(v)\n  WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n    AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n    AND ($kinds IS NULL OR f.kind IN $kinds))\n    AND all(n IN nodes(path) WHERE $assets IS NULL OR n.asset IN $assets)\n  WITH v, min(length(path)) AS steps\n  WITH v.id AS id, steps, CASE WHEN $assets IS NULL OR v.asset IN $open THEN null ELSE 'Hidden:' + randomUUID() END AS mask\n  WHERE $among IS NULL OR id IN $among\n  RETURN id, steps, mask\n  ORDER BY steps, coalesce(mask, id)\n  LIMIT $limit\n}\nWITH id, min(steps) AS distance, min(mask) AS veil\nRETURN id, distance, veil\nORDER BY distance, coalesce(veil, id)\nLIMIT $limit",
);

/** What lineage/walk-items-upstream is given. */
export type WalkItemsUpstreamParams = {
  readonly starts: readonly string[];
  /** flows in force at this moment, epoch milliseconds */ readonly asOf: number;
  /** and known to the registry at this one */ readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** vertices at most */ readonly limit: number;
  /** only these of all that it reaches; null: any */ readonly among: readonly string[] | null;
  /** only items of these assets: those the viewer may know of; null: all */ readonly assets: readonly string[] | null;
  /** assets among them that he may see */ readonly open: readonly string[];
  readonly depth: number | null;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/walk-items-upstream. */
export type WalkItemsUpstreamRow = {
  readonly id: string;
  readonly distance: number;
  /** an opaque id, good for one answer, of what the viewer may not see; ties go by it */ readonly veil: string | null;
};
/** Everything upstream of some data items, nearest first: breadth first with a visited set. 信息项上游血缘 */
export const walkItemsUpstream = statement<WalkItemsUpstreamParams, WalkItemsUpstreamRow, 'many'>(
  'lineage/walk-items-upstream',
  { mode: 'read', rows: 'many', params: { starts: '[String!]!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', limit: 'Integer!', among: '[String!]', assets: '[String!]', open: '[String!]!' }, row: { id: 'String!', distance: 'Integer!', veil: 'String' }, inline: ["depth","eras"] },
  "UNWIND $starts AS startId\nCALL (startId) {\n  MATCH (start:Item {id: startId})\n  MATCH path = (start)<-[:{{eras}}*1..{{depth}}]-(v)\n  WHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n    AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n    AND ($kinds IS NULL OR f.kind IN $kinds))\n    AND all(n IN nodes(path) WHERE $assets IS NULL OR n.asset IN $assets)\n  WITH v, min(length(path)) AS steps\n  WITH v.id AS id, steps, CASE WHEN $assets IS NULL OR v.asset IN $open THEN null ELSE 'Hidden:' + randomUUID() END AS mask\n  WHERE $among IS NULL OR id IN $among\n  RETURN id, steps, mask\n  ORDER BY steps, coalesce(mask, id)\n  LIMIT $limit\n}\nWITH id, min(steps) AS distance, min(mask) AS veil\nRETURN id, distance, veil\nORDER BY distance, coalesce(veil, id)\nLIMIT $limit",
);

/** What lineage/walk-upstream is given. */
export type WalkUpstreamParams = {
  readonly start: string;
  /** flows in force at this moment, epoch milliseconds */ readonly asOf: number;
  /** and known to the registry at this one */ readonly knownAt: number;
  /** only flows of these kinds; null: all */ readonly kinds: readonly string[] | null;
  /** vertices at most */ readonly limit: number;
  /** only these of all that it reaches; null: any */ readonly among: readonly string[] | null;
  /** what the viewer may know of, see identity/sights.ts */ readonly sights: object;
  readonly depth: number | null;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of lineage/walk-upstream. */
export type WalkUpstreamRow = {
  readonly id: string;
  readonly distance: number;
  /** an opaque id, good for one answer, of what the viewer may not see; ties go by it */ readonly veil: string | null;
};
/** Everything upstream of an asset, nearest first: breadth first with a visited set. 上游血缘 */
export const walkUpstream = statement<WalkUpstreamParams, WalkUpstreamRow, 'many'>(
  'lineage/walk-upstream',
  { mode: 'read', rows: 'many', params: { start: 'String!', asOf: 'Integer!', knownAt: 'Integer!', kinds: '[String!]', limit: 'Integer!', among: '[String!]', sights: 'Map!' }, row: { id: 'String!', distance: 'Integer!', veil: 'String' }, inline: ["depth","eras"] },
  "MATCH (start:Asset {id: $start})\nMATCH path = (start)<-[:{{eras}}*1..{{depth}}]-(v)\nWHERE all(f IN relationships(path) WHERE f.validFrom <= $asOf AND (f.validTo IS NULL OR f.validTo > $asOf)\n  AND f.recordedAt <= $knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $knownAt)\n  AND ($kinds IS NULL OR f.kind IN $kinds))\n  AND all(n IN nodes(path) WHERE coalesce($sights.everything OR n.sight IN $sights.knownAnywhere OR n.owner IN $sights.own OR n.place IN $sights.under OR (n.place IN $sights.city AND n.sight IN $sights.knownInCity) OR n.id IN $sights.covered, false))\nWITH v, min(length(path)) AS distance\nWITH v.id AS id, distance, CASE WHEN coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false) THEN null ELSE 'Hidden:' + randomUUID() END AS veil\nWHERE $among IS NULL OR id IN $among\nRETURN id, distance, veil\nORDER BY distance, coalesce(veil, id)\nLIMIT $limit",
);
