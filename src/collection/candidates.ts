import type { Prepared } from './features.ts';
import type { Lexicon } from './lexicon.ts';

/** A candidate with what speaks for it: shares of weight in common, 0 to 1. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
}

/** What a title is found by, per source: whole title, subject core, and meaning. */
type Source = 'plain' | 'core' | 'meaning';
const SOURCES: readonly Source[] = ['plain', 'core', 'meaning'];

interface Entry {
  readonly id: string;
  readonly slot: number;
  /** Gram numbers with weights, per source. */
  readonly grams: Readonly<Record<Source, ReadonlyMap<number, number>>>;
  readonly totals: Readonly<Record<Source, number>>;
}

/** Grams in more entries than this are not followed: they tell nothing and cost most. */
const COMMON = 4000;
/** Added to a rank before it is inverted (reciprocal rank fusion). */
const RANK_OFFSET = 10;

/**
 * Candidates 候选 for a title among prepared datasets, in memory; for the bench and for all pairs of a catalog.
 * Adding, removing and asking cost a few milliseconds at most. Order of equal candidates: by id.
 */
export class CandidateIndex {
  readonly #lexicon: Lexicon;
  readonly #entries = new Map<string, Entry>();
  readonly #slots: (Entry | null)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #postings: number[][] = [];
  #sums = new Float64Array(1024);

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
    for (const source of SOURCES)
      this.#ranked(query, source, limit * 2).forEach(({ slot }, rank) => {
        fused.set(slot, (fused.get(slot) ?? 0) + RANK_OFFSET / (3 * (RANK_OFFSET + rank)));
      });
    const found: Candidate[] = [];
    for (const [slot, score] of fused) {
      const entry = this.#slots[slot];
      if (entry && entry.id !== except) found.push({ id: entry.id, score });
    }
    found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return found.slice(0, limit);
  }

  #ranked(query: Entry, source: Source, limit: number): { slot: number; score: number }[] {
    if (this.#sums.length < this.#slots.length) this.#sums = new Float64Array(this.#slots.length * 2);
    const sums = this.#sums;
    const touched: number[] = [];
    for (const [gram, weight] of query.grams[source]) {
      const row = this.#postings[gram];
      if (!row || row.length > COMMON) continue;
      for (const slot of row) {
        if (sums[slot] === 0) touched.push(slot);
        sums[slot] = (sums[slot] ?? 0) + weight;
      }
    }
    const scored = touched.map((slot) => {
      const shared = sums[slot] ?? 0;
      sums[slot] = 0;
      return { slot, score: shared / (query.totals[source] + (this.#slots[slot]?.totals[source] ?? 0) - shared || 1) };
    });
    return best(scored, limit);
  }

  #entry(id: string, slot: number, prepared: Prepared): Entry {
    const grams = {
      plain: this.#grams('p', prepared.title.plain),
      core: this.#grams('c', canonical(prepared)),
      meaning: this.#meaning(prepared),
    };
    const total = (source: Source): number => [...grams[source].values()].reduce((sum, weight) => sum + weight, 0);
    return { id, slot, grams, totals: { plain: total('plain'), core: total('core'), meaning: total('meaning') } };
  }

  /** Character bigrams, and single characters at a third of their weight. */
  #grams(source: string, text: string): Map<number, number> {
    const grams = new Map<number, number>();
    for (let i = 0; i < text.length; i++) {
      const weight = this.#lexicon.rarity(text.charAt(i));
      grams.set(this.#number(`${source}${text.charAt(i)}`), weight / 3);
      if (i + 1 < text.length)
        grams.set(
          this.#number(`${source}${text.slice(i, i + 2)}`),
          (weight + this.#lexicon.rarity(text.charAt(i + 1))) / 2,
        );
    }
    return grams;
  }

  /** Concepts of the core and, at half weight, what they are kinds of. */
  #meaning(prepared: Prepared): Map<number, number> {
    const grams = new Map<number, number>();
    for (const token of prepared.title.tokens) {
      if (token.weight < 1) continue;
      grams.set(this.#number(`m${token.role.concept}`), token.weight);
      for (const wider of this.#lexicon.thesaurus.broader(token.role.concept)) {
        const number = this.#number(`m${wider}`);
        if (!grams.has(number)) grams.set(number, token.weight / 2);
      }
    }
    return grams;
  }

  #number(gram: string): number {
    const known = this.#numbers.get(gram);
    if (known !== undefined) return known;
    const number = this.#postings.push([]) - 1;
    this.#numbers.set(gram, number);
    return number;
  }
}

/** The core with every word in its preferred form and noise left out. */
function canonical(prepared: Prepared): string {
  return prepared.title.tokens
    .filter((token) => token.role.share > 0.1)
    .map((token) => token.role.concept)
    .join('');
}

/** The highest scores, sorted; a threshold is raised on the way so that few are sorted. */
function best(scored: { slot: number; score: number }[], limit: number): { slot: number; score: number }[] {
  const order = (a: { slot: number; score: number }, b: { slot: number; score: number }): number =>
    b.score - a.score || a.slot - b.slot;
  if (scored.length <= limit * 4) return scored.sort(order).slice(0, limit);
  let kept: { slot: number; score: number }[] = [];
  let floor = -1;
  for (const one of scored) {
    if (one.score <= floor) continue;
    kept.push(one);
    if (kept.length >= limit * 4) {
      kept = kept.sort(order).slice(0, limit);
      floor = kept.at(-1)?.score ?? -1;
    }
  }
  return kept.sort(order).slice(0, limit);
}
