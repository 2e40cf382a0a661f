import type { Decision } from '../access/decision.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Role } from '../identity/role.ts';
import type { FindingState } from './finding-life.ts';

/** What a person decides of a finding: took note of it, is mending it, accepts it for a while, or sends it back. */
export const FINDING_DECISIONS = ['SEE', 'CORRECT', 'ACCEPT', 'REOPEN'] as const;
export type FindingDecision = (typeof FINDING_DECISIONS)[number];

/** A decision on a finding, as it is asked for 问题处置. */
export interface JudgeFinding {
  /** Id of the finding. */
  readonly finding: string;
  readonly decision: FindingDecision;
  /** Why; an acceptance and a sending back need one. */
  readonly reason?: string | null;
  /** Last day of an acceptance. */
  readonly until?: Day | null;
}

/** What becomes of the finding. */
export interface Judged {
  readonly state: FindingState;
  readonly reason: string | null;
  readonly acceptedUntil: Day | null;
}

/** Who may accept or send back: those who supervise, never who must mend it. */
const SUPERVISE: readonly Role[] = ['AUTHORITY', 'GOVERNMENT'];

/** From which states each decision leads where. */
const LEADS: Readonly<Record<FindingDecision, { from: readonly FindingState[]; to: FindingState }>> = {
  SEE: { from: ['NEW', 'REOPENED'], to: 'SEEN' },
  CORRECT: { from: ['NEW', 'SEEN', 'REOPENED'], to: 'IN_CORRECTION' },
  ACCEPT: { from: ['NEW', 'SEEN', 'IN_CORRECTION', 'REOPENED', 'ACCEPTED'], to: 'ACCEPTED' },
  REOPEN: { from: ['IN_CORRECTION', 'ACCEPTED'], to: 'REOPENED' },
};

/**
 * Decides what becomes of a finding 决定如何处置. That it is corrected nobody declares: the next run finds it or not. Accepted is a finding with a reason,
 * by a supervisor, until a day; after it, or when it gets worse, the next run reopens it.
 */
export function decideFinding(
  { state }: { readonly state: FindingState },
  { decision, reason, until }: JudgeFinding,
  { viewer, now }: { readonly viewer: { readonly role: Role }; readonly now: number },
): Decision<Judged> {
  const { from, to } = LEADS[decision];
  const refused: Refusal[] = [];
  if (!from.includes(state)) refused.push(refusal('FINDING_STATE', ['decision']));
  const supervising = decision === 'ACCEPT' || decision === 'REOPEN';
  if (supervising && !SUPERVISE.includes(viewer.role)) refused.push(refusal('NOT_SUPERVISOR', ['decision']));
  const said = reason?.trim() || null;
  if (supervising && said === null) refused.push(refusal('REASON_MISSING', ['reason']));
  if (decision === 'ACCEPT' && until == null) refused.push(refusal('UNTIL_MISSING', ['until']));
  if (decision === 'ACCEPT' && until != null && until < dayOfMoment(now))
    refused.push(refusal('UNTIL_PAST', ['until']));
  if (decision !== 'ACCEPT' && until != null) refused.push(refusal('UNTIL_NOT_WANTED', ['until']));
  if (refused.length > 0) return { refused };
  return { accepted: { state: to, reason: said, acceptedUntil: decision === 'ACCEPT' ? (until ?? null) : null } };
}

/** Why a decision on a finding is refused. */
type FindingRefusal =
  | 'FINDING_STATE'
  | 'NOT_SUPERVISOR'
  | 'REASON_MISSING'
  | 'UNTIL_MISSING'
  | 'UNTIL_PAST'
  | 'UNTIL_NOT_WANTED';

const WORDS: Readonly<Record<FindingRefusal, string>> = {
  FINDING_STATE: '该问题目前的状态不能这样处置。The finding is not in a state in which this can be decided.',
  NOT_SUPERVISOR:
    '只有数据主管部门或者本级人民政府可以接受、退回。Only the data authority or the government accepts or sends back.',
  REASON_MISSING: '须说明理由。A reason is wanted.',
  UNTIL_MISSING: '须写明接受到哪一天。The last day of the acceptance is wanted.',
  UNTIL_PAST: '接受的最后一天已过。The last day of the acceptance is over.',
  UNTIL_NOT_WANTED: '只有接受才有期限。Only an acceptance has a last day.',
};

function refusal(code: FindingRefusal, path: readonly string[]): Refusal {
  return { code, message: WORDS[code], path };
}
