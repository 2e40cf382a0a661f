import { type Day, dayOfMoment } from '#src/calendar/day.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import type { Flow } from './facts.ts';
import type { View } from './view.ts';

/** Shortest ways along flows for path rules. Breadth-first with a visited set: cycles and diamonds cost nothing extra. */

/** For each vertex reached from the start: the vertex before it (null at the start). Ties go to smaller ids in the order from the start. */
export type Ways = ReadonlyMap<string, string | null>;

/** All vertices that the steps reach, nearest first; within a distance in the order of their ways. */
export function waysFrom(start: string, next: (at: string) => Iterable<string>): Ways {
  const ways = new Map<string, string | null>([[start, null]]);
  // A map is walked in the order of insertion, also over what is added on the way.
  for (const at of ways.keys()) {
    for (const to of [...next(at)].sort(byCodePoint)) if (!ways.has(to)) ways.set(to, at);
  }
  return ways;
}

/** The way from the start to a vertex, both included. */
export function wayTo(ways: Ways, end: string): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = end; at != null; at = ways.get(at)) way.push(at);
  return way.reverse();
}

/** Distance of each vertex from the end, walking backward. */
export function distancesTo(end: string, before: (at: string) => Iterable<string>): ReadonlyMap<string, number> {
  const distances = new Map([[end, 0]]);
  for (const [at, distance] of distances)
    for (const from of before(at)) if (!distances.has(from)) distances.set(from, distance + 1);
  return distances;
}

/** The shortest way from a vertex to the end of `distances`, in reading order; ties to smaller ids. */
export function shortestWay(
  from: string,
  distances: ReadonlyMap<string, number>,
  next: (at: string) => Iterable<string>,
): string[] {
  const way = [from];
  for (let at = from, left = distances.get(from) ?? 0; left > 0; left--) {
    const closer = [...next(at)].filter((to) => distances.get(to) === left - 1).sort(byCodePoint)[0];
    if (closer === undefined) return way;
    way.push(closer);
    at = closer;
  }
  return way;
}

/** The day since when every hop of a way has had a flow that counts, as far as the flows in force tell; null when a hop has none. */
export function wayInForceSince(
  view: View,
  way: readonly string[],
  counts: (flow: Flow) => boolean = () => true,
): Day | null {
  let since: Day | null = null;
  for (let i = 1; i < way.length; i++) {
    const hop = view.flowsOutOf(way[i - 1]!).filter((flow) => flow.to === way[i] && counts(flow));
    if (hop.length === 0) return null;
    const first = dayOfMoment(
      hop.reduce((earliest, flow) => Math.min(earliest, flow.validFrom), Number.POSITIVE_INFINITY),
    );
    if (since === null || first > since) since = first;
  }
  return since;
}
