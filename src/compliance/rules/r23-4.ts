import type { Day } from '#src/calendar/day.ts';
import { clockOf } from '#src/clock/clocks.ts';
import { type AgreementWithPlan, withPlan } from '../agreements.ts';
import { coveredUntil, isCovered, lastKnown, sortedIds } from '../conventions.ts';
import { namesOf } from '../naming.ts';
import { KM, OP27, rule } from '../rule.ts';
import type { View } from '../view.ts';

const REASONS = {
  scope: { zh: '数据范围超出方案', en: 'its scope goes beyond the plan' },
  term: { zh: '期限超出方案期限', en: 'its term leaves the plan’s' },
  fiveYears: { zh: '期限达到或者超过五年', en: 'its term is five years or longer' },
};

/** Whether a term reaches the end of the strictest limit on it (T-5Y), of those that bind a term which begins then. */
function isTooLong(view: View, from: Day, to: Day): boolean {
  const clock = clockOf(view.policy.limits, { event: 'AGREEMENT_TERM_STARTED', on: from }, view.calendar);
  return clock !== null && to >= clock.strictest.due.day;
}

/** 第二十三条第一款: an agreement stays within its plan, and within five years. */
export const r23x4 = rule<AgreementWithPlan, 'Agreement'>({
  code: 'R23-4',
  title: { zh: '协议不得超出方案', en: 'Agreement beyond its plan' },
  citation: `${KM}第二十三条第一款；${OP27}`,
  meaning: {
    zh: '协议的范围、期限不应超出实施方案，期限不足五年；超出的，为问题。',
    en: 'An agreement stays within its plan’s scope and term and under five years; beyond, it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '缩小协议范围、期限，或者按程序变更实施方案。',
    en: 'Narrow the agreement, or have the plan changed by the same procedure.',
  },
  roots: ['Agreement'],
  members: ({ record }, view) => [withPlan(record, view)],
  check({ agreement, plan }, view) {
    const scope = new Set(plan?.scope ?? []);
    const uncovered = sortedIds(agreement.scope.filter((reference) => !isCovered(view, scope, reference)));
    const leaves =
      (plan?.termFrom != null && agreement.termFrom < plan.termFrom) ||
      (plan?.termTo != null && agreement.termTo > plan.termTo);
    const why: (keyof typeof REASONS)[] = [
      ...(uncovered.length > 0 ? (['scope'] as const) : []),
      ...(leaves ? (['term'] as const) : []),
      ...(isTooLong(view, agreement.termFrom, agreement.termTo) ? (['fiveYears'] as const) : []),
    ];
    if (why.length === 0) return [];
    const id = `Agreement:${agreement.key}`;
    // It began with the first of them that was not covered any more, or with the agreement.
    const left = uncovered.map((reference) => coveredUntil(view, scope, reference) ?? agreement.signedOn);
    const uncoveredSince = left.sort()[0];
    const [zh, en] = [
      why.map((reason) => REASONS[reason].zh).join('；'),
      why.map((reason) => REASONS[reason].en).join('; '),
    ];
    const which = uncovered.length > 0 ? namesOf(view, uncovered) : '';
    return [
      {
        subject: id,
        evidence: [`Plan:${agreement.plan}`, id, ...uncovered],
        since:
          why[0] === 'scope' && why.length === 1 ? lastKnown(agreement.signedOn, uncoveredSince) : agreement.signedOn,
        details: { why, uncovered },
        message: {
          zh: `协议${agreement.key}${zh}${which && `（${which}）`}。`,
          en: `Agreement ${agreement.key}: ${en}${which && ` (${which})`}.`,
        },
      },
    ];
  },
});
