import { compareChains, upward } from './chains.ts';
import type { Ownership, SideEdge } from './ownership.ts';
import { type Budget, round9, type Share } from './shares.ts';
import { SharesBook } from './shares-book.ts';

/** How two organizations are tied 关联方式. */
export type Via =
  /** Not at all. */
  | { readonly kind: 'NONE' }
  /** They are one organization 同一机构. */
  | { readonly kind: 'SAME' }
  /** By shares: `common` owns into both (a parent, a subsidiary, or a third as with sister companies 母子公司、姊妹公司). */
  | { readonly kind: 'OWNERSHIP'; readonly common: string }
  /** By one tie that is no ownership, with shares on both sides. */
  | {
      readonly kind: 'SIDE_EDGE';
      readonly common: readonly [string, string];
      readonly edge: { key: string; kind: string; from: string; to: string };
    };

/**
 * The connection of two organizations on a day 关联关系 (rules.md, R23-6): strength 0–1, rounded to 9 decimals. `lower` = `upper` when all chains were
 * counted; otherwise the truth lies between. `path` reads from the first organization up to the common owner and down to the second.
 */
export interface Connection {
  readonly lower: number;
  readonly upper: number;
  readonly fullyCounted: boolean;
  readonly path: readonly string[];
  readonly via: Via;
}

/** At most so many steps along chains for one pair. */
export const EXPANSIONS_A_PAIR = 200_000;

/** rel(A, B): bounds, and the strongest way with its common owner. */
interface Relation {
  readonly lower: number;
  readonly upper: number;
  readonly path: readonly number[];
  readonly common: number;
}

/** The connection of two organizations in an ownership structure (that of the day in question). */
export function connection(ownership: Ownership, a: string, b: string, expansions = EXPANSIONS_A_PAIR): Connection {
  return connectionIn(new SharesBook(ownership, expansions), a, b, expansions);
}

/** The same, with what was counted for earlier questions at hand. */
export function connectionIn(book: SharesBook, a: string, b: string, expansions = EXPANSIONS_A_PAIR): Connection {
  if (a === b) return { lower: 1, upper: 1, fullyCounted: true, path: [a], via: { kind: 'SAME' } };
  const { ownership } = book;
  const [from, to] = [ownership.numberOf.get(a), ownership.numberOf.get(b)];
  if (from === undefined || to === undefined) return NO_CONNECTION;
  const pair = new Pair(book, { left: expansions });
  return pair.connect(from, to);
}

const NO_CONNECTION: Connection = { lower: 0, upper: 0, fullyCounted: true, path: [], via: { kind: 'NONE' } };

/** One question: all that is counted for it shares one budget. */
class Pair {
  readonly #ownership: Ownership;
  readonly #book: SharesBook;
  readonly #budget: Budget;
  readonly #charged = new Set<number>();
  #fullyCounted = true;

  constructor(book: SharesBook, budget: Budget) {
    this.#ownership = book.ownership;
    this.#book = book;
    this.#budget = budget;
  }

  connect(from: number, to: number): Connection {
    let best = this.#relation(from, to);
    let edge: SideEdge | null = null;
    let common: [number, number] | null = null;
    let upper = best?.upper ?? 0;
    for (const candidate of this.#sideEdges(from, to)) {
      if (this.#budget.left <= 0) {
        // Nothing more can be counted: of the ties that are left nothing less than 1 is certain.
        upper = 1;
        break;
      }
      const up = this.#relation(from, candidate.a);
      // The other half is at most 1: what cannot reach the best found so far needs no counting.
      if (!up || (best !== null && round9(up.upper) < round9(best.lower))) continue;
      const down = this.#relation(candidate.b, to);
      if (!down) continue;
      const whole: Relation = {
        lower: up.lower * down.lower,
        upper: up.upper * down.upper,
        path: [...up.path, ...down.path],
        common: up.common,
      };
      upper = Math.max(upper, whole.upper);
      if (best === null || isBetter(whole, best)) [best, edge, common] = [whole, candidate, [up.common, down.common]];
    }
    best ??= { lower: 0, upper, path: [], common: from };
    if (upper === 0) return NO_CONNECTION;
    const id = (at: number): string => this.#ownership.ids[at]!;
    const via: Via =
      edge && common
        ? {
            kind: 'SIDE_EDGE',
            common: [id(common[0]), id(common[1])],
            edge: { key: edge.key, kind: edge.kind, from: id(edge.a), to: id(edge.b) },
          }
        : { kind: 'OWNERSHIP', common: id(best.common) };
    const lower = round9(best.lower);
    return {
      lower,
      upper: this.#fullyCounted ? lower : round9(upper),
      fullyCounted: this.#fullyCounted,
      path: best.path.map(id),
      via,
    };
  }

  /** Ties whose one end is related to `from` and the other to `to` by shares at all, in both readings. */
  #sideEdges(from: number, to: number): SideEdge[] {
    const { sideEdges } = this.#ownership;
    if (sideEdges.length === 0) return [];
    const [near, far] = [this.#book.related(from), this.#book.related(to)];
    const both = sideEdges.flatMap((edge) => [edge, { ...edge, a: edge.b, b: edge.a }]);
    return both.filter((edge) => near.has(edge.a) && far.has(edge.b));
  }

  #sharesIn(organization: number): ReadonlyMap<number, Share> {
    const { of, cost } = this.#book.exact(organization);
    const due = this.#charged.has(organization) ? 0 : cost;
    if (of !== null && due <= this.#budget.left) {
      this.#budget.left -= due;
      this.#charged.add(organization);
      return of;
    }
    this.#budget.left = 0;
    this.#fullyCounted = false;
    return this.#book.bounds(organization);
  }

  /** The common owners that count: a State body only if it is one of the two. Most pairs have none, and need no counting. */
  #commonOwners(a: number, b: number): number[] {
    const ofB = this.#book.ownersOf(b);
    const { ofTheState } = this.#ownership;
    return [...this.#book.ownersOf(a)].filter((z) => ofB.has(z) && (!ofTheState[z] || z === a || z === b));
  }

  /** rel(A, B): the greatest own(Z, A) × own(Z, B) over all Z; a State body that is neither A nor B does not count. */
  #relation(a: number, b: number): Relation | null {
    const commons = this.#commonOwners(a, b);
    if (commons.length === 0) return null;
    const [inA, inB] = [this.#sharesIn(a), this.#sharesIn(b)];
    let best: Relation | null = null;
    let upper = 0;
    for (const common of commons) {
      const [ofA, ofB] = [inA.get(common), inB.get(common)];
      // Every chain to it was cut as too thin.
      if (!ofA || !ofB) continue;
      upper = Math.max(upper, ofA.upper * ofB.upper);
      const lower = ofA.lower * ofB.lower;
      if (best !== null && round9(lower) < round9(best.lower)) continue;
      const path = ofA.chain && ofB.chain ? [...upward(ofA.chain), ...upward(ofB.chain).reverse().slice(1)] : [];
      const candidate = { lower, upper, path, common };
      if (best === null || isBetter(candidate, best)) best = candidate;
    }
    return best && { ...best, upper };
  }
}

/** Stronger after rounding, then fewer organizations, then smaller ids. A way whose chain is not known comes last. */
function isBetter(a: Relation, b: Relation): boolean {
  const difference = round9(a.lower) - round9(b.lower);
  if (difference !== 0) return difference > 0;
  if (a.path.length === 0 || b.path.length === 0) return a.path.length > b.path.length;
  return compareChains(a.path, b.path) < 0;
}
