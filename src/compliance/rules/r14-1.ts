import { isDatabase, isEmpty, isOfCity, lastEnd, lastKnown, published } from '../conventions.ts';
import type { Dataset, Flow } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';

const isAggregation = (flow: Flow): boolean => flow.kind === 'AGGREGATED' && isDatabase(flow.to);

/** 第十四条: data in the city's catalog is aggregated, or the entry says why not. */
export const r14x1 = rule<Dataset, 'Dataset'>({
  code: 'R14-1',
  title: { zh: '应归未归', en: 'City entry not aggregated' },
  citation: `${KM}第十四条`,
  meaning: {
    zh: '市级已发布的目录应归集到数据库；没有归集、也没有写明不归集理由的，为问题。',
    en: 'A published entry of the city is aggregated into a database, or says why not; else it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '归集到相应数据库，或者在目录中写明不归集的理由。',
    en: 'Aggregate it into a database, or state in the entry why not.',
  },
  roots: ['Dataset'],
  members: (root, view) =>
    published(root).filter((dataset) => isEmpty(dataset.notAggregatedReason) && isOfCity(view, dataset)),
  check(dataset, view) {
    const id = `Dataset:${dataset.key}`;
    if (view.flowsOutOf(id).some(isAggregation)) return [];
    return [
      {
        subject: id,
        evidence: [id],
        since: lastKnown(lastEnd(view, view.everOutOf(id), isAggregation), dataset.publishedOn),
        message: {
          zh: `${nameOf(view, id)}已编入市级目录，但没有归集到任何数据库。`,
          en: `${nameOf(view, id)} stands in the city’s catalog, but is aggregated into no database.`,
        },
      },
    ];
  },
});
