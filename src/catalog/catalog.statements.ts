// Generated from cypher/catalog by npm run generate. Do not edit.

import { statement } from '../graph/statement.ts';

/** What catalog/browse-datasets-of-databases is given. */
export type BrowseDatasetsOfDatabasesParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** of the last one seen; empty: from the first on */ readonly afterTitle: string;
  readonly afterId: string;
  readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/browse-datasets-of-databases. */
export type BrowseDatasetsOfDatabasesRow = {
  readonly id: string;
  readonly title: string;
};
/** Datasets that are aggregated into some databases, by title, ties by id; where no organizations are asked. 按数据库浏览目录 */
export const browseDatasetsOfDatabases = statement<BrowseDatasetsOfDatabasesParams, BrowseDatasetsOfDatabasesRow, 'many'>(
  'catalog/browse-datasets-of-databases',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', afterTitle: 'String!', afterId: 'String!', limit: 'Integer!' }, row: { id: 'String!', title: 'String!' }, inline: ["eras"] },
  "UNWIND $sieve.databases AS database\nMATCH (:Asset {id: database})<-[f:{{eras}} {kind: 'AGGREGATED'}]-(d:Dataset)\nWHERE f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n  AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\nWITH DISTINCT d\nWHERE d.title >= $afterTitle AND (d.title > $afterTitle OR d.id > $afterId)\n  AND (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\nRETURN d.id AS id, d.title AS title\nORDER BY title, id LIMIT $limit",
);

/** What catalog/browse-datasets-of-organizations is given. */
export type BrowseDatasetsOfOrganizationsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** of the last one seen; empty: from the first on */ readonly afterTitle: string;
  readonly afterId: string;
  readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/browse-datasets-of-organizations. */
export type BrowseDatasetsOfOrganizationsRow = {
  readonly id: string;
  readonly title: string;
};
/** Datasets that some organizations answer for, by title, ties by id. 按单位浏览目录 */
export const browseDatasetsOfOrganizations = statement<BrowseDatasetsOfOrganizationsParams, BrowseDatasetsOfOrganizationsRow, 'many'>(
  'catalog/browse-datasets-of-organizations',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', afterTitle: 'String!', afterId: 'String!', limit: 'Integer!' }, row: { id: 'String!', title: 'String!' }, inline: ["eras"] },
  "UNWIND $sieve.organizations AS organization\nMATCH (:Record {id: organization})<-[:ANSWERED_FOR_BY]-(d:Dataset)\nWHERE d.title >= $afterTitle AND (d.title > $afterTitle OR d.id > $afterId)\n  AND (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nRETURN d.id AS id, d.title AS title\nORDER BY title, id LIMIT $limit",
);

/** What catalog/browse-datasets is given. */
export type BrowseDatasetsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** of the last one seen; empty: from the first on */ readonly afterTitle: string;
  readonly afterId: string;
  readonly limit: number;
};
/** A row of catalog/browse-datasets. */
export type BrowseDatasetsRow = {
  readonly id: string;
  readonly title: string;
};
/** Datasets by title, ties by id, walked along the index; where neither organizations nor databases are asked. 目录浏览 */
export const browseDatasets = statement<BrowseDatasetsParams, BrowseDatasetsRow, 'many'>(
  'catalog/browse-datasets',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', afterTitle: 'String!', afterId: 'String!', limit: 'Integer!' }, row: { id: 'String!', title: 'String!' } },
  "MATCH (d:Dataset)\nUSING INDEX d:Dataset(title, id)\nWHERE d.title >= $afterTitle AND (d.title > $afterTitle OR d.id > $afterId)\n  AND d.id IS NOT NULL AND (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\nRETURN d.id AS id, d.title AS title\nORDER BY title, id LIMIT $limit",
);

/** What catalog/count-all-datasets is given. */
export type CountAllDatasetsParams = {
  readonly now: number;
};
/** A row of catalog/count-all-datasets. */
export type CountAllDatasetsRow = {
  readonly count: number;
};
/** How many datasets there are that are not retired; by itself, because it is asked most and needs no filter. 目录条目总数 */
export const countAllDatasets = statement<CountAllDatasetsParams, CountAllDatasetsRow, 'one'>(
  'catalog/count-all-datasets',
  { mode: 'read', rows: 'one', params: { now: 'Integer!' }, row: { count: 'Integer!' } },
  "MATCH (:Dataset)\nWITH count(*) AS written\nOPTIONAL MATCH (d:Dataset)\nWHERE d.retiredAt <= $now\nWITH written, count(d) AS retired\nRETURN written - retired AS count",
);

