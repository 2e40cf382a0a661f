import { type Ownership, ownedBy, ownersOf } from './ownership.ts';
import { boundsIn, exactSharesIn, type Share } from './shares.ts';

/** Shares in one organization, with what counting them cost; null where that is more than one question may use. */
interface Counted {
  readonly of: ReadonlyMap<number, Share> | null;
  readonly cost: number;
}

/** Most entries that a book keeps before it begins anew. */
const KEPT_ENTRIES = 2_000_000;

/**
 * What was counted in one structure, kept from question to question: a thousand pairs ask for the same few operators. What a question may use does not
 * depend on what was asked before: kept counts are charged what they cost.
 */
export class SharesBook {
  readonly ownership: Ownership;
  readonly #expansions: number;
  readonly #exact = new Map<number, Counted>();
  readonly #bounds = new Map<number, ReadonlyMap<number, Share>>();
  readonly #owners = new Map<number, ReadonlySet<number>>();
  readonly #related = new Map<number, ReadonlySet<number>>();
  #entries = 0;

  constructor(ownership: Ownership, expansions: number) {
    this.ownership = ownership;
    this.#expansions = expansions;
  }

  /** Exact shares, if they cost at most what is left. */
  exact(organization: number): Counted {
    return this.#kept(this.#exact, organization, () => {
      const budget = { left: this.#expansions };
      const of = exactSharesIn(this.ownership, organization, budget);
      return { of, cost: this.#expansions - budget.left };
    });
  }

  /** Lower and upper bounds by a coarser cut. */
  bounds(organization: number): ReadonlyMap<number, Share> {
    return this.#kept(this.#bounds, organization, () => boundsIn(this.ownership, organization));
  }

  /** Organizations that own it over any number of steps, itself included. */
  ownersOf(organization: number): ReadonlySet<number> {
    return this.#kept(this.#owners, organization, () => ownersOf(this.ownership, organization));
  }

  /** Everything that could have rel > 0 with it: its owners, and what they own unless they are the State. */
  related(organization: number): ReadonlySet<number> {
    return this.#kept(this.#related, organization, () => {
      const owners = this.ownersOf(organization);
      const counting = [...owners].filter((owner) => owner === organization || !this.ownership.ofTheState[owner]);
      const related = ownedBy(this.ownership, counting);
      for (const owner of owners) related.add(owner);
      return related;
    });
  }

  #kept<T extends Counted | { readonly size: number }>(kept: Map<number, T>, organization: number, count: () => T): T {
    const known = kept.get(organization);
    if (known !== undefined) return known;
    const counted = count();
    this.#entries += 'size' in counted ? counted.size : (counted.of?.size ?? 1);
    if (this.#entries > KEPT_ENTRIES) {
      for (const all of [this.#exact, this.#bounds, this.#owners, this.#related]) all.clear();
      this.#entries = 0;
    }
    kept.set(organization, counted);
    return counted;
  }
}
