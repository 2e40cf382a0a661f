import { byCodePoint } from '../foundation/text.ts';
import { components } from '../lineage/cycles.ts';

/** A product with its distance along a chain. */
export interface Link {
  readonly id: string;
  readonly distance: number;
}

/** One step of re-development, from the product above to the one made from it. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/** Products above and below a product by re-development 再开发链; nearest first, ties by id. */
export interface Chain {
  readonly ancestors: readonly string[];
  readonly descendants: readonly string[];
  /** Longest number of steps above; steps inside a cycle do not count. */
  readonly generation: number;
  /** The top of every chain; the product itself when nothing is above it. */
  readonly firstProducts: readonly string[];
}

/** Reads a product's chain off what lies above and below it. */
export function chainOf(
  product: string,
  above: readonly Link[],
  below: readonly Link[],
  steps: readonly Step[],
): Chain {
  const { generation, tops } = climb(product, steps);
  return {
    ancestors: nearestFirst(above),
    descendants: nearestFirst(below),
    generation,
    firstProducts: above.length === 0 ? [product] : tops,
  };
}

function nearestFirst(links: readonly Link[]): string[] {
  return links.toSorted((a, b) => a.distance - b.distance || byCodePoint(a.id, b.id)).map(({ id }) => id);
}

/** Longest way up over groups of products that lie on a common cycle, and the products at the tops. */
function climb(product: string, steps: readonly Step[]): { generation: number; tops: string[] } {
  const vertices = [...new Set([product, ...steps.flatMap(({ from, to }) => [from, to])])].sort(byCodePoint);
  const up = new Map(vertices.map((id) => [id, steps.filter(({ to }) => to === id).map(({ from }) => from)]));
  const height = new Map<string, number>();
  const tops: string[] = [];
  for (const group of components(vertices, up)) {
    const higher = group.flatMap((id) => up.get(id)!).filter((id) => !group.includes(id));
    const own = higher.length === 0 ? 0 : 1 + Math.max(...higher.map((id) => height.get(id)!));
    for (const id of group) height.set(id, own);
    if (higher.length === 0) tops.push(...group);
  }
  return { generation: height.get(product)!, tops: tops.sort(byCodePoint) };
}
