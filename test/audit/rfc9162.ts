import { createHash } from 'node:crypto';

/**
 * RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, written down as they stand there: recursive definitions over whole lists of
 * leaves. Slow on purpose, and nothing of the registry's own code is in it.
 */
type Leaves = readonly Buffer[];

const sha256 = (...parts: readonly Buffer[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The largest power of two smaller than n. */
function k(n: number): number {
  let power = 1;
  while (power << 1 < n) power <<= 1;
  return power;
}

/** MTH(D_n) */
export function mth(d: Leaves): Buffer {
  if (d.length === 0) return sha256();
  if (d.length === 1) return sha256(Buffer.of(0x00), d[0]!);
  const middle = k(d.length);
  return sha256(Buffer.of(0x01), mth(d.slice(0, middle)), mth(d.slice(middle)));
}

/** PATH(m, D_n) */
export function path(m: number, d: Leaves): Buffer[] {
  if (d.length === 1) return [];
  const middle = k(d.length);
  return m < middle
    ? [...path(m, d.slice(0, middle)), mth(d.slice(middle))]
    : [...path(m - middle, d.slice(middle)), mth(d.slice(0, middle))];
}

/** PROOF(m, D_n) */
export function proof(m: number, d: Leaves): Buffer[] {
  return m === d.length ? [] : subproof(m, d, true);
}

function subproof(m: number, d: Leaves, b: boolean): Buffer[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const middle = k(d.length);
  return m <= middle
    ? [...subproof(m, d.slice(0, middle), b), mth(d.slice(middle))]
    : [...subproof(m - middle, d.slice(middle), false), mth(d.slice(0, middle))];
}

/** The root that a path leads to, by the definition of PATH read backwards. */
export function rootOfPath(m: number, n: number, leaf: Buffer, hashes: Leaves): Buffer {
  if (n === 1) {
    if (hashes.length > 0) throw new Error('the path is too long');
    return sha256(Buffer.of(0x00), leaf);
  }
  const last = hashes.at(-1);
  if (last === undefined) throw new Error('the path is too short');
  const middle = k(n);
  return m < middle
    ? sha256(Buffer.of(0x01), rootOfPath(m, middle, leaf, hashes.slice(0, -1)), last)
    : sha256(Buffer.of(0x01), last, rootOfPath(m - middle, n - middle, leaf, hashes.slice(0, -1)));
}
