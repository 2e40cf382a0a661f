import type { Database } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';
import { basic } from './r9-2.ts';

const BELOW_THE_CITY = new Set(['DISTRICT', 'COUNTY', 'COUNTY_CITY', 'ZONE']);

/** 第九条: districts, counties and zones build theme databases only. */
export const r9x3 = rule<Database, 'Database'>({
  code: 'R9-3',
  title: { zh: '县（市）区、园区不得自建基础数据库', en: 'No basic databases below the city' },
  citation: `${KM}第九条`,
  meaning: {
    zh: '基础数据库由市级统一建设；县（市）区、园区建的，为问题。',
    en: 'Basic databases are the city’s; one of a district, county or zone is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '将数据并入市级基础数据库，停用自建的基础数据库。',
    en: 'Move the data into the city’s basic database and retire this one.',
  },
  roots: ['Database'],
  members: basic,
  check(database, view) {
    if (!BELOW_THE_CITY.has(view.jurisdictions.get(database.jurisdiction)?.kind ?? '')) return [];
    const [id, place] = [`Database:${database.key}`, `Jurisdiction:${database.jurisdiction}`];
    return [
      {
        subject: id,
        evidence: [id, place],
        message: {
          zh: `${nameOf(view, place)}自建了基础数据库${nameOf(view, id)}。`,
          en: `${nameOf(view, place)} runs a basic database of its own: ${nameOf(view, id)}.`,
        },
      },
    ];
  },
});
