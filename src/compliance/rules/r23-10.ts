import { addDays, yearOf } from '#src/calendar/day.ts';
import { clockOf, isOverdue, type RunningLimit } from '#src/clock/clocks.ts';
import { agreementsOfDiscloser, DISCLOSURE_KINDS, type DisclosureKind, discloserOf } from '../agreements.ts';
import { isInForceIn, sortedIds } from '../conventions.ts';
import { dueWords } from '../due-words.ts';
import type { Agreement } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf } from '../naming.ts';
import { KM, NDA, rule } from '../rule.ts';
import type { View } from '../view.ts';

interface Subject {
  readonly organization: string;
  readonly year: number;
  readonly kind: DisclosureKind;
  readonly limit: RunningLimit;
  readonly agreements: readonly Agreement[];
}

const disclosed = grouping({
  name: 'disclosures by discloser, year and kind',
  type: 'Disclosure',
  keysOf: ({ by, year, kind, publishedOn }, view) =>
    publishedOn != null && publishedOn <= view.today ? [`${by} ${year} ${kind}`] : [],
});

/** What an agreement makes due, year by year; what several make due starts from the first of them. */
function* dueFrom(agreement: Agreement, kind: DisclosureKind, view: View): Generator<Subject> {
  const organization = discloserOf(agreement, kind, view);
  if (organization === undefined) return;
  const all = agreementsOfDiscloser(view, kind, organization);
  const first = Math.min(yearOf(agreement.signedOn), yearOf(agreement.termFrom));
  for (let year = first; year < yearOf(view.today); year++) {
    const clock = clockOf(view.policy.limits, { event: 'YEAR_ENDED', on: `${year}-12-31` }, view.calendar);
    if (!clock || !isOverdue(clock.strictest, view.today)) continue;
    const agreements = all.filter((one) => isInForceIn(one, year));
    if (agreements[0]?.key === agreement.key) yield { organization, year, kind, limit: clock.strictest, agreements };
  }
}

/** 第二十三条第四款: implementers and operators disclose every year. One finding per year and kind. */
export const r23x10 = rule<Subject, 'Agreement'>({
  code: 'R23-10',
  title: { zh: '定期披露', en: 'Yearly disclosure missing' },
  citation: `${KM}第二十三条第四款；${NDA}`,
  meaning: {
    zh: '实施机构、运营机构每年三月底前应披露上一年情况；没有的，每年每类为一个问题。',
    en: 'Implementers and operators disclose the year before by the end of March; each year and kind that is missing is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '补充公开该年度信息。', en: 'Publish the disclosure of that year.' },
  roots: ['Agreement'],
  *members({ record }, view) {
    for (const kind of DISCLOSURE_KINDS) yield* dueFrom(record, kind, view);
  },
  check({ organization, year, kind, limit, agreements }, view) {
    if (disclosed.has(view, `${organization} ${year} ${kind}`)) return [];
    const id = `Organization:${organization}`;
    const due = limit.due.day;
    const told = dueWords(limit);
    const [zh, en] = kind === 'PRODUCTS' ? ['产品和服务', 'products'] : ['授权运营', 'authorisations'];
    return [
      {
        subject: id,
        object: `${year} ${kind}`,
        evidence: [id, ...sortedIds(agreements.map((agreement) => `Agreement:${agreement.key}`))],
        since: addDays(due, 1),
        details: { year, kind, due },
        message: {
          zh: `${nameOf(view, id)}没有公开${year}年度${zh}信息，最迟应于${told.zh}公开。`,
          en: `${nameOf(view, id)} has not disclosed its ${en} of ${year}; it was due by ${told.en}.`,
        },
      },
    ];
  },
});
