import type { Lexicon } from './lexicon.ts';
import { type Kinship, kinship } from './thesaurus.ts';
import type { Token } from './title.ts';

/** A pair of words of which one includes the other, or that exclude each other. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly kin: Exclude<Kinship, null | 'SAME'>;
}

/** Two words from one contrast group, e.g. 甲类 and 丙类. */
export interface Opposition {
  readonly a: string;
  readonly b: string;
  readonly group: string;
  readonly relation: 'SIBLING_AREA' | 'OVERLAPS';
}

/** What two subject cores share and where they differ. Weights are sums of rarity. */
export interface Alignment {
  readonly shared: number;
  /** Weight that only one side has, after whole words and then runs of characters were matched. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** Weight of words connected by the thesaurus as wider and narrower. */
  readonly linked: number;
  readonly links: readonly Link[];
  readonly oppositions: readonly Opposition[];
  /** Words written differently that mean the same. */
  readonly synonyms: readonly (readonly [string, string])[];
  readonly restA: readonly Token[];
  readonly restB: readonly Token[];
}

/** Lays the tokens of two cores side by side: same meaning, wider or narrower, opposed, then same characters. */
export function alignTokens(lexicon: Lexicon, a: readonly Token[], b: readonly Token[]): Alignment {
  const synonyms: [string, string][] = [];
  let shared = 0;
  let restA: Token[] = [];
  const freeB = [...b];
  for (const token of a) {
    const at = freeB.findIndex((other) => other.role.concept === token.role.concept);
    const [found] = at < 0 ? [] : freeB.splice(at, 1);
    if (!found) restA.push(token);
    else {
      shared += token.weight;
      if (found.text !== token.text) synonyms.push([token.text, found.text]);
    }
  }
  let restB = freeB;
  const links: Link[] = [];
  let linked = 0;
  for (const token of restA) {
    const found = restB.find((other) => related(lexicon, token, other));
    const kin = found && related(lexicon, token, found);
    if (!found || !kin) continue;
    links.push({ a: token.text, b: found.text, kin });
    if (kin === 'SIBLINGS') continue;
    linked += (token.weight + found.weight) / 2;
    restA = restA.filter((other) => other !== token);
    restB = restB.filter((other) => other !== found);
  }
  const oppositions = findOppositions(lexicon, restA, restB);
  const run = matchRuns(lexicon, restA, restB);
  return {
    shared: shared + run.shared,
    onlyA: run.onlyA,
    onlyB: run.onlyB,
    linked,
    links,
    oppositions,
    synonyms,
    restA: run.restA,
    restB: run.restB,
  };
}

function related(lexicon: Lexicon, a: Token, b: Token): Link['kin'] | null {
  const kin = kinship(lexicon.thesaurus, a.role.concept, b.role.concept);
  return kin === 'SAME' ? null : kin;
}

function findOppositions(lexicon: Lexicon, a: readonly Token[], b: readonly Token[]): Opposition[] {
  const found: Opposition[] = [];
  const [numberA, numberB] = [a, b].map((rest) => rest.find((token) => /\d/u.test(token.text))?.text);
  if (numberA && numberB) found.push({ a: numberA, b: numberB, group: '编号', relation: 'SIBLING_AREA' });
  for (const left of a)
    for (const right of b)
      for (const i of left.role.contrasts) {
        const contrast = lexicon.contrasts[i];
        if (!contrast || !right.role.contrasts.includes(i)) continue;
        found.push({ a: left.text, b: right.text, group: contrast.group, relation: contrast.relation });
      }
  return found;
}

interface Runs {
  readonly shared: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly restA: readonly Token[];
  readonly restB: readonly Token[];
}

/** Matches what is left by runs of two and more characters, whatever words they belong to. */
function matchRuns(lexicon: Lexicon, a: readonly Token[], b: readonly Token[]): Runs {
  const left = spell(a);
  const right = spell(b);
  const takenA = new Array<boolean>(left.length).fill(false);
  const takenB = new Array<boolean>(right.length).fill(false);
  let shared = 0;
  for (;;) {
    const run = longestRun(left, right, takenA, takenB);
    if (run.length < 2) break;
    for (let k = 0; k < run.length; k++) {
      takenA[run.a + k] = true;
      takenB[run.b + k] = true;
      shared += (weigh(lexicon, left[run.a + k]) + weigh(lexicon, right[run.b + k])) / 2;
    }
  }
  const rest = (letters: readonly Letter[], taken: readonly boolean[]): number =>
    letters.reduce((sum, letter, i) => (taken[i] ? sum : sum + weigh(lexicon, letter)), 0);
  const tokens = (own: readonly Token[], letters: readonly Letter[], taken: readonly boolean[]): Token[] =>
    own.filter((token) => letters.some((letter, i) => letter.token === token && !taken[i]));
  return {
    shared,
    onlyA: rest(left, takenA),
    onlyB: rest(right, takenB),
    restA: tokens(a, left, takenA),
    restB: tokens(b, right, takenB),
  };
}

interface Letter {
  readonly character: string;
  readonly token: Token;
}

function spell(tokens: readonly Token[]): Letter[] {
  return tokens.flatMap((token) => Array.from(token.role.concept.slice(0, 8), (character) => ({ character, token })));
}

function weigh(lexicon: Lexicon, letter: Letter | undefined): number {
  return letter ? lexicon.rarity(letter.character) * letter.token.role.share : 0;
}

function longestRun(
  a: readonly Letter[],
  b: readonly Letter[],
  takenA: readonly boolean[],
  takenB: readonly boolean[],
): { a: number; b: number; length: number } {
  let best = { a: 0, b: 0, length: 0 };
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) {
      let k = 0;
      while (
        i + k < a.length &&
        j + k < b.length &&
        !takenA[i + k] &&
        !takenB[j + k] &&
        a[i + k]?.character === b[j + k]?.character
      )
        k++;
      if (k > best.length) best = { a: i, b: j, length: k };
    }
  return best;
}
