import { isRepealed, lastKnown, published, repealedOn, sortedIds } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';

const HIGH = new Set(['LAW', 'ADMINISTRATIVE_REGULATION', 'STATE_COUNCIL_DECISION']);

/** 809 第十五条: sharing may be refused only on a law, administrative regulation or decision of the State Council. */
export const r12x2 = rule<Dataset, 'Dataset'>({
  code: 'R12-2',
  title: { zh: '不予共享须有法律、行政法规或国务院决定依据', en: 'Refusal to share needs high law' },
  citation: `${CN809}第十五条；${KM}第十二条`,
  meaning: {
    zh: '不予共享的，应有现行有效的法律、行政法规或者国务院决定为依据；没有的，为问题。',
    en: 'What is not shared rests on a law, administrative regulation or State Council decision in force; without one it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '补充法律、行政法规或者国务院决定依据，或者改为有条件、无条件共享。',
    en: 'Cite a law, administrative regulation or State Council decision, or let it be shared.',
  },
  roots: ['Dataset'],
  members: (root) => published(root).filter(({ share }) => share === 'NONE'),
  check(dataset, view) {
    const basis = dataset.basis ?? [];
    const high = basis.flatMap((key) => {
      const provision = view.provisions.get(key);
      return provision && HIGH.has(view.instruments.get(provision.instrument)?.level ?? '') ? [provision] : [];
    });
    if (high.some((provision) => !isRepealed(view, provision))) return [];
    const repeals = high.map((provision) => repealedOn(view, provision));
    const id = `Dataset:${dataset.key}`;
    return [
      {
        subject: id,
        evidence: [id, ...sortedIds(basis.map((key) => `Provision:${key}`))],
        since: lastKnown(dataset.entryUpdatedOn ?? dataset.publishedOn, ...repeals),
        message: {
          zh: `${nameOf(view, id)}不予共享，但没有现行有效的法律、行政法规或者国务院决定依据。`,
          en: `${nameOf(view, id)} is not shared, but no law, administrative regulation or State Council decision in force says so.`,
        },
      },
    ];
  },
});
