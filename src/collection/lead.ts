import { byCodePoint } from '../foundation/text.ts';
import type { MatchRelation } from './relation.ts';
import type { VerdictWord } from './verdict.ts';

/** What makes one of several the source of what they collect 数源依据, the strongest first. */
export const LEAD_GROUNDS = ['NAMED', 'LEAD_DEPARTMENT', 'FIRST_SOURCE', 'DUTY', 'BASIS', 'EARLIER'] as const;
export type LeadGround = (typeof LEAD_GROUNDS)[number];

/** DETERMINED: on record; PROPOSED: it follows from what is known, until the authority names one; OPEN: nothing tells. */
export type LeadStanding = 'DETERMINED' | 'PROPOSED' | 'OPEN';

/** One of those who collect or provide the same, and what it rests on. Ids. */
export interface LeadClaim {
  readonly organization: string;
  /** The data authority named it. */
  readonly named: boolean;
  /** Exemptions of its acts of collection, as `collection.exemption`. */
  readonly exemptions: readonly string[];
  /** A duty in force that it serves. */
  readonly duty: string | null;
  /** Levels of the instruments in force that it rests on, as `instrument.level`. */
  readonly levels: readonly string[];
  /** Since when it collects, YYYY-MM-DD. */
  readonly startedOn: string | null;
}

/** Who is the source of what several collect 数源部门. Ids. */
export interface Lead {
  /** Null while it is open. */
  readonly organization: string | null;
  readonly standing: LeadStanding;
  readonly ground: LeadGround | null;
  /** For people: Chinese, then English. */
  readonly reasons: readonly string[];
  /** All that collect or provide it. */
  readonly collectors: readonly string[];
}

/** Instruments by rank of law, the highest first; others give no ground. */
const RANKS = [
  'LAW',
  'ADMINISTRATIVE_REGULATION',
  'STATE_COUNCIL_DECISION',
  'LOCAL_REGULATION',
  'DEPARTMENT_RULE',
  'LOCAL_RULE',
];

/** What counts for each ground: the greatest value has it; null: none. */
const WEIGHTS: Readonly<Record<LeadGround, (claim: LeadClaim) => number | string | null>> = {
  NAMED: ({ named }) => (named ? 1 : null),
  LEAD_DEPARTMENT: ({ exemptions }) => (exemptions.includes('LEAD_DEPARTMENT') ? 1 : null),
  FIRST_SOURCE: ({ exemptions }) => (exemptions.includes('FIRST_SOURCE') ? 1 : null),
  DUTY: ({ duty, levels }) => (duty !== null && levels.length > 0 ? 1 : null),
  BASIS: ({ levels }) =>
    levels
      .map((level) => -RANKS.indexOf(level))
      .filter((rank) => rank <= 0)
      .sort((x, y) => y - x)[0] ?? null,
  EARLIER: ({ startedOn }) => startedOn,
};

const WORDS: Readonly<Record<LeadGround, string>> = {
  NAMED: '数据主管部门已明确为数源部门 named as the source by the data authority',
  LEAD_DEPARTMENT: '其收集登记为数源部门收集 its act of collection is on record as the lead department’s',
  FIRST_SOURCE: '其收集登记为法定首次来源 its act of collection is on record as the first source by law',
  DUTY: '仅其有在效的法定职责记录 it alone has a duty in force that rests on law',
  BASIS: '其依据的效力层级最高 what it rests on ranks highest',
  EARLIER: '其最早开始收集 it began to collect first',
};

const OPEN = '尚未明确数源部门，现有记录也无法推断 none is named, and nothing on record tells';
const TO_NAME =
  '由数据主管部门明确（政务数据共享条例第十九条；昆明市公共数据管理办法（征求意见稿）第四条、第十六条） for the data authority to name';

/**
 * Who is the source where several collect or provide the same 明确数源部门; null where they are one body. What is on record
 * determines it; else the first ground that tells one from the others proposes it. `bodyOf` names the body an organization counts as.
 */
export function leadAmong(claims: readonly LeadClaim[], bodyOf: (organization: string) => string): Lead | null {
  const bodies = Map.groupBy(claims, ({ organization }) => bodyOf(organization));
  if (bodies.size < 2) return null;
  const collectors = [...new Set(claims.map(({ organization }) => organization))].sort(byCodePoint);
  let left = [...bodies.values()];
  for (const ground of LEAD_GROUNDS) {
    const weighed = left.map((own) => ({ own, weight: best(own, ground) }));
    const most = greatest(
      weighed.map(({ weight }) => weight),
      ground,
    );
    if (most === null) continue;
    left = weighed.filter(({ weight }) => weight === most).map(({ own }) => own);
    const [only, ...others] = left;
    if (only === undefined || others.length > 0) continue;
    const { organization } = only.find((claim) => WEIGHTS[ground](claim) === most)!;
    const onRecord = ground === 'NAMED' || ground === 'LEAD_DEPARTMENT' || ground === 'FIRST_SOURCE';
    const standing = onRecord ? 'DETERMINED' : 'PROPOSED';
    return {
      organization,
      standing,
      ground,
      reasons: onRecord ? [WORDS[ground]] : [WORDS[ground], TO_NAME],
      collectors,
    };
  }
  return { organization: null, standing: 'OPEN', ground: null, reasons: [OPEN, TO_NAME], collectors };
}

/** Whether two datasets hold the same, so that one source is wanted: a person found so, or nothing tells their area or time apart. */
export function wantsLead(relation: MatchRelation, verdict: VerdictWord | null): boolean {
  if (verdict !== null) return verdict !== 'DIFFERENT';
  return relation !== 'SIBLING_AREA' && relation !== 'OTHER_PERIOD';
}

function best(claims: readonly LeadClaim[], ground: LeadGround) {
  return greatest(claims.map(WEIGHTS[ground]), ground);
}

/** The greatest weight; of days the earliest. */
function greatest(weights: readonly (number | string | null)[], ground: LeadGround): number | string | null {
  const sign = ground === 'EARLIER' ? -1 : 1;
  return weights.reduce((most, one) => {
    if (one === null) return most;
    return most === null || (one > most ? 1 : -1) * sign > 0 ? one : most;
  }, null);
}
