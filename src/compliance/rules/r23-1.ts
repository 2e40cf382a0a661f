import { withAgreement, withPlan } from '../agreements.ts';
import { dayOfEvent, firstDelivery, momentOfEvent } from '../conventions.ts';
import type { Agreement, Event, Plan, Product } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { type Found, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';

type Subject =
  | { readonly kind: 'PLAN'; readonly plan: Plan }
  | { readonly kind: 'AGREEMENT'; readonly agreement: Agreement; readonly plan: Plan | undefined }
  | { readonly kind: 'PRODUCT'; readonly agreement: Agreement; readonly product: Product };

const acts = (plan: Plan | undefined, act: string): Event[] =>
  (plan?.events ?? []).filter((event) => event.act === act);

function checkPlan(plan: Plan, view: View): Found[] {
  const reviewed = acts(plan, 'FIRST_REVIEWED').map(momentOfEvent);
  const early = acts(plan, 'APPROVED').find((approved) => !reviewed.some((at) => at < momentOfEvent(approved)));
  if (!early) return [];
  const id = `Plan:${plan.key}`;
  return [
    {
      subject: id,
      object: 'a',
      evidence: [id],
      since: dayOfEvent(early),
      details: { why: 'approved before first review' },
      message: {
        zh: `实施方案${nameOf(view, id)}未经初审即审定。`,
        en: `The plan ${nameOf(view, id)} was approved before its first review.`,
      },
    },
  ];
}

function checkAgreement(agreement: Agreement, plan: Plan | undefined): Found[] {
  const approvals = acts(plan, 'APPROVED').map(dayOfEvent);
  if (approvals.some((day) => day !== null && day <= agreement.signedOn)) return [];
  const id = `Agreement:${agreement.key}`;
  return [
    {
      subject: id,
      object: `b ${id}`,
      evidence: [`Plan:${agreement.plan}`, id],
      since: agreement.signedOn,
      details: { why: 'signed before approval' },
      message: {
        zh: `协议${agreement.key}于${agreement.signedOn}签订时，实施方案尚未审定。`,
        en: `When agreement ${agreement.key} was signed on ${agreement.signedOn}, its plan had not been approved.`,
      },
    },
  ];
}

function checkProduct(product: Product, agreement: Agreement, view: View): Found[] {
  const delivered = firstDelivery(product, view.today);
  if (delivered === null || delivered >= agreement.signedOn) return [];
  const [id, signed] = [`Product:${product.key}`, `Agreement:${agreement.key}`];
  return [
    {
      subject: id,
      object: `c ${signed}`,
      evidence: [signed, id],
      since: delivered,
      details: { why: 'delivered before agreement' },
      message: {
        zh: `${nameOf(view, id)}于${delivered}交付，早于协议签订日${agreement.signedOn}。`,
        en: `${nameOf(view, id)} was delivered on ${delivered}, before the agreement of ${agreement.signedOn}.`,
      },
    },
  ];
}

/** 第二十三条第一款: first review, then approval, then the agreement, then delivery. */
export const r23x1 = rule<Subject, 'Plan' | 'Agreement' | 'Product'>({
  code: 'R23-1',
  title: { zh: '先审后授、先签后交', en: 'Order of acts' },
  citation: `${KM}第二十三条第一款`,
  meaning: {
    zh: '实施方案先审核后批准，协议在方案批准之后签订，产品在协议签订之后交付；次序颠倒的，为问题。',
    en: 'A plan is reviewed before it is approved, an agreement signed after that, a product delivered after that; any other order is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '程序倒置不可补正，须记录责任并由主管部门处理。',
    en: 'The order cannot be made good: record who is responsible; the authority decides.',
  },
  roots: ['Plan', 'Agreement', 'Product'],
  *members({ type, record }, view) {
    if (type === 'Plan') yield { kind: 'PLAN', plan: record };
    if (type === 'Agreement') yield { kind: 'AGREEMENT', ...withPlan(record, view) };
    if (type === 'Product') for (const found of withAgreement(record, view)) yield { kind: 'PRODUCT', ...found };
  },
  check(subject, view) {
    switch (subject.kind) {
      case 'PLAN':
        return checkPlan(subject.plan, view);
      case 'AGREEMENT':
        return checkAgreement(subject.agreement, subject.plan);
      case 'PRODUCT':
        return checkProduct(subject.product, subject.agreement, view);
      default:
        return subject satisfies never;
    }
  },
});
