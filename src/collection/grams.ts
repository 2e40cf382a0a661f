import type { Prepared } from './features.ts';
import type { Lexicon } from './lexicon.ts';

/** What a title is found by, per source: whole title, subject core, and meaning. */
export type Source = 'plain' | 'core' | 'meaning';
export const SOURCES: readonly Source[] = ['plain', 'core', 'meaning'];

/** What a title consists of, per source: parts with their weights; no part stands in two sources. */
export type Grams = Readonly<Record<Source, ReadonlyMap<string, number>>>;

/** Takes a title apart 切分. */
export function gramsOf(lexicon: Lexicon, prepared: Prepared): Grams {
  return {
    plain: characters(lexicon, 'p', prepared.title.plain),
    core: characters(lexicon, 'c', canonical(prepared)),
    meaning: meaning(lexicon, prepared),
  };
}

/** Pairs of neighboring characters, and single characters at a third of their weight. */
function characters(lexicon: Lexicon, source: string, text: string): Map<string, number> {
  const grams = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const weight = lexicon.rarity(text.charAt(i));
    grams.set(`${source}${text.charAt(i)}`, weight / 3);
    if (i + 1 < text.length)
      grams.set(`${source}${text.slice(i, i + 2)}`, (weight + lexicon.rarity(text.charAt(i + 1))) / 2);
  }
  return grams;
}

/** Concepts of the core and, at half weight, what they are kinds of. */
function meaning(lexicon: Lexicon, prepared: Prepared): Map<string, number> {
  const grams = new Map<string, number>();
  for (const token of prepared.title.tokens) {
    if (token.weight < 1) continue;
    grams.set(`m${token.role.concept}`, token.weight);
    for (const wider of lexicon.thesaurus.broader(token.role.concept)) {
      const gram = `m${wider}`;
      if (!grams.has(gram)) grams.set(gram, token.weight / 2);
    }
  }
  return grams;
}

/** The core with every word in its preferred form and noise left out. */
function canonical(prepared: Prepared): string {
  return prepared.title.tokens
    .filter((token) => token.role.share > 0.1)
    .map((token) => token.role.concept)
    .join('');
}
