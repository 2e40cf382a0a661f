import { byCodePoint } from '../foundation/text.ts';
import { byEnds, byRank, type Cut, type Edge, type Lineage, type Vertex } from './answer.ts';
import { findCycles } from './cycles.ts';

/** Who answers for an asset. */
export interface Answering {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
}

/**
 * Rolls an answer about assets up to who answers for them 按机构汇总. Never a walk over organizations: that would join what
 * no data joins. Flows inside one organization vanish, parallel ones become one with the values of the first by rank.
 */
export function rollUp(lineage: Lineage, answering: readonly Answering[]): Lineage {
  const bodies = new Map(answering.map(({ id, organization, name }) => [id, { organization, name }]));
  const bodyOf = (asset: string) => bodies.get(asset)?.organization ?? asset;
  const edges = joinParallel(lineage.edges, bodyOf);
  const above = countBy(edges, 'to');
  const below = countBy(edges, 'from');
  const groups = Map.groupBy(lineage.vertices, ({ id }) => bodyOf(id));
  const vertices = [...groups].map(([id, members]): Vertex => {
    const name = bodies.get(members[0]!.id)?.name ?? members[0]!.name;
    return {
      id,
      name,
      upstreamDistance: nearest(members.map((member) => member.upstreamDistance)),
      downstreamDistance: nearest(members.map((member) => member.downstreamDistance)),
      upstreamCount: above.get(id) ?? 0,
      downstreamCount: below.get(id) ?? 0,
      hidden: members[0]!.hidden,
      assetId: null,
    };
  });
  return {
    start: bodyOf(lineage.start),
    vertices,
    edges: edges.sort(byEnds),
    cuts: joinCuts(lineage.cuts, bodyOf),
    complete: lineage.complete,
    cycles: findCycles([...groups.keys()].sort(byCodePoint), edges),
  };
}

function countBy(edges: readonly Edge[], end: 'from' | 'to'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1);
  return counts;
}

function nearest(distances: readonly (number | null)[]): number | null {
  const known = distances.filter((distance) => distance !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Parallel edges become one that carries the values of the first by rank, flows between assets, and how many it stands for. */
function joinParallel(flows: readonly Edge[], bodyOf: (asset: string) => string): Edge[] {
  const groups = Map.groupBy(flows, ({ from, to }) => JSON.stringify([bodyOf(from), bodyOf(to)]));
  return [...groups.values()].flatMap((parallel) => {
    const first = parallel.toSorted(byRank)[0]!;
    const [from, to] = [bodyOf(first.from), bodyOf(first.to)];
    return from === to ? [] : [{ ...first, from, to, count: parallel.reduce((sum, { count }) => sum + count, 0) }];
  });
}

/** Cuts stand at the organization: one a reason, what is missing added up. */
function joinCuts(cuts: readonly Cut[], bodyOf: (asset: string) => string): Cut[] {
  const groups = Map.groupBy(cuts, ({ at, reason }) => JSON.stringify([at === null ? null : bodyOf(at), reason]));
  return [...groups.values()].map((same) => {
    const { at, reason } = same[0]!;
    const missing = same.some((cut) => cut.missing === null)
      ? null
      : same.reduce((sum, cut) => sum + (cut.missing ?? 0), 0);
    return { at: at === null ? null : bodyOf(at), reason, missing };
  });
}
