import type { Fold } from './script.ts';

/** A term of the trade with what else it is called 同义词 and what it is a kind of 上位词; data in `seed/matching/thesaurus.csv`. */
export interface ThesaurusEntry {
  readonly term: string;
  readonly synonyms: readonly string[];
  readonly broader: readonly string[];
}

/** Words of Chinese government data by meaning. */
export interface Thesaurus {
  /** The preferred term 正式用语 of a folded word; the word itself when unknown. */
  concept(word: string): string;
  /** Everything that a term is a kind of, nearest first, without itself. */
  broader(term: string): readonly string[];
  /** Every folded word known. */
  spellings(): Iterable<string>;
  /** The folded words of one term, itself included. */
  spellingsOf(term: string): readonly string[];
}

/** How the meaning of one term lies to another's. */
export type Kinship = 'SAME' | 'BROADER' | 'NARROWER' | 'SIBLINGS' | null;

/** Makes entries ready for use: words folded, every term with all it is a kind of. */
export function buildThesaurus(entries: readonly ThesaurusEntry[], fold: Fold): Thesaurus {
  const concepts = new Map<string, string>();
  const words = new Map<string, string[]>();
  for (const { term } of entries) concepts.set(fold(term), fold(term));
  for (const { term, synonyms } of entries)
    for (const word of synonyms) if (!concepts.has(fold(word))) concepts.set(fold(word), fold(term));
  for (const [word, term] of concepts) words.set(term, [...(words.get(term) ?? []), word]);
  const parents = new Map<string, string[]>();
  for (const { term, broader } of entries)
    parents.set(
      fold(term),
      broader.map((b) => concepts.get(fold(b)) ?? fold(b)),
    );
  const ancestors = new Map<string, readonly string[]>();
  for (const term of parents.keys()) ancestors.set(term, walkUp(term, parents));
  return {
    concept: (word) => concepts.get(word) ?? word,
    broader: (term) => ancestors.get(term) ?? [],
    spellings: () => concepts.keys(),
    spellingsOf: (term) => words.get(term) ?? [],
  };
}

/** How term `a` lies to term `b`: BROADER when `a` includes `b`. */
export function kinship(thesaurus: Thesaurus, a: string, b: string): Kinship {
  if (a === b) return 'SAME';
  const [upA, upB] = [thesaurus.broader(a), thesaurus.broader(b)];
  if (upB.includes(a)) return 'BROADER';
  if (upA.includes(b)) return 'NARROWER';
  return upA.length > 0 && upA[0] === upB[0] ? 'SIBLINGS' : null;
}

function walkUp(term: string, parents: ReadonlyMap<string, readonly string[]>): string[] {
  const seen: string[] = [];
  let row = parents.get(term) ?? [];
  while (row.length > 0) {
    const next: string[] = [];
    for (const parent of row) {
      if (parent === term || seen.includes(parent)) continue;
      seen.push(parent);
      next.push(...(parents.get(parent) ?? []));
    }
    row = next;
  }
  return seen;
}
