/** One way of writing for texts that are compared: simplified characters, half width, one kind of dash and bracket. */
export type Fold = (text: string) => string;

/** Two strings of equal length: the n-th traditional character 繁体字 and its simplified form 简体字. */
export interface ScriptTable {
  readonly traditional: string;
  readonly simplified: string;
}

const DASHES = /[‐‑‒–—―−－﹣~～]+/gu;
const QUOTES = /["'“”‘’「」『』《》〈〉<>〔〕`]/gu;

/** Folds titles, names and columns: NFKC, lower case, simplified, no white space or quotation marks. */
export function scriptFold(table: ScriptTable): Fold {
  const simple = new Map<string, string>();
  const to = Array.from(table.simplified);
  for (const [i, from] of Array.from(table.traditional).entries()) simple.set(from, to[i] ?? from);
  return (text) => {
    const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').replace(DASHES, '-').replace(QUOTES, '');
    let folded = '';
    for (const character of plain) folded += simple.get(character) ?? character;
    return folded.replace(/[【[{]/gu, '(').replace(/[】\]}]/gu, ')');
  };
}
