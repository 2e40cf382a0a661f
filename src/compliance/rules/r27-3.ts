import { marksOf, shareKey, type Trigger, triggersBetween } from '#src/classification/triggers.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import { isDatabase, isEmpty, isInForce, sortedIds } from '../conventions.ts';
import type { Dataset } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf, namesOf, triggerWords } from '../naming.ts';
import { CN809, type Found, KM, rule } from '../rule.ts';
import { oncePerView, type View } from '../view.ts';

/** One dataset in one grant, with what its granted items could tell. */
interface Grant {
  readonly id: string;
  readonly holder: string;
  readonly dataset: string;
  readonly marks: number;
}

/** All grants of organizations that count as one. */
interface Subject {
  readonly grants: readonly Grant[];
}

const HELD = new Set(['DELIVERED', 'IN_USE']);

/** Datasets in an agreement's scope, and those aggregated into a database in it. */
function datasetsInScope(view: View, scope: readonly string[]): string[] {
  const found = scope.filter((reference) => reference.startsWith('Dataset:'));
  for (const database of scope.filter(isDatabase))
    for (const flow of view.flowsInto(database))
      if (flow.kind === 'AGGREGATED' && flow.from.startsWith('Dataset:')) found.push(flow.from);
  return sortedIds(found);
}

const heldRequests = grouping({
  name: 'held requests by requester',
  type: 'Request',
  keysOf: ({ requester, state }) => (HELD.has(state ?? '') ? [requester] : []),
});
const heldAgreements = grouping({
  name: 'agreements in force by operator',
  type: 'Agreement',
  keysOf: (agreement, view) => (isInForce(agreement, view.today) ? [agreement.operator] : []),
});

const markOf = oncePerView((view) => marksOf(view.policy));

function marksIn(view: View, dataset: Dataset, items: readonly string[] | null): number {
  const mark = markOf(view);
  const granted = items && new Set(items);
  let marks = 0;
  for (const item of dataset.items ?? [])
    if (item.element && (!granted || granted.has(item.name)))
      marks |= mark(view.elements.get(item.element)?.name ?? '');
  return marks;
}

function* grantsOf(view: View, holder: string): Generator<Grant> {
  for (const request of heldRequests.of(view, holder)) {
    const dataset = request.dataset ? view.datasets.get(request.dataset) : undefined;
    if (!dataset) continue;
    const items = isEmpty(request.items) ? null : (request.items ?? null);
    yield { id: `Request:${request.key}`, holder, dataset: dataset.key, marks: marksIn(view, dataset, items) };
  }
  for (const agreement of heldAgreements.of(view, holder))
    for (const id of datasetsInScope(view, agreement.scope)) {
      const dataset = view.datasets.get(id.slice('Dataset:'.length));
      if (dataset)
        yield { id: `Agreement:${agreement.key}`, holder, dataset: dataset.key, marks: marksIn(view, dataset, null) };
    }
}

function risks(a: Grant, b: Grant): Trigger[] {
  if (a.dataset === b.dataset || a.id === b.id || !shareKey(a.marks, b.marks)) return [];
  return triggersBetween(a.marks, b.marks).filter((trigger) => trigger !== 'KEY');
}

/** 第二十七条第三款: what one organization holds by different grants may tell together what none tells alone. One finding per pair of datasets. */
export const r27x3 = rule<Subject, 'Organization'>({
  code: 'R27-3',
  title: { zh: '数据关联汇聚风险', en: 'Risk by association' },
  citation: `${KM}第二十七条第三款；${CN809}第二十五条`,
  meaning: {
    zh: '同一单位（含同一控制的单位）凭不同授权取得的两个数据，可按同一标识关联出位置、健康、财务信息的，待复核。触发条件为政策参数。',
    en: 'Two datasets that one organization, or those controlled as one, holds by different grants and could join into location, health or finance, are for review. What triggers it is a policy parameter.',
  },
  severity: 'REVIEW',
  cure: {
    zh: '评估关联汇聚风险；必要时缩减授权信息项，或者采取隔离、去标识措施。',
    en: 'Assess the risk; where needed grant fewer items, or keep the data apart or de-identified.',
  },
  roots: ['Organization'],
  retiredToo: true,
  members({ record: { key } }, view) {
    if (view.jointOf(key) !== key) return [];
    const grants = view.jointWith(key).flatMap((holder) => [...grantsOf(view, holder)]);
    if (grants.length === 0) return [];
    return [{ grants: grants.sort((a, b) => byCodePoint(a.dataset, b.dataset) || byCodePoint(a.id, b.id)) }];
  },
  weight: ({ grants }) => grants.length,
  check({ grants }, view) {
    const telling = grants.filter((grant) => grant.marks !== 0);
    const found = new Map<string, Found>();
    for (let i = 0; i < telling.length; i++)
      for (let j = i + 1; j < telling.length; j++) {
        const [a, b] = [telling[i]!, telling[j]!];
        const triggers = risks(a, b);
        const pair = `Dataset:${a.dataset} Dataset:${b.dataset}`;
        if (triggers.length === 0 || found.has(pair)) continue;
        const holders = sortedIds([a.holder, b.holder].map((holder) => `Organization:${holder}`));
        const told = triggerWords(triggers);
        const [first, second] = [`Dataset:${a.dataset}`, `Dataset:${b.dataset}`];
        found.set(pair, {
          subject: `Organization:${a.holder}`,
          object: pair,
          evidence: [a.id, first, b.id, second],
          details: { triggers, organizations: holders },
          message: {
            zh: `${namesOf(view, holders)}同时持有${nameOf(view, first)}和${nameOf(view, second)}，可按共同标识关联出${told.zh}信息。`,
            en: `${namesOf(view, holders)} together hold ${nameOf(view, first)} and ${nameOf(view, second)}, which a common key joins into ${told.en}.`,
          },
        });
      }
    return [...found.values()];
  },
});
