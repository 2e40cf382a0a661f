import type { FlowKind, Transform } from './flow.ts';

/** One flow of an answer, or several rolled into one. Moments are epoch milliseconds. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly transform: Transform | null;
  readonly assertedBy: string;
  readonly evidence: string | null;
  readonly validFrom: number;
  readonly validTo: number | null;
  readonly recordedAt: number;
  /** How many flows this edge stands for. */
  readonly count: number;
}

/** One vertex of an answer: an asset, an item or an organization. */
export interface Vertex {
  readonly id: string;
  /** Null when hidden. */
  readonly name: string | null;
  readonly upstreamDistance: number | null;
  readonly downstreamDistance: number | null;
  readonly upstreamCount: number;
  readonly downstreamCount: number;
  readonly hidden: boolean;
  /** The asset it is, or belongs to; null for organizations and when hidden. */
  readonly assetId: string | null;
}

/** Why something was not followed 截断原因. */
export type CutReason = 'DEPTH' | 'VERTEX_LIMIT' | 'TIME' | 'PERMISSION';

/** Where a walk stopped although there was more; `missing` neighbors were not followed, null when not counted. */
export interface Cut {
  readonly at: string | null;
  readonly reason: CutReason;
  readonly missing: number | null;
}

/** A lineage answer 血缘. */
export interface Lineage {
  readonly start: string;
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
  readonly cuts: readonly Cut[];
  readonly complete: boolean;
  readonly cycles: readonly (readonly string[])[];
}

/** Order of edges: by who they join, then as the contract ranks parallel flows. */
export function byEnds(a: Edge, b: Edge): number {
  return compare(a.from, b.from) || compare(a.to, b.to) || byRank(a, b);
}

/** Rank of parallel flows: smallest (validFrom, from, to, kind, assertedBy) first. */
export function byRank(a: Edge, b: Edge): number {
  return (
    a.validFrom - b.validFrom ||
    compare(a.from, b.from) ||
    compare(a.to, b.to) ||
    compare(a.kind, b.kind) ||
    compare(a.assertedBy, b.assertedBy)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
