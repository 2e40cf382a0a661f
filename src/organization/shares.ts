import { type Ownership, ownersOf } from './ownership.ts';

/**
 * own(Z, X) for every owner Z of one organization X 穿透持股: the sum over all simple chains from Z down to X of the product of the shares
 * along the chain, at most 1. Chains are followed upward from X; one whose product falls under 1e-9 is cut.
 */
export interface Share {
  /** Certain: what the counted chains give. */
  lower: number;
  /** Possible: equal to `lower` where all chains were counted. */
  upper: number;
  /** Strongest single chain, from X up to Z, and the product along it; null where only a bound is known. */
  chain: readonly number[] | null;
  product: number;
}

export interface Shares {
  readonly of: ReadonlyMap<number, Share>;
  readonly fullyCounted: boolean;
}

/** Work that one question may use: an expansion is one step up a chain. */
export interface Budget {
  /** Expansions left for exact counts. */
  left: number;
  /** Expansions left for bounds, once the exact ones are used up. */
  coarse: number;
}

export const CUT = 1e-9;
/** Coarser cuts for bounds, when the exact count is too long. */
const COARSE = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1];

/** Values are compared after rounding to 9 decimals. */
export function round9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Shares of all owners of an organization, within the budget; beyond it lower and upper bounds by a coarser cut. */
export function sharesIn(ownership: Ownership, organization: number, budget: Budget): Shares {
  const exact = count(ownership, organization, CUT, budget);
  if (exact) return { of: exact.of, fullyCounted: true };
  for (const cut of COARSE) {
    const pass = { left: Math.min(COARSE_PASS, budget.coarse), coarse: 0 };
    const given = pass.left;
    const coarse = count(ownership, organization, cut, pass);
    budget.coarse -= given - pass.left;
    if (coarse) return { of: withBounds(ownership, organization, coarse), fullyCounted: coarse.cutMass === 0 };
  }
  const nothing = { of: new Map(), cutMass: Number.POSITIVE_INFINITY };
  return { of: withBounds(ownership, organization, nothing), fullyCounted: false };
}

/** A coarse cut that needs more steps than this gives way to a coarser one. */
const COARSE_PASS = 50_000;

interface Count {
  readonly of: Map<number, Share>;
  /** Sum of the products of all chains that were cut. */
  readonly cutMass: number;
}

/** Walks all simple chains upward whose product reaches `cut`; null when the budget ran out. */
function count(ownership: Ownership, start: number, cut: number, budget: Budget): Count | null {
  const of = new Map<number, Share>([[start, { lower: 1, upper: 1, chain: [start], product: 1 }]]);
  const onChain = new Set([start]);
  const chain = [start];
  const products = [1];
  const next = [0];
  let cutMass = 0;
  while (chain.length > 0) {
    const depth = chain.length - 1;
    const holdings = ownership.owners[chain[depth]!]!;
    const at = next[depth]!;
    if (at >= holdings.length) {
      onChain.delete(chain.pop()!);
      products.pop();
      next.pop();
      continue;
    }
    next[depth] = at + 1;
    const { owner, share } = holdings[at]!;
    if (onChain.has(owner)) continue;
    const product = products[depth]! * share;
    if (product < cut) {
      cutMass += product;
      continue;
    }
    if (budget.left <= 0) return null;
    budget.left -= 1;
    chain.push(owner);
    onChain.add(owner);
    products.push(product);
    next.push(0);
    note(of, owner, product, chain);
  }
  for (const share of of.values()) share.upper = share.lower = Math.min(1, share.lower);
  return { of, cutMass };
}

function note(of: Map<number, Share>, owner: number, product: number, chain: readonly number[]): void {
  const share = of.get(owner);
  if (!share) {
    of.set(owner, { lower: product, upper: product, chain: [...chain], product });
    return;
  }
  share.lower += product;
  if (isStronger(product, chain, share)) {
    share.chain = [...chain];
    share.product = product;
  }
}

/** Greater product after rounding, then fewer organizations, then smaller ids in the order of the chain. */
function isStronger(product: number, chain: readonly number[], than: Share): boolean {
  const difference = round9(product) - round9(than.product);
  if (difference !== 0 || than.chain === null) return difference > 0;
  return compareChains(chain, than.chain) < 0;
}

/** Shorter first, then by ids (numbers are in the order of ids). */
export function compareChains(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/**
 * Upper bounds for a count that was cut coarsely. Where nobody's owners hold more than the whole, a chain that was cut can give one owner no more
 * than its product; otherwise (records that add up to more than 1) nothing less than 1 is certain.
 */
function withBounds(ownership: Ownership, start: number, { of, cutMass }: Count): Map<number, Share> {
  const owners = ownersOf(ownership, start);
  let consistent = true;
  for (const at of owners) {
    const held = ownership.owners[at]!.reduce((sum, { share }) => sum + share, 0);
    if (held > 1 + CUT) consistent = false;
  }
  const open = consistent ? cutMass : Number.POSITIVE_INFINITY;
  for (const owner of owners) {
    const share = of.get(owner) ?? {
      lower: owner === start ? 1 : 0,
      upper: 0,
      chain: owner === start ? [start] : null,
      product: 0,
    };
    share.upper = Math.min(1, share.lower + open);
    of.set(owner, share);
  }
  return of;
}
