import type { Cut, CutReason, Edge } from './answer.ts';
import type { Territory } from './walk.ts';

/** For a viewer who may not know of everything: there may be more, whatever the data. */
export const UNTOLD: Cut = { at: null, reason: 'PERMISSION', missing: null };

/** How many direct neighbors a vertex has on each side, by the kinds asked for. */
export interface Neighbors {
  readonly upstream: number;
  readonly downstream: number;
}

/** Where walks stopped short, and how many neighbors are missing there on either side. */
export interface Shortfall {
  readonly at: string;
  readonly reason: CutReason;
  readonly upstream: number;
  readonly downstream: number;
}

/**
 * Finds where walks stopped short: a vertex with neighbors, in a direction it was reached in, that this direction's walk
 * did not reach. At the depth asked for that is DEPTH, elsewhere VERTEX_LIMIT, or TIME where the time was up.
 */
export function findShortfalls(
  territory: Territory,
  edges: readonly Edge[],
  neighbors: (id: string) => Neighbors,
  { depth, outOfTime }: { depth: number | null; outOfTime: boolean },
): Shortfall[] {
  const upper = reachedNeighbors(edges, territory.up, 'to', 'from');
  const lower = reachedNeighbors(edges, territory.down, 'from', 'to');
  const reasonAt = (distance: number | undefined): CutReason =>
    distance === depth ? 'DEPTH' : outOfTime ? 'TIME' : 'VERTEX_LIMIT';
  return territory.ids.flatMap((id): Shortfall[] => {
    const { upstream, downstream } = neighbors(id);
    const [up, down] = [territory.up.get(id), territory.down.get(id)];
    const above = up === undefined ? 0 : upstream - (upper.get(id)?.size ?? 0);
    const below = down === undefined ? 0 : downstream - (lower.get(id)?.size ?? 0);
    const [reason, other] = [reasonAt(up), reasonAt(down)];
    if (above > 0 && below > 0 && reason === other) return [{ at: id, reason, upstream: above, downstream: below }];
    return [
      { at: id, reason, upstream: above, downstream: 0 },
      { at: id, reason: other, upstream: 0, downstream: below },
    ].filter((side) => side.upstream + side.downstream > 0);
  });
}

/** Vertices at which both sides are short for one reason: a neighbor that is missing on both is missing once. */
export function shortOnBothSides(shortfalls: readonly Shortfall[]): string[] {
  return shortfalls.filter(({ upstream, downstream }) => upstream > 0 && downstream > 0).map(({ at }) => at);
}

/** One cut a vertex and reason, both its sides counted together; `onBoth` tells the neighbors on both sides of a vertex. */
export function cutsOf(
  shortfalls: readonly Shortfall[],
  { up, down }: Territory,
  onBoth: (id: string) => readonly string[],
): Cut[] {
  return shortfalls.map(({ at, reason, upstream, downstream }) => {
    const twice = upstream > 0 && downstream > 0 ? onBoth(at).filter((id) => !up.has(id) && !down.has(id)).length : 0;
    return { at, reason, missing: reason === 'TIME' ? null : upstream + downstream - twice };
  });
}

/** For each vertex, its neighbors on one side that this side's walk reached. */
function reachedNeighbors(
  edges: readonly Edge[],
  reached: ReadonlyMap<string, number>,
  at: 'from' | 'to',
  other: 'from' | 'to',
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (!reached.has(edge[other]) || !reached.has(edge[at])) continue;
    const known = found.get(edge[at]);
    if (known === undefined) found.set(edge[at], new Set([edge[other]]));
    else known.add(edge[other]);
  }
  return found;
}
