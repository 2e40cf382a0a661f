import { addDays, type Day, dayOfMoment } from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';
import { parseId } from '#src/foundation/id.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import type { Agreement, Collection, Dataset, Event, Flow, Product, Provision } from './facts.ts';
import { grouping } from './grouping.ts';
import type { View } from './view.ts';

/** The reading conventions of rules.md, in one place. */

/** Published 已发布: state PUBLISHED, which is the default. */
export function isPublished(dataset: Dataset): boolean {
  return (dataset.state ?? 'PUBLISHED') === 'PUBLISHED';
}

/** A dataset, if it is published. */
export function published({ record }: { readonly record: Dataset }): readonly Dataset[] {
  return isPublished(record) ? [record] : [];
}

/** Empty 未填: nothing, an empty list, or only spaces. */
export function isEmpty(value: unknown): boolean {
  if (value == null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** Jurisdiction of a dataset: its own, else its provider's. */
export function placeOf(view: View, dataset: Dataset): string | null {
  return dataset.jurisdiction ?? view.organizations.get(dataset.provider)?.jurisdiction ?? null;
}

/** City dataset 市级数据: its place is of kind CITY. */
export function isOfCity(view: View, dataset: Dataset): boolean {
  const place = placeOf(view, dataset);
  return place !== null && view.jurisdictions.get(place)?.kind === 'CITY';
}

/** Who answers for an asset 责任主体; undefined for an unknown one. */
export function answersFor(view: View, asset: string): string | undefined {
  const id = parseId(asset);
  switch (id?.type) {
    case 'Collection':
      return view.collections.get(id.key)?.organization;
    case 'Backflow':
      return view.backflows.get(id.key)?.coordinator;
    case 'Dataset':
      return view.datasets.get(id.key)?.provider;
    case 'Database':
      return view.databases.get(id.key)?.lead;
    case 'Product':
      return view.products.get(id.key)?.developer;
    default:
      return undefined;
  }
}

/** First delivery of a product 首次交付: the earliest delivery up to today; null when it was not delivered. */
export function firstDelivery(product: Product, today: Day): Day | null {
  let first: Day | null = null;
  for (const { deliveredOn } of product.versions ?? [])
    if (deliveredOn <= today && (first === null || deliveredOn < first)) first = deliveredOn;
  return first;
}

/** Agreement in force today 协议有效: signed, within its term, neither suspended nor terminated. */
export function isInForce(agreement: Agreement, today: Day): boolean {
  const ended = (day: Day | null | undefined): boolean => day != null && day <= today;
  return (
    agreement.signedOn <= today &&
    agreement.termFrom <= today &&
    today <= agreement.termTo &&
    !ended(agreement.suspendedOn) &&
    !ended(agreement.terminatedOn)
  );
}

/** In force in a year: from the later of signing and term's begin to the term's end or the day before termination, if that touches the year. */
export function isInForceIn(agreement: Agreement, year: number): boolean {
  const from = later(agreement.signedOn, agreement.termFrom);
  const to =
    agreement.terminatedOn == null ? agreement.termTo : earlier(agreement.termTo, addDays(agreement.terminatedOn, -1));
  return from <= to && from <= `${year}-12-31` && to >= `${year}-01-01`;
}

/** Covered by a scope 在范围内: it stands there, or it is a dataset aggregated into a database that stands there. */
export function isCovered(view: View, scope: ReadonlySet<string>, reference: string): boolean {
  if (scope.has(reference)) return true;
  if (!reference.startsWith('Dataset:')) return false;
  return view
    .flowsOutOf(reference)
    .some((flow) => flow.kind === 'AGGREGATED' && scope.has(flow.to) && isDatabase(flow.to));
}

/** The day on which a dataset ceased to be covered by a scope through a database; null where it never was. */
export function coveredUntil(view: View, scope: ReadonlySet<string>, reference: string): Day | null {
  if (!reference.startsWith('Dataset:')) return null;
  return lastEnd(
    view,
    view.everOutOf(reference),
    ({ kind, to }) => kind === 'AGGREGATED' && isDatabase(to) && scope.has(to),
  );
}

/** The day on which the last of some flows ended; null where none has. */
export function lastEnd(view: View, flows: readonly Flow[], counts: (flow: Flow) => boolean): Day | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const flow of flows)
    if (flow.validTo !== null && flow.validFrom < flow.validTo && flow.validTo <= view.now && counts(flow))
      last = Math.max(last, flow.validTo);
  return last === Number.NEGATIVE_INFINITY ? null : dayOfMoment(last);
}

export function isDatabase(asset: string): boolean {
  return asset.startsWith('Database:');
}

/** Under way 正在收集: started, and not ended. */
export function isUnderWay(collection: Collection, today: Day): boolean {
  return (
    collection.startedOn != null &&
    collection.startedOn <= today &&
    (collection.endedOn == null || today < collection.endedOn)
  );
}

const keyedBy = grouping({
  name: 'identifier elements',
  type: 'Dataset',
  keysOf: (dataset) =>
    isPublished(dataset)
      ? (dataset.items ?? []).flatMap((item) => (item.key && item.element ? [item.element] : []))
      : [],
});

/** Identifier element 标识项: realised by a key item of any published dataset; it only says which row is meant. */
export function isIdentifier(view: View, element: string): boolean {
  return keyedBy.has(view, element);
}

/** The day on which a provision ceased 废止: the earlier of its own repeal and its instrument's; null when neither is known. */
export function repealedOn(view: View, provision: Provision): Day | null {
  const own = provision.repealedOn ?? null;
  const whole = view.instruments.get(provision.instrument)?.repealedOn ?? null;
  if (own === null || whole === null) return own ?? whole;
  return earlier(own, whole);
}

export function isRepealed(view: View, provision: Provision): boolean {
  const day = repealedOn(view, provision);
  return day !== null && day <= view.today;
}

/** The moment of an event; one that is no moment has never happened. */
export function momentOfEvent(event: Event): number {
  return momentOf(event.at) ?? Number.POSITIVE_INFINITY;
}

/** The day of an event in China. */
export function dayOfEvent(event: Event): Day | null {
  const at = momentOf(event.at);
  return at === null ? null : dayOfMoment(at);
}

/** Ids in their order, each once. */
export function sortedIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort(byCodePoint);
}

/** The later of days; null when one is not known. */
export function latest(...days: (Day | null | undefined)[]): Day | null {
  let last: Day = '0001-01-01';
  for (const day of days) {
    if (day == null) return null;
    last = later(last, day);
  }
  return last;
}

/** The later of the days that are known; null when none is. */
export function lastKnown(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((last, day) => (day == null || (last !== null && last > day) ? last : day), null);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return later(a, b) === a ? b : a;
}
