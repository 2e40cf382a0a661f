import type { Verdict, VerdictWord } from './verdict.ts';

/** A verdict as it stands today. */
export interface HeldVerdict {
  /** Id of the record. */
  readonly id: string;
  /** Ids of the two datasets. */
  readonly datasets: readonly [string, string];
  readonly verdict: VerdictWord;
  /** Ids of those of the two that its judge may speak for. */
  readonly speaksFor: readonly string[];
  /** Given by a data authority, not by an organization. */
  readonly byAuthority: boolean;
  /** Neither dataset has changed in substance since. */
  readonly current: boolean;
  /** When the registry recorded it, epoch milliseconds. */
  readonly recordedAt: number;
}

/** Where a pair stands 认定情况. */
export interface PairStanding {
  /** The verdict that holds; null while the pair is open. */
  readonly verdict: HeldVerdict | null;
  /** Datasets that somebody spoke for, ids. */
  readonly spokenFor: readonly string[];
}

/**
 * Where a pair stands after all verdicts on it: judged when an authority over both spoke (the latest holds), or when both sides
 * were spoken for and agree; else open. What was said of other contents than today's does not count.
 */
export function standingOf(verdicts: readonly HeldVerdict[]): PairStanding {
  const current = verdicts.filter((one) => one.current).sort((x, y) => y.recordedAt - x.recordedAt);
  const spokenFor = [...new Set(current.flatMap((one) => one.speaksFor))];
  const highest = current.find((one) => one.byAuthority && one.speaksFor.length === 2);
  if (highest !== undefined) return { verdict: highest, spokenFor };
  const agreed = new Set(current.map((one) => one.verdict)).size === 1 && spokenFor.length === 2;
  return { verdict: agreed ? current[0]! : null, spokenFor };
}

/** Which pairs of the list are asked for 待办范围. */
export type Queue = 'OPEN' | 'JUDGED' | 'ALL';

/** Whether a pair is in a queue; `own` are those of its datasets that the asker answers for, all when nobody in particular asks. */
export function isQueued(queue: Queue, { verdict, spokenFor }: PairStanding, own: readonly string[] | null): boolean {
  if (queue === 'ALL') return true;
  const disputed = verdict === null && spokenFor.length === 2;
  const done = verdict !== null || (own !== null && !disputed && own.every((id) => spokenFor.includes(id)));
  return done === (queue === 'JUDGED');
}

/** Reads one verdict's content against what the two datasets are in substance today; null when one of them is gone. */
export function holds({ substance }: Pick<Verdict, 'substance'>, today: readonly (string | null)[]): boolean {
  return substance.every((then, side) => then === today[side]);
}
