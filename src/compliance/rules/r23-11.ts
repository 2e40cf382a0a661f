import { agreementsOfDiscloser, productsByAgreement } from '../agreements.ts';
import { firstDelivery, isInForceIn, sortedIds } from '../conventions.ts';
import type { Disclosure } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf, namesOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';
import type { View } from '../view.ts';

/** What the disclosure should name. */
function facts(view: View, { by, year, kind }: Disclosure): string[] {
  const agreements = agreementsOfDiscloser(view, kind ?? '', by).filter((a) => isInForceIn(a, year));
  if (kind === 'AUTHORISATION') return agreements.map((agreement) => `Agreement:${agreement.key}`);
  const products = agreements.flatMap((agreement) => productsByAgreement.of(view, agreement.key));
  return products.flatMap((product) => {
    const delivered = firstDelivery(product, view.today);
    return delivered !== null && delivered <= `${year}-12-31` ? [`Product:${product.key}`] : [];
  });
}

const groupOf = ({ by, year, kind }: Disclosure): string => `${by} ${year} ${kind}`;
/** What was published up to today; of one that does not say of which kind it is, nobody can tell what it should name. */
const published = grouping({
  name: 'published disclosures',
  type: 'Disclosure',
  keysOf: (disclosure, view) =>
    disclosure.kind != null && disclosure.publishedOn != null && disclosure.publishedOn <= view.today
      ? [groupOf(disclosure)]
      : [],
});

/** Of one discloser, year and kind the disclosure published last; ties go to the greatest key. */
function last(group: readonly Disclosure[]): Disclosure | undefined {
  return group.reduce<Disclosure | undefined>(
    (latest, one) => (latest === undefined || one.publishedOn! >= latest.publishedOn! ? one : latest),
    undefined,
  );
}

/** 第二十三条第四款: what is disclosed is what is. */
export const r23x11 = rule<Disclosure, 'Disclosure'>({
  code: 'R23-11',
  title: { zh: '披露清单与实际一致', en: 'Disclosure differs from fact' },
  citation: `${KM}第二十三条第四款`,
  meaning: {
    zh: '披露清单应与实际的协议、产品一致；有遗漏或者多出的，为问题。',
    en: 'What is disclosed equals the agreements and products there were; anything missing or too much is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '更正后重新公开。', en: 'Correct it and publish it again.' },
  roots: ['Disclosure'],
  members: ({ record }, view) => (last(published.of(view, groupOf(record)))?.key === record.key ? [record] : []),
  check(disclosure, view) {
    const actual = new Set(facts(view, disclosure));
    const stated = new Set(disclosure.items ?? []);
    const missing = sortedIds([...actual].filter((id) => !stated.has(id)));
    const extra = sortedIds([...stated].filter((id) => !actual.has(id)));
    if (missing.length === 0 && extra.length === 0) return [];
    const id = `Disclosure:${disclosure.key}`;
    const by = nameOf(view, `Organization:${disclosure.by}`);
    const zh = [
      ...(missing.length > 0 ? [`遗漏${namesOf(view, missing)}`] : []),
      ...(extra.length > 0 ? [`多列${namesOf(view, extra)}`] : []),
    ];
    const en = [
      ...(missing.length > 0 ? [`lacks ${namesOf(view, missing)}`] : []),
      ...(extra.length > 0 ? [`names ${namesOf(view, extra)} too much`] : []),
    ];
    return [
      {
        subject: id,
        evidence: [id, ...sortedIds([...missing, ...extra])],
        since: disclosure.publishedOn,
        details: { missing, extra },
        message: {
          zh: `${by}${disclosure.year}年度披露与实际不符：${zh.join('；')}。`,
          en: `The disclosure of ${by} for ${disclosure.year} ${en.join(' and ')}.`,
        },
      },
    ];
  },
});
