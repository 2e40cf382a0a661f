import { byCodePoint } from '../foundation/text.ts';

/** A choice of datasets that together give every wanted item 最小覆盖. */
export interface Cover {
  /** Ids, sorted. */
  readonly chosen: readonly string[];
  /** True when no smaller choice exists; else it was found greedily. */
  readonly exact: boolean;
  /** The choice is at most this many times the smallest: 1 when exact, else ln(items) + 1. */
  readonly bound: number;
}

/** Beyond this many candidates, after leaving out those that another one covers, the greedy way is taken. */
const EXACT_LIMIT = 20;

/**
 * The smallest set of offers that gives all wanted items that any offer gives. Among equally small choices the one whose
 * offers come first in `offers` wins, so the caller puts the preferred ones first.
 */
export function smallestCover(
  wanted: readonly string[],
  offers: readonly { readonly id: string; readonly gives: readonly string[] }[],
): Cover {
  const needed = [...new Set(wanted)].filter((item) => offers.some((offer) => offer.gives.includes(item)));
  if (needed.length === 0) return { chosen: [], exact: true, bound: 1 };
  const bit = new Map(needed.map((item, i) => [item, 1n << BigInt(i)]));
  const all = (1n << BigInt(needed.length)) - 1n;
  const sets = prune(
    offers.map(({ id, gives }) => ({ id, mask: gives.reduce((mask, item) => mask | (bit.get(item) ?? 0n), 0n) })),
  );
  const greedy = coverGreedily(sets, all);
  if (sets.length > EXACT_LIMIT)
    return { chosen: greedy.sort(byCodePoint), exact: false, bound: Math.log(needed.length) + 1 };
  return { chosen: (coverExactly(sets, all, greedy.length) ?? greedy).sort(byCodePoint), exact: true, bound: 1 };
}

interface Marked {
  readonly id: string;
  readonly mask: bigint;
}

/** Leaves out offers that give nothing or nothing that one other offer does not give as well. */
function prune(sets: readonly Marked[]): Marked[] {
  return sets.filter(
    (one, i) =>
      one.mask !== 0n &&
      !sets.some((other, j) => i !== j && (one.mask & other.mask) === one.mask && (other.mask !== one.mask || j < i)),
  );
}

/** Always the offer that gives most of what is still missing. */
function coverGreedily(sets: readonly Marked[], all: bigint): string[] {
  const chosen: string[] = [];
  for (let left = all; left !== 0n; ) {
    let best = sets[0]!;
    for (const set of sets) if (ones(set.mask & left) > ones(best.mask & left)) best = set;
    chosen.push(best.id);
    left &= ~best.mask;
  }
  return chosen;
}

/** Tries sizes from one up; at each step only offers of the first missing item come into question. */
function coverExactly(sets: readonly Marked[], all: bigint, most: number): string[] | null {
  const search = (left: bigint, size: number, chosen: readonly string[]): string[] | null => {
    if (left === 0n) return [...chosen];
    if (size === 0) return null;
    const missing = left & -left;
    for (const set of sets) {
      if ((set.mask & missing) === 0n) continue;
      const found = search(left & ~set.mask, size - 1, [...chosen, set.id]);
      if (found) return found;
    }
    return null;
  };
  for (let size = 1; size <= most; size++) {
    const found = search(all, size, []);
    if (found) return found;
  }
  return null;
}

function ones(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) count++;
  return count;
}
