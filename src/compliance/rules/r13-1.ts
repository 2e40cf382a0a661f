import { byCodePoint } from '#src/foundation/text.ts';
import { dayOfEvent, isIdentifier, isPublished, isUnderWay, latest } from '../conventions.ts';
import type { Collection, Dataset } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf, namesOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';
import { waysFrom } from '../walks.ts';

interface Subject {
  readonly collection: Collection;
  readonly element: string;
}

const GRANTED = new Set(['APPROVED', 'DELIVERED', 'IN_USE', 'AGREED', 'DECIDED']);

/** Published datasets that could be shared, by subject and element. */
const offers = grouping({
  name: 'datasets by subject and shared element',
  type: 'Dataset',
  keysOf(dataset) {
    if (!isPublished(dataset) || !dataset.subject) return [];
    if (dataset.share !== 'UNCONDITIONAL' && dataset.share !== 'CONDITIONAL') return [];
    return (dataset.items ?? []).flatMap((item) =>
      item.element && item.share !== 'NONE' ? [`${dataset.subject}\n${item.element}`] : [],
    );
  },
});

/** Granted requests by requester and dataset. */
const grants = grouping({
  name: 'granted requests by requester and dataset',
  type: 'Request',
  keysOf: (request) =>
    request.dataset && GRANTED.has(request.state ?? '') ? [`${request.requester}\n${request.dataset}`] : [],
});

/** What is made from a collection; asked only where there is something to compare with. */
function downstreamOf(view: View, collection: string): ReadonlySet<string> {
  return new Set(waysFrom(collection, (at) => view.flowsOutOf(at).map((flow) => flow.to)).keys());
}

function availableSince(view: View, collector: string, dataset: Dataset): string | null {
  if (dataset.share === 'UNCONDITIONAL') return dataset.publishedOn ?? null;
  const requests = grants.of(view, `${collector}\n${dataset.key}`);
  const days = requests.flatMap((r) => (r.events ?? []).filter((e) => GRANTED.has(e.act)).map(dayOfEvent));
  const known = days.filter((day) => day !== null).sort();
  return latest(dataset.publishedOn, known[0]);
}

/** 第十三条: what can be had by sharing is not collected again. One finding per element. */
export const r13x1 = rule<Subject, 'Collection'>({
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
  roots: ['Collection'],
  *members({ record: collection }, view) {
    if (!isUnderWay(collection, view.today) || collection.exemption || !collection.subject) return;
    const elements = (collection.items ?? []).flatMap((item) => (item.element ? [item.element] : []));
    for (const element of new Set(elements)) if (!isIdentifier(view, element)) yield { collection, element };
  },
  check({ collection, element }, view) {
    const id = `Collection:${collection.key}`;
    const offered = offers
      .of(view, `${collection.subject}\n${element}`)
      .filter(
        (dataset) =>
          dataset.provider !== collection.organization &&
          (dataset.share === 'UNCONDITIONAL' || grants.has(view, `${collection.organization}\n${dataset.key}`)),
      );
    if (offered.length === 0) return [];
    const own = downstreamOf(view, id);
    const available = offered.filter((dataset) => !own.has(`Dataset:${dataset.key}`));
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
