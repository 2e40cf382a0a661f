import { foldInPlace, pairsOf, type Word, wordsOf } from './search-words.ts';

/** A text of a dataset with the places that answer a search 命中高亮. */
export interface Highlight {
  /** Field of the dataset: title, code, key, keywords, itemNames, theme, abstract. */
  readonly field: string;
  /** The text as it was written; of a list, the one member. */
  readonly text: string;
  /** Marked places `[start, end)` in UTF-16 units of the text, in order, apart from each other. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Texts of a dataset by field, the most telling first; lists have a highlight for each member that is hit. */
export type Texts = Readonly<Record<string, string | readonly string[] | null>>;

/** Most members of one list that are shown. */
const MOST_MEMBERS = 10;

/** Every text that holds one of the words, marked. `loose`: pairs of characters count where the whole word is not. */
export function highlightsOf(texts: Texts, words: readonly Word[], loose: boolean): Highlight[] {
  return Object.entries(texts).flatMap(([field, value]) => {
    const members = value === null ? [] : typeof value === 'string' ? [value] : value;
    return members
      .map((text) => ({ field, text, ranges: rangesIn(text, words, loose) }))
      .filter(({ ranges }) => ranges.length > 0)
      .slice(0, MOST_MEMBERS);
  });
}

type Range = [start: number, end: number];

/** Where the words stand in a text, compared folded (NFKC, lower case), given in the original's places. */
export function rangesIn(text: string, words: readonly Word[], loose: boolean): Range[] {
  const folded = foldInPlace(text);
  const own = wordsOf(folded.text);
  const found = words.flatMap((word) => placesOf(word, own, loose));
  const original = found.map(([start, end]): Range => [folded.starts[start]!, folded.ends[end - 1]!]);
  return joined(original);
}

/** Places in folded text: a Chinese word anywhere in a run, others at the beginning of a word. */
function placesOf(word: Word, own: readonly Word[], loose: boolean): Range[] {
  const alike = own.filter(({ kind }) => kind === word.kind);
  if (word.kind !== 'CHINESE')
    return alike
      .filter(({ text }) => text.startsWith(word.text))
      .map(({ start }): Range => [start, start + word.text.length]);
  const places = (sought: string) => alike.flatMap(({ text, start }) => occurrences(text, sought, start));
  const whole = places(word.text);
  return whole.length > 0 || !loose ? whole : pairsOf(word.text).flatMap(places);
}

function occurrences(text: string, sought: string, offset: number): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    found.push([offset + at, offset + at + sought.length]);
  return found;
}

/** In order; ranges that overlap or touch become one. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
