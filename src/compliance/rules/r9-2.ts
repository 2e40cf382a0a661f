import { lastEnd } from '../conventions.ts';
import type { Database, Flow } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

const isAggregation = (flow: Flow): boolean => flow.kind === 'AGGREGATED';

/** A database, if it is a basic one 基础数据库. */
export function basic({ record }: { readonly record: Database }): readonly Database[] {
  return record.kind === 'BASIC' ? [record] : [];
}

/** 第九条: a basic database holds aggregated data. */
export const r9x2 = rule<Database, 'Database'>({
  code: 'R9-2',
  title: { zh: '基础数据库须有归集数据', en: 'A basic database holds data' },
  citation: `${KM}第九条`,
  meaning: {
    zh: '基础数据库应有数据归集进来；一条归集都没有的，为问题。',
    en: 'Data is aggregated into every basic database; an empty one is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '按目录向该基础数据库归集数据。', en: 'Aggregate data into the basic database as the catalog says.' },
  roots: ['Database'],
  members: basic,
  check(database, view) {
    const id = `Database:${database.key}`;
    if (view.flowsInto(id).some(isAggregation)) return [];
    return [
      {
        subject: id,
        evidence: [id],
        since: lastEnd(view, view.everInto(id), isAggregation),
        message: {
          zh: `基础数据库${nameOf(view, id)}没有任何归集数据。`,
          en: `No data is aggregated into the basic database ${nameOf(view, id)}.`,
        },
      },
    ];
  },
});
