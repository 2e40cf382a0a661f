import { byCodePoint } from '#src/foundation/text.ts';
import { type Grouping, oncePerView, type RecordOf, type RecordType, tableOf, type View } from './view.ts';

/** A grouping with its readings. */
export interface Grouped<T extends RecordType> extends Grouping<T> {
  /** The records of a group, retired ones left out, in the order of their keys. */
  of(view: View, key: string): readonly RecordOf<T>[];
  /** Whether a group has any record: asked instead of `of` where that is all that matters. */
  has(view: View, key: string): boolean;
}

interface Keyed {
  readonly key: string;
}

/** All groupings that rules ask for. */
export const GROUPINGS: Grouping<RecordType>[] = [];

/** Records of one kind by something that they say 分组: made once for a view that stays as it is, kept up to date by one that changes. */
export function grouping<T extends RecordType>(value: Grouping<T>): Grouped<T> {
  const once = oncePerView((view) => {
    const groups = new Map<string, RecordOf<T>[]>();
    for (const record of tableOf(view, value.type).all())
      for (const key of new Set(value.keysOf(record, view))) {
        const group = groups.get(key);
        if (group) group.push(record);
        else groups.set(key, [record]);
      }
    for (const group of groups.values()) group.sort(byKey);
    return groups;
  });
  const grouped: Grouped<T> = {
    ...value,
    of(view, key) {
      return view.groups ? view.groups.of(this, key) : (once(view).get(key) ?? []);
    },
    has(view, key) {
      return view.groups ? view.groups.has(this, key) : once(view).has(key);
    },
  };
  GROUPINGS.push(grouped as unknown as Grouping<RecordType>);
  return grouped;
}

/** Records in the order of their keys. */
export function byKey(a: unknown, b: unknown): number {
  return byCodePoint((a as Keyed).key, (b as Keyed).key);
}
