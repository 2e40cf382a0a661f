// Generated from cypher/collection by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What collection/agencies-basis is given. */
export type AgenciesBasisParams = Record<never, never>;
/** A row of collection/agencies-basis. */
export type AgenciesBasisRow = {
  readonly loads: number;
  /** when the last load was opened, epoch milliseconds */ readonly opened: number | null;
  /** id of one of them: another registry has others */ readonly load: string | null;
  /** when a place was recorded last */ readonly placed: number | null;
  /** when an organization was recorded last */ readonly recorded: number | null;
};
/** What must be unchanged for the organizations to be as they were read: loads, places, and the last one recorded. 变动依据 */
export const agenciesBasis = statement<AgenciesBasisParams, AgenciesBasisRow, 'one'>(
  'collection/agencies-basis',
  { mode: 'read', rows: 'one', params: {}, row: { loads: 'Integer!', opened: 'Integer', load: 'String', placed: 'Integer', recorded: 'Integer' } },
  "MATCH (l:Load)\nWITH count(l) AS loads, max(l.openedAt) AS opened, max(l.id) AS load\nOPTIONAL MATCH (j:Jurisdiction)\nWITH loads, opened, load, max(j.recordedAt) AS placed\nOPTIONAL MATCH (o:Organization)\nWHERE o.recordedAt > 0\nRETURN loads, opened, load, placed, max(o.recordedAt) AS recorded",
);

/** What collection/agencies is given. */
export type AgenciesParams = Record<never, never>;
/** A row of collection/agencies. */
export type AgenciesRow = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly uscc: string | null;
  readonly jurisdiction: string | null;
  readonly placeName: string | null;
  /** division code of its place */ readonly code: string | null;
  /** … of the place that one lies in */ readonly outerCode: string | null;
  readonly parent: string | null;
  readonly succeededBy: string | null;
  /** epoch milliseconds */ readonly retiredAt: number | null;
  readonly sight: string;
  readonly owner: string | null;
  readonly place: string | null;
};
/** Every organization with what its name is understood by: aliases, code, place, and what is on record of it and others. 机构名称 */
export const agencies = statement<AgenciesParams, AgenciesRow, 'many'>(
  'collection/agencies',
  { mode: 'read', rows: 'many', params: {}, row: { id: 'String!', name: 'String!', aliases: '[String!]', uscc: 'String', jurisdiction: 'String', placeName: 'String', code: 'String', outerCode: 'String', parent: 'String', succeededBy: 'String', retiredAt: 'Integer', sight: 'String!', owner: 'String', place: 'String' } },
  "MATCH (o:Organization)\nWHERE o.content IS NOT NULL\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(j:Jurisdiction)\nRETURN o.id AS id, o.name AS name, o.aliases AS aliases, o.uscc AS uscc, j.id AS jurisdiction, j.name AS placeName,\n  j.gbCode AS code, head([(j)-[:PART_OF|LOCATED_IN]->(outer) WHERE outer.gbCode IS NOT NULL | outer.gbCode]) AS outerCode,\n  head([(o)-[:CHILD_OF]->(p) | p.id]) AS parent, head([(o)-[:SUCCEEDED_BY]->(s) | s.id]) AS succeededBy,\n  o.retiredAt AS retiredAt, o.sight AS sight, o.owner AS owner, o.place AS place\nORDER BY id",
);

