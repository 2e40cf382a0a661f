import type { RequiredDatabase } from '#src/clock/profile.ts';
import type { Database, Jurisdiction } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

type Subject =
  | { readonly kind: 'REQUIRED'; readonly city: Jurisdiction; readonly required: RequiredDatabase }
  | { readonly kind: 'DATABASE'; readonly database: Database };

const databasesOf = grouping({
  name: 'databases by place',
  type: 'Database',
  keysOf: ({ jurisdiction }) => [jurisdiction],
});

/** 第九条: a city has the required databases, each with a lead and at least one further department. */
export const r9x1 = rule<Subject, 'Jurisdiction'>({
  code: 'R9-1',
  title: { zh: '基础库、主题库及牵头、参与部门齐备', en: 'Required databases with lead and participants' },
  citation: `${KM}第九条`,
  meaning: {
    zh: '每个市都应有规则档案所列的基础库、主题库，且每个库除牵头部门外还有参与部门；缺库或者只有牵头部门的，为问题。',
    en: 'Every city has the databases that the profile lists, each with a department beside its lead; one that is missing, or stands alone, is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '建立该数据库，并明确牵头部门和参与部门。',
    en: 'Set up the database and name its lead and participating departments.',
  },
  roots: ['Jurisdiction'],
  *members({ record: city }, view) {
    if (city.kind !== 'CITY') return;
    const list = view.policy.requiredDatabases(city.key);
    for (const required of list) yield { kind: 'REQUIRED', city, required };
    const domains = new Set(list.map((required) => required.domain));
    for (const database of databasesOf.of(view, city.key))
      if (domains.has(database.domain)) yield { kind: 'DATABASE', database };
  },
  check(subject, view) {
    if (subject.kind === 'REQUIRED') {
      const { city, required } = subject;
      const has = databasesOf.of(view, city.key).some((d) => d.kind === required.kind && d.domain === required.domain);
      if (has) return [];
      const id = `Jurisdiction:${city.key}`;
      const kind = required.kind === 'BASIC' ? '基础' : '主题';
      return [
        {
          subject: id,
          object: required.domain,
          evidence: [id],
          message: {
            zh: `${nameOf(view, id)}没有“${required.domain}”${kind}数据库。`,
            en: `${nameOf(view, id)} has no ${required.kind.toLowerCase()} database of the domain ${required.domain}.`,
          },
        },
      ];
    }
    const { database } = subject;
    if ((database.participants ?? []).some((participant) => participant !== database.lead)) return [];
    const id = `Database:${database.key}`;
    return [
      {
        subject: id,
        object: database.domain,
        evidence: [id],
        message: {
          zh: `${nameOf(view, id)}除牵头部门外没有参与部门。`,
          en: `${nameOf(view, id)} names no participating department besides its lead.`,
        },
        cure: { zh: '为该数据库明确参与部门。', en: 'Name participating departments for the database.' },
      },
    ];
  },
});
