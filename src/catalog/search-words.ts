/** A word in a text 词, as search sees it: on folded text, with its place in the original. */
export interface Word {
  /**
   * CHINESE: a run of Chinese, Japanese or Korean characters, compared by pairs. LATIN: letters and digits of other scripts,
   * compared by their beginning. SYMBOL: one emoji, compared whole.
   */
  readonly kind: 'CHINESE' | 'LATIN' | 'SYMBOL';
  /** NFKC, lower case. */
  readonly text: string;
  /** Place in the folded text, UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

const CHINESE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー]';
const LATIN = `(?:(?!${CHINESE})[\\p{L}\\p{N}\\p{M}_])`;
/** A word begins with a letter or digit; an underscore may stand before it, a mark or an underscore alone is none. */
const FIRST = `_*(?!${CHINESE})[\\p{L}\\p{N}]`;
/** What stands inside one word (`pm2.5`, `1,000`), as Unicode's word boundaries (UAX 29) and so the index have it. */
const INSIDE = `(?:(?<=\\p{L})[.':·](?=\\p{L})|(?<=\\p{Nd})[.,;'](?=\\p{Nd}))(?=${LATIN})`;
const WORD = new RegExp(`(${CHINESE}+)|(${FIRST}(?:${LATIN}|${INSIDE})*)|\\p{Extended_Pictographic}`, 'gu');

/** The words of a folded text, in order. Whatever is no word (spaces, punctuation, operators of any query language) only parts words. */
export function wordsOf(folded: string): Word[] {
  return Array.from(folded.matchAll(WORD), (match) => ({
    kind: match[1] !== undefined ? 'CHINESE' : match[2] !== undefined ? 'LATIN' : 'SYMBOL',
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Overlapping pairs of the characters of a Chinese word 二元切分: 企业登记 → 企业, 业登, 登记. None for a single character. */
export function pairsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** A folded text and, for each of its UTF-16 units, where in the original the character it comes from begins and ends. */
export interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const CHARACTER = /[\s\S][\p{M}\uFF9E\uFF9F]*/gu;

/** Folds a text for comparison 归一化 (NFKC, lower case), character by character so that places in the original are kept. */
export function foldInPlace(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const piece = character.normalize('NFKC').toLowerCase();
    folded += piece;
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { text: folded, starts, ends };
}

/**
 * Of some texts those that read otherwise when folded than the index reads them: it knows full-width letters, but not Ⅳ, ㎡ or ℃.
 * Folded, to be indexed beside the original; null when there is none, which is usual.
 */
export function differentlyFolded(texts: readonly (string | undefined)[]): string[] | null {
  const read = (text: string) => wordsOf(text).map((word) => word.text);
  const different = texts.flatMap((text) => {
    const folded = text === undefined ? '' : foldInPlace(text).text;
    const asIndexed = text?.replace(/[！-～]/g, narrow).toLowerCase() ?? '';
    return read(folded).join(' ') === read(asIndexed).join(' ') ? [] : [folded];
  });
  return different.length === 0 ? null : different;
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}
