import { compare, type Prepared } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { calibrate, type Model, rawScore } from './model.ts';
import { explain } from './reasons.ts';
import { type MatchRelation, relate } from './relation.ts';

/** What is thought of one found dataset 匹配判断. */
export interface Judgment {
  /** Of the found dataset to what is asked for. */
  readonly relation: MatchRelation;
  /** Estimated probability that the two hold the same or containing data, comparable between questions. */
  readonly score: number;
  /** For ordering answers to one question: the score, less what a narrower or elsewhere dataset is less useful. */
  readonly order: number;
  /** Why, in words: Chinese, then English. */
  readonly reasons: readonly string[];
}

/** Similarity of two titles from outside, e.g. the cosine of embeddings 向量相似度; null when there is none. */
export type Likeness = (asked: string, found: string) => number | null;

/** What judging needs: words and fitted weights; `embedded` is used for pairs with a likeness. */
export interface Judge {
  readonly lexicon: Lexicon;
  readonly model: Model;
  readonly embedded?: Model;
}

/** Of use to who asks: all of it, more than it, unclear, part of it, elsewhere or another time. */
const USE: Record<MatchRelation, number> = {
  SAME: 1,
  CONTAINS: 0.9,
  OVERLAPS: 0.9,
  CONTAINED: 0.6,
  SIBLING_AREA: 0.5,
  OTHER_PERIOD: 0.5,
};
/** Among equals the closer wording comes first. */
const WORDING_SHARE = 0.1;

/** Judges one found dataset against what is asked for, wherever the candidate came from. Some 50 µs a pair. */
export function judgeMatch(judge: Judge, asked: Prepared, found: Prepared, likeness: number | null = null): Judgment {
  const seen = compare(judge.lexicon, asked, found, likeness);
  const model = likeness === null ? judge.model : (judge.embedded ?? judge.model);
  const score = calibrate(model, rawScore(model, seen.features));
  const relation = relate(asked, found, seen);
  const order = score * USE[relation] * (1 - WORDING_SHARE + WORDING_SHARE * seen.features.titleOverlap);
  return { relation, score, order, reasons: explain(asked, found, seen, relation) };
}

/** Judges candidates and puts them best first; equal ones by id. */
export function rankMatches<
  T extends { readonly id: string; readonly prepared: Prepared; readonly likeness?: number | null },
>(judge: Judge, asked: Prepared, candidates: readonly T[]): (T & { readonly judgment: Judgment })[] {
  return candidates
    .map((candidate) => ({
      ...candidate,
      judgment: judgeMatch(judge, asked, candidate.prepared, candidate.likeness ?? null),
    }))
    .sort((a, b) => b.judgment.order - a.judgment.order || (a.id < b.id ? -1 : 1));
}
