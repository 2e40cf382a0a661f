import { isEmpty, published } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

/** 第十九条: an open type that restricts says why, or on what condition. */
export const r19x1 = rule<Dataset, 'Dataset'>({
  code: 'R19-1',
  title: { zh: '开放属性须附理由或条件', en: 'Open type without its reason' },
  citation: `${KM}第十九条`,
  meaning: {
    zh: '不予开放应有理由，有条件开放应有条件；没有写的，为问题。',
    en: 'Not opening needs a reason, opening on condition its condition; without, it is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '写明不予开放的理由或者开放条件。', en: 'State the reason, or the condition.' },
  roots: ['Dataset'],
  members: published,
  check(dataset, view) {
    const reason = dataset.open === 'NONE' && isEmpty(dataset.openReason);
    const condition = dataset.open === 'CONDITIONAL' && isEmpty(dataset.openCondition);
    if (!reason && !condition) return [];
    const id = `Dataset:${dataset.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        since: dataset.entryUpdatedOn ?? dataset.publishedOn,
        message: reason
          ? {
              zh: `${nameOf(view, id)}不予开放，但没有写明理由。`,
              en: `${nameOf(view, id)} is not opened, and no reason is given.`,
            }
          : {
              zh: `${nameOf(view, id)}有条件开放，但没有写明条件。`,
              en: `${nameOf(view, id)} is opened on conditions that are not stated.`,
            },
      },
    ];
  },
});
