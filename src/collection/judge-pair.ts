import type { Decision } from '../access/decision.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Role } from '../identity/role.ts';
import { mirrored, type VerdictWord } from './verdict.ts';

/** A verdict on two datasets, as it is asked for 认定重复. */
export interface JudgePair {
  readonly a: string;
  readonly b: string;
  /** Of `b` to `a`. */
  readonly verdict: VerdictWord;
  readonly reason?: string | null;
  /** Id of the organization that a data authority names as the source. */
  readonly leadDepartment?: string | null;
}

/** One dataset of the pair, as the registry holds it. */
export interface Side {
  readonly id: string;
  /** Id of the organization that answers for it. */
  readonly owner: string | null;
  readonly published: boolean;
  readonly substance: string;
  /** The judge may speak for it. */
  readonly mine: boolean;
}

/** What is put on record. */
export interface JudgedPair {
  /** In the order of their ids; the verdict is of the second to the first. */
  readonly sides: readonly [Side, Side];
  readonly verdict: VerdictWord;
  readonly reason: string | null;
  readonly leadDepartment: string | null;
}

/**
 * Decides a verdict on two datasets 决定重复认定. That both are kept needs a reason; the lead department 数源部门 is named by a data
 * authority alone, among those who answer for the two, and only where they hold the same.
 */
export function decidePair(
  [a, b]: readonly [Side, Side],
  { verdict, reason, leadDepartment = null }: JudgePair,
  { viewer }: { readonly viewer: { readonly role: Role } },
): Decision<JudgedPair> {
  const said = reason?.trim() || null;
  const lead = leadDepartment !== null;
  const refused: Refusal[] = [
    ...(a.published ? [] : [refusal('NOT_PUBLISHED', 'a')]),
    ...(b.published ? [] : [refusal('NOT_PUBLISHED', 'b')]),
    ...(a.id === b.id ? [refusal('SAME_DATASET', 'b')] : []),
    ...(verdict === 'KEEP_BOTH' && said === null ? [refusal('REASON_MISSING', 'reason')] : []),
    ...(lead && viewer.role !== 'AUTHORITY' ? [refusal('NOT_AUTHORITY', 'leadDepartment')] : []),
    ...(lead && verdict === 'DIFFERENT' ? [refusal('LEAD_NOT_WANTED', 'leadDepartment')] : []),
    ...(lead && ![a.owner, b.owner].includes(leadDepartment) ? [refusal('NOT_PROVIDER', 'leadDepartment')] : []),
  ];
  if (refused.length > 0) return { refused };
  const turned = a.id > b.id;
  return {
    accepted: {
      sides: turned ? [b, a] : [a, b],
      verdict: turned ? mirrored(verdict) : verdict,
      reason: said,
      leadDepartment,
    },
  };
}

const WORDS = {
  NOT_PUBLISHED: '只认定已发布的数据集。Only published datasets are judged.',
  SAME_DATASET: '须为两个不同的数据集。These must be two datasets.',
  REASON_MISSING: '两者均予保留的，须说明理由。A reason is wanted for keeping both.',
  NOT_AUTHORITY: '数源部门由数据主管部门明确。The lead department is named by the data authority.',
  LEAD_NOT_WANTED: '数据不同的，不需要明确数源部门。Different data need no lead department.',
  NOT_PROVIDER: '数源部门应为两个数据集的提供单位之一。The lead department is one of the two providers.',
} as const;

function refusal(code: keyof typeof WORDS, field: string): Refusal {
  return { code, message: WORDS[code], path: [field] };
}
