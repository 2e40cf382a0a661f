import { addDays } from '#src/calendar/day.ts';
import { published } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

/** 第五条、第十二条: data is updated in the cycle that its entry promises, with the tolerance of table T. */
export const r14x6 = rule<Dataset, 'Dataset'>({
  code: 'R14-6',
  title: { zh: '更新超期', en: 'Update cycle overdue' },
  citation: `${KM}第五条、第十二条`,
  meaning: {
    zh: '数据应按更新频率更新；超过容许天数（政策参数，办法未定）的，为问题。',
    en: 'Data is updated by its cycle; beyond the tolerated days (a policy parameter, not law) it is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '更新数据，或者按实际修改目录的更新频率。', en: 'Update the data, or correct the cycle in the entry.' },
  roots: ['Dataset'],
  members: (root, view) =>
    published(root).filter(({ updatedOn, cycle }) => updatedOn && cycle && view.policy.tolerance(cycle) !== null),
  check(dataset, view) {
    const due = addDays(dataset.updatedOn!, view.policy.tolerance(dataset.cycle!)!);
    if (view.today <= due) return [];
    const id = `Dataset:${dataset.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        since: addDays(due, 1),
        details: { due },
        message: {
          zh: `${nameOf(view, id)}上次更新于${dataset.updatedOn}，最迟应于${due}更新。`,
          en: `${nameOf(view, id)} was last updated on ${dataset.updatedOn} and due by ${due}.`,
        },
      },
    ];
  },
});
