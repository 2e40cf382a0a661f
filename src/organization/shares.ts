import { type Chain, chainOf, compareChains, upward } from './chains.ts';
import { type Ownership, ownersOf } from './ownership.ts';

/**
 * own(Z, X) for every owner Z of one organization X 穿透持股: the sum over all simple chains from Z down to X of the product of the shares
 * along the chain, at most 1. A simple chain visits each knot of cross-holdings (component) once, in one piece; so chains are enumerated inside
 * knots only, and between them sums are carried upward. A branch whose sum falls under 1e-9 is cut.
 */
export interface Share {
  /** Certain: what the counted chains give. */
  lower: number;
  /** Possible: equal to `lower` where all chains were counted. */
  upper: number;
  /** Strongest single chain, from X up to Z, and the product along it; null where only a bound is known. */
  chain: Chain | null;
  product: number;
}

/** Work that one question may use: an expansion is one step along a chain inside a knot of cross-holdings. */
export interface Budget {
  left: number;
}

export const CUT = 1e-9;
/** Coarser cuts for bounds, when the exact count is too long. */
const COARSE = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1];
/** A coarse cut that needs more steps than this gives way to a coarser one. */
const COARSE_PASS = 50_000;

/** Values are compared after rounding to 9 decimals. */
export function round9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Shares of all owners of an organization, all chains counted; null when the budget ran out. */
export function exactSharesIn(
  ownership: Ownership,
  organization: number,
  budget: Budget,
): ReadonlyMap<number, Share> | null {
  const exact = new Count(ownership, organization, ownersOf(ownership, organization), CUT, budget);
  return exact.run() ? exact.of : null;
}

/** Lower and upper bounds of them, by the finest of the coarser cuts that takes few enough steps. */
export function boundsIn(ownership: Ownership, organization: number): ReadonlyMap<number, Share> {
  const owners = ownersOf(ownership, organization);
  for (const cut of COARSE) {
    const coarse = new Count(ownership, organization, owners, cut, { left: COARSE_PASS });
    if (coarse.run()) return withBounds(ownership, owners, coarse.of, coarse.cutMass);
  }
  return withBounds(ownership, owners, new Map(), Number.POSITIVE_INFINITY);
}

/** One count upward from an organization. */
class Count {
  readonly of = new Map<number, Share>();
  /** Sum of what was cut. */
  cutMass = 0;
  readonly #ownership: Ownership;
  readonly #owners: ReadonlySet<number>;
  readonly #cut: number;
  readonly #budget: Budget;
  /** What enters an organization from below its knot, with the strongest chain. */
  readonly #entering = new Map<number, Share>();

  constructor(ownership: Ownership, start: number, owners: ReadonlySet<number>, cut: number, budget: Budget) {
    this.#ownership = ownership;
    this.#owners = owners;
    this.#cut = cut;
    this.#budget = budget;
    this.#entering.set(start, { lower: 1, upper: 1, chain: chainOf(start), product: 1 });
  }

  /** False when the budget ran out. */
  run(): boolean {
    const { component } = this.#ownership;
    const inOrder = [...this.#owners].sort((a, b) => component[b]! - component[a]! || a - b);
    for (let from = 0; from < inOrder.length; ) {
      let to = from + 1;
      while (to < inOrder.length && component[inOrder[to]!] === component[inOrder[from]!]) to += 1;
      const knot = inOrder.slice(from, to);
      for (const at of knot) if (!this.#within(at, knot.length > 1)) return false;
      for (const at of knot) this.#leave(at);
      from = to;
    }
    for (const share of this.of.values()) share.upper = share.lower = Math.min(1, share.lower);
    return true;
  }

  /** Everything that enters at one organization, carried along all simple chains inside its knot. */
  #within(entry: number, isKnot: boolean): boolean {
    const entering = this.#entering.get(entry);
    if (!entering) return true;
    note(this.of, entry, entering.lower, entering.chain!, entering.product);
    if (!isKnot) return true;
    const { owners, component } = this.#ownership;
    const links = [{ at: entry, factor: 1, chain: entering.chain!, next: 0 }];
    const onChain = new Set([entry]);
    while (links.length > 0) {
      const link = links.at(-1)!;
      const holding = owners[link.at]![link.next++];
      if (!holding) {
        onChain.delete(link.at);
        links.pop();
        continue;
      }
      const { owner, share } = holding;
      if (component[owner] !== component[entry] || onChain.has(owner)) continue;
      const factor = link.factor * share;
      const mass = entering.lower * factor;
      if (mass < this.#cut) {
        this.cutMass += mass;
        continue;
      }
      if (this.#budget.left <= 0) return false;
      this.#budget.left -= 1;
      const chain = chainOf(owner, link.chain);
      note(this.of, owner, mass, chain, entering.product * factor);
      onChain.add(owner);
      links.push({ at: owner, factor, chain, next: 0 });
    }
    return true;
  }

  /** Carries an organization's sum to its owners outside the knot. */
  #leave(at: number): void {
    const share = this.of.get(at);
    if (!share) return;
    const { owners, component } = this.#ownership;
    for (const holding of owners[at]!) {
      if (component[holding.owner] === component[at]) continue;
      const mass = share.lower * holding.share;
      if (mass < this.#cut) this.cutMass += mass;
      else
        note(this.#entering, holding.owner, mass, chainOf(holding.owner, share.chain), share.product * holding.share);
    }
  }
}

function note(of: Map<number, Share>, owner: number, mass: number, chain: Chain, product: number): void {
  const share = of.get(owner);
  if (!share) {
    of.set(owner, { lower: mass, upper: mass, chain, product });
    return;
  }
  share.lower += mass;
  if (isStronger(product, chain, share)) {
    share.chain = chain;
    share.product = product;
  }
}

/** Greater product after rounding, then fewer organizations, then smaller ids in the order of the chain. */
function isStronger(product: number, chain: Chain, than: Share): boolean {
  const difference = round9(product) - round9(than.product);
  if (difference !== 0 || than.chain === null) return difference > 0;
  if (chain.length !== than.chain.length) return chain.length < than.chain.length;
  return compareChains(upward(chain), upward(than.chain)) < 0;
}

/**
 * Upper bounds for a count that was cut coarsely. Where nobody's owners hold more than the whole, a branch that was cut can give one owner no more
 * than its sum; otherwise (records that add up to more than 1) nothing less than 1 is certain.
 */
function withBounds(
  ownership: Ownership,
  owners: ReadonlySet<number>,
  of: Map<number, Share>,
  cutMass: number,
): Map<number, Share> {
  let consistent = true;
  for (const at of owners) {
    const held = ownership.owners[at]!.reduce((sum, { share }) => sum + share, 0);
    if (held > 1 + CUT) consistent = false;
  }
  const open = consistent ? cutMass : Number.POSITIVE_INFINITY;
  for (const owner of owners) {
    const share = of.get(owner) ?? { lower: 0, upper: 0, chain: null, product: 0 };
    share.upper = Math.min(1, share.lower + open);
    of.set(owner, share);
  }
  return of;
}
