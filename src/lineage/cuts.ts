import type { Cut, CutReason, Edge } from './answer.ts';
import type { Territory } from './walk.ts';

/** For a viewer who may not know of everything: there may be more, whatever the data. */
export const UNTOLD: Cut = { at: null, reason: 'PERMISSION', missing: null };

/** How many direct neighbors a vertex has on each side, by the kinds asked for. */
export interface Neighbors {
  readonly upstream: number;
  readonly downstream: number;
}

/**
 * Finds where walks stopped short: a vertex with neighbors, in a direction it was reached in, that this direction's walk
 * did not reach. At the depth asked for that is DEPTH, elsewhere VERTEX_LIMIT, or TIME where the time was up.
 * A vertex has one entry per reason, both its sides counted together.
 */
export function findCuts(
  territory: Territory,
  edges: readonly Edge[],
  neighbors: (id: string) => Neighbors,
  { depth, outOfTime }: { depth: number | null; outOfTime: boolean },
): Cut[] {
  const upper = reachedNeighbors(edges, territory.up, 'to', 'from');
  const lower = reachedNeighbors(edges, territory.down, 'from', 'to');
  const cuts: Cut[] = [];
  for (const id of territory.ids) {
    const missing: Partial<Record<CutReason, number>> = {};
    const count = (distance: number | undefined, all: number, reached: number) => {
      if (distance === undefined || all <= reached) return;
      const reason = distance === depth ? 'DEPTH' : outOfTime ? 'TIME' : 'VERTEX_LIMIT';
      missing[reason] = (missing[reason] ?? 0) + all - reached;
    };
    const { upstream, downstream } = neighbors(id);
    count(territory.up.get(id), upstream, upper.get(id)?.size ?? 0);
    count(territory.down.get(id), downstream, lower.get(id)?.size ?? 0);
    for (const [reason, number] of Object.entries(missing) as [CutReason, number][])
      cuts.push({ at: id, reason, missing: reason === 'TIME' ? null : number });
  }
  return cuts;
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
