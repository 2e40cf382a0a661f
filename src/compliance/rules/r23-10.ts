import { addDays, type Day, yearOf } from '#src/calendar/day.ts';
import { clockOf, isOverdue } from '#src/clock/clocks.ts';
import { agreementsOfDisclosers, DISCLOSURE_KINDS, type DisclosureKind } from '../agreements.ts';
import { isInForceIn, sortedIds } from '../conventions.ts';
import type { Agreement } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, NDA, rule } from '../rule.ts';
import { oncePerView, type View } from '../view.ts';

interface Subject {
  readonly organization: string;
  readonly year: number;
  readonly kind: DisclosureKind;
  readonly due: Day;
  readonly agreements: readonly Agreement[];
}

const disclosed = oncePerView((view) => {
  const found = new Set<string>();
  for (const { by, year, kind, publishedOn } of view.disclosures.all())
    if (publishedOn != null && publishedOn <= view.today) found.add(`${by} ${year} ${kind}`);
  return found;
});

function* population(view: View): Generator<Subject> {
  const first = [...view.agreements.all()].reduce(
    (year, a) => Math.min(year, yearOf(a.signedOn), yearOf(a.termFrom)),
    9999,
  );
  for (let year = first; year < yearOf(view.today); year++) {
    const clock = clockOf(view.policy.limits, { event: 'YEAR_ENDED', on: `${year}-12-31` }, view.calendar);
    if (!clock || !isOverdue(clock.strictest, view.today)) continue;
    for (const kind of DISCLOSURE_KINDS)
      for (const [organization, all] of agreementsOfDisclosers(view)[kind]) {
        const agreements = all.filter((agreement) => isInForceIn(agreement, year));
        if (agreements.length > 0) yield { organization, year, kind, due: clock.strictest.due.day, agreements };
      }
  }
}

/** 第二十三条第四款: implementers and operators disclose every year. One finding per year and kind. */
export const r23x10 = rule<Subject>({
  code: 'R23-10',
  title: { zh: '定期披露', en: 'Yearly disclosure missing' },
  citation: `${KM}第二十三条第四款；${NDA}`,
  meaning: {
    zh: '实施机构、运营机构每年三月底前应披露上一年情况；没有的，每年每类为一个问题。',
    en: 'Implementers and operators disclose the year before by the end of March; each year and kind that is missing is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '补充公开该年度信息。', en: 'Publish the disclosure of that year.' },
  population,
  check({ organization, year, kind, due, agreements }, view) {
    if (disclosed(view).has(`${organization} ${year} ${kind}`)) return [];
    const id = `Organization:${organization}`;
    const [zh, en] = kind === 'PRODUCTS' ? ['产品和服务', 'products'] : ['授权运营', 'authorisations'];
    return [
      {
        subject: id,
        object: `${year} ${kind}`,
        evidence: [id, ...sortedIds(agreements.map((agreement) => `Agreement:${agreement.key}`))],
        since: addDays(due, 1),
        details: { year, kind, due },
        message: {
          zh: `${nameOf(view, id)}没有公开${year}年度${zh}信息，应在${due}前公开。`,
          en: `${nameOf(view, id)} has not disclosed its ${en} of ${year}; it was due by ${due}.`,
        },
      },
    ];
  },
});
