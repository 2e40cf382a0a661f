import { dayOfMoment } from '#src/calendar/day.ts';
import { isPublished } from '../conventions.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

/** A source with flows into one database; several assertions of one flow count once. */
interface Subject {
  readonly from: string;
  readonly database: string;
  readonly validFrom: number;
}

/** 第十四条: aggregation follows the catalog; only published datasets go into a database. */
export const r14x2 = rule<Subject, 'Database'>({
  code: 'R14-2',
  title: { zh: '无目录归集', en: 'Aggregated without a published entry' },
  citation: `${KM}第十四条`,
  meaning: {
    zh: '只归集已发布目录的数据；没有目录或者目录未发布而归集的，为问题。',
    en: 'Only what a published entry describes is aggregated; anything else that is, is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '先编制、发布目录再归集，或者停止归集。', en: 'Publish an entry first, or stop aggregating.' },
  roots: ['Database'],
  *members({ record: { key } }, view) {
    const database = `Database:${key}`;
    const sources = new Map<string, number>();
    for (const flow of view.flowsInto(database))
      if (flow.kind === 'AGGREGATED')
        sources.set(flow.from, Math.min(sources.get(flow.from) ?? flow.validFrom, flow.validFrom));
    for (const [from, validFrom] of sources) yield { from, database, validFrom };
  },
  check({ from, database, validFrom }, view) {
    const dataset = from.startsWith('Dataset:') ? view.datasets.get(from.slice('Dataset:'.length)) : undefined;
    if (dataset && isPublished(dataset)) return [];
    return [
      {
        subject: from,
        object: database,
        evidence: [from, database],
        since: dayOfMoment(validFrom),
        message: {
          zh: `${nameOf(view, from)}没有已发布的目录，却归集到${nameOf(view, database)}。`,
          en: `${nameOf(view, from)} is aggregated into ${nameOf(view, database)} without a published entry.`,
        },
      },
    ];
  },
});
