import type { Decision } from '../access/decision.ts';
import type { Refusal } from '../foundation/refusal.ts';
import { type AgencyWord, turned } from './agency-verdict.ts';

/** A verdict on two organizations, as it is asked for 机构关系认定. */
export interface JudgeAgencies {
  readonly a: string;
  readonly b: string;
  /** Of `b` to `a`. */
  readonly verdict: AgencyWord;
  readonly reason: string;
}

/** One organization of the pair, as the registry holds it. */
export interface AgencySide {
  readonly id: string;
  readonly retired: boolean;
  readonly substance: string;
  readonly uscc: string | null;
  /** The judge may speak for it. */
  readonly mine: boolean;
  /** All organizations that took over from it, at once or one after another, ids: on record or decided. */
  readonly successors: readonly string[];
}

/** What is put on record. */
export interface JudgedAgencies {
  /** In the order of their ids; the verdict is of the second to the first. */
  readonly sides: readonly [AgencySide, AgencySide];
  readonly verdict: AgencyWord;
  readonly reason: string;
}

/**
 * Decides a verdict on two organizations 决定机构关系认定. A wrong merge is worse than an open question: a reason is always
 * wanted, two codes are two bodies, and nobody succeeds who was succeeded.
 */
export function decideAgencies(
  [a, b]: readonly [AgencySide, AgencySide],
  { verdict, reason }: JudgeAgencies,
): Decision<JudgedAgencies> {
  const twoCodes = a.uscc !== null && b.uscc !== null && a.uscc !== b.uscc;
  const [earlier, later] = verdict === 'PREDECESSOR' ? [b, a] : [a, b];
  const succession = verdict === 'SUCCESSOR' || verdict === 'PREDECESSOR';
  const refused: Refusal[] = [
    ...(a.retired ? [refusal('RETIRED', 'a')] : []),
    ...(b.retired ? [refusal('RETIRED', 'b')] : []),
    ...(a.id === b.id ? [refusal('SAME_ORGANIZATION', 'b')] : []),
    ...(reason.trim() === '' ? [refusal('REASON_MISSING', 'reason')] : []),
    ...(verdict === 'SAME' && twoCodes ? [refusal('CODES_DIFFER', 'verdict')] : []),
    ...(succession && later.successors.includes(earlier.id) ? [refusal('CIRCULAR', 'verdict')] : []),
  ];
  if (refused.length > 0) return { refused };
  const turn = a.id > b.id;
  return {
    accepted: { sides: turn ? [b, a] : [a, b], verdict: turn ? turned(verdict) : verdict, reason: reason.trim() },
  };
}

const WORDS = {
  RETIRED: '该机构记录已停用。This record of an organization is retired.',
  SAME_ORGANIZATION: '须为两个不同的机构记录。These must be two organizations.',
  REASON_MISSING: '须说明理由。A reason is wanted.',
  CODES_DIFFER:
    '两者统一社会信用代码不同，不是同一机构；代码有误的先更正代码。Their codes differ: two bodies. If a code is wrong, correct that first.',
  CIRCULAR: '承接关系成环：后者已由前者承接。The one that is to succeed was itself succeeded by the other.',
} as const;

function refusal(code: keyof typeof WORDS, field: string): Refusal {
  return { code, message: WORDS[code], path: [field] };
}
