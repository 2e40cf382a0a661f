import { foldKey } from '../foundation/key.ts';
import type { Lexicon } from './lexicon.ts';

/** An item that may be meant although it is named otherwise 近似信息项. It decides nothing; a person looks. */
export interface SimilarItem {
  readonly dataset: string;
  readonly item: string;
  /** Written otherwise · the same word of the trade · the same code · the same characters for the most part. */
  readonly by: 'FOLDED' | 'SYNONYM' | 'CODE' | 'SIMILAR';
  /** 0 to 1. */
  readonly score: number;
}

/** An item that datasets hold, with its code. */
export interface NamedItem {
  readonly dataset: string;
  readonly name: string;
  readonly code?: string | null;
}

/** Share of characters in common from which a name counts as similar. */
const SIMILAR = 0.75;

/** Items named like the wished one, best first, without exactly equal names. */
export function similarItems(
  lexicon: Lexicon,
  wished: { readonly name: string; readonly code?: string | null },
  held: readonly NamedItem[],
  limit = 10,
): SimilarItem[] {
  const name = lexicon.fold(wished.name);
  const concept = lexicon.thesaurus.concept(name);
  const found: SimilarItem[] = [];
  for (const item of held) {
    if (foldKey(item.name) === foldKey(wished.name)) continue;
    const other = lexicon.fold(item.name);
    const enter = (by: SimilarItem['by'], score: number): number =>
      found.push({ dataset: item.dataset, item: item.name, by, score });
    if (other === name) enter('FOLDED', 1);
    else if (lexicon.thesaurus.concept(other) === concept) enter('SYNONYM', 0.9);
    else if (wished.code && item.code && wished.code.toLowerCase() === item.code.toLowerCase()) enter('CODE', 0.85);
    else {
      const score = similarity(lexicon, name, other);
      if (score >= SIMILAR) enter('SIMILAR', 0.8 * score);
    }
  }
  found.sort((a, b) => b.score - a.score || (a.dataset < b.dataset ? -1 : 1) || (a.item < b.item ? -1 : 1));
  return found.slice(0, limit);
}

/** Share of weight in common of two short names, characters in any order. */
function similarity(lexicon: Lexicon, a: string, b: string): number {
  const weigh = (characters: Iterable<string>): number =>
    [...characters].reduce((sum, c) => sum + lexicon.rarity(c), 0);
  const [left, right] = [new Set(a), new Set(b)];
  return weigh([...left].filter((c) => right.has(c))) / (weigh(new Set([...left, ...right])) || 1);
}
