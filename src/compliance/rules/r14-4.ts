import { addDays } from '#src/calendar/day.ts';
import { isEmpty } from '../conventions.ts';
import type { Backflow } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';

const AGREED_FIELDS = ['items', 'cycle', 'agreedOn'] as const;
const NAMES = { items: '约定数据项', cycle: '回流周期', agreedOn: '约定日期' };

/** 第十四条: data of vertical systems comes back as agreed, in time. */
export const r14x4 = rule<Backflow, 'Backflow'>({
  code: 'R14-4',
  title: { zh: '垂直系统数据回流', en: 'Backflow not agreed or not returned' },
  citation: `${KM}第十四条；${CN809}第二十四条`,
  meaning: {
    zh: '回流应商定信息项、频率和日期，并按期回流；未商定或者超期的，为问题。',
    en: 'A backflow has its items, cycle and day agreed and comes in time; where not, that is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '由牵头协调部门补全约定，或者与上级部门协调按周期回流。',
    en: 'The coordinating body completes the agreement, or has the data returned in its cycle.',
  },
  roots: ['Backflow'],
  members: ({ record }) => (record.state === 'AGREED' || record.state === 'RETURNING' ? [record] : []),
  check(backflow, view) {
    const missing = AGREED_FIELDS.filter((field) => isEmpty(backflow[field]));
    const last = backflow.lastReturnedOn ?? backflow.agreedOn;
    const tolerance = backflow.cycle ? view.policy.tolerance(backflow.cycle) : null;
    const due = last && tolerance !== null ? addDays(last, tolerance) : null;
    const overdue = due !== null && view.today > due;
    if (missing.length === 0 && !overdue) return [];
    const id = `Backflow:${backflow.key}`;
    const zh = [
      ...(missing.length > 0 ? [`约定不全：缺少${missing.map((field) => NAMES[field]).join('、')}`] : []),
      ...(overdue ? [`最迟应于${due}回流，至今未回流`] : []),
    ];
    const en = [
      ...(missing.length > 0 ? [`its agreement lacks ${missing.join(', ')}`] : []),
      ...(overdue ? [`data was due back by ${due}`] : []),
    ];
    return [
      {
        subject: id,
        evidence: [id, `Organization:${backflow.coordinator}`],
        since: missing.length > 0 ? backflow.agreedOn : due && addDays(due, 1),
        details: { why: [...missing, ...(overdue ? ['lastReturnedOn'] : [])], due },
        message: { zh: `${nameOf(view, id)}${zh.join('；')}。`, en: `${nameOf(view, id)}: ${en.join('; ')}.` },
      },
    ];
  },
});
