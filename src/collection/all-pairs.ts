import type { CandidateIndex } from './candidates.ts';
import type { Prepared } from './features.ts';
import { type Judge, type Judgment, judgeMatch } from './judge.ts';

/** Two datasets that may hold the same 疑似重复; `a` before `b` by id, the judgment is of `b` to `a`. */
export interface JudgedPair {
  readonly a: string;
  readonly b: string;
  readonly judgment: Judgment;
}

/** Candidates looked at for each dataset. */
const WIDTH = 15;

/** Pairs of one dataset with the others of the index, above the floor; what one change costs. */
export function pairsOf(
  judge: Judge,
  index: CandidateIndex,
  datasets: ReadonlyMap<string, Prepared>,
  id: string,
  floor: number,
): JudgedPair[] {
  const own = datasets.get(id);
  if (!own) return [];
  const pairs: JudgedPair[] = [];
  for (const candidate of index.candidates(own, WIDTH, id)) {
    const other = datasets.get(candidate.id);
    if (!other) continue;
    const [a, b] = id < candidate.id ? [id, candidate.id] : [candidate.id, id];
    const judgment = id < candidate.id ? judgeMatch(judge, own, other) : judgeMatch(judge, other, own);
    if (judgment.score >= floor) pairs.push({ a, b, judgment });
  }
  return pairs;
}

/** All pairs above the floor, each once, one dataset after another so that the caller may pause between them. */
export function* allPairs(
  judge: Judge,
  index: CandidateIndex,
  datasets: ReadonlyMap<string, Prepared>,
  floor: number,
): Generator<JudgedPair> {
  const seen = new Set<string>();
  for (const id of datasets.keys())
    for (const pair of pairsOf(judge, index, datasets, id, floor)) {
      const key = `${pair.a}\n${pair.b}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield pair;
    }
}
