import type { Decision } from '../access/decision.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Content } from '../record/kind.ts';
import type { Collection } from './collection.ts';

/** The source of what several collect is to be named, or no longer to be 明确数源部门. */
export interface NameLead {
  /** Id of the act of collection by which the source gathers it. */
  readonly collection: string;
  readonly reason: string;
  /** It is no longer the source. */
  readonly withdraw?: boolean | null;
}

/** Another organization's collection of the same, as far as the authority is over it. */
export interface OtherCollector {
  readonly id: string;
  readonly exemption: string | null;
  /** How many items both gather; one alone may only say which row is meant. */
  readonly common: number;
}

/** What is known when a source is named. */
export interface Naming {
  readonly collection: Content & Collection;
  readonly others: readonly OtherCollector[];
}

/**
 * Decides the naming of a source 决定明确数源部门. It is kept where the registry already says why somebody may collect what others
 * do: its act of collection bears the exemption LEAD_DEPARTMENT with the reason. One at a time; where the law made a first source nothing is to be named.
 */
export function decideLead(
  { collection, others }: Naming,
  { reason, withdraw }: NameLead,
  { now }: { readonly now: number },
): Decision<Content & Collection> {
  const said = reason.trim();
  const refused =
    withdraw === true
      ? collection.exemption === 'LEAD_DEPARTMENT'
        ? []
        : [refusal('NOT_LEAD', 'collection')]
      : namingRefusals(collection, others, dayOfMoment(now));
  const all = [...refused, ...(said === '' ? [refusal('REASON_MISSING', 'reason')] : [])];
  if (all.length > 0) return { refused: all };
  const { exemption: _, exemptionReason: __, ...rest } = collection;
  const after = withdraw === true ? rest : { ...rest, exemption: 'LEAD_DEPARTMENT' as const, exemptionReason: said };
  return { accepted: after as Content & Collection };
}

function namingRefusals(collection: Collection, others: readonly OtherCollector[], today: Day): Refusal[] {
  const { startedOn, endedOn, exemption } = collection;
  const underWay = startedOn !== undefined && startedOn <= today && (endedOn === undefined || endedOn > today);
  const isFirst = exemption === 'FIRST_SOURCE' && !others.some((other) => other.exemption === 'FIRST_SOURCE');
  return [
    ...(underWay ? [] : [refusal('NOT_UNDER_WAY', 'collection')]),
    ...(others.length > 0 ? [] : [refusal('SOLE_COLLECTOR', 'collection')]),
    ...(exemption === 'LEAD_DEPARTMENT' || isFirst ? [refusal('ALREADY_LEAD', 'collection')] : []),
    ...(others.some((other) => other.exemption === 'LEAD_DEPARTMENT' && other.common > 1)
      ? [refusal('ANOTHER_LEAD', 'collection')]
      : []),
  ];
}

const WORDS = {
  NOT_LEAD: '该收集未被明确为数源部门收集。This act of collection was not named as the source.',
  NOT_UNDER_WAY: '该收集未在进行。This act of collection is not under way.',
  SOLE_COLLECTOR:
    '辖区内没有其他机构收集同一主体的同一信息项。No other organization here collects the same of the same subject.',
  ALREADY_LEAD: '已是数源部门，或者为法定首次来源。It is the source already, named or by law.',
  ANOTHER_LEAD: '已明确另一数源部门，须先撤销。Another one is named; withdraw that first.',
  REASON_MISSING: '须说明理由。A reason is wanted.',
} as const;

function refusal(code: keyof typeof WORDS, field: string): Refusal {
  return { code, message: WORDS[code], path: [field] };
}
