import { byCodePoint } from '../foundation/text.ts';

/** Which side of an asset a walk looks at 方向. */
export type Direction = 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';

/** One vertex that a walk reached, and in how many steps. */
export interface Reached {
  readonly id: string;
  readonly distance: number;
}

/** What walks up and down from the starts gave: each nearest first, without the starts. Null: not asked. */
export interface Walks {
  readonly starts: readonly string[];
  readonly up: readonly Reached[] | null;
  readonly down: readonly Reached[] | null;
  /** Most vertices an answer may have, the starts included; each walk was asked for one more. */
  readonly maxVertices: number;
}

/** The vertices of an answer with their distances, and how far each walk was followed. */
export interface Territory {
  /** In order of nearness, then id. */
  readonly ids: readonly string[];
  readonly up: ReadonlyMap<string, number>;
  readonly down: ReadonlyMap<string, number>;
  /** True when there are more vertices than an answer may have. */
  readonly overfull: boolean;
}

/** Joins an upstream and a downstream walk; keeps the nearest `maxVertices`, ties by id. The starts keep distance 0. */
export function survey({ starts, up, down, maxVertices }: Walks): Territory {
  const upDistances = distances(starts, up);
  const downDistances = distances(starts, down);
  const nearest = new Map<string, number>();
  for (const id of starts) nearest.set(id, 0);
  for (const side of [upDistances, downDistances])
    for (const [id, distance] of side) nearest.set(id, Math.min(distance, nearest.get(id) ?? distance));
  const ordered = [...nearest.keys()].sort((a, b) => nearest.get(a)! - nearest.get(b)! || byCodePoint(a, b));
  const overfull = ordered.length > maxVertices;
  const ids = overfull ? ordered.slice(0, maxVertices) : ordered;
  const kept = new Set(ids);
  return { ids, up: only(upDistances, kept), down: only(downDistances, kept), overfull };
}

function distances(starts: readonly string[], walk: readonly Reached[] | null): Map<string, number> {
  if (walk === null) return new Map();
  const found = new Map(walk.map(({ id, distance }) => [id, distance]));
  for (const id of starts) found.set(id, 0);
  return found;
}

function only(side: Map<string, number>, kept: ReadonlySet<string>): Map<string, number> {
  for (const id of side.keys()) if (!kept.has(id)) side.delete(id);
  return side;
}