/** What collection/agency-verdicts is given. */
export type AgencyVerdictsParams = {
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/agency-verdicts. */
export type AgencyVerdictsRow = {
  readonly id: string;
  readonly content: string;
  readonly recordedAt: number;
  readonly organization: string;
  readonly name: string;
  readonly jurisdiction: string | null;
  readonly uscc: string | null;
};
/** Verdicts on pairs of organizations, with what each organization says today of what it is judged by. 机构关系认定 */
export const agencyVerdicts = statement<AgencyVerdictsParams, AgencyVerdictsRow, 'many'>(
  'collection/agency-verdicts',
  { mode: 'read', rows: 'many', params: { now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', content: 'String!', recordedAt: 'Integer!', organization: 'String!', name: 'String!', jurisdiction: 'String', uscc: 'String' } },
  "MATCH (v:AgencyVerdict)\nWHERE (v.retiredAt IS NULL OR v.retiredAt > $now) AND coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false)\nMATCH (v)-[:JUDGES]->(o:Organization)\nRETURN v.id AS id, v.content AS content, v.recordedAt AS recordedAt, o.id AS organization, o.name AS name,\n  head([(o)-[:IN_JURISDICTION]->(j:Jurisdiction) | j.id]) AS jurisdiction, o.uscc AS uscc",
);

/** What collection/authorities is given. */
export type AuthoritiesParams = {
  /** ids of jurisdictions */ readonly places: readonly string[];
  /** epoch milliseconds */ readonly now: number;
};
/** A row of collection/authorities. */
export type AuthoritiesRow = {
  /** one of those asked for */ readonly place: string;
  /** itself, or one that it lies in */ readonly over: string;
  readonly distance: number;
  /** ids of its data authorities */ readonly authorities: readonly string[];
};
/** Data authorities of places and of all that these lie in, nearest first. 数据主管部门 */
export const authorities = statement<AuthoritiesParams, AuthoritiesRow, 'many'>(
  'collection/authorities',
  { mode: 'read', rows: 'many', params: { places: '[String!]!', now: 'Integer!' }, row: { place: 'String!', over: 'String!', distance: 'Integer!', authorities: '[String!]!' } },
  "UNWIND $places AS id\nMATCH (start:Record {id: id})\nCALL (start) {\n  MATCH path = (start)-[:PART_OF|LOCATED_IN*0..]->(over:Jurisdiction)\n  RETURN over, min(length(path)) AS distance\n}\nRETURN id AS place, over.id AS over, distance, COLLECT {\n  MATCH (over)<-[:IN_JURISDICTION]-(o:Organization)\n  WHERE 'DATA_AUTHORITY' IN o.roles AND (o.retiredAt IS NULL OR o.retiredAt > $now)\n  RETURN o.id ORDER BY o.id\n} AS authorities\nORDER BY place, distance, over",
);

/** What collection/backflow-offers is given. */
export type BackflowOffersParams = {
  /** folded */ readonly names: readonly string[];
  /** id of the coordinator's place; null: anywhere */ readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/backflow-offers. */
export type BackflowOffersRow = {
  readonly backflow: string;
  readonly items: readonly string[];
};
/** Backflows of a place, agreed or returning, with an agreed item of one of these names. 可回流的信息项 */
export const backflowOffers = statement<BackflowOffersParams, BackflowOffersRow, 'many'>(
  'collection/backflow-offers',
  { mode: 'read', rows: 'many', params: { names: '[String!]!', jurisdiction: 'String', now: 'Integer!', sights: 'Map!' }, row: { backflow: 'String!', items: '[String!]!' } },
  "UNWIND $names AS name\nMATCH (i:Item {foldedName: name})-[:ITEM_OF]->(b:Backflow)\nWHERE i.current AND b.state IN ['AGREED', 'RETURNING'] AND (b.retiredAt IS NULL OR b.retiredAt > $now)\n  AND coalesce($sights.everything OR b.sight IN $sights.openAnywhere OR b.owner IN $sights.own OR b.place IN $sights.under OR (b.place IN $sights.city AND b.sight IN $sights.openInCity) OR b.id IN $sights.covered, false)\n  AND ($jurisdiction IS NULL OR b.place = $jurisdiction)\nRETURN DISTINCT b.id AS backflow, b.itemNames AS items",
);

/** What collection/candidates-by-id is given. */
export type CandidatesByIdParams = {
  readonly ids: readonly string[];
};
/** A row of collection/candidates-by-id. */
export type CandidatesByIdRow = {
  readonly id: string;
  readonly title: string;
  readonly agency: string | null;
  /** division code of the place whose catalog it stands in */ readonly home: string | null;
  readonly area: string | null;
  readonly subject: string | null;
  readonly columns: readonly string[] | null;
};
/** Datasets by id, as titles are judged. 按编号取候选数据集 */
export const candidatesById = statement<CandidatesByIdParams, CandidatesByIdRow, 'many'>(
  'collection/candidates-by-id',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!' }, row: { id: 'String!', title: 'String!', agency: 'String', home: 'String', area: 'String', subject: 'String', columns: '[String!]' } },
  "UNWIND $ids AS id\nMATCH (d:Record {id: id})\nWHERE d:Dataset\nOPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)\nOPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)\nRETURN d.id AS id, d.title AS title, o.name AS agency,\n  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns",
);

/** What collection/candidates-by-text is given. */
export type CandidatesByTextParams = {
  /** in the full-text index's query language */ readonly query: string;
  /** id of the place; null: anywhere */ readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  readonly limit: number;
};
/** A row of collection/candidates-by-text. */
export type CandidatesByTextRow = {
  readonly id: string;
  readonly title: string;
  readonly agency: string | null;
  /** division code of the place whose catalog it stands in */ readonly home: string | null;
  readonly area: string | null;
  readonly subject: string | null;
  readonly columns: readonly string[] | null;
};
/** Published datasets of a place whose titles share words with a text, best first, shorter ones first of equals; the query names the place and weighs each word, the catalog does not. 按文字查候选数据集 */
export const candidatesByText = statement<CandidatesByTextParams, CandidatesByTextRow, 'many'>(
  'collection/candidates-by-text',
  { mode: 'read', rows: 'many', params: { query: 'String!', jurisdiction: 'String', now: 'Integer!', sights: 'Map!', limit: 'Integer!' }, row: { id: 'String!', title: 'String!', agency: 'String', home: 'String', area: 'String', subject: 'String', columns: '[String!]' } },
  "CALL db.index.fulltext.queryNodes('dataset_text', $query) YIELD node AS d, score\nWHERE ($jurisdiction IS NULL OR d.place = $jurisdiction)\n  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)\n  AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\nWITH d, score\nORDER BY score DESC, size(d.title), d.id\nLIMIT $limit\nOPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)\nOPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)\nRETURN d.id AS id, d.title AS title, o.name AS agency,\n  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns",
);

/** What collection/candidates-seen is given. */
export type CandidatesSeenParams = {
  readonly ids: readonly string[];
  /** id of the place; null: anywhere */ readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/candidates-seen. */
export type CandidatesSeenRow = {
  readonly id: string;
  readonly title: string;
  readonly agency: string | null;
  /** division code of the place whose catalog it stands in */ readonly home: string | null;
  readonly area: string | null;
  readonly subject: string | null;
  readonly columns: readonly string[] | null;
};
/** Of some datasets those that are published in a place and open to the viewer, as titles are judged. 按编号取可见的候选数据集 */
export const candidatesSeen = statement<CandidatesSeenParams, CandidatesSeenRow, 'many'>(
  'collection/candidates-seen',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', jurisdiction: 'String', now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', title: 'String!', agency: 'String', home: 'String', area: 'String', subject: 'String', columns: '[String!]' } },
  "UNWIND $ids AS id\nMATCH (d:Record {id: id})\nUSING INDEX d:Record(id)\nWHERE d:Dataset AND ($jurisdiction IS NULL OR d.place = $jurisdiction)\n  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)\n  AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\nOPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)\nOPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)\nRETURN d.id AS id, d.title AS title, o.name AS agency,\n  coalesce(own.gbCode, place.gbCode) AS home, d.area AS area, d.subject AS subject, d.itemNames AS columns",
);

/** What collection/collections-with is given. */
export type CollectionsWithParams = {
  /** folded */ readonly names: readonly string[];
  /** ids */ readonly elements: readonly string[];
  /** YYYY-MM-DD */ readonly today: string;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/collections-with. */
export type CollectionsWithRow = {
  readonly id: string;
  /** id of the organization */ readonly owner: string | null;
  readonly place: string;
  readonly item: string;
  readonly element: string | null;
};
/** Acts of collection under way, without exemption, that gather items of these names or elements. 在收集的信息项 */
export const collectionsWith = statement<CollectionsWithParams, CollectionsWithRow, 'many'>(
  'collection/collections-with',
  { mode: 'read', rows: 'many', params: { names: '[String!]!', elements: '[String!]!', today: 'String!', now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', owner: 'String', place: 'String!', item: 'String!', element: 'String' } },
  "CALL () {\n  UNWIND $names AS name\n  MATCH (i:Item {foldedName: name})\n  RETURN i\n  UNION\n  UNWIND $elements AS elementId\n  MATCH (e:Record {id: elementId})<-[:REALISES]-(i:Item)\n  RETURN i\n}\nMATCH (i)-[:ITEM_OF]->(c:Collection)\nWHERE i.current AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND c.exemption IS NULL\n  AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today)\n  AND c.place IS NOT NULL AND coalesce($sights.everything OR c.sight IN $sights.openAnywhere OR c.owner IN $sights.own OR c.place IN $sights.under OR (c.place IN $sights.city AND c.sight IN $sights.openInCity) OR c.id IN $sights.covered, false)\nOPTIONAL MATCH (i)-[:REALISES]->(e:Element)\nRETURN c.id AS id, c.owner AS owner, c.place AS place, i.name AS item, e.id AS element",
);

/** What collection/collectors is given. */
export type CollectorsParams = {
  /** folded */ readonly names: readonly string[];
  /** ids */ readonly elements: readonly string[];
  /** YYYY-MM-DD */ readonly today: string;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/collectors. */
export type CollectorsRow = {
  readonly id: string;
  readonly organization: string;
  readonly place: string | null;
  readonly subject: string | null;
  readonly item: string;
  readonly element: string | null;
  readonly exemption: string | null;
  readonly startedOn: string | null;
  /** id of a duty of that organization that has not ended */ readonly duty: string | null;
  /** levels of the instruments in force that it, or its duty, rests on */ readonly levels: readonly string[];
};
/** Acts of collection under way of items of these names or elements, with what each rests on. 收集同一信息项的机构 */
export const collectors = statement<CollectorsParams, CollectorsRow, 'many'>(
  'collection/collectors',
  { mode: 'read', rows: 'many', params: { names: '[String!]!', elements: '[String!]!', today: 'String!', now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', organization: 'String!', place: 'String', subject: 'String', item: 'String!', element: 'String', exemption: 'String', startedOn: 'String', duty: 'String', levels: '[String!]!' } },
  "CALL () {\n  UNWIND $names AS name\n  MATCH (i:Item {foldedName: name})\n  RETURN i\n  UNION\n  UNWIND $elements AS elementId\n  MATCH (e:Record {id: elementId})<-[:REALISES]-(i:Item)\n  RETURN i\n}\nMATCH (i)-[:ITEM_OF]->(c:Collection)\nWHERE i.current AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND c.owner IS NOT NULL\n  AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today) AND coalesce($sights.everything OR c.sight IN $sights.openAnywhere OR c.owner IN $sights.own OR c.place IN $sights.under OR (c.place IN $sights.city AND c.sight IN $sights.openInCity) OR c.id IN $sights.covered, false)\nOPTIONAL MATCH (c)-[:UNDER_DUTY]->(duty:Duty)\nWHERE (duty.endedOn IS NULL OR duty.endedOn > $today) AND (duty.retiredAt IS NULL OR duty.retiredAt > $now)\n  AND duty.owner = c.owner\nOPTIONAL MATCH (i)-[:REALISES]->(e:Element)\nRETURN c.id AS id, c.owner AS organization, c.place AS place, c.subject AS subject, i.name AS item, e.id AS element,\n  c.exemption AS exemption, c.startedOn AS startedOn, duty.id AS duty,\n  COLLECT {\n    UNWIND [c, duty] AS ground\n    MATCH (ground)-[:RESTS_ON]->(p:Provision)-[:OF_INSTRUMENT]->(law:Instrument)\n    WHERE (p.repealedOn IS NULL OR p.repealedOn > $today) AND (law.repealedOn IS NULL OR law.repealedOn > $today)\n    RETURN DISTINCT law.level\n  } AS levels",
);

/** What collection/discard-title-vectors is given. */
export type DiscardTitleVectorsParams = {
  readonly datasets: readonly string[];
};
/** A row of collection/discard-title-vectors. */
export type DiscardTitleVectorsRow = Record<never, never>;
/** Discards the vectors of titles of some datasets. 清除标题向量 */
export const discardTitleVectors = statement<DiscardTitleVectorsParams, DiscardTitleVectorsRow, 'none'>(
  'collection/discard-title-vectors',
  { mode: 'write', rows: 'none', params: { datasets: '[String!]!' }, row: {} },
  "UNWIND $datasets AS dataset\nMATCH (v:TitleVector {dataset: dataset})\nDELETE v",
);

/** What collection/find-elements is given. */
export type FindElementsParams = {
  /** folded */ readonly names: readonly string[];
};
/** A row of collection/find-elements. */
export type FindElementsRow = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[] | null;
};
/** Standard elements that go by any of these names. 按名称查数据元 */
export const findElements = statement<FindElementsParams, FindElementsRow, 'many'>(
  'collection/find-elements',
  { mode: 'read', rows: 'many', params: { names: '[String!]!' }, row: { id: 'String!', name: 'String!', aliases: '[String!]' } },
  "MATCH (e:Element)\nWHERE any(name IN e.names WHERE name IN $names)\nRETURN e.id AS id, e.name AS name, e.aliases AS aliases",
);

/** What collection/guarded-datasets is given. */
export type GuardedDatasetsParams = {
  readonly ids: readonly string[];
  /** lowest level of important data */ readonly level: number;
};
/** A row of collection/guarded-datasets. */
export type GuardedDatasetsRow = {
  readonly id: string;
};
/** Those of some datasets that are important or core data, declared or computed. 重要数据和核心数据 */
export const guardedDatasets = statement<GuardedDatasetsParams, GuardedDatasetsRow, 'many'>(
  'collection/guarded-datasets',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', level: 'Integer!' }, row: { id: 'String!' } },
  "UNWIND $ids AS id\nMATCH (d:Record {id: id})\nWHERE d.declaredLevel >= $level OR d.computedLevel >= $level\nRETURN d.id AS id",
);

/** What collection/move-title-vectors is given. */
export type MoveTitleVectorsParams = {
  /** each {dataset, from, to} */ readonly rows: readonly (object)[];
};
/** A row of collection/move-title-vectors. */
export type MoveTitleVectorsRow = Record<never, never>;
/** Moves vectors of titles from one shelf to another. 标题向量移架 */
export const moveTitleVectors = statement<MoveTitleVectorsParams, MoveTitleVectorsRow, 'none'>(
  'collection/move-title-vectors',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMATCH (v:TitleVector {dataset: row.dataset})\nREMOVE v:$(row.from)\nSET v.shelf = row.to\nSET v:$(row.to)",
);

/** What collection/nearest-titles is given. */
export type NearestTitlesParams = {
  readonly vector: readonly number[];
  /** that made the vector */ readonly model: string;
  readonly dimension: number;
  /** id of the place; null: anywhere */ readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** looked at of each shelf */ readonly most: number;
  readonly limit: number;
};
/** A row of collection/nearest-titles. */
export type NearestTitlesRow = {
  readonly id: string;
};
/** Published datasets whose titles are nearest in meaning to a vector, nearest first. Of each shelf all or nothing is open to the viewer, and only shelves that are open to him are asked: no cut depends on what he may not know of. 按语义查候选数据集 */
export const nearestTitles = statement<NearestTitlesParams, NearestTitlesRow, 'many'>(
  'collection/nearest-titles',
  { mode: 'read', rows: 'many', params: { vector: '[Float!]!', model: 'String!', dimension: 'Integer!', jurisdiction: 'String', now: 'Integer!', sights: 'Map!', most: 'Integer!', limit: 'Integer!' }, row: { id: 'String!' } },
  "MATCH (s:TitleShelf)\nWHERE s.model = $model AND s.dimension = $dimension AND ($jurisdiction IS NULL OR s.place = $jurisdiction) AND coalesce($sights.everything OR s.sight IN $sights.openAnywhere OR s.owner IN $sights.own OR s.place IN $sights.under OR (s.place IN $sights.city AND s.sight IN $sights.openInCity) OR s.id IN $sights.covered, false)\nCALL (s) {\n  CALL db.index.vector.queryNodes(s.name, $most, $vector) YIELD node AS v, score\n  MATCH (d:Record {id: v.dataset})\n  WHERE d.title = v.title AND d.sight = s.sight AND coalesce(d.place, '') = coalesce(s.place, '')\n    AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)\n  WITH d.id AS id, score\n  ORDER BY score DESC, id\n  LIMIT $limit\n  RETURN id, score\n}\nRETURN id\nORDER BY score DESC, id\nLIMIT $limit",
);

/** What collection/offers-by-element is given. */
export type OffersByElementParams = {
  /** ids */ readonly elements: readonly string[];
  /** id of the place; null: anywhere */ readonly jurisdiction: string | null;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/offers-by-element. */
export type OffersByElementRow = {
  readonly dataset: string;
  readonly subject: string | null;
  readonly area: string | null;
  readonly share: string | null;
  readonly item: string;
  readonly element: string;
  readonly itemShare: string | null;
};
/** Published datasets of a place that hold an item which realises one of these elements. 按数据元查可提供的信息项 */
export const offersByElement = statement<OffersByElementParams, OffersByElementRow, 'many'>(
  'collection/offers-by-element',
  { mode: 'read', rows: 'many', params: { elements: '[String!]!', jurisdiction: 'String', now: 'Integer!', sights: 'Map!' }, row: { dataset: 'String!', subject: 'String', area: 'String', share: 'String', item: 'String!', element: 'String!', itemShare: 'String' } },
  "UNWIND $elements AS elementId\nMATCH (e:Record {id: elementId})<-[:REALISES]-(i:Item)-[:ITEM_OF]->(d:Dataset)\nWHERE i.current AND ($jurisdiction IS NULL OR d.place = $jurisdiction)\n  AND d.state = 'PUBLISHED' AND (d.retiredAt IS NULL OR d.retiredAt > $now)\n  AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\nRETURN d.id AS dataset, d.subject AS subject, d.area AS area, d.share AS share,\n  i.name AS item, e.id AS element, i.share AS itemShare",
);

/** What collection/offers-by-name is given. */
export type OffersByNameParams = {
  /** folded */ readonly names: readonly string[];
  /** id of the place; null: anywhere */ readonly jurisdiction: string | null;
  /** classes of sight of published datasets */ readonly published: readonly string[];
  /** whether subject and area are wanted */ readonly kind: boolean;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/offers-by-name. */
export type OffersByNameRow = {
  readonly dataset: string;
  readonly subject: string | null;
  readonly area: string | null;
  readonly share: string | null;
  /** each {name, share}; the name folded */ readonly items: readonly (Readonly<Record<string, unknown>>)[];
};
/** Published datasets of a place that hold items of these names, each with those items. Most items of a name lie elsewhere, so the place is asked before anything else; the class of sight tells of a node that it is a published dataset. 按名称查可提供的信息项 */
export const offersByName = statement<OffersByNameParams, OffersByNameRow, 'many'>(
  'collection/offers-by-name',
  { mode: 'read', rows: 'many', params: { names: '[String!]!', jurisdiction: 'String', published: '[String!]!', kind: 'Boolean!', now: 'Integer!', sights: 'Map!' }, row: { dataset: 'String!', subject: 'String', area: 'String', share: 'String', items: '[Map!]!' } },
  "UNWIND $names AS name\nMATCH (i:Item {foldedName: name})-[:ITEM_OF]->(d)\nWITH name, i, d, d.place AS place\nWHERE $jurisdiction IS NULL OR place = $jurisdiction\nWITH name, i, d, d.sight AS sight\nWHERE sight IN $published AND i.current AND coalesce(d.retiredAt > $now, true) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\nWITH d, collect({name: name, share: i.share}) AS items\nRETURN d.id AS dataset, CASE WHEN $kind THEN d.subject END AS subject, CASE WHEN $kind THEN d.area END AS area,\n  d.share AS share, items",
);

/** What collection/page-title-vectors is given. */
export type PageTitleVectorsParams = {
  /** id of the last dataset of the page before; empty for the first page */ readonly after: string;
  readonly size: number;
};
/** A row of collection/page-title-vectors. */
export type PageTitleVectorsRow = {
  readonly dataset: string;
  /** that it was made from */ readonly title: string;
  readonly shelf: string;
};
/** One page of the vectors of titles, in order of dataset, without the vectors themselves. 标题向量分页 */
export const pageTitleVectors = statement<PageTitleVectorsParams, PageTitleVectorsRow, 'many'>(
  'collection/page-title-vectors',
  { mode: 'read', rows: 'many', params: { after: 'String!', size: 'Integer!' }, row: { dataset: 'String!', title: 'String!', shelf: 'String!' } },
  "MATCH (v:TitleVector)\nWHERE v.dataset > $after\nWITH v ORDER BY v.dataset LIMIT $size\nRETURN v.dataset AS dataset, v.title AS title, v.shelf AS shelf\nORDER BY dataset",
);

/** What collection/place-code is given. */
export type PlaceCodeParams = {
  readonly jurisdiction: string;
};
/** A row of collection/place-code. */
export type PlaceCodeRow = {
  readonly code: string | null;
  readonly name: string;
  readonly outerCode: string | null;
};
/** The division code of a place, its name, and the code of the place it lies in. 行政区划代码 */
export const placeCode = statement<PlaceCodeParams, PlaceCodeRow, 'maybe'>(
  'collection/place-code',
  { mode: 'read', rows: 'maybe', params: { jurisdiction: 'String!' }, row: { code: 'String', name: 'String!', outerCode: 'String' } },
  "MATCH (j:Record {id: $jurisdiction})\nWHERE j:Jurisdiction\nRETURN j.gbCode AS code, j.name AS name,\n  head([(j)-[:PART_OF|LOCATED_IN]->(outer) WHERE outer.gbCode IS NOT NULL | outer.gbCode]) AS outerCode",
);

/** What collection/place-of is given. */
export type PlaceOfParams = {
  readonly organization: string;
};
/** A row of collection/place-of. */
export type PlaceOfRow = {
  readonly jurisdiction: string | null;
  /** division code */ readonly code: string | null;
  readonly name: string;
};
/** The jurisdiction an organization belongs to. 机构所属行政区 */
export const placeOf = statement<PlaceOfParams, PlaceOfRow, 'maybe'>(
  'collection/place-of',
  { mode: 'read', rows: 'maybe', params: { organization: 'String!' }, row: { jurisdiction: 'String', code: 'String', name: 'String!' } },
  "MATCH (o:Record {id: $organization})\nWHERE o:Organization\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(j:Jurisdiction)\nRETURN j.id AS jurisdiction, j.gbCode AS code, o.name AS name",
);

/** What collection/provider-claims is given. */
export type ProviderClaimsParams = {
  readonly ids: readonly string[];
  /** YYYY-MM-DD */ readonly today: string;
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/provider-claims. */
export type ProviderClaimsRow = {
  readonly id: string;
  readonly organization: string;
  readonly place: string | null;
  readonly subject: string | null;
  /** of the collections, where they say one */ readonly exemptions: readonly string[];
  /** the earliest of the collections */ readonly startedOn: string | null;
  /** id of a duty of that organization that has not ended */ readonly duty: string | null;
  /** levels of the instruments in force that it, or its duty, rests on */ readonly levels: readonly string[];
};
/** Datasets with who provides each, what that rests on, and the acts of collection that it is gathered by. 提供单位及其依据 */
export const providerClaims = statement<ProviderClaimsParams, ProviderClaimsRow, 'many'>(
  'collection/provider-claims',
  { mode: 'read', rows: 'many', params: { ids: '[String!]!', today: 'String!', now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', organization: 'String!', place: 'String', subject: 'String', exemptions: '[String!]!', startedOn: 'String', duty: 'String', levels: '[String!]!' } },
  "UNWIND $ids AS id\nMATCH (d:Record {id: id})\nWHERE d:Dataset AND d.owner IS NOT NULL AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\nOPTIONAL MATCH (d)-[:UNDER_DUTY]->(duty:Duty)\nWHERE (duty.endedOn IS NULL OR duty.endedOn > $today) AND (duty.retiredAt IS NULL OR duty.retiredAt > $now)\n  AND duty.owner = d.owner\nWITH d, duty, COLLECT {\n  MATCH (d)<-[f:FLOWS_TO {kind: 'COLLECTED'}]-(c:Collection)\n  WHERE f.retiredAt IS NULL AND c.owner = d.owner AND (c.retiredAt IS NULL OR c.retiredAt > $now) AND coalesce($sights.everything OR c.sight IN $sights.openAnywhere OR c.owner IN $sights.own OR c.place IN $sights.under OR (c.place IN $sights.city AND c.sight IN $sights.openInCity) OR c.id IN $sights.covered, false)\n    AND c.startedOn <= $today AND (c.endedOn IS NULL OR c.endedOn > $today)\n  RETURN DISTINCT c\n} AS collections\nRETURN d.id AS id, d.owner AS organization, d.place AS place, d.subject AS subject,\n  [c IN collections WHERE c.exemption IS NOT NULL | c.exemption] AS exemptions,\n  reduce(first = null, c IN collections | CASE WHEN first IS NULL OR c.startedOn < first THEN c.startedOn ELSE first END) AS startedOn,\n  duty.id AS duty,\n  COLLECT {\n    UNWIND [d, duty] AS ground\n    MATCH (ground)-[:RESTS_ON]->(p:Provision)-[:OF_INSTRUMENT]->(law:Instrument)\n    WHERE (p.repealedOn IS NULL OR p.repealedOn > $today) AND (law.repealedOn IS NULL OR law.repealedOn > $today)\n    RETURN DISTINCT law.level\n  } AS levels",
);

/** What collection/put-up-title-shelf is given. */
export type PutUpTitleShelfParams = {
  readonly name: string;
  readonly model: string;
  readonly dimension: number;
  /** class of what stands on it, see identity/sight-classes.ts */ readonly sight: string;
  /** id of the jurisdiction that it lies in */ readonly place: string | null;
};
/** A row of collection/put-up-title-shelf. */
export type PutUpTitleShelfRow = Record<never, never>;
/** Puts up a shelf for vectors of titles, once its index is there. 设立标题向量书架 */
export const putUpTitleShelf = statement<PutUpTitleShelfParams, PutUpTitleShelfRow, 'none'>(
  'collection/put-up-title-shelf',
  { mode: 'write', rows: 'none', params: { name: 'String!', model: 'String!', dimension: 'Integer!', sight: 'String!', place: 'String' }, row: {} },
  "MERGE (s:TitleShelf {name: $name})\nSET s.model = $model, s.dimension = $dimension, s.sight = $sight, s.place = $place",
);

/** What collection/returning-backflows is given. */
export type ReturningBackflowsParams = {
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/returning-backflows. */
export type ReturningBackflowsRow = {
  readonly id: string;
  readonly items: readonly string[];
  /** id of the coordinator's place */ readonly place: string;
};
/** Backflows that are agreed or returning, with their agreed items and where they are coordinated. 已商定的回流 */
export const returningBackflows = statement<ReturningBackflowsParams, ReturningBackflowsRow, 'many'>(
  'collection/returning-backflows',
  { mode: 'read', rows: 'many', params: { now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', items: '[String!]!', place: 'String!' } },
  "MATCH (b:Backflow)\nWHERE b.state IN ['AGREED', 'RETURNING'] AND (b.retiredAt IS NULL OR b.retiredAt > $now) AND coalesce($sights.everything OR b.sight IN $sights.openAnywhere OR b.owner IN $sights.own OR b.place IN $sights.under OR (b.place IN $sights.city AND b.sight IN $sights.openInCity) OR b.id IN $sights.covered, false)\n  AND b.place IS NOT NULL\nRETURN b.id AS id, b.itemNames AS items, b.place AS place",
);

/** What collection/shelve-title-vectors is given. */
export type ShelveTitleVectorsParams = {
  /** each {dataset, title, shelf, vector} */ readonly rows: readonly (object)[];
};
/** A row of collection/shelve-title-vectors. */
export type ShelveTitleVectorsRow = Record<never, never>;
/** Puts vectors of titles on their shelves; the label of the shelf is what its index holds. 标题向量入架 */
export const shelveTitleVectors = statement<ShelveTitleVectorsParams, ShelveTitleVectorsRow, 'none'>(
  'collection/shelve-title-vectors',
  { mode: 'write', rows: 'none', params: { rows: '[Map!]!' }, row: {} },
  "UNWIND $rows AS row\nMERGE (v:TitleVector {dataset: row.dataset})\nSET v.title = row.title, v.shelf = row.shelf, v.vector = [number IN row.vector | toFloat(number)]\nSET v:$(row.shelf)",
);

/** What collection/successions is given. */
export type SuccessionsParams = Record<never, never>;
/** A row of collection/successions. */
export type SuccessionsRow = {
  /** the former one */ readonly a: string;
  /** the one that took over */ readonly b: string;
};
/** Which organization took over from which, as is on record. 登记的机构承接 */
export const successions = statement<SuccessionsParams, SuccessionsRow, 'many'>(
  'collection/successions',
  { mode: 'read', rows: 'many', params: {}, row: { a: 'String!', b: 'String!' } },
  "MATCH (o:Organization)-[:SUCCEEDED_BY]->(s:Organization)\nWHERE o.content IS NOT NULL AND s.content IS NOT NULL\nRETURN o.id AS a, s.id AS b",
);

/** What collection/take-down-title-shelf is given. */
export type TakeDownTitleShelfParams = {
  readonly name: string;
};
/** A row of collection/take-down-title-shelf. */
export type TakeDownTitleShelfRow = Record<never, never>;
/** Takes down a shelf; nothing may stand on it any more. 撤除标题向量书架 */
export const takeDownTitleShelf = statement<TakeDownTitleShelfParams, TakeDownTitleShelfRow, 'none'>(
  'collection/take-down-title-shelf',
  { mode: 'write', rows: 'none', params: { name: 'String!' }, row: {} },
  "MATCH (s:TitleShelf {name: $name})\nDELETE s",
);

/** What collection/title-shelves is given. */
export type TitleShelvesParams = Record<never, never>;
/** A row of collection/title-shelves. */
export type TitleShelvesRow = {
  readonly name: string;
  readonly model: string;
  readonly dimension: number;
};
/** Shelves on which vectors of titles stand. 标题向量书架 */
export const titleShelves = statement<TitleShelvesParams, TitleShelvesRow, 'many'>(
  'collection/title-shelves',
  { mode: 'read', rows: 'many', params: {}, row: { name: 'String!', model: 'String!', dimension: 'Integer!' } },
  "MATCH (s:TitleShelf)\nRETURN s.name AS name, s.model AS model, s.dimension AS dimension",
);

/** What collection/title-vectors-of is given. */
export type TitleVectorsOfParams = {
  readonly datasets: readonly string[];
};
/** A row of collection/title-vectors-of. */
export type TitleVectorsOfRow = {
  readonly dataset: string;
  /** that it was made from */ readonly title: string;
  readonly shelf: string;
};
/** The vectors of titles of some datasets, without the vectors themselves. 数据集的标题向量 */
export const titleVectorsOf = statement<TitleVectorsOfParams, TitleVectorsOfRow, 'many'>(
  'collection/title-vectors-of',
  { mode: 'read', rows: 'many', params: { datasets: '[String!]!' }, row: { dataset: 'String!', title: 'String!', shelf: 'String!' } },
  "UNWIND $datasets AS dataset\nMATCH (v:TitleVector {dataset: dataset})\nRETURN v.dataset AS dataset, v.title AS title, v.shelf AS shelf",
);

/** What collection/titles-basis is given. */
export type TitlesBasisParams = Record<never, never>;
/** A row of collection/titles-basis. */
export type TitlesBasisRow = {
  readonly loads: number;
  /** when the last load was opened, epoch milliseconds */ readonly opened: number | null;
  /** when a place was recorded last */ readonly placed: number | null;
};
/** What must be unchanged for the moments of recording to tell which datasets changed: loads, and places. 变动依据 */
export const titlesBasis = statement<TitlesBasisParams, TitlesBasisRow, 'one'>(
  'collection/titles-basis',
  { mode: 'read', rows: 'one', params: {}, row: { loads: 'Integer!', opened: 'Integer', placed: 'Integer' } },
  "MATCH (l:Load)\nWITH count(l) AS loads, max(l.openedAt) AS opened\nOPTIONAL MATCH (j:Jurisdiction)\nRETURN loads, opened, max(j.recordedAt) AS placed",
);

/** What collection/titles-since is given. */
export type TitlesSinceParams = {
  /** epoch milliseconds */ readonly since: number;
};
/** A row of collection/titles-since. */
export type TitlesSinceRow = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  /** epoch milliseconds */ readonly retiredAt: number | null;
  readonly sight: string;
  readonly owner: string | null;
  readonly organization: string | null;
  /** id of the jurisdiction it lies in */ readonly place: string | null;
  readonly agency: string | null;
  /** division code of the place whose catalog it stands in */ readonly home: string | null;
  readonly area: string | null;
  readonly subject: string | null;
  readonly columns: readonly string[] | null;
};
/** Datasets recorded after a moment, and those of organizations recorded after it, as duplicates are looked for in them. 变动的目录条目 */
export const titlesSince = statement<TitlesSinceParams, TitlesSinceRow, 'many'>(
  'collection/titles-since',
  { mode: 'read', rows: 'many', params: { since: 'Integer!' }, row: { id: 'String!', title: 'String!', state: 'String!', retiredAt: 'Integer', sight: 'String!', owner: 'String', organization: 'String', place: 'String', agency: 'String', home: 'String', area: 'String', subject: 'String', columns: '[String!]' } },
  "CALL () {\n  MATCH (d:Dataset)\n  WHERE d.recordedAt > $since\n  RETURN d\n  UNION\n  MATCH (o:Organization)\n  WHERE o.recordedAt > $since\n  MATCH (d:Record {owner: o.id})\n  USING INDEX d:Record(owner)\n  WHERE d:Dataset\n  RETURN d\n}\nOPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)\nOPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)\nRETURN d.id AS id, d.title AS title, d.state AS state, d.retiredAt AS retiredAt, d.sight AS sight, d.owner AS owner,\n  o.id AS organization, d.place AS place, o.name AS agency, coalesce(own.gbCode, place.gbCode) AS home,\n  d.area AS area, d.subject AS subject, d.itemNames AS columns",
);

/** What collection/titles is given. */
export type TitlesParams = {
  /** title of the last one of the page before; empty for the first page */ readonly after: string;
  readonly afterId: string;
  readonly size: number;
};
/** A row of collection/titles. */
export type TitlesRow = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  /** epoch milliseconds */ readonly retiredAt: number | null;
  readonly sight: string;
  readonly owner: string | null;
  readonly organization: string | null;
  /** id of the jurisdiction it lies in */ readonly place: string | null;
  readonly agency: string | null;
  /** division code of the place whose catalog it stands in */ readonly home: string | null;
  readonly area: string | null;
  readonly subject: string | null;
  readonly columns: readonly string[] | null;
};
/** One page of the catalog in order of title, as duplicates are looked for in it. 查重用的目录条目 */
export const titles = statement<TitlesParams, TitlesRow, 'many'>(
  'collection/titles',
  { mode: 'read', rows: 'many', params: { after: 'String!', afterId: 'String!', size: 'Integer!' }, row: { id: 'String!', title: 'String!', state: 'String!', retiredAt: 'Integer', sight: 'String!', owner: 'String', organization: 'String', place: 'String', agency: 'String', home: 'String', area: 'String', subject: 'String', columns: '[String!]' } },
  "MATCH (d:Dataset)\nUSING INDEX d:Dataset(title, id)\nWHERE d.title >= $after AND (d.title > $after OR d.id > $afterId) AND d.id IS NOT NULL\nWITH d ORDER BY d.title, d.id LIMIT $size\nOPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(o:Organization)\nOPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own:Jurisdiction)\nOPTIONAL MATCH (o)-[:IN_JURISDICTION]->(place:Jurisdiction)\nRETURN d.id AS id, d.title AS title, d.state AS state, d.retiredAt AS retiredAt, d.sight AS sight, d.owner AS owner,\n  o.id AS organization, d.place AS place, o.name AS agency, coalesce(own.gbCode, place.gbCode) AS home,\n  d.area AS area, d.subject AS subject, d.itemNames AS columns\nORDER BY title, id",
);

/** What collection/verdicts is given. */
export type VerdictsParams = {
  /** epoch milliseconds */ readonly now: number;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
};
/** A row of collection/verdicts. */
export type VerdictsRow = {
  readonly id: string;
  readonly content: string;
  readonly recordedAt: number;
  readonly dataset: string;
  readonly title: string;
  readonly items: readonly string[] | null;
  readonly subject: string | null;
  readonly area: string | null;
  readonly period: string | null;
};
/** Verdicts on pairs of datasets, with what each dataset says today of what it is judged by. 重复认定 */
export const verdicts = statement<VerdictsParams, VerdictsRow, 'many'>(
  'collection/verdicts',
  { mode: 'read', rows: 'many', params: { now: 'Integer!', sights: 'Map!' }, row: { id: 'String!', content: 'String!', recordedAt: 'Integer!', dataset: 'String!', title: 'String!', items: '[String!]', subject: 'String', area: 'String', period: 'String' } },
  "MATCH (v:Verdict)\nWHERE (v.retiredAt IS NULL OR v.retiredAt > $now) AND coalesce($sights.everything OR v.sight IN $sights.openAnywhere OR v.owner IN $sights.own OR v.place IN $sights.under OR (v.place IN $sights.city AND v.sight IN $sights.openInCity) OR v.id IN $sights.covered, false)\nMATCH (v)-[:JUDGES]->(d:Dataset)\nRETURN v.id AS id, v.content AS content, v.recordedAt AS recordedAt, d.id AS dataset, d.title AS title,\n  d.itemNames AS items, d.subject AS subject, d.area AS area, d.period AS period",
);
