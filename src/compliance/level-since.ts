import { addDays, type Day, dayOfMoment } from '#src/calendar/day.ts';
import { lowered, loweringOf, ownFloor, takingOf } from '#src/classification/grading.ts';
import { type GradedAsset, isAdjustedOn } from '#src/classification/level-book.ts';
import { parseId } from '#src/foundation/id.ts';
import { lastKnown } from './conventions.ts';
import type { Dataset, Flow, Product } from './facts.ts';
import type { View } from './view.ts';

type LevelAdjustment = NonNullable<GradedAsset['levelAdjustment']>;

/**
 * Since when an asset is above the level that it declares, as far as its own items, what its direct sources declare and hold, and its adjustment fix
 * that 自何时起. How high sources were on a past day because of theirs stands in no record: null where only that tells.
 */
export function aboveSince(view: View, id: string, declared: number): Day | null {
  const asset = gradedOf(view, id);
  if (asset === undefined) return null;
  if ('provider' in asset && ownFloor(asset.items ?? []) > declared)
    return asset.entryUpdatedOn ?? asset.publishedOn ?? null;
  const approved = approvedOn(view, asset);
  const days = view.flowsInto(id).flatMap((flow) => heldSince(view, asset, flow, declared) ?? []);
  // What was approved is the level, whatever flows bring.
  if (approved !== null && approved.to > declared) days.push(approved.on);
  return days.sort()[0] ?? null;
}

/** The adjustment in force today. */
function approvedOn(view: View, { key, levelAdjustment }: Dataset | Product): LevelAdjustment | null {
  return levelAdjustment && isAdjustedOn({ id: key, levelAdjustment }, view.today) ? levelAdjustment : null;
}

/** Since when one flow holds the asset above that level; null where that is not certain. */
function heldSince(view: View, asset: Dataset | Product, flow: Flow, level: number): Day | null {
  const brought = certainlyBrought(view, flow);
  if (brought <= level) return null;
  const began = dayOfMoment(flow.validFrom);
  const { levelAdjustment: adjustment } = asset;
  // Lowered or not, or to no less than what is above it: an adjustment made no break.
  if (!adjustment || lowered(brought, loweringOf(flow.transform)) > level || adjustment.to > level) return began;
  if (approvedOn(view, asset)) return null;
  return adjustment.until != null && adjustment.until < view.today
    ? lastKnown(began, addDays(adjustment.until, 1))
    : began;
}

/** What a flow brings at least, by what its source declares and holds itself; 0 where that is nothing. */
function certainlyBrought(view: View, flow: Flow): number {
  const source = gradedOf(view, flow.from);
  if (source === undefined || view.level(flow.from) === null) return 0;
  const items = 'provider' in source ? (source.items ?? []) : null;
  const mapped = (flow.items ?? []).flatMap(([name]) => name ?? []);
  const taken = takingOf(items && new Map(items.map((item) => [item.name, item])), mapped);
  return Math.max(taken.fixed, taken.whole ? Math.max(source.level ?? 0, ownFloor(items ?? [])) : 0);
}

/** A dataset or product; databases declare no level and hold no items. */
function gradedOf(view: View, id: string): Dataset | Product | undefined {
  const parsed = parseId(id);
  switch (parsed?.type) {
    case 'Dataset':
      return view.datasets.get(parsed.key);
    case 'Product':
      return view.products.get(parsed.key);
    default:
      return undefined;
  }
}
