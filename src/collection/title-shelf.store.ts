import type { Sight } from '../access/see.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import type { ComparedPlace } from './check.store.ts';
import {
  discardTitleVectors,
  guardedDatasets,
  moveTitleVectors,
  nearestTitles,
  pageTitleVectors,
  putUpTitleShelf,
  shelveTitleVectors,
  takeDownTitleShelf,
  titleShelves,
  titleVectorsOf,
} from './collection.statements.ts';
import type { Vector } from './embedding.ts';
import { type Reshelving, type Shelved, shelfName, type TitleShelf } from './title-shelf.ts';

const WORK: Work = { name: 'title vectors', limit: 60_000 };
const PAGE = 2_000;
/** Important data 重要数据, core data 核心数据. */
const GUARDED_LEVEL = 5;
/** Of each shelf so many times as many are looked at as are wanted: some may just have been changed. */
const SPARE = 2;

/** Vectors that stand: of some datasets, or all. */
export async function vectorsHeld(tx: Tx, datasets: readonly string[] | null) {
  if (datasets !== null) return tx.run(titleVectorsOf, { datasets });
  const read: Awaited<ReturnType<typeof page>>[number][] = [];
  for (let after = ''; ; ) {
    const rows = await page(tx, after);
    read.push(...rows);
    if (rows.length < PAGE) return read;
    after = rows.at(-1)!.dataset;
  }
}

function page(tx: Tx, after: string) {
  return tx.run(pageTitleVectors, { after, size: PAGE });
}

/** Names of the shelves that are up, those of a model apart from all others. */
export async function shelvesUp(tx: Tx, { model, dimension }: Pick<TitleShelf, 'model' | 'dimension'>) {
  const up = await tx.run(titleShelves, {});
  const isOurs = (shelf: (typeof up)[number]) => shelf.model === model && shelf.dimension === dimension;
  return {
    ours: new Set(up.filter(isOurs).map(({ name }) => name)),
    others: up.filter((shelf) => !isOurs(shelf)).map(({ name }) => name),
  };
}

/**
 * Puts up a shelf with its vector index, if it is not there. Vectors are held as they are: coarser ones (quantized) would be near or
 * far by what else was written at the time.
 */
export async function putUpShelf(graph: Graph, shelf: TitleShelf): Promise<void> {
  const name = shelfName(shelf);
  await graph.command(
    `CREATE VECTOR INDEX ${name} IF NOT EXISTS FOR (v:${name}) ON (v.vector) OPTIONS { indexConfig:
     { \`vector.dimensions\`: ${shelf.dimension}, \`vector.similarity_function\`: 'cosine', \`vector.quantization.enabled\`: false } }`,
  );
  await graph.command('CALL db.awaitIndexes(60)');
  await graph.write(WORK, (tx) => tx.run(putUpTitleShelf, { name, ...shelf }));
}

/** Takes down a shelf on which nothing stands. */
export async function takeDownShelf(graph: Graph, name: string): Promise<void> {
  await graph.write(WORK, (tx) => tx.run(takeDownTitleShelf, { name }));
  await graph.command(`DROP INDEX ${name} IF EXISTS`);
}

/** Discards and moves vectors. */
export async function tidyShelves(graph: Graph, { discard, move }: Omit<Reshelving, 'missing'>): Promise<void> {
  for (let at = 0; at < discard.length; at += PAGE)
    await graph.write(WORK, (tx) => tx.run(discardTitleVectors, { datasets: discard.slice(at, at + PAGE) }));
  for (let at = 0; at < move.length; at += PAGE)
    await graph.write(WORK, (tx) => tx.run(moveTitleVectors, { rows: move.slice(at, at + PAGE) }));
}

/** Puts vectors on their shelves. */
export async function shelve(
  graph: Graph,
  rows: readonly (Shelved & { readonly dataset: string; readonly vector: Vector })[],
): Promise<void> {
  await graph.write(WORK, (tx) => tx.run(shelveTitleVectors, { rows }));
}

/** Those of some datasets whose titles do not leave the house. */
export async function guardedAmong(graph: Graph, ids: readonly string[]): Promise<Set<string>> {
  const rows = await graph.read(WORK, (tx) => tx.run(guardedDatasets, { ids, level: GUARDED_LEVEL }));
  return new Set(rows.map(({ id }) => id));
}

/** Ids of published datasets of a place whose titles are nearest to a vector, nearest first. */
export async function nearestOf(
  tx: Tx,
  { model, vector }: { readonly model: string; readonly vector: Vector },
  { jurisdiction }: ComparedPlace,
  { now, sights }: Pick<Sight, 'now' | 'sights'>,
  limit: number,
): Promise<string[]> {
  const dimension = vector.length;
  const most = SPARE * limit;
  const rows = await tx.run(nearestTitles, { vector, model, dimension, jurisdiction, now, sights, most, limit });
  return rows.map(({ id }) => id);
}