/** What catalog/count-datasets is given. */
export type CountDatasetsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/count-datasets. */
export type CountDatasetsRow = {
  readonly count: number;
};
/** How many datasets pass the filters. 目录条目数 */
export const countDatasets = statement<CountDatasetsParams, CountDatasetsRow, 'one'>(
  'catalog/count-datasets',
  { mode: 'read', rows: 'one', params: { sieve: 'Map!', sights: 'Map!' }, row: { count: 'Integer!' }, inline: ["eras"] },
  "CALL () {\n  WITH 1 AS one WHERE $sieve.organizations IS NOT NULL\n  UNWIND $sieve.organizations AS organization\n  MATCH (:Record {id: organization})<-[:ANSWERED_FOR_BY]-(d:Dataset)\n  RETURN d\n  UNION ALL\n  WITH 1 AS one WHERE $sieve.organizations IS NULL AND $sieve.databases IS NOT NULL\n  UNWIND $sieve.databases AS database\n  MATCH (:Asset {id: database})<-[:{{eras}}]-(d:Dataset)\n  RETURN DISTINCT d\n  UNION ALL\n  WITH 1 AS one WHERE $sieve.organizations IS NULL AND $sieve.databases IS NULL\n  MATCH (d:Dataset)\n  RETURN d\n}\nWITH d\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nRETURN count(*) AS count",
);

/** What catalog/count-hits is given. */
export type CountHitsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** Lucene text, made by search-text.ts */ readonly text: string;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/count-hits. */
export type CountHitsRow = {
  readonly count: number;
};
/** How many datasets a full-text question finds. 检索命中数 */
export const countHits = statement<CountHitsParams, CountHitsRow, 'one'>(
  'catalog/count-hits',
  { mode: 'read', rows: 'one', params: { sieve: 'Map!', sights: 'Map!', text: 'String!' }, row: { count: 'Integer!' }, inline: ["eras"] },
  "CALL db.index.fulltext.queryNodes('dataset_text', $text) YIELD node AS d\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.organizations IS NULL OR EXISTS { (d)-[:ANSWERED_FOR_BY]->(o) WHERE o.id IN $sieve.organizations })\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nRETURN count(*) AS count",
);

/** What catalog/facet-datasets is given. */
export type FacetDatasetsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/facet-datasets. */
export type FacetDatasetsRow = {
  /** share, open, cycle, level, state, theme, organization, jurisdiction */ readonly facet: string;
  /** each {value, count}, most first; 20 organizations, 100 of any other */ readonly values: readonly (Readonly<Record<string, unknown>>)[];
};
/** What the datasets that pass the filters are like, counted. 目录分面 */
export const facetDatasets = statement<FacetDatasetsParams, FacetDatasetsRow, 'many'>(
  'catalog/facet-datasets',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!' }, row: { facet: 'String!', values: '[Map!]!' }, inline: ["eras"] },
  "CALL () {\n  WITH 1 AS one WHERE $sieve.organizations IS NOT NULL\n  UNWIND $sieve.organizations AS organization\n  MATCH (:Record {id: organization})<-[:ANSWERED_FOR_BY]-(d:Dataset)\n  RETURN d\n  UNION ALL\n  WITH 1 AS one WHERE $sieve.organizations IS NULL AND $sieve.databases IS NOT NULL\n  UNWIND $sieve.databases AS database\n  MATCH (:Asset {id: database})<-[:{{eras}}]-(d:Dataset)\n  RETURN DISTINCT d\n  UNION ALL\n  WITH 1 AS one WHERE $sieve.organizations IS NULL AND $sieve.databases IS NULL\n  MATCH (d:Dataset)\n  RETURN d\n}\nWITH d\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nWITH collect(d) AS hits\nCALL (hits) {\n  UNWIND hits AS d\n  WITH d.share AS share, d.open AS open, d.cycle AS cycle, d.level AS level, d.state AS state, d.theme AS theme,\n    count(*) AS number\n  WITH collect([share, open, cycle, toString(level), state, theme, number]) AS groups\n  UNWIND range(0, 5) AS i\n  UNWIND groups AS group\n  RETURN ['share', 'open', 'cycle', 'level', 'state', 'theme'][i] AS facet, group[i] AS value, sum(group[6]) AS count\n  UNION ALL\n  UNWIND hits AS d\n  OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(organization)\n  OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own)\n  WITH organization, own, count(*) AS number\n  OPTIONAL MATCH (organization)-[:IN_JURISDICTION]->(provider)\n  WITH collect([organization.id, coalesce(own.id, provider.id), number]) AS groups\n  UNWIND range(0, 1) AS i\n  UNWIND groups AS group\n  RETURN ['organization', 'jurisdiction'][i] AS facet, group[i] AS value, sum(group[2]) AS count\n}\nWITH facet, value, count ORDER BY count DESC, value\nWITH facet, collect({value: value, count: count}) AS values\nRETURN facet, values[..CASE facet WHEN 'organization' THEN 20 ELSE 100 END] AS values",
);

