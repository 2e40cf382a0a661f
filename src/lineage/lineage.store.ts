import type { Sight } from '../access/see.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { Sights } from '../identity/sights.ts';
import type { Leaving } from './edges.ts';
import type { FlowKind, Transform } from './flow.ts';
import {
  countAssetSources,
  countItemSources,
  existingItems,
  impact,
  itemsOf,
  mutualAssets,
  mutualItems,
  organizationsOf,
  seeAssets,
  shortestDistance,
  surveyAssets,
  surveyItems,
  walkDownstream,
  walkItemsDownstream,
  walkItemsUpstream,
  walkUpstream,
} from './lineage.statements.ts';
import type { Moment } from './moment.ts';
import type { Answering } from './roll-up.ts';
import type { Sighted } from './veil.ts';

/** Assets, or the items of assets 粒度. */
export type Level = 'Asset' | 'Item';

/** How far a walk may go. */
export interface Bounds {
  /** Edges from the start; null: no limit. */
  readonly depth: number | null;
  readonly kinds: readonly FlowKind[] | null;
  readonly limit: number;
  /** Only these of all that it reaches; left out: any. */
  readonly among?: readonly string[];
}

/** Which way a walk goes. */
export type Way = 'UPSTREAM' | 'DOWNSTREAM';

/** Every asset reached from one in one direction, nearest first, ties by shown id; what the viewer may not know is not there. */
export async function walk(
  tx: Tx,
  way: Way,
  start: string,
  { asOf, knownAt, eras }: Moment,
  { depth, kinds, limit, among }: Bounds,
  { sights }: Pick<Sight, 'sights'>,
): Promise<Sighted[]> {
  if (depth === 0) return [];
  const statement = way === 'UPSTREAM' ? walkUpstream : walkDownstream;
  return tx.run(statement, { eras, depth, start, asOf, knownAt, kinds, limit, among: among ?? null, sights });
}

/** Assets whose items a walk may touch; null: all. */
export interface ItemScope {
  readonly assets: readonly string[] | null;
  /** Those among them that the viewer may see. */
  readonly open: readonly string[];
}

/** Every item reached from some items in one direction, nearest first, ties by shown id. */
export async function walkItems(
  tx: Tx,
  way: Way,
  starts: readonly string[],
  { asOf, knownAt, eras }: Moment,
  { depth, kinds, limit, among }: Bounds,
  { assets, open }: ItemScope,
): Promise<Sighted[]> {
  if (depth === 0) return [];
  const statement = way === 'UPSTREAM' ? walkItemsUpstream : walkItemsDownstream;
  return tx.run(statement, { eras, depth, starts, asOf, knownAt, kinds, limit, among: among ?? null, assets, open });
}

/** A vertex of an answer: its name, and how many direct neighbors there are, by all kinds of flows. */
export interface Surveyed {
  readonly id: string;
  readonly name: string | null;
  readonly upstream: number;
  readonly leaving: readonly Leaving[];
}

/** Names, neighbors and flows of the vertices of an answer. */
export async function survey(
  tx: Tx,
  level: Level,
  ids: readonly string[],
  { asOf, knownAt, eras }: Moment,
  sights: Sights,
): Promise<Map<string, Surveyed>> {
  const rows = await tx.run(level === 'Asset' ? surveyAssets : surveyItems, { eras, ids, asOf, knownAt, sights });
  return new Map(
    rows.map(({ id, name, open, upstream, flows }) => [
      id,
      { id, name: open ? name : null, upstream, leaving: (flows as Row[]).map((flow) => leavingOf(id, flow)) },
    ]),
  );
}

type Said = [Transform | null, string, string | null, number, number | null, number];
type Row = [to: string, kind: FlowKind, ...said: Said | []];

function leavingOf(from: string, [to, kind, ...said]: Row): Leaving {
  if (said.length === 0) return { to, kind, edge: null };
  const [transform, assertedBy, evidence, validFrom, validTo, recordedAt] = said;
  const edge = { from, to, kind, transform, assertedBy, evidence, validFrom, validTo, recordedAt, count: 1 };
  return { to, kind, edge };
}

/** Direct upstream neighbors by flows of some kinds. */
export async function sourcesByKind(
  tx: Tx,
  level: Level,
  ids: readonly string[],
  { asOf, knownAt, eras }: Moment,
  kinds: readonly FlowKind[],
  sights: Sights,
): Promise<Map<string, number>> {
  const statement = level === 'Asset' ? countAssetSources : countItemSources;
  const rows = await tx.run(statement, { eras, ids, asOf, knownAt, kinds, sights });
  return new Map(rows.map(({ id, upstream }) => [id, upstream]));
}

/** Neighbors on both sides of each vertex, by flows of some kinds or of all. */
export async function mutualNeighbors(
  tx: Tx,
  level: Level,
  ids: readonly string[],
  { asOf, knownAt, eras }: Moment,
  kinds: readonly FlowKind[] | null,
  sights: Sights,
): Promise<Map<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const statement = level === 'Asset' ? mutualAssets : mutualItems;
  const rows = await tx.run(statement, { eras, ids, asOf, knownAt, kinds, sights });
  return new Map(rows.map(({ id, neighbors }) => [id, neighbors]));
}

/** Whether an asset is written down and the viewer may see it. */
export async function isOpen(tx: Tx, id: string, sights: Sights): Promise<boolean> {
  return (await tx.run(seeAssets, { ids: [id], sights })).some(({ open }) => open);
}

/** Whether an item is written down, now or in the history of its asset. */
export async function itemExists(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run(existingItems, { ids: [id] })).length > 0;
}

/** Ids of all items of an asset. */
export async function itemIds(tx: Tx, asset: string): Promise<string[]> {
  return (await tx.run(itemsOf, { asset })).map(({ id }) => id);
}

/** Who answers for assets. */
export async function answeringFor(tx: Tx, ids: readonly string[]): Promise<readonly Answering[]> {
  return tx.run(organizationsOf, { ids });
}

/** Edges on a shortest path between two assets; null when there is no path that the viewer may know of. */
export async function distanceBetween(
  tx: Tx,
  from: string,
  to: string,
  { asOf, knownAt, eras }: Moment,
  sights: Sights,
): Promise<number | null> {
  return (await tx.run(shortestDistance, { from, to, asOf, knownAt, eras, sights }))?.distance ?? null;
}

/** What lies downstream of an asset, counted by type and answering organization. */
export async function downstreamCounts(tx: Tx, start: string, { asOf, knownAt, eras }: Moment, sights: Sights) {
  return tx.run(impact, { start, asOf, knownAt, eras, sights });
}
