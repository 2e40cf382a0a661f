import { type Prepared, prepare, type Subject } from './features.ts';
import { type Judge, type Judgment, judgeMatch } from './judge.ts';
import { bySurety } from './pair-cursor.ts';
import { PairIndex } from './pair-index.ts';

/** Two datasets that look like duplicates 疑似重复; `a` before `b` by id, the judgment is of `b` to `a`. */
export interface LikelyPair {
  readonly a: string;
  readonly b: string;
  readonly judgment: Judgment;
}

/**
 * All pairs of a catalog that look like duplicates, kept as datasets come, change and go 疑似重复存量: a change costs the pairs of
 * the changed dataset. Whether two are a pair depends on these two alone, so the stock is the same however it came about.
 */
export class PairStock {
  readonly #judge: Judge;
  readonly #floor: number;
  readonly #index: PairIndex;
  readonly #prepared = new Map<string, Prepared>();
  /** Pairs of each dataset by the other one. */
  readonly #partners = new Map<string, Map<string, LikelyPair>>();
  #sorted: readonly LikelyPair[] = [];
  /** Datasets whose pairs are not yet as they are in the sorted list. */
  #touched = new Set<string>();

  /** Pairs under the estimated probability `floor` are not kept. */
  constructor(judge: Judge, floor: number) {
    this.#judge = judge;
    this.#floor = floor;
    this.#index = new PairIndex(judge.lexicon);
  }

  get size(): number {
    return this.#prepared.size;
  }

  /** Enters a dataset, or enters it anew with what it says now. */
  put(id: string, subject: Subject): void {
    this.drop(id);
    const own = prepare(this.#judge.lexicon, subject);
    this.#prepared.set(id, own);
    this.#index.add(id, own);
    const pairs = new Map<string, LikelyPair>();
    for (const other of this.#index.partners(id)) {
      const pair = this.#pair(id, own, other, this.#prepared.get(other)!);
      if (pair.judgment.score < this.#floor) continue;
      pairs.set(other, pair);
      this.#partners.get(other)!.set(id, pair);
    }
    this.#partners.set(id, pairs);
    this.#touched.add(id);
  }

  drop(id: string): void {
    if (!this.#prepared.delete(id)) return;
    this.#index.remove(id);
    for (const other of this.#partners.get(id)?.keys() ?? []) this.#partners.get(other)?.delete(id);
    this.#partners.delete(id);
    this.#touched.add(id);
  }

  /** Surest first, ties by ids. */
  pairs(): readonly LikelyPair[] {
    if (this.#touched.size === 0) return this.#sorted;
    const touched = this.#touched;
    const fresh = new Set([...touched].flatMap((id) => [...(this.#partners.get(id)?.values() ?? [])]));
    const kept = this.#sorted.filter(({ a, b }) => !touched.has(a) && !touched.has(b));
    this.#sorted = merged(kept, [...fresh].sort(inOrder));
    this.#touched = new Set();
    return this.#sorted;
  }

  #pair(id: string, own: Prepared, other: string, its: Prepared): LikelyPair {
    return id < other
      ? { a: id, b: other, judgment: judgeMatch(this.#judge, own, its) }
      : { a: other, b: id, judgment: judgeMatch(this.#judge, its, own) };
  }
}

/** A pair as lists are ordered by. */
export function scoredPair({ a, b, judgment }: LikelyPair) {
  return { a, b, score: judgment.score };
}

function inOrder(x: LikelyPair, y: LikelyPair): number {
  return bySurety(scoredPair(x), scoredPair(y));
}

function merged(a: readonly LikelyPair[], b: readonly LikelyPair[]): LikelyPair[] {
  const all: LikelyPair[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && inOrder(b[j]!, one) < 0) all.push(b[j++]!);
    all.push(one);
  }
  return [...all, ...b.slice(j)];
}
