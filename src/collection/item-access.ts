import type { Dataset } from '../catalog/dataset.ts';
import { foldKey } from '../foundation/key.ts';
import type { CollectionCheck } from './check.service.ts';
import type { ItemFinding } from './items.ts';

/** How an item can be had 获取方式. */
export type AccessWay = 'DOWNLOAD' | 'SHARING' | 'CONDITIONAL_SHARING' | 'BACKFLOW' | 'NOT_SHARED';

/** A sharing application as far as the check can fill it in 共享申请表. */
export interface SharingForm {
  readonly dataset: string;
  readonly title: string;
  readonly scenario: string;
  /** Names of all planned items that this dataset gives. */
  readonly items: readonly string[];
}

/** One way to an item: where it is, and what it takes 获取途径. */
export interface ItemAccess {
  readonly way: AccessWay;
  readonly dataset: string | null;
  readonly backflow: string | null;
  readonly url: string | null;
  /** Conditions of sharing. */
  readonly condition: string | null;
  /** Why it is not shared. */
  readonly reason: string | null;
  readonly form: SharingForm | null;
}

const NOTHING = { dataset: null, backflow: null, url: null, condition: null, reason: null, form: null };

/** Ways to an item, those of the plan first: from every dataset or backflow that the check found for it. NEW: none. */
export function waysTo(
  item: ItemFinding,
  check: CollectionCheck,
  datasets: ReadonlyMap<string, Dataset>,
): readonly ItemAccess[] {
  const planned = (id: string) => Number(!check.plan.includes(id));
  const found = item.found.filter((id) => datasets.has(id)).sort((x, y) => planned(x) - planned(y));
  return [
    ...found.map((id) => wayFrom(id, datasets.get(id)!, item, check)),
    ...item.backflows.map((backflow) => ({ ...NOTHING, way: 'BACKFLOW' as const, backflow })),
  ];
}

function wayFrom(id: string, dataset: Dataset, item: ItemFinding, check: CollectionCheck): ItemAccess {
  const at = { ...NOTHING, dataset: id };
  const { url = null, shareCondition = null, shareReason = null } = dataset;
  switch (item.verdict) {
    case 'EXISTS_SHAREABLE':
      return isDownloadable(item.name, dataset)
        ? { ...at, way: 'DOWNLOAD', url }
        : { ...at, way: 'SHARING', form: formFor(id, dataset, check) };
    case 'EXISTS_CONDITIONAL':
      return { ...at, way: 'CONDITIONAL_SHARING', condition: shareCondition, form: formFor(id, dataset, check) };
    case 'EXISTS_NOT_SHARED':
    case 'EXISTS_BACKFLOW':
    case 'NEW':
      return { ...at, way: 'NOT_SHARED', reason: shareReason };
    default:
      return item.verdict satisfies never;
  }
}

/** Openly listed as a whole, and not this item kept back; under another name it counts as kept back when any item is. */
function isDownloadable(name: string, { open, items = [] }: Dataset): boolean {
  if (open !== 'UNCONDITIONAL') return false;
  const same = items.filter((held) => foldKey(held.name) === foldKey(name));
  return (same.length > 0 ? same : items).every((held) => held.open === undefined || held.open === 'UNCONDITIONAL');
}

function formFor(dataset: string, { title }: Dataset, { intent, items }: CollectionCheck): SharingForm {
  const given = items.filter(({ verdict, found }) => verdict !== 'EXISTS_NOT_SHARED' && found.includes(dataset));
  return { dataset, title, scenario: intent.purpose?.trim() || intent.title, items: given.map(({ name }) => name) };
}
