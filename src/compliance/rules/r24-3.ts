import type { Day } from '#src/calendar/day.ts';
import { redeveloped } from '../agreements.ts';
import { firstDelivery } from '../conventions.ts';
import type { Product, Qualification } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

interface Subject {
  readonly product: Product;
  readonly sources: readonly string[];
  readonly delivered: Day;
}

const REASONS = {
  none: { zh: '没有再开发资格', en: 'there is no qualification' },
  applicant: { zh: '资格属于他人', en: 'it is somebody else’s' },
  state: { zh: '资格未授予', en: 'it was not granted' },
  grantedOn: { zh: '交付时尚未授予', en: 'it was granted after the delivery' },
  validTo: { zh: '交付时资格已到期', en: 'it had expired' },
  revokedOn: { zh: '交付时资格已撤销', en: 'it had been revoked' },
  security: { zh: '交付时未签订安全协议', en: 'no security agreement had been made' },
  revenue: { zh: '交付时未签订收益协议', en: 'no revenue agreement had been made' },
  products: { zh: '来源产品不在资格范围内', en: 'a source product is not in it' },
};
type Reason = keyof typeof REASONS;
const NOT_GRANTED = new Set(['APPLIED', 'ASSESSED', 'REFUSED']);

function reasonsOf({ product, sources, delivered }: Subject, qualification: Qualification | undefined): Reason[] {
  if (!qualification) return ['none'];
  const after = (day: Day | null | undefined): boolean => day == null || day > delivered;
  const products = new Set(qualification.products.map((key) => `Product:${key}`));
  const broken: Record<Exclude<Reason, 'none'>, boolean> = {
    applicant: qualification.applicant !== product.developer,
    state: NOT_GRANTED.has(qualification.state ?? ''),
    grantedOn: after(qualification.grantedOn),
    validTo: qualification.validTo != null && qualification.validTo < delivered,
    revokedOn: qualification.revokedOn != null && qualification.revokedOn <= delivered,
    security: after(qualification.securityAgreedOn),
    revenue: after(qualification.revenueAgreedOn),
    products: sources.some((source) => source.startsWith('Product:') && !products.has(source)),
  };
  return (Object.keys(broken) as (keyof typeof broken)[]).filter((reason) => broken[reason]);
}

/** 第二十四条: whoever re-develops has a valid qualification and both agreements on the day of first delivery. */
export const r24x3 = rule<Subject, 'Product'>({
  code: 'R24-3',
  title: { zh: '无有效资格再开发', en: 'Re-development without valid qualification' },
  citation: `${KM}第二十四条`,
  meaning: {
    zh: '再开发产品交付时，应有本单位有效的资格，覆盖其来源产品，并已签订安全和收益协议；有一项不符的，为问题。',
    en: 'On delivery a re-developed product has a valid qualification of its developer that covers its sources, with security and revenue agreed; any gap is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止提供该产品，取得资格、签订两项协议后重新交付。',
    en: 'Stop offering it until the qualification and both agreements are there.',
  },
  roots: ['Product'],
  *members(root, view) {
    for (const { product, sources } of redeveloped(root, view)) {
      const delivered = firstDelivery(product, view.today);
      if (delivered !== null) yield { product, sources, delivered };
    }
  },
  check(subject, view) {
    const { product, delivered } = subject;
    const qualification = product.qualification ? view.qualifications.get(product.qualification) : undefined;
    const why = reasonsOf(subject, qualification);
    if (why.length === 0) return [];
    const id = `Product:${product.key}`;
    return [
      {
        subject: id,
        evidence: [...(qualification ? [`Qualification:${qualification.key}`] : []), id],
        since: delivered,
        details: { why },
        message: {
          zh: `再开发产品${nameOf(view, id)}于${delivered}交付：${why.map((reason) => REASONS[reason].zh).join('，')}。`,
          en: `${nameOf(view, id)} was delivered on ${delivered}: ${why.map((reason) => REASONS[reason].en).join(', ')}.`,
        },
      },
    ];
  },
});
