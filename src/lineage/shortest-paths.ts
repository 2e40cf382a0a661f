/** Successors of each vertex, in order of id: parallel flows are one. */
export type Successors = ReadonlyMap<string, readonly string[]>;

/**
 * Up to k shortest simple directed paths by vertices, shortest first, ties by the ids along the way. Yen's algorithm over
 * breadth-first search: polynomial also on ladders and cliques, where enumerating would not end.
 */
export function shortestPaths(next: Successors, from: string, to: string, k: number): string[][] {
  const first = shortestPath(next, from, to, new Set(), new Set());
  if (first === null) return [];
  const found = [first];
  const candidates = new Map<string, string[]>();
  while (found.length < k) {
    const last = found.at(-1)!;
    for (let spur = 0; spur < last.length - 1; spur++) {
      const root = last.slice(0, spur + 1);
      const barred = new Set(
        found.filter((path) => sharesRoot(path, root)).map((path) => arrow(path[spur]!, path[spur + 1]!)),
      );
      const tail = shortestPath(next, last[spur]!, to, new Set(root.slice(0, -1)), barred);
      if (tail === null) continue;
      const path = [...root.slice(0, -1), ...tail];
      candidates.set(path.join('\n'), path);
    }
    const best = [...candidates].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1))[0];
    if (best === undefined) return found;
    candidates.delete(best[0]);
    found.push(best[1]);
  }
  return found;
}

function sharesRoot(path: readonly string[], root: readonly string[]): boolean {
  return root.every((id, i) => path[i] === id);
}

function arrow(from: string, to: string): string {
  return `${from}\n${to}`;
}

/** One shortest path that avoids some vertices and arrows; null when there is none. */
function shortestPath(
  next: Successors,
  from: string,
  to: string,
  avoided: ReadonlySet<string>,
  barred: ReadonlySet<string>,
): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  let frontier = [from];
  while (frontier.length > 0) {
    const following: string[] = [];
    for (const id of frontier) {
      for (const neighbor of next.get(id) ?? []) {
        if (cameFrom.has(neighbor) || avoided.has(neighbor) || barred.has(arrow(id, neighbor))) continue;
        cameFrom.set(neighbor, id);
        if (neighbor === to) return trace(cameFrom, to);
        following.push(neighbor);
      }
    }
    frontier = following;
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const path: string[] = [];
  for (let id: string | null | undefined = to; id != null; id = cameFrom.get(id)) path.unshift(id);
  return path;
}
