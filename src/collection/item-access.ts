import type { Dataset } from '../catalog/dataset.ts';
import { idOfType } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { CollectionCheck } from './check.service.ts';
import type { ItemFinding } from './items.ts';

/** How an item can be had 获取方式. */
export type AccessWay = 'OWN' | 'DOWNLOAD' | 'SHARING' | 'CONDITIONAL_SHARING' | 'BACKFLOW' | 'NOT_SHARED';

/** A sharing application as far as the check can fill it in 共享申请表. */
export interface SharingForm {
  readonly dataset: string;
  readonly title: string;
  /** Id of who applies; null where the check does not say. */
  readonly requester: string | null;
  readonly scenario: string;
  readonly purpose: string | null;
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

/**
 * Ways to an item, those of the plan first: from every dataset or backflow that the check found for it. NEW: none. `own` are the
 * ids of the asking organization and of those that count as one body with it: what they hold needs no application.
 */
export function waysTo(
  item: ItemFinding,
  check: CollectionCheck,
  datasets: ReadonlyMap<string, Dataset>,
  own: readonly string[] = [],
): readonly ItemAccess[] {
  const planned = (id: string) => Number(!check.plan.includes(id));
  const found = item.found.filter((id) => datasets.has(id)).sort((x, y) => planned(x) - planned(y));
  return [
    ...found.map((id) => {
      const dataset = datasets.get(id)!;
      const isOwn = own.includes(`Organization:${dataset.provider}`);
      return isOwn ? { ...NOTHING, way: 'OWN' as const, dataset: id } : wayFrom(id, dataset, item, check);
    }),
    ...item.backflows.map((backflow) => ({ ...NOTHING, way: 'BACKFLOW' as const, backflow })),
  ];
}

function wayFrom(id: string, dataset: Dataset, item: ItemFinding, check: CollectionCheck): ItemAccess {
  const at = { ...NOTHING, dataset: id };
  const { url = null, shareCondition = null } = dataset;
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
      return { ...at, way: 'NOT_SHARED', reason: whyNot(item.name, dataset) };
    default:
      return item.verdict satisfies never;
  }
}

/** Why an item is not shared: it alone is kept back, or what the catalog says of the whole dataset. */
function whyNot(name: string, { share, shareReason, items = [] }: Dataset): string {
  const isKeptBack = items.some((held) => held.share === 'NONE' && foldKey(held.name) === foldKey(name));
  if (isKeptBack && (share === 'UNCONDITIONAL' || share === 'CONDITIONAL'))
    return '目录注明该信息项不予共享 the catalog keeps this item back';
  return shareReason ?? '不予共享，目录未说明理由 not shared; the catalog does not say why';
}

/** Openly listed as a whole, and not this item kept back; under another name it counts as kept back when any item is. */
function isDownloadable(name: string, { open, items = [] }: Dataset): boolean {
  if (open !== 'UNCONDITIONAL') return false;
  const same = items.filter((held) => foldKey(held.name) === foldKey(name));
  return (same.length > 0 ? same : items).every((held) => held.open === undefined || held.open === 'UNCONDITIONAL');
}

function formFor(dataset: string, { title }: Dataset, { intent, items }: CollectionCheck): SharingForm {
  const given = items.filter(({ verdict, found }) => verdict !== 'EXISTS_NOT_SHARED' && found.includes(dataset));
  const purpose = intent.purpose?.trim() || null;
  return {
    dataset,
    title,
    requester: intent.organization == null ? null : idOfType('Organization', intent.organization),
    scenario: purpose ?? intent.title,
    purpose,
    items: given.map(({ name }) => name),
  };
}
