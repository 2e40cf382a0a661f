import type { Qualification } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

/** 第二十四条: only the city's data authority grants the qualification for re-development. */
export const r24x2 = rule<Qualification, 'Qualification'>({
  code: 'R24-2',
  title: { zh: '再开发资格由市级主管部门授予', en: 'Qualification by the city authority only' },
  citation: `${KM}第二十四条`,
  meaning: {
    zh: '再开发资格由市级数据主管部门认定；由其他单位认定的，为问题。',
    en: 'Qualifications are granted by the city’s data authority; by anybody else it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '撤销该资格，由市级数据主管部门重新评估授予。',
    en: 'Revoke it; the city’s data authority assesses and grants anew.',
  },
  roots: ['Qualification'],
  members: ({ record }) => (record.grantedOn == null ? [] : [record]),
  check(qualification, view) {
    const granting = qualification.grantedBy ? view.organizations.get(qualification.grantedBy) : undefined;
    const isCity = granting?.jurisdiction != null && view.jurisdictions.get(granting.jurisdiction)?.kind === 'CITY';
    if (isCity && granting.roles?.includes('DATA_AUTHORITY')) return [];
    const id = `Qualification:${qualification.key}`;
    const by = qualification.grantedBy ? [`Organization:${qualification.grantedBy}`] : [];
    const [zh, en] = by[0] ? [nameOf(view, by[0]), nameOf(view, by[0])] : ['不明机关', 'a body unknown'];
    return [
      {
        subject: id,
        evidence: [id, ...by],
        since: qualification.grantedOn,
        message: {
          zh: `再开发资格${qualification.key}由${zh}授予，不是市级数据主管部门。`,
          en: `Qualification ${qualification.key} was granted by ${en}, which is not the city’s data authority.`,
        },
      },
    ];
  },
});
