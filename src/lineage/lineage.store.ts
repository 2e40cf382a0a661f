import type { Tx } from '../graph/graph.service.ts';
import type { Edge } from './answer.ts';
import type { Neighbors } from './cuts.ts';
import type { FlowKind, Transform } from './flow.ts';
import {
  countNeighbors,
  describeVertices,
  edgesBetween,
  impact,
  itemsOf,
  organizationsOf,
  shortestDistance,
  vertexExists,
  walkDownstream,
  walkUpstream,
} from './lineage.statements.ts';
import type { Moment } from './moment.ts';
import type { Answering } from './roll-up.ts';
import type { Reached } from './walk.ts';

/** Assets, or the items of assets 粒度. */
export type Level = 'Asset' | 'Item';

/** How far a walk may go. */
export interface Bounds {
  /** Edges from the start; null: no limit. */
  readonly depth: number | null;
  readonly kinds: readonly FlowKind[] | null;
  readonly limit: number;
}

/** Everything reached from some starts in one direction, nearest first, ties by id. */
export async function walk(
  tx: Tx,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  level: Level,
  starts: readonly string[],
  { asOf, knownAt, eras }: Moment,
  { depth, kinds, limit }: Bounds,
): Promise<Reached[]> {
  if (depth === 0) return [];
  const statement = direction === 'UPSTREAM' ? walkUpstream : walkDownstream;
  return tx.run(statement, { level, eras, depth, starts, asOf, knownAt, kinds, limit });
}

/** Names and neighbor counts of vertices. */
export async function describe(tx: Tx, level: Level, ids: readonly string[], { asOf, knownAt, eras }: Moment) {
  const rows = await tx.run(describeVertices, { level, eras, ids, asOf, knownAt });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Neighbor counts by some kinds of flows. */
export async function neighborsByKind(
  tx: Tx,
  level: Level,
  ids: readonly string[],
  { asOf, knownAt, eras }: Moment,
  kinds: readonly FlowKind[],
): Promise<Map<string, Neighbors>> {
  const rows = await tx.run(countNeighbors, { level, eras, ids, asOf, knownAt, kinds });
  return new Map(rows.map((row) => [row.id, row]));
}

/** All flows between some vertices, each assertion by itself. */
export async function edges(
  tx: Tx,
  level: Level,
  ids: readonly string[],
  { asOf, knownAt, eras }: Moment,
  kinds: readonly FlowKind[] | null,
): Promise<Edge[]> {
  const rows = await tx.run(edgesBetween, { level, eras, ids, asOf, knownAt, kinds });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FlowKind,
    transform: row.transform as Transform | null,
    count: 1,
  }));
}

/** Which of these assets or items are written down. */
export async function existing(tx: Tx, level: Level, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(vertexExists, { level, ids })).map(({ id }) => id));
}

/** Ids of all items of an asset. */
export async function itemIds(tx: Tx, asset: string): Promise<string[]> {
  return (await tx.run(itemsOf, { asset })).map(({ id }) => id);
}

/** Who answers for assets. */
export async function answeringFor(tx: Tx, ids: readonly string[]): Promise<readonly Answering[]> {
  return tx.run(organizationsOf, { ids });
}

/** Edges on a shortest path between two assets; null when there is no path. */
export async function distanceBetween(tx: Tx, from: string, to: string, { asOf, knownAt, eras }: Moment) {
  return (await tx.run(shortestDistance, { from, to, asOf, knownAt, eras }))?.distance ?? null;
}

/** What lies downstream of an asset, counted by type and answering organization. */
export async function downstreamCounts(tx: Tx, start: string, { asOf, knownAt, eras }: Moment) {
  return tx.run(impact, { start, asOf, knownAt, eras });
}