/** What catalog/facet-hits is given. */
export type FacetHitsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** Lucene text, made by search-text.ts */ readonly text: string;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/facet-hits. */
export type FacetHitsRow = {
  /** share, open, cycle, level, state, theme, organization, jurisdiction */ readonly facet: string;
  /** each {value, count}, most first; 20 organizations, 100 of any other */ readonly values: readonly (Readonly<Record<string, unknown>>)[];
};
/** What the datasets that a full-text question finds are like, counted. 检索分面 */
export const facetHits = statement<FacetHitsParams, FacetHitsRow, 'many'>(
  'catalog/facet-hits',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', text: 'String!' }, row: { facet: 'String!', values: '[Map!]!' }, inline: ["eras"] },
  "CALL db.index.fulltext.queryNodes('dataset_text', $text) YIELD node AS d\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.organizations IS NULL OR EXISTS { (d)-[:ANSWERED_FOR_BY]->(o) WHERE o.id IN $sieve.organizations })\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nWITH collect(d) AS hits\nCALL (hits) {\n  UNWIND hits AS d\n  WITH d.share AS share, d.open AS open, d.cycle AS cycle, d.level AS level, d.state AS state, d.theme AS theme,\n    count(*) AS number\n  WITH collect([share, open, cycle, toString(level), state, theme, number]) AS groups\n  UNWIND range(0, 5) AS i\n  UNWIND groups AS group\n  RETURN ['share', 'open', 'cycle', 'level', 'state', 'theme'][i] AS facet, group[i] AS value, sum(group[6]) AS count\n  UNION ALL\n  UNWIND hits AS d\n  OPTIONAL MATCH (d)-[:ANSWERED_FOR_BY]->(organization)\n  OPTIONAL MATCH (d)-[:IN_JURISDICTION]->(own)\n  WITH organization, own, count(*) AS number\n  OPTIONAL MATCH (organization)-[:IN_JURISDICTION]->(provider)\n  WITH collect([organization.id, coalesce(own.id, provider.id), number]) AS groups\n  UNWIND range(0, 1) AS i\n  UNWIND groups AS group\n  RETURN ['organization', 'jurisdiction'][i] AS facet, group[i] AS value, sum(group[2]) AS count\n}\nWITH facet, value, count ORDER BY count DESC, value\nWITH facet, collect({value: value, count: count}) AS values\nRETURN facet, values[..CASE facet WHEN 'organization' THEN 20 ELSE 100 END] AS values",
);

/** What catalog/search-datasets is given. */
export type SearchDatasetsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** Lucene text, made by search-text.ts */ readonly text: string;
  /** of the last one seen; null: from the best on */ readonly afterScore: number | null;
  readonly afterId: string | null;
  readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/search-datasets. */
export type SearchDatasetsRow = {
  readonly id: string;
  readonly score: number;
  readonly title: string;
  readonly code: string | null;
  readonly key: string;
  readonly keywords: readonly string[] | null;
  readonly itemNames: readonly string[] | null;
  readonly theme: string | null;
  readonly abstract: string | null;
};
/** Datasets that a full-text question finds, best first, ties by id. 目录检索 */
export const searchDatasets = statement<SearchDatasetsParams, SearchDatasetsRow, 'many'>(
  'catalog/search-datasets',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', text: 'String!', afterScore: 'Float', afterId: 'String', limit: 'Integer!' }, row: { id: 'String!', score: 'Float!', title: 'String!', code: 'String', key: 'String!', keywords: '[String!]', itemNames: '[String!]', theme: 'String', abstract: 'String' }, inline: ["eras"] },
  "CALL db.index.fulltext.queryNodes('dataset_text', $text) YIELD node AS d, score\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($afterScore IS NULL OR score < $afterScore OR score = $afterScore AND d.id > $afterId)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.organizations IS NULL OR EXISTS { (d)-[:ANSWERED_FOR_BY]->(o) WHERE o.id IN $sieve.organizations })\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nWITH d, score ORDER BY score DESC, d.id LIMIT $limit\nRETURN d.id AS id, score, d.title AS title, d.code AS code, d.key AS key, d.keywords AS keywords,\n  d.itemNames AS itemNames, d.theme AS theme, d.abstract AS abstract\nORDER BY score DESC, id",
);

