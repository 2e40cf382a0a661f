import type { Edge } from './answer.ts';
import type { FlowKind } from './flow.ts';

/** A flow that leaves a vertex; the whole edge only where it leads to a vertex of the answer. */
export interface Leaving {
  readonly to: string;
  readonly kind: FlowKind;
  readonly edge: Edge | null;
}

/** All flows between the vertices of an answer, of some kinds or of all. */
export function edgesAmong(
  vertices: Iterable<{ readonly leaving: readonly Leaving[] }>,
  kinds: readonly FlowKind[] | null,
): Edge[] {
  const edges: Edge[] = [];
  for (const { leaving } of vertices)
    for (const { edge } of leaving)
      if (edge !== null && (kinds === null || kinds.includes(edge.kind))) edges.push(edge);
  return edges;
}

/** How many vertices flows lead to: by some kinds of flows or by all. */
export function targets(leaving: readonly Leaving[], kinds: readonly FlowKind[] | null): number {
  const counted = kinds === null ? leaving : leaving.filter(({ kind }) => kinds.includes(kind));
  return new Set(counted.map(({ to }) => to)).size;
}
