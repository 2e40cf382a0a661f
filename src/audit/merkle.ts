import { hash } from 'node:crypto';

/**
 * The Merkle tree of the log 默克尔树 after RFC 9162, section 2.1: what a head, an inclusion proof and a consistency proof
 * are made of, and how they are checked. Pure; where the hashes of subtrees are kept is not its matter (tiles.ts).
 */

/** A full subtree: over the 2^height leaves from index · 2^height on. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Leaves from `from` on, up to but without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const NODE = Buffer.from([1]);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

/** The hash of a node: SHA-256 of a one byte and the hashes of its two sides. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** The full subtrees that a span consists of, largest first; the span is one that proofs speak of, so they stand in order. */
export function subtreesOf({ from, to }: Span): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to; ) {
    let height = 0;
    while (at + 2 ** (height + 1) <= to && at % 2 ** (height + 1) === 0) height++;
    found.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return found;
}

/** The hash of a span, from those of its full subtrees. */
export function spanHash(subtrees: readonly Buffer[]): Buffer {
  return subtrees.length === 0 ? EMPTY_ROOT : subtrees.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below a size of at least 2. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The spans whose hashes prove that a leaf is in the tree of a size, lowest first: PATH of RFC 9162. */
export function inclusionSpans(leaf: number, size: number): Span[] {
  const spans: Span[] = [];
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + split(to - from);
    if (leaf < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/** The spans whose hashes prove that the tree of one size begins with that of a smaller one: PROOF of RFC 9162. */
export function consistencySpans(first: number, second: number): Span[] {
  const spans: Span[] = [];
  if (first === 0 || first >= second) return spans;
  let [from, to, whole] = [0, second, true];
  while (first !== to) {
    const middle = from + split(to - from);
    if (first <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  if (!whole) spans.push({ from, to });
  return spans.reverse();
}

/** The root that an inclusion proof leads to; null for one that cannot be right. RFC 9162, 2.1.3.2. */
export function rootFromInclusion(
  leafHash: Buffer,
  leaf: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size) return null;
  let [at, last, root] = [leaf, size - 1, leafHash];
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else root = nodeHash(root, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
}

/** Whether a proof shows that the tree with the second root begins with that of the first. RFC 9162, 2.1.4.2. */
export function isConsistent(
  first: { readonly size: number; readonly root: Buffer },
  second: { readonly size: number; readonly root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return proof.length === 0;
  const [start, ...rest] = Number.isInteger(Math.log2(first.size)) ? [first.root, ...proof] : proof;
  if (start === undefined) return false;
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [one, two] = [start, start];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      one = nodeHash(sibling, one);
      two = nodeHash(sibling, two);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else two = nodeHash(two, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && one.equals(first.root) && two.equals(second.root);
}

const half = (number: number) => Math.floor(number / 2);
