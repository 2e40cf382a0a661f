import { Fault } from '../foundation/fault.ts';
import { foldText } from '../foundation/text.ts';
import { pairsOf, type Word, wordsOf } from './search-words.ts';

/** What a person typed, made into questions to the full-text index 检索式. */
export interface SearchText {
  /** Its words, for highlights. */
  readonly words: readonly Word[];
  /** Lucene text that wants every word, and likes them side by side as typed; null when nothing that was typed is a word, so that nothing can be found. */
  readonly strict: string | null;
  /** Lucene text that is content with any pair of characters; null when that would ask the same. */
  readonly loose: string | null;
  /** Words and pairs of characters, folded: what a dataset's texts are compared with. */
  readonly pieces: readonly string[];
}

/** Longest text that may be searched for, in UTF-16 units; nobody types more. */
export const LONGEST_SEARCH = 1_000;
/** So many pairs and words count, the rest is let go: Lucene takes at most 1,024 clauses, and each makes up to two a field. */
const MOST_TERMS = 60;

/** Indexed fields and their weight: title over codes, keywords, names of items, theme, abstract. */
const FIELDS: Readonly<Record<string, number>> = {
  title: 10,
  code: 6,
  key: 6,
  keywords: 4,
  itemNames: 3,
  foldedTexts: 3,
  theme: 2,
  abstract: 1,
};

/**
 * Words that the index leaves out: the stop words of Lucene's CJKAnalyzer. They may add to a hit (`the*` finds `theme`),
 * but none is demanded, for else a title that holds one could not be found by its own text.
 */
const LEFT_OUT = new Set(
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);

/**
 * Makes Lucene text of what a person typed. Nothing that is typed is syntax: words alone are taken over.
 * Throws `Fault` BAD_INPUT for more than 1,000 characters.
 */
export function searchText(typed: string): SearchText {
  if (typed.length > LONGEST_SEARCH)
    throw new Fault(
      'BAD_INPUT',
      `检索词最多 ${LONGEST_SEARCH} 个字符。The search text may have at most ${LONGEST_SEARCH} characters.`,
    );
  const folded = foldText(typed);
  const words = cut(wordsOf(folded));
  if (words.length === 0) return { words, strict: null, loose: null, pieces: [] };
  const demanded = words.filter(({ text }) => !LEFT_OUT.has(text)).length;
  const every = words
    .map(
      (word) => `${demanded === 0 || LEFT_OUT.has(word.text) ? '' : '+'}(${inFields((clause) => whole(word, clause))})`,
    )
    .join(' ');
  const loose = words.map((word) => `(${inFields((clause) => parts(word, clause))})`).join(' ');
  const strict = `(${every}) ${inFields((clause) => clause(`"${folded.replace(/["\\]/g, ' ')}"`))}`;
  const same = words.length === 1 && pairsOf(words[0]!.text).length <= 1;
  const pieces = [...new Set([folded, ...words.flatMap(({ text }) => [text, ...pairsOf(text)])])];
  return { words, strict, loose: same ? null : loose, pieces };
}

/** The first words of at most 60 terms together; a word that does not fit is shortened. */
function cut(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  let left = MOST_TERMS;
  for (const word of words) {
    if (left <= 0) break;
    const characters = Array.from(word.text).slice(0, word.kind === 'CHINESE' ? left + 1 : undefined);
    const text = characters.join('');
    kept.push({ ...word, text, end: word.start + text.length });
    left -= word.kind === 'CHINESE' ? Math.max(1, characters.length - 1) : 1;
  }
  return kept;
}

/** A clause of one field, with the field's weight. */
type Clause = (text: string) => string;

function inFields(clauses: (clause: Clause) => string): string {
  return Object.entries(FIELDS)
    .map(([field, weight]) => clauses((text) => `${field}:${text}^${weight}`))
    .join(' ');
}

/** The word is in the field: all its pairs, better side by side; one character anywhere; others as a beginning, better whole. */
function whole(word: Word, clause: Clause): string {
  const pairs = pairsOf(word.text);
  if (word.kind !== 'CHINESE' || pairs.length === 0) return parts(word, clause);
  if (pairs.length === 1) return clause(word.text);
  return clause(`(${pairs.map((pair) => `+${pair}`).join(' ')} "${word.text}"^2)`);
}

/** Something of the word is in the field: any of its pairs. */
function parts({ kind, text }: Word, clause: Clause): string {
  if (kind === 'SYMBOL') return clause(`"${text}"`);
  if (kind === 'LATIN') return `${clause(`${escaped(text)}*`)} ${clause(`"${text}"`)}`;
  const pairs = pairsOf(text);
  return pairs.length === 0 ? `${clause(`${text}*`)} ${clause(`?${text}`)}` : clause(`(${pairs.join(' ')})`);
}

/** Words hold letters, digits, and marks inside (`pm2.5`); whatever is no letter or digit is escaped all the same. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
