import { dayOfMoment } from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';
import type { Request, Use } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';

export interface UseOfRequest {
  readonly use: Use;
  readonly request: Request;
}

/** A use with its request, if that is known. */
export function withRequest({ record: use }: { readonly record: Use }, view: View): readonly UseOfRequest[] {
  const request = view.requests.get(use.request);
  return request ? [{ use, request }] : [];
}

export function dayOfUse(use: Use): string | null {
  const at = momentOf(use.at);
  return at === null ? null : dayOfMoment(at);
}

/** 第十七条: shared data is used for the scenario that was applied for. */
export const r17x2 = rule<UseOfRequest, 'Use'>({
  code: 'R17-2',
  title: { zh: '超目的使用', en: 'Use for another scenario' },
  citation: `${KM}第十七条；${CN809}第二十五条`,
  meaning: {
    zh: '共享数据只用于申请时的场景；用于其他场景的，为问题。',
    en: 'Shared data serves the scenario it was requested for; any other is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止超目的使用并处置数据；新的应用场景须重新申请。',
    en: 'Stop that use and dispose of the data; a new scenario needs a new application.',
  },
  roots: ['Use'],
  members: withRequest,
  check({ use, request }, view) {
    if (use.scenario === request.scenario) return [];
    const id = `Use:${use.key}`;
    return [
      {
        subject: id,
        evidence: [`Request:${request.key}`, id],
        since: dayOfUse(use),
        message: {
          zh: `${nameOf(view, `Organization:${use.organization}`)}以“${use.scenario}”使用数据，而申请的应用场景是“${request.scenario}”。`,
          en: `${nameOf(view, `Organization:${use.organization}`)} used the data for “${use.scenario}”; the scenario applied for is “${request.scenario}”.`,
        },
      },
    ];
  },
});
