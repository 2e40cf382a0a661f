import type { Verdict, VerdictWord } from './verdict.ts';

/** A verdict as it stands today, on two datasets or on two agencies. */
export interface HeldVerdict<Word extends string = VerdictWord> {
  /** Id of the record. */
  readonly id: string;
  /** Ids of the two, in the order in which the verdict is told. */
  readonly sides: readonly [string, string];
  readonly verdict: Word;
  /** Ids of those of the two that its judge may speak for. */
  readonly speaksFor: readonly string[];
  /** Given by a data authority, not by an organization. */
  readonly byAuthority: boolean;
  /** Id of the organization that the authority named as the source of both 数源部门. */
  readonly leadDepartment?: string | null;
  /** Neither of the two has changed in substance since. */
  readonly current: boolean;
  /** When the registry recorded it, epoch milliseconds. */
  readonly recordedAt: number;
}

/** Where a pair stands 认定情况. */
export interface PairStanding<Word extends string = VerdictWord> {
  /** The verdict that holds; null while the pair is open. */
  readonly verdict: HeldVerdict<Word> | null;
  /** Those of the two that somebody spoke for, ids. */
  readonly spokenFor: readonly string[];
}

/**
 * Where a pair stands after all verdicts on it: judged when an authority over both spoke (the latest holds), or when both sides
 * were spoken for and agree; else open. What was said of other contents than today's does not count.
 */
export function standingOf<Word extends string>(verdicts: readonly HeldVerdict<Word>[]): PairStanding<Word> {
  const current = verdicts.filter((one) => one.current).sort((x, y) => y.recordedAt - x.recordedAt);
  const spokenFor = [...new Set(current.flatMap((one) => one.speaksFor))];
  const highest = current.find((one) => one.byAuthority && one.speaksFor.length === 2);
  if (highest !== undefined) return { verdict: highest, spokenFor };
  const agreed = new Set(current.map((one) => one.verdict)).size === 1 && spokenFor.length === 2;
  return { verdict: agreed ? current[0]! : null, spokenFor };
}

/** Which pairs of the list are asked for 待办范围. */
export type Queue = 'OPEN' | 'JUDGED' | 'ALL';

/** Whether a pair is in a queue; `own` are those of the two that the asker answers for, all when nobody in particular asks. */
export function isQueued(
  queue: Queue,
  { verdict, spokenFor }: PairStanding<string>,
  own: readonly string[] | null,
): boolean {
  if (queue === 'ALL') return true;
  const disputed = verdict === null && spokenFor.length === 2;
  const done = verdict !== null || (own !== null && !disputed && own.every((id) => spokenFor.includes(id)));
  return done === (queue === 'JUDGED');
}

/** Reads one verdict's content against what the two are in substance today; null when one of them is gone. */
export function holds({ substance }: Pick<Verdict, 'substance'>, today: readonly (string | null)[]): boolean {
  return substance.every((then, side) => then === today[side]);
}

/** Names a pair of datasets or of organizations, however they are ordered. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Where a pair stands, with all that was said of it, the latest first. */
export interface ToldStanding<Word extends string = VerdictWord> extends PairStanding<Word> {
  readonly verdicts: readonly HeldVerdict<Word>[];
}

/** Where one of many pairs stands. */
export function standingIn<Word extends string>(
  verdicts: ReadonlyMap<string, readonly HeldVerdict<Word>[]>,
  a: string,
  b: string,
): ToldStanding<Word> {
  const all = verdicts.get(pairOf(a, b));
  if (all === undefined) return { verdict: null, spokenFor: [], verdicts: [] };
  return { ...standingOf(all), verdicts: all.toSorted((x, y) => y.recordedAt - x.recordedAt) };
}
