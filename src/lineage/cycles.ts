import { byCodePoint } from '../foundation/text.ts';

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/**
 * Groups of vertices that lie on a common cycle 环路: strongly connected components of two or more vertices, or of one that
 * leads to itself. Tarjan's algorithm without recursion, so that long chains do not exhaust the stack. Sorted by id.
 */
export function findCycles(vertices: readonly string[], edges: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>(vertices.map((id) => [id, []]));
  const loops = new Set<string>();
  for (const { from, to } of edges) {
    if (from === to) loops.add(from);
    next.get(from)?.push(to);
  }
  return components(vertices, next)
    .filter((group) => group.length > 1 || loops.has(group[0]!))
    .map((group) => group.sort(byCodePoint))
    .sort((a, b) => byCodePoint(a[0]!, b[0]!));
}

/** Strongly connected components of a graph given by its successors. */
export function components(vertices: readonly string[], next: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];
  const enter = (id: string) => {
    order.set(id, order.size);
    low.set(id, order.get(id)!);
    open.push(id);
    isOpen.add(id);
    return { id, at: 0 };
  };
  for (const root of vertices) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const step = path.at(-1)!;
      const to = next.get(step.id)?.[step.at++];
      if (to !== undefined) {
        if (!next.has(to)) continue;
        if (!order.has(to)) path.push(enter(to));
        else if (isOpen.has(to)) low.set(step.id, Math.min(low.get(step.id)!, order.get(to)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low.set(above.id, Math.min(low.get(above.id)!, low.get(step.id)!));
      if (low.get(step.id) !== order.get(step.id)) continue;
      const group = open.splice(open.lastIndexOf(step.id));
      for (const id of group) isOpen.delete(id);
      found.push(group);
    }
  }
  return found;
}
