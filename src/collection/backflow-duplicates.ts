import { foldKey } from '../foundation/key.ts';
import { byCodePoint } from '../foundation/text.ts';
import { type ElementNames, nameElements } from './items.ts';
import { bySurety } from './pair-cursor.ts';

/** A backflow 回流 with its agreed items, and where it is coordinated. */
export interface ReturningBackflow {
  readonly id: string;
  readonly items: readonly string[];
  readonly place: string;
}

/** An item that a collection gathers. */
export interface GatheredItem {
  /** Id of the collection. */
  readonly id: string;
  readonly owner: string | null;
  readonly place: string;
  readonly item: string;
  /** Id of the standard element it realises. */
  readonly element: string | null;
}

/** A collection that gathers what a backflow brings back anyway 收集与回流重复. */
export interface BackflowDuplicate {
  readonly collection: string;
  readonly backflow: string;
  /** Who collects, and in which jurisdiction. */
  readonly owner: string | null;
  readonly place: string;
  /** Items of the collection that come back, by name. */
  readonly items: readonly string[];
  /** Share of the backflow's items that are collected too. */
  readonly share: number;
}

/** One common item may only say which row is meant. */
const FEWEST_COMMON = 2;

/** Collections that gather at least two items of a backflow of the same place, by name or element; the largest share first. */
export function againstBackflows(
  backflows: readonly ReturningBackflow[],
  gathered: readonly GatheredItem[],
  elements: readonly ElementNames[],
): BackflowDuplicate[] {
  const named = nameElements(elements);
  const collections = Map.groupBy(gathered, ({ id }) => id);
  const byPlace = Map.groupBy(collections.values(), (items) => items[0]!.place);
  const found = backflows.flatMap((backflow) =>
    (byPlace.get(backflow.place) ?? []).flatMap((items) => {
      const common = commonItems(backflow, items, named);
      if (common.returned.size < FEWEST_COMMON) return [];
      const [{ id, owner, place }] = items as [GatheredItem];
      const share = common.returned.size / new Set(backflow.items.map(foldKey)).size;
      return [
        { collection: id, backflow: backflow.id, owner, place, items: [...common.collected].sort(byCodePoint), share },
      ];
    }),
  );
  return found.sort((x, y) => bySurety(scored(x), scored(y)));
}

/** As a pair in its list. */
export function scored({ collection, backflow, share }: BackflowDuplicate) {
  return { a: collection, b: backflow, score: share };
}

function commonItems(
  { items: returns }: ReturningBackflow,
  items: readonly GatheredItem[],
  named: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const collected = new Set<string>();
  const returned = new Set<string>();
  for (const { item, element } of items)
    for (const field of returns) {
      const meant = element !== null && (named.get(foldKey(field))?.has(element) ?? false);
      if (!meant && foldKey(field) !== foldKey(item)) continue;
      collected.add(item);
      returned.add(foldKey(field));
    }
  return { collected, returned };
}
