import type { Prepared } from './features.ts';
import type { Lexicon } from './lexicon.ts';

const TITLE_BOOST = 4;
/** Terms of a query at most: titles are short, but nothing bounds what somebody types. */
const MOST_TERMS = 120;

/**
 * A full-text query for datasets that may hold what a title asks for 候选查询: pairs of neighboring characters of the whole title,
 * of its subject core, and of the words of the trade that mean the same. Only letters, digits and Chinese characters go in.
 * Each pair is written as a range from itself to itself, which counts as much as its weight says: how rare a word is in the
 * catalog, by which single words are weighed, would tell of datasets that the asker may not see. Whole weights add up the same
 * in any order.
 */
export function candidateQuery(lexicon: Lexicon, { title }: Prepared): string | null {
  const synonyms = title.tokens.flatMap(({ role }) => [role.concept, ...lexicon.thesaurus.spellingsOf(role.concept)]);
  const terms = new Set([title.plain, title.core, ...synonyms].flatMap(pairs));
  if (terms.size === 0) return null;
  return [...terms]
    .slice(0, MOST_TERMS)
    .flatMap((term) => {
      const weight = weightOf(lexicon, term);
      return [`title:[${term} TO ${term}]^${TITLE_BOOST * weight}`, `itemNames:[${term} TO ${term}]^${weight}`];
    })
    .join(' ');
}

/** What a query asks by: whole titles; their subject cores, where that is something else; words of the trade that mean the same. */
export function queriedBy(lexicon: Lexicon, { title }: Prepared): ('FULL_TEXT' | 'STRIPPED_TITLES' | 'SYNONYMS')[] {
  const others = ({ role: { concept } }: Prepared['title']['tokens'][number]) =>
    lexicon.thesaurus.spellingsOf(concept).some((spelling) => !title.plain.includes(spelling));
  return [
    'FULL_TEXT',
    ...(title.core !== title.plain ? (['STRIPPED_TITLES'] as const) : []),
    ...(title.tokens.some(others) ? (['SYNONYMS'] as const) : []),
  ];
}

/** The same query, content with what the index holds of one place, by its id; being of the place adds nothing to the score. */
export function within(place: string, query: string): string {
  return `+place:"${place.replaceAll(/["\\]/g, '\\$&')}"^0 +(${query})`;
}

/** How telling a pair is, by the titles that the committed table was counted from. */
function weightOf({ rarity }: Lexicon, term: string): number {
  return Math.max(1, Math.round([...term].reduce((sum, character) => sum + rarity(character), 0)));
}

/** Pairs of neighboring characters of each run of letters, digits or Chinese characters; other runs whole. */
function pairs(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []).flatMap((run) => {
    if (!/\p{Script=Han}/u.test(run) || run.length < 2) return [run];
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
  });
}
