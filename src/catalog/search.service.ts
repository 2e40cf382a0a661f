import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import type { Tx } from '../graph/graph.service.ts';
import { type Highlight, highlightsOf } from './highlight.ts';
import * as store from './search.store.ts';
import { cursorOf, type HitPlace, hitPlaceOf, titlePlaceOf } from './search-cursor.ts';
import type { DatasetPageQuestion, DatasetQuestion, Filters } from './search-question.ts';
import { type SearchText, searchText } from './search-text.ts';
import { sieveOf } from './sieve.ts';

/** One dataset on a page of the catalog. */
export interface DatasetEdge {
  readonly cursor: string;
  readonly id: string;
  /** How well it answers the search; the scale is that of this search alone. Null without search. */
  readonly score: number | null;
  /** Where it answers the search; empty without search. */
  readonly highlights: readonly Highlight[];
}

/** One page of the catalog 目录检索结果. */
export interface DatasetPage {
  readonly edges: readonly DatasetEdge[];
  readonly hasNextPage: boolean;
  /** No dataset had every word, so these have some of them 放宽检索. */
  readonly relaxed: boolean;
}

/** How many datasets have each value; null stands for those that state none. Most first, ties by value. */
export interface Facets {
  readonly share: readonly store.FacetValue[];
  readonly open: readonly store.FacetValue[];
  readonly cycle: readonly store.FacetValue[];
  /** Declared levels, `"1"` to `"6"`. */
  readonly level: readonly store.FacetValue[];
  readonly state: readonly store.FacetValue[];
  /** The 100 most frequent, as in every facet but organization. */
  readonly theme: readonly store.FacetValue[];
  /** Ids of the 20 organizations with the most. */
  readonly organization: readonly store.FacetValue[];
  /** Ids: the dataset's own, else its provider's. */
  readonly jurisdiction: readonly store.FacetValue[];
}

/** Most datasets that one page may have. */
export const MOST_DATASETS = 1_000;
const USUAL_DATASETS = 20;
const SEARCH_LIMIT_MS = 10_000;

/**
 * Catalog search 目录检索: best first, ties by id; without search by title, ties by id. Retired datasets never appear.
 * Throws `Fault` BAD_INPUT for a bad cursor, page size or over-long search; TIME_LIMIT, UNAVAILABLE.
 */
export async function searchDatasets(
  desk: Desk,
  { search, filters, first, after }: DatasetPageQuestion,
  limitMs = SEARCH_LIMIT_MS,
): Promise<DatasetPage> {
  const size = pageSize(first ?? USUAL_DATASETS);
  if (isBlank(search)) return browse(desk, filters, size, after ?? null, limitMs);
  const text = searchText(search);
  const place = hitPlaceOf(after ?? null);
  return see(desk, { name: 'search datasets', limit: limitMs }, async (tx, sight) => {
    const { hits, relaxed } = await page(tx, text, filterOf(filters, sight), place, size + 1);
    const edges = hits.slice(0, size).map(({ id, score, ...texts }) => ({
      cursor: cursorOf({ score, id, relaxed }),
      id,
      score,
      highlights: highlightsOf(texts, text.words, relaxed),
    }));
    return { edges, hasNextPage: hits.length > size, relaxed };
  });
}

/** How many datasets a question finds in all 命中总数; faults as `searchDatasets`. */
export async function countDatasets(desk: Desk, question: DatasetQuestion, limitMs = SEARCH_LIMIT_MS): Promise<number> {
  return tally(desk, 'count datasets', question, limitMs, store.count, (count) => count > 0, 0);
}

/** What the datasets that a question finds are like 分面统计; every filter counts, faults as `searchDatasets`. */
export async function facetsOf(desk: Desk, question: DatasetQuestion, limitMs = SEARCH_LIMIT_MS): Promise<Facets> {
  const isFound = (counted: ReadonlyMap<string, unknown>) => counted.size > 0;
  const counted = await tally(desk, 'facets of datasets', question, limitMs, store.facets, isFound, new Map());
  const of = (facet: keyof Facets) => counted.get(facet) ?? [];
  return {
    share: of('share'),
    open: of('open'),
    cycle: of('cycle'),
    level: of('level'),
    state: of('state'),
    theme: of('theme'),
    organization: of('organization'),
    jurisdiction: of('jurisdiction'),
  };
}

async function browse(desk: Desk, filters: Filters | undefined, size: number, after: string | null, limit: number) {
  const place = titlePlaceOf(after);
  return see(desk, { name: 'browse datasets', limit }, async (tx, sight): Promise<DatasetPage> => {
    const rows = await store.pageByTitle(tx, filterOf(filters, sight), place, size + 1);
    const edges = rows
      .slice(0, size)
      .map(({ id, title }) => ({ cursor: cursorOf({ title, id }), id, score: null, highlights: [] }));
    return { edges, hasNextPage: rows.length > size, relaxed: false };
  });
}

/** A page of what has every word; when nothing has, of what has some. A later page keeps to how the first one was found. */
async function page(tx: Tx, text: SearchText, filter: store.Filter, after: HitPlace | null, limit: number) {
  const { strict, loose, pieces } = text;
  if (strict !== null && after?.relaxed !== true) {
    const hits = await store.pageOfHits(tx, { text: strict, pieces }, filter, after, limit);
    if (hits.length > 0 || after !== null) return { hits, relaxed: false };
  }
  if (loose === null) return { hits: [], relaxed: false };
  const hits = await store.pageOfHits(tx, { text: loose, pieces }, filter, after, limit);
  return { hits, relaxed: hits.length > 0 || after !== null };
}

/** Counts over what a page would show: strict, and loose when that finds nothing. */
async function tally<T>(
  desk: Desk,
  name: string,
  { search, filters }: DatasetQuestion,
  limit: number,
  run: (tx: Tx, text: string | null, filter: store.Filter) => Promise<T>,
  isFound: (counted: T) => boolean,
  nothing: T,
): Promise<T> {
  const text = isBlank(search) ? null : searchText(search);
  if (text !== null && text.strict === null) return nothing;
  return see(desk, { name, limit }, async (tx, sight) => {
    const filter = filterOf(filters, sight);
    const counted = await run(tx, text?.strict ?? null, filter);
    return isFound(counted) || text === null || text.loose === null ? counted : run(tx, text.loose, filter);
  });
}

function filterOf(filters: Filters | undefined, sight: Sight): store.Filter {
  return { sieve: sieveOf(filters, sight), sights: sight.sights };
}

function isBlank(search: string | null | undefined): search is null | undefined | '' {
  return search === null || search === undefined || search.trim() === '';
}

function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 0 && first <= MOST_DATASETS) return first;
  throw new Fault('BAD_INPUT', `first 应在 0 至 ${MOST_DATASETS} 之间。first must be 0 to ${MOST_DATASETS}.`);
}
