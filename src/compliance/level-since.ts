import { addDays, type Day, dayOfMoment } from '#src/calendar/day.ts';
import { lowered, loweringOf, ownFloor, takingOf } from '#src/classification/grading.ts';
import { isAdjustedOn } from '#src/classification/level-book.ts';
import { parseId } from '#src/foundation/id.ts';
import { lastKnown } from './conventions.ts';
import type { Dataset, Flow, Product } from './facts.ts';
import type { View } from './view.ts';

/**
 * Since when an asset is above the level that it declares, as far as its own items, what its direct sources declare and hold, and its adjustment fix
 * that 自何时起. How high sources were on a past day because of theirs stands in no record: null where only that tells.
 */
export function aboveSince(view: View, id: string, declared: number): Day | null {
  const asset = gradedOf(view, id);
  if (asset === undefined) return null;
  if ('provider' in asset && ownFloor(asset.items ?? []) > declared)
    return asset.entryUpdatedOn ?? asset.publishedOn ?? null;
  const days = view.flowsInto(id).flatMap((flow) => heldSince(view, asset, flow, declared) ?? []);
  return days.sort()[0] ?? null;
}

/** Since when one flow alone holds the asset above that level; null where that is not certain. */
function heldSince(
  view: View,
  { levelAdjustment: adjustment }: Dataset | Product,
  flow: Flow,
  level: number,
): Day | null {
  const brought = certainlyBrought(view, flow);
  if (brought === 0) return null;
  const began = dayOfMoment(flow.validFrom);
  if (lowered(brought, loweringOf(flow.transform)) > level) return began;
  if (isAdjustedOn({ id: flow.to, levelAdjustment: adjustment ?? null }, view.today))
    return adjustment!.to > level ? lastKnown(began, adjustment!.on) : null;
  if (brought <= level) return null;
  const ran = adjustment?.until != null && adjustment.until < view.today && adjustment.to <= level;
  return ran ? lastKnown(began, addDays(adjustment.until, 1)) : began;
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
