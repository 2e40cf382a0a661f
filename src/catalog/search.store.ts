import type { Tx } from '../graph/graph.service.ts';
import {
  browseDatasets,
  browseDatasetsOfDatabases,
  browseDatasetsOfOrganizations,
  countDatasets,
  countHits,
  facetDatasets,
  facetHits,
  type SearchDatasetsRow,
  searchDatasets,
} from './catalog.statements.ts';
import type { HitPlace, TitlePlace } from './search-cursor.ts';
import type { Sieve } from './sieve.ts';

/** A dataset that a search found, with the texts it was searched in. */
export type Hit = SearchDatasetsRow;

/** A number of datasets that share a value; null: not stated. */
export interface FacetValue {
  readonly value: string | null;
  readonly count: number;
}

/** Hits of a Lucene text behind a place, best first, ties by id. */
export async function pageOfHits(tx: Tx, text: string, sieve: Sieve, after: HitPlace | null, limit: number) {
  const place = { afterScore: after?.score ?? null, afterId: after?.id ?? null };
  return tx.run(searchDatasets, { ...place, text, limit, sieve, eras: sieve.eras });
}

/** Datasets behind a place by title, ties by id; from the narrowest start: organizations, databases, else the index. */
export async function pageByTitle(tx: Tx, sieve: Sieve, after: TitlePlace | null, limit: number) {
  const question = { afterTitle: after?.title ?? '', afterId: after?.id ?? '', limit, sieve, eras: sieve.eras };
  if (sieve.organizations !== null) return tx.run(browseDatasetsOfOrganizations, question);
  if (sieve.databases !== null) return tx.run(browseDatasetsOfDatabases, question);
  return tx.run(browseDatasets, question);
}

/** How many datasets there are: that a Lucene text finds, or all (null). */
export async function count(tx: Tx, text: string | null, sieve: Sieve): Promise<number> {
  const { eras } = sieve;
  return (await (text === null ? tx.run(countDatasets, { sieve, eras }) : tx.run(countHits, { sieve, eras, text })))
    .count;
}

/** What these datasets are like, counted, by facet. */
export async function facets(tx: Tx, text: string | null, sieve: Sieve): Promise<Map<string, readonly FacetValue[]>> {
  const { eras } = sieve;
  const rows = await (text === null
    ? tx.run(facetDatasets, { sieve, eras })
    : tx.run(facetHits, { sieve, eras, text }));
  return new Map(rows.map(({ facet, values }) => [facet, values as unknown as FacetValue[]]));
}
