import { foldKey } from '../foundation/key.ts';
import { type Cover, smallestCover } from './cover.ts';

/** A standard data element 标准数据元 with the names it goes by. */
export interface ElementNames {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How a dataset or item is shared 共享属性. */
export type Share = 'UNCONDITIONAL' | 'CONDITIONAL' | 'NONE';

/** An item 信息项 that a dataset holds. */
export interface HeldItem {
  readonly name: string;
  /** Id of the standard element it realises. */
  readonly element: string | null;
  /** Only NONE counts here: it beats the dataset's. */
  readonly share: Share | null;
}

/** A published dataset of the asking place that may give items. */
export interface Offer {
  readonly id: string;
  readonly subject: string | null;
  readonly area: string | null;
  readonly share: Share;
  readonly items: readonly HeldItem[];
}

/** A backflow 回流 that is agreed or returning, coordinated in the asking place. */
export interface BackflowOffer {
  readonly id: string;
  readonly items: readonly string[];
}

/** What is planned to be collected. Absent subject or area: no restriction. */
export interface ItemIntent {
  readonly items: readonly string[];
  readonly subject?: string | null;
  readonly area?: string | null;
}

/** How a planned item can be had, best first. */
export type ItemVerdict = 'EXISTS_SHAREABLE' | 'EXISTS_CONDITIONAL' | 'EXISTS_BACKFLOW' | 'EXISTS_NOT_SHARED' | 'NEW';
/** What follows for the whole collection 查重结论. */
export type CollectionVerdict = 'REUSE' | 'REUSE_PART' | 'COLLECT' | 'REVIEW';

/** One planned item with what holds it. */
export interface ItemFinding {
  readonly name: string;
  readonly verdict: ItemVerdict;
  /** Datasets of that verdict. */
  readonly found: readonly string[];
  /** Backflows of that verdict. */
  readonly backflows: readonly string[];
}

/** All planned items checked, with the smallest set of datasets that gives what can be had. */
export interface ItemCheck {
  readonly items: readonly ItemFinding[];
  /** Smallest set of datasets that gives every obtainable item. */
  readonly plan: Cover;
  /** Datasets of the kind in other areas that hold an asked item. */
  readonly otherArea: readonly string[];
}

const OBTAINABLE: readonly ItemVerdict[] = ['EXISTS_SHAREABLE', 'EXISTS_CONDITIONAL', 'EXISTS_BACKFLOW'];

/** Checks every planned item: by standard element (name or alias) or by exactly its name; nothing else decides. */
export function checkItems(
  intent: ItemIntent,
  offers: readonly Offer[],
  backflows: readonly BackflowOffer[],
  elements: readonly ElementNames[],
): ItemCheck {
  const named = nameElements(elements);
  const ofKind = offers.filter((offer) => !intent.subject || same(offer.subject, intent.subject));
  const near = ofKind.filter((offer) => !intent.area || !offer.area || same(offer.area, intent.area));
  const elsewhere = ofKind.filter((offer) => !near.includes(offer));
  const items = intent.items.map((name) => findItem(name, near, backflows, named));
  const wanted = intent.items.filter((_, i) =>
    ['EXISTS_SHAREABLE', 'EXISTS_CONDITIONAL'].includes(items[i]?.verdict ?? ''),
  );
  const preferred = [...near].sort(
    (a, b) => Number(a.share !== 'UNCONDITIONAL') - Number(b.share !== 'UNCONDITIONAL') || (a.id < b.id ? -1 : 1),
  );
  const gives = preferred.map((offer) => ({
    id: offer.id,
    gives: wanted.filter((name) => ['UNCONDITIONAL', 'CONDITIONAL'].includes(shareOf(name, offer, named) ?? '')),
  }));
  const otherArea = elsewhere.filter((offer) => intent.items.some((name) => shareOf(name, offer, named) !== null));
  return { items, plan: smallestCover(wanted, gives), otherArea: otherArea.map((offer) => offer.id).sort() };
}

/** The verdict of a whole check. `likely`: a match by title is above the floor. */
export function decideCollection(
  intent: ItemIntent,
  items: readonly ItemFinding[],
  likely: boolean,
): CollectionVerdict {
  if (items.length === 0) return likely ? 'REVIEW' : 'COLLECT';
  const obtainable = items.filter((item) => OBTAINABLE.includes(item.verdict)).length;
  if (obtainable === items.length) return 'REUSE';
  if (obtainable > 0) return 'REUSE_PART';
  return likely && !intent.subject && items.every((item) => item.verdict === 'NEW') ? 'REVIEW' : 'COLLECT';
}

/** Elements by every name they go by; one alias may belong to several. */
export function nameElements(elements: readonly ElementNames[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const { id, name, aliases } of elements)
    for (const word of [name, ...aliases]) named.set(foldKey(word), (named.get(foldKey(word)) ?? new Set()).add(id));
  return named;
}

function findItem(
  name: string,
  offers: readonly Offer[],
  backflows: readonly BackflowOffer[],
  named: ReadonlyMap<string, ReadonlySet<string>>,
): ItemFinding {
  const by = (share: Share): string[] =>
    offers
      .filter((offer) => shareOf(name, offer, named) === share)
      .map((offer) => offer.id)
      .sort();
  const free = by('UNCONDITIONAL');
  if (free.length > 0) return { name, verdict: 'EXISTS_SHAREABLE', found: free, backflows: [] };
  const conditional = by('CONDITIONAL');
  if (conditional.length > 0) return { name, verdict: 'EXISTS_CONDITIONAL', found: conditional, backflows: [] };
  const returned = backflows
    .filter((backflow) => backflow.items.some((item) => returns(name, item, named)))
    .map((b) => b.id);
  if (returned.length > 0) return { name, verdict: 'EXISTS_BACKFLOW', found: [], backflows: returned.sort() };
  const kept = by('NONE');
  return { name, verdict: kept.length > 0 ? 'EXISTS_NOT_SHARED' : 'NEW', found: kept, backflows: [] };
}

/** The best way in which an offer shares the item; null when it does not hold it. */
function shareOf(name: string, offer: Offer, named: ReadonlyMap<string, ReadonlySet<string>>): Share | null {
  const held = offer.items.filter((item) => sameItem(name, item.name, item.element, named));
  if (held.length === 0) return null;
  return held.every((item) => item.share === 'NONE') ? 'NONE' : offer.share;
}

/** Exactly the name, or an item that realises the element of that name or alias. */
function sameItem(
  wished: string,
  held: string,
  element: string | null,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return foldKey(wished) === foldKey(held) || (element !== null && (named.get(foldKey(wished))?.has(element) ?? false));
}

/** Backflows name their fields in words: exactly the name, or another name of the same element. */
function returns(wished: string, field: string, named: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (foldKey(wished) === foldKey(field)) return true;
  const meant = named.get(foldKey(wished));
  return meant !== undefined && [...(named.get(foldKey(field)) ?? [])].some((element) => meant.has(element));
}

function same(a: string | null, b: string): boolean {
  return a !== null && foldKey(a) === foldKey(b);
}
