import { byCodePoint } from '#src/foundation/text.ts';
import { dayOfEvent, identifierElements, isUnderWay, latest, published } from '../conventions.ts';
import type { Collection, Dataset, Request } from '../facts.ts';
import { nameOf, namesOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';
import { oncePerView, type View } from '../view.ts';
import { waysFrom } from '../walks.ts';

interface Subject {
  readonly collection: Collection;
  readonly element: string;
}

const GRANTED = new Set(['APPROVED', 'DELIVERED', 'IN_USE', 'AGREED', 'DECIDED']);

/** Published datasets that could be shared, by subject and element. */
const offers = oncePerView((view) => {
  const found = new Map<string, Dataset[]>();
  for (const dataset of published(view)) {
    if (!dataset.subject || (dataset.share !== 'UNCONDITIONAL' && dataset.share !== 'CONDITIONAL')) continue;
    const elements = (dataset.items ?? []).flatMap((item) =>
      item.element && item.share !== 'NONE' ? [item.element] : [],
    );
    for (const element of new Set(elements)) {
      const key = `${dataset.subject}\n${element}`;
      const list = found.get(key);
      if (list) list.push(dataset);
      else found.set(key, [dataset]);
    }
  }
  return found as ReadonlyMap<string, readonly Dataset[]>;
});

/** Granted requests by requester and dataset. */
const grants = oncePerView((view) => {
  const found = new Map<string, Request[]>();
  for (const request of view.requests.all()) {
    if (!request.dataset || !GRANTED.has(request.state ?? '')) continue;
    const key = `${request.requester}\n${request.dataset}`;
    const list = found.get(key);
    if (list) list.push(request);
    else found.set(key, [request]);
  }
  return found as ReadonlyMap<string, readonly Request[]>;
});

const downstream = oncePerView((view) => {
  const kept = new Map<string, ReadonlySet<string>>();
  return (start: string): ReadonlySet<string> => {
    let reached = kept.get(start);
    if (!reached) {
      reached = new Set(waysFrom(start, (at) => view.flowsOutOf(at).map((flow) => flow.to)).keys());
      kept.set(start, reached);
    }
    return reached;
  };
});

function availableSince(view: View, collector: string, dataset: Dataset): string | null {
  if (dataset.share === 'UNCONDITIONAL') return dataset.publishedOn ?? null;
  const requests = grants(view).get(`${collector}\n${dataset.key}`) ?? [];
  const days = requests.flatMap((r) => (r.events ?? []).filter((e) => GRANTED.has(e.act)).map(dayOfEvent));
  const known = days.filter((day) => day !== null).sort();
  return latest(dataset.publishedOn, known[0]);
}

/** 第十三条: what can be had by sharing is not collected again. One finding per element. */
export const r13x1 = rule<Subject>({
  code: 'R13-1',
  title: { zh: '可共享获取的不得重复收集', en: 'Collecting what can be had by sharing' },
  citation: `${KM}第十三条；${CN809}第十九条`,
  meaning: {
    zh: '其他部门已有、可以共享取得的信息项，不应再次收集；每个重复收集的数据元为一个问题。登记了豁免理由的除外。',
    en: 'What another department has and shares is not collected again; each element that is, is a finding, unless an exemption is on record.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止收集该项，改为通过共享获取；确需收集的，登记豁免理由。',
    en: 'Stop collecting it and get it by sharing, or record why it must be collected.',
  },
  *population(view) {
    const identifiers = identifierElements(view);
    for (const collection of view.collections.all()) {
      if (!isUnderWay(collection, view.today) || collection.exemption || !collection.subject) continue;
      const elements = (collection.items ?? []).flatMap((item) => (item.element ? [item.element] : []));
      for (const element of new Set(elements)) if (!identifiers.has(element)) yield { collection, element };
    }
  },
  check({ collection, element }, view) {
    const id = `Collection:${collection.key}`;
    const available = (offers(view).get(`${collection.subject}\n${element}`) ?? []).filter(
      (dataset) =>
        dataset.provider !== collection.organization &&
        (dataset.share === 'UNCONDITIONAL' || grants(view).has(`${collection.organization}\n${dataset.key}`)) &&
        !downstream(view)(id).has(`Dataset:${dataset.key}`),
    );
    if (available.length === 0) return [];
    const ids = available.map((dataset) => `Dataset:${dataset.key}`).sort(byCodePoint);
    const since = available.map((dataset) => availableSince(view, collection.organization, dataset));
    const first = since.every((day) => day !== null) ? since.toSorted()[0] : null;
    const item = `Element:${element}`;
    return [
      {
        subject: id,
        object: item,
        evidence: [id, item, ...ids],
        since: latest(collection.startedOn, first),
        message: {
          zh: `${nameOf(view, id)}仍在收集${nameOf(view, item)}，而该项可从${namesOf(view, ids)}共享获取。`,
          en: `${nameOf(view, id)} still collects ${nameOf(view, item)}, which can be had by sharing from ${namesOf(view, ids)}.`,
        },
      },
    ];
  },
});