/** What catalog/search-open-datasets is given. */
export type SearchOpenDatasetsParams = {
  /** filters and moments, see sieve.ts; in one map, so that there is one plan whatever is asked */ readonly sieve: object;
  /** what the viewer may see, see identity/sights.ts */ readonly sights: object;
  /** Lucene text, made by search-text.ts */ readonly text: string;
  /** words and pairs of characters of what was typed, folded */ readonly pieces: readonly string[];
  /** of the last one seen; null: from the best on */ readonly afterScore: number | null;
  readonly afterId: string | null;
  readonly limit: number;
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
};
/** A row of catalog/search-open-datasets. */
export type SearchOpenDatasetsRow = {
  readonly id: string;
  readonly score: number;
  readonly title: string;
  readonly code: string | null;
  readonly key: string;
  readonly keywords: readonly string[] | null;
  readonly itemNames: readonly string[] | null;
  readonly theme: string | null;
  readonly abstract: string | null;
};
/** Datasets of a full-text question for a viewer who does not see all: ranked by what each one says itself, never by how rare a word is in the whole catalog, which would tell of what he does not see. 检索（按可见内容排序） */
export const searchOpenDatasets = statement<SearchOpenDatasetsParams, SearchOpenDatasetsRow, 'many'>(
  'catalog/search-open-datasets',
  { mode: 'read', rows: 'many', params: { sieve: 'Map!', sights: 'Map!', text: 'String!', pieces: '[String!]!', afterScore: 'Float', afterId: 'String', limit: 'Integer!' }, row: { id: 'String!', score: 'Float!', title: 'String!', code: 'String', key: 'String!', keywords: '[String!]', itemNames: '[String!]', theme: 'String', abstract: 'String' }, inline: ["eras"] },
  "CALL db.index.fulltext.queryNodes('dataset_text', $text) YIELD node AS d\nWHERE (d.retiredAt IS NULL OR d.retiredAt > $sieve.now) AND coalesce($sights.everything OR d.sight IN $sights.openAnywhere OR d.owner IN $sights.own OR d.place IN $sights.under OR (d.place IN $sights.city AND d.sight IN $sights.openInCity) OR d.id IN $sights.covered, false)\n  AND ($sieve.share IS NULL OR d.share IN $sieve.share) AND ($sieve.open IS NULL OR d.open IN $sieve.open)\n  AND ($sieve.cycle IS NULL OR d.cycle IN $sieve.cycle) AND ($sieve.level IS NULL OR d.level IN $sieve.level)\n  AND ($sieve.theme IS NULL OR d.theme IN $sieve.theme) AND ($sieve.state IS NULL OR d.state IN $sieve.state)\n  AND ($sieve.organizations IS NULL OR EXISTS { (d)-[:ANSWERED_FOR_BY]->(o) WHERE o.id IN $sieve.organizations })\n  AND ($sieve.jurisdictions IS NULL OR coalesce(\n    head([(d)-[:IN_JURISDICTION]->(j) | j.id]),\n    head([(d)-[:ANSWERED_FOR_BY]->()-[:IN_JURISDICTION]->(j) | j.id])\n  ) IN $sieve.jurisdictions)\n  AND ($sieve.databases IS NULL OR EXISTS {\n    (d)-[f:{{eras}} {kind: 'AGGREGATED'}]->(b:Database)\n    WHERE b.id IN $sieve.databases AND f.validFrom <= $sieve.asOf AND (f.validTo IS NULL OR f.validTo > $sieve.asOf)\n      AND f.recordedAt <= $sieve.knownAt AND (f.retiredAt IS NULL OR f.retiredAt > $sieve.knownAt)\n  })\nWITH d, 1.0 / (1 + size(d.title)) + reduce(sum = 0.0, piece IN $pieces | sum\n  + CASE WHEN toLower(d.title) CONTAINS piece THEN 10 ELSE 0 END\n  + CASE WHEN toLower(coalesce(d.code, '')) STARTS WITH piece OR toLower(d.key) STARTS WITH piece THEN 6 ELSE 0 END\n  + CASE WHEN any(word IN d.keywords WHERE toLower(word) CONTAINS piece) THEN 4 ELSE 0 END\n  + CASE WHEN any(name IN d.itemNames WHERE toLower(name) CONTAINS piece) THEN 3 ELSE 0 END\n  + CASE WHEN toLower(coalesce(d.theme, '')) CONTAINS piece THEN 2 ELSE 0 END\n  + CASE WHEN toLower(coalesce(d.abstract, '')) CONTAINS piece THEN 1 ELSE 0 END) AS score\nWHERE $afterScore IS NULL OR score < $afterScore OR score = $afterScore AND d.id > $afterId\nWITH d, score ORDER BY score DESC, d.id LIMIT $limit\nRETURN d.id AS id, score, d.title AS title, d.code AS code, d.key AS key, d.keywords AS keywords,\n  d.itemNames AS itemNames, d.theme AS theme, d.abstract AS abstract\nORDER BY score DESC, id",
);
