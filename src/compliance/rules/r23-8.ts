import { addDays, type Day } from '#src/calendar/day.ts';
import { clockOf, isOverdue } from '#src/clock/clocks.ts';
import type { StartEvent } from '#src/clock/profile.ts';
import { withAgreement, withPlan } from '../agreements.ts';
import { firstDelivery, isInForce, lastKnown } from '../conventions.ts';
import { dueWords } from '../due-words.ts';
import type { Agreement, Registration } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf } from '../naming.ts';
import { KM, REG26, rule } from '../rule.ts';

interface Subject {
  readonly subject: string;
  readonly holder: string;
  readonly agreement: Agreement;
  readonly event: StartEvent;
  readonly on: Day;
}

const registrationsOf = grouping({
  name: 'registrations by subject',
  type: 'Registration',
  keysOf: ({ subject }) => [subject],
});

function isValid(registration: Registration, holder: string, today: Day): boolean {
  return (
    registration.holder === holder &&
    registration.state === 'CODED' &&
    registration.kind !== 'CANCELLATION' &&
    registration.codedOn != null &&
    registration.codedOn <= today &&
    (registration.validTo == null || today <= registration.validTo)
  );
}

/** 第二十三条第三款: the implementer registers the data resources in scope, the operator its products. */
export const r23x8 = rule<Subject, 'Product' | 'Agreement'>({
  code: 'R23-8',
  title: { zh: '资源和产品双登记', en: 'Both registrations' },
  citation: `${KM}第二十三条第三款；${REG26}（登记时限凭记忆，未核原文）`,
  meaning: {
    zh: '产品交付、协议起期后二十个工作日内（该时限凭记忆，未核原文），产品和资源都应登记赋码；逾期没有的，为问题。',
    en: 'Within twenty working days (a limit from memory, not read in the instrument) of delivery and of the term’s begin both product and resources are registered; overdue, each is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '向登记机构申请首次登记，或者续展登记。', en: 'Apply for registration, or have it renewed.' },
  roots: ['Product', 'Agreement'],
  *members({ type, record }, view) {
    if (type === 'Product') {
      const on = firstDelivery(record, view.today);
      if (on === null) return;
      for (const { agreement } of withAgreement(record, view)) {
        const subject = `Product:${record.key}`;
        yield { subject, holder: agreement.operator, agreement, event: 'PRODUCT_FIRST_DELIVERED', on };
      }
      return;
    }
    const { agreement, plan } = withPlan(record, view);
    if (!isInForce(agreement, view.today)) return;
    const holder = plan?.implementer ?? '';
    for (const subject of new Set(agreement.scope))
      yield { subject, holder, agreement, event: 'AGREEMENT_RESOURCES_AUTHORISED', on: agreement.termFrom };
  },
  check({ subject, holder, agreement, event, on }, view) {
    const jurisdiction = view.organizations.get(holder)?.jurisdiction ?? undefined;
    const clock = clockOf(view.policy.limits, { event, on, jurisdiction }, view.calendar);
    if (!clock || !isOverdue(clock.strictest, view.today)) return [];
    const registrations = registrationsOf.of(view, subject);
    if (registrations.some((registration) => isValid(registration, holder, view.today))) return [];
    const due = clock.strictest.due.day;
    const told = dueWords(clock.strictest);
    // A registration that ran out held until its last day.
    const lapsed = registrations.flatMap((r) =>
      r.holder === holder && r.codedOn && r.validTo ? [addDays(r.validTo, 1)] : [],
    );
    const begun = event === 'AGREEMENT_RESOURCES_AUTHORISED' ? agreement.signedOn : null;
    const since = lastKnown(addDays(due, 1), begun, ...lapsed.filter((day) => day <= view.today));
    const id = `Agreement:${agreement.key}`;
    return [
      {
        subject,
        object: id,
        evidence: [id, subject],
        since,
        details: { due },
        message: {
          zh: `${nameOf(view, subject)}没有由${nameOf(view, `Organization:${holder}`)}办理的有效登记，最迟应于${told.zh}登记。`,
          en: `${nameOf(view, subject)} has no valid registration held by ${nameOf(view, `Organization:${holder}`)}; it was due by ${told.en}.`,
        },
      },
    ];
  },
});
