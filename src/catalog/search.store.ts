import type { Tx } from '../graph/graph.service.ts';
import type { Sights } from '../identity/sights.ts';
import {
  browseDatasets,
  browseDatasetsOfDatabases,
  browseDatasetsOfOrganizations,
  countAllDatasets,
  countDatasets,
  countHits,
  facetDatasets,
  facetHits,
  type SearchDatasetsRow,
  searchDatasets,
  searchOpenDatasets,
} from './catalog.statements.ts';
import type { HitPlace, TitlePlace } from './search-cursor.ts';
import { isOpen, type Sieve } from './sieve.ts';

/** Which datasets may pass: what was asked, and what the viewer may see. */
export interface Filter {
  readonly sieve: Sieve;
  readonly sights: Sights;
}

/** A dataset that a search found, with the texts it was searched in. */
export type Hit = SearchDatasetsRow;

/** A number of datasets that share a value; null: not stated. */
export interface FacetValue {
  readonly value: string | null;
  readonly count: number;
}

/**
 * Hits of a Lucene text behind a place, best first, ties by id. The index weighs a word by how rare it is in the whole catalog:
 * who does not see the whole is given an order by what each dataset says itself.
 */
export async function pageOfHits(
  tx: Tx,
  { text, pieces }: { readonly text: string; readonly pieces: readonly string[] },
  { sieve, sights }: Filter,
  after: HitPlace | null,
  limit: number,
) {
  const place = { afterScore: after?.score ?? null, afterId: after?.id ?? null };
  const question = { ...place, text, limit, sieve, sights, eras: sieve.eras };
  return sights.everything ? tx.run(searchDatasets, question) : tx.run(searchOpenDatasets, { ...question, pieces });
}

/** Datasets behind a place by title, ties by id; from the narrowest start: organizations, databases, else the index. */
export async function pageByTitle(tx: Tx, { sieve, sights }: Filter, after: TitlePlace | null, limit: number) {
  const question = { afterTitle: after?.title ?? '', afterId: after?.id ?? '', limit, sieve, sights, eras: sieve.eras };
  if (sieve.organizations !== null) return tx.run(browseDatasetsOfOrganizations, question);
  if (sieve.databases !== null) return tx.run(browseDatasetsOfDatabases, question);
  return tx.run(browseDatasets, question);
}

/** How many datasets there are: that a Lucene text finds, or all (null). */
export async function count(tx: Tx, text: string | null, { sieve, sights }: Filter): Promise<number> {
  const { eras, now } = sieve;
  if (text !== null) return (await tx.run(countHits, { sieve, sights, eras, text })).count;
  if (sights.everything && isOpen(sieve)) return (await tx.run(countAllDatasets, { now })).count;
  return (await tx.run(countDatasets, { sieve, sights, eras })).count;
}

/** What these datasets are like, counted, by facet. */
export async function facets(
  tx: Tx,
  text: string | null,
  { sieve, sights }: Filter,
): Promise<Map<string, readonly FacetValue[]>> {
  const { eras } = sieve;
  const rows = await (text === null
    ? tx.run(facetDatasets, { sieve, sights, eras })
    : tx.run(facetHits, { sieve, sights, eras, text }));
  return new Map(rows.map(({ facet, values }) => [facet, values as unknown as FacetValue[]]));
}
