import type { Prepared } from './features.ts';
import { gramsOf, SOURCES, type Source } from './grams.ts';
import type { Lexicon } from './lexicon.ts';

/** A candidate with what speaks for it: shares of weight in common, 0 to 1. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
}

interface Entry {
  readonly id: string;
  readonly slot: number;
  /** Gram numbers with weights, per source. */
  readonly grams: Readonly<Record<Source, ReadonlyMap<number, number>>>;
  readonly totals: Readonly<Record<Source, number>>;
}

/** Entries looked at per source, rarest grams first: the common ones tell little and cost most. */
const BUDGET = 30_000;
/** Added to a rank before it is inverted (reciprocal rank fusion). */
const RANK_OFFSET = 10;

/**
 * Candidates 候选 for a title among prepared datasets, in memory; for the bench.
 * Adding, removing and asking cost a few milliseconds at most. Order of equal candidates: by id.
 */
export class CandidateIndex {
  readonly #lexicon: Lexicon;
  readonly #entries = new Map<string, Entry>();
  readonly #slots: (Entry | null)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #postings: number[][] = [];
  #sums = new Float64Array(1024);
  #totals: Record<Source, Float64Array> = {
    plain: new Float64Array(1024),
    core: new Float64Array(1024),
    meaning: new Float64Array(1024),
  };

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Enters a dataset; replaces what has the same id. */
  add(id: string, prepared: Prepared): void {
    this.remove(id);
    const entry = this.#entry(id, this.#slots.length, prepared);
    this.#slots.push(entry);
    this.#entries.set(id, entry);
    this.#grow();
    for (const source of SOURCES) this.#totals[source][entry.slot] = entry.totals[source];
    for (const source of SOURCES) for (const gram of entry.grams[source].keys()) this.#postings[gram]?.push(entry.slot);
  }

  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#slots[entry.slot] = null;
    for (const source of SOURCES)
      for (const gram of entry.grams[source].keys()) {
        const row = this.#postings[gram];
        const at = row ? row.lastIndexOf(entry.slot) : -1;
        if (row && at >= 0) row.splice(at, 1);
      }
  }

  /** The best candidates of all sources, fused by reciprocal rank. */
  candidates(asked: Prepared, limit: number, except?: string): Candidate[] {
    const query = this.#entry('', -1, asked);
    const fused = new Map<number, number>();
    for (const source of SOURCES) {
      let rank = 0;
      let last = Number.NaN;
      for (const [i, { slot, score }] of this.#ranked(query, source, limit * 2).entries()) {
        if (score !== last) rank = i;
        last = score;
        fused.set(slot, (fused.get(slot) ?? 0) + RANK_OFFSET / (3 * (RANK_OFFSET + rank)));
      }
    }
    const found: Candidate[] = [];
    for (const [slot, score] of fused) {
      const entry = this.#slots[slot];
      if (entry && entry.id !== except) found.push({ id: entry.id, score });
    }
    found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return found.slice(0, limit);
  }

  /** Shared weight over the weight of both, best first. */
  #ranked(query: Entry, source: Source, limit: number): Ranked[] {
    const sums = this.#sums;
    const rows: { row: readonly number[]; weight: number }[] = [];
    for (const [gram, weight] of query.grams[source]) {
      const row = this.#postings[gram];
      if (row && row.length > 0) rows.push({ row, weight });
    }
    rows.sort((a, b) => a.row.length - b.row.length);
    const touched: number[] = [];
    let looked = 0;
    for (const { row, weight } of rows) {
      looked += row.length;
      if (looked > BUDGET && touched.length > 0) break;
      for (const slot of row) {
        const sum = sums[slot] as number;
        if (sum === 0) touched.push(slot);
        sums[slot] = sum + weight;
      }
    }
    const ranked = best(touched, sums, this.#totals[source], query.totals[source], limit);
    for (const slot of touched) sums[slot] = 0;
    return ranked;
  }

  #grow(): void {
    if (this.#slots.length <= this.#sums.length) return;
    const grown = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const wide = new Float64Array(this.#slots.length * 2);
      wide.set(old);
      return wide;
    };
    this.#sums = grown(this.#sums);
    this.#totals = {
      plain: grown(this.#totals.plain),
      core: grown(this.#totals.core),
      meaning: grown(this.#totals.meaning),
    };
  }

  #entry(id: string, slot: number, prepared: Prepared): Entry {
    const parts = gramsOf(this.#lexicon, prepared);
    const numbered = (source: Source) =>
      new Map([...parts[source]].map(([gram, weight]) => [this.#number(gram), weight]));
    const grams = { plain: numbered('plain'), core: numbered('core'), meaning: numbered('meaning') };
    const total = (source: Source): number => [...grams[source].values()].reduce((sum, weight) => sum + weight, 0);
    return { id, slot, grams, totals: { plain: total('plain'), core: total('core'), meaning: total('meaning') } };
  }

  #number(gram: string): number {
    const known = this.#numbers.get(gram);
    if (known !== undefined) return known;
    const number = this.#postings.push([]) - 1;
    this.#numbers.set(gram, number);
    return number;
  }
}

interface Ranked {
  readonly slot: number;
  readonly score: number;
}

/** The highest scores, sorted; a floor is raised on the way so that few are kept. */
function best(
  touched: readonly number[],
  sums: Float64Array,
  totals: Float64Array,
  own: number,
  limit: number,
): Ranked[] {
  const order = (a: Ranked, b: Ranked): number => b.score - a.score || a.slot - b.slot;
  let kept: Ranked[] = [];
  let floor = 0;
  for (const slot of touched) {
    const shared = sums[slot] as number;
    const score = shared / (own + (totals[slot] as number) - shared || 1);
    if (score <= floor) continue;
    kept.push({ slot, score });
    if (kept.length < limit * 4) continue;
    kept = kept.sort(order).slice(0, limit);
    floor = kept.at(-1)?.score ?? 0;
  }
  return kept.sort(order).slice(0, limit);
}
