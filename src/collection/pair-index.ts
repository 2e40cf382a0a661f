import type { Prepared } from './features.ts';
import { gramsOf, SOURCES, type Source } from './grams.ts';
import type { Lexicon } from './lexicon.ts';

/** Parts of one title in one source. */
interface Parts {
  /** Numbers of the parts, ascending, and their weights. */
  readonly numbers: Int32Array;
  readonly weights: Float64Array;
  readonly total: number;
  /** The rarest ones: whoever shares enough shares one of these. */
  readonly rare: Int32Array;
}

interface Entry {
  readonly id: string;
  readonly parts: Readonly<Record<Source, Parts>>;
}

/** Two titles are looked at together when they have this share of weight in common, in any source. */
const ENOUGH = 0.35;
/** Sums of weights are exact to this. */
const ROUNDING = 1e-9;

/**
 * Who of a catalog is worth comparing with whom, in memory 查重索引. Whether two are depends on these two alone, so that it does
 * not matter who else is there, nor in which order they came. Found by prefix filtering: two weighted sets that overlap enough
 * share one of their rarest parts, in an order that is the same for all (Chaudhuri, Ganti, Kaushik: a primitive operator for
 * similarity joins, 2006).
 */
export class PairIndex {
  readonly #lexicon: Lexicon;
  readonly #entries = new Map<string, Entry>();
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #rarities: number[] = [];
  readonly #holders: Set<Entry>[] = [];

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Enters a dataset; replaces what has the same id. */
  add(id: string, prepared: Prepared): void {
    this.remove(id);
    const grams = gramsOf(this.#lexicon, prepared);
    const entry = {
      id,
      parts: {
        plain: this.#parts(pairsAlone(grams.plain)),
        core: this.#parts(pairsAlone(grams.core)),
        meaning: this.#parts(grams.meaning),
      },
    };
    this.#entries.set(id, entry);
    for (const source of SOURCES) for (const number of entry.parts[source].rare) this.#holders[number]!.add(entry);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    for (const source of SOURCES) for (const number of entry.parts[source].rare) this.#holders[number]!.delete(entry);
  }

  /** Ids of all others that are worth comparing with one. */
  partners(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const own = this.#entries.get(id);
    if (own === undefined) return found;
    for (const source of SOURCES) {
      const seen = new Set<Entry>([own]);
      for (const number of own.parts[source].rare)
        for (const other of this.#holders[number]!) {
          if (seen.has(other)) continue;
          seen.add(other);
          if (!found.has(other.id) && isEnough(own.parts[source], other.parts[source])) found.add(other.id);
        }
    }
    return found;
  }

  #parts(grams: ReadonlyMap<string, number>): Parts {
    const all = [...grams].map(([gram, weight]) => ({ number: this.#number(gram, weight), weight }));
    const total = all.reduce((sum, { weight }) => sum + weight, 0);
    const rarest = [...all].sort((a, b) => this.#order(a.number, b.number));
    let left = total;
    const rare: number[] = [];
    for (const { number, weight } of rarest) {
      if (left < ENOUGH * total - ROUNDING) break;
      rare.push(number);
      left -= weight;
    }
    all.sort((a, b) => a.number - b.number);
    return {
      numbers: Int32Array.from(all, ({ number }) => number),
      weights: Float64Array.from(all, ({ weight }) => weight),
      total,
      rare: Int32Array.from(rare),
    };
  }

  /** Rarest first; the order of any two is the same in every title. */
  #order(a: number, b: number): number {
    return this.#rarities[b]! - this.#rarities[a]! || (this.#names[a]! < this.#names[b]! ? -1 : 1);
  }

  #number(gram: string, weight: number): number {
    const known = this.#numbers.get(gram);
    if (known !== undefined) return known;
    const number = this.#names.push(gram) - 1;
    this.#numbers.set(gram, number);
    this.#rarities.push(gram.startsWith('m') ? this.#rarityOf(gram.slice(1)) : weight);
    this.#holders.push(new Set());
    return number;
  }

  #rarityOf(word: string): number {
    return [...word].reduce((sum, character) => sum + this.#lexicon.rarity(character), 0);
  }
}

/** Single characters are left out where there are pairs: they are in too many titles. */
function pairsAlone(grams: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const pairs = [...grams].filter(([gram]) => gram.length > 2);
  return pairs.length === 0 ? grams : new Map(pairs);
}

/** Whether the weight in common is enough of the weight of both. */
function isEnough(a: Parts, b: Parts): boolean {
  if (Math.min(a.total, b.total) < ENOUGH * Math.max(a.total, b.total)) return false;
  let both = 0;
  for (let i = 0, j = 0; i < a.numbers.length && j < b.numbers.length; ) {
    const difference = a.numbers[i]! - b.numbers[j]!;
    if (difference === 0) both += Math.min(a.weights[i]!, b.weights[j]!);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return both >= ENOUGH * (a.total + b.total - both);
}
