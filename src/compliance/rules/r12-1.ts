import { isEmpty } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

const ALWAYS = ['form', 'items', 'share', 'open', 'cycle', 'collector', 'approver'] as const;
const CONDITIONAL = ['shareCondition', 'shareScope'] as const;
const NAMES: Record<(typeof ALWAYS)[number] | (typeof CONDITIONAL)[number], string> = {
  form: '数据形式',
  items: '信息项',
  share: '共享属性',
  open: '开放属性',
  cycle: '更新频率',
  collector: '收集部门',
  approver: '核准部门',
  shareCondition: '共享条件',
  shareScope: '共享范围',
};

/** 第十二条第一款: the mandatory contents of a catalog entry. */
export const r12x1 = rule<Dataset, 'Dataset'>({
  code: 'R12-1',
  title: { zh: '目录内容齐全', en: 'Mandatory catalog contents' },
  citation: `${KM}第十二条第一款`,
  meaning: {
    zh: '目录应写明数据形式、信息项、共享与开放属性、更新频率、收集部门、核准部门，有条件共享的还应写明条件和范围；缺一项即为问题。',
    en: 'An entry states form, items, sharing, opening, cycle, collector and approver, and where shared on condition also condition and scope; any gap is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '补全目录内容后重新提交。', en: 'Complete the entry and submit it again.' },
  roots: ['Dataset'],
  members: ({ record }) => (record.state === 'DRAFT' || record.state === 'WITHDRAWN' ? [] : [record]),
  check(dataset, view) {
    const due = dataset.share === 'CONDITIONAL' ? [...ALWAYS, ...CONDITIONAL] : ALWAYS;
    const missing = due.filter((field) => isEmpty(dataset[field]));
    if (missing.length === 0) return [];
    const id = `Dataset:${dataset.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        since: dataset.entryUpdatedOn ?? dataset.publishedOn,
        details: { missing },
        message: {
          zh: `目录${nameOf(view, id)}缺少：${missing.map((field) => NAMES[field]).join('、')}。`,
          en: `The entry ${nameOf(view, id)} lacks ${missing.join(', ')}.`,
        },
      },
    ];
  },
});
