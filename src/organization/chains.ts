/** A chain of organizations from one up to an owner 持股链, kept by its last link so that chains share their beginnings. */
export interface Chain {
  readonly at: number;
  readonly below: Chain | null;
  /** Number of organizations. */
  readonly length: number;
}

export function chainOf(at: number, below: Chain | null = null): Chain {
  return { at, below, length: (below?.length ?? 0) + 1 };
}

/** The organizations of a chain, from the lowest up. */
export function upward(chain: Chain): number[] {
  const path: number[] = [];
  for (let link: Chain | null = chain; link !== null; link = link.below) path.push(link.at);
  return path.reverse();
}

/** Shorter first, then by ids (numbers are in the order of ids). */
export function compareChains(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
