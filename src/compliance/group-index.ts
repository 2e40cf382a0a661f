import { inOneGo, type Steps } from '#src/foundation/breath.ts';
import { byKey, GROUPINGS } from './grouping.ts';
import type { Numbers } from './numbers.ts';
import { READ, type Trace } from './trace.ts';
import type { Grouping, Groups, RecordOf, RecordType, View } from './view.ts';

interface Keyed {
  readonly key: string;
}

/** The groups of one grouping, and in which each record stands. */
interface Index {
  readonly groups: Map<string, Keyed[]>;
  readonly keysOf: Map<string, readonly string[]>;
  readonly slot: number;
}

/** What a view that changes is asked for its groupings. */
export interface Grouper {
  readonly numbers: Numbers;
  readonly trace: Trace | null;
  liveRecords(type: RecordType): Iterable<Keyed>;
  liveRecord(type: RecordType, key: string): Keyed | undefined;
}

/** Readers below this number in a record's block are rules; from here on groupings. */
export const FIRST_GROUPING = 64;
/** Readers that one record has room for. */
export const READERS = 128;

/** So many records are put into groups before others may have their turn. */
const STEP = 1_000;
const NO_KEYS: readonly string[] = [];

/** The groupings of a view that changes 分组索引: each made when it is first asked for, and kept up to date from then on. */
export class GroupIndex implements Groups {
  readonly #view: View;
  readonly #from: Grouper;
  readonly #indexes = new Map<Grouping<RecordType>, Index>();

  constructor(view: View, from: Grouper) {
    this.#view = view;
    this.#from = from;
  }

  /** Makes all groupings that rules ask for, in steps. */
  *preparing(): Steps<void> {
    for (const grouping of GROUPINGS) if (!this.#indexes.has(grouping)) yield* this.#making(grouping);
  }

  of<T extends RecordType>(grouping: Grouping<T>, key: string): readonly RecordOf<T>[] {
    this.#from.trace?.note(READ.GROUP, nameOf(grouping.name, key));
    return (this.#index(grouping).groups.get(key) ?? []) as unknown as readonly RecordOf<T>[];
  }

  has<T extends RecordType>(grouping: Grouping<T>, key: string): boolean {
    this.#from.trace?.note(READ.ANY, nameOf(grouping.name, key));
    return this.#index(grouping).groups.has(key);
  }

  /** The slots of all groupings of one kind of record that were asked for so far. */
  slotsOf(type: string): number[] {
    return [...this.#indexes].flatMap(([grouping, { slot }]) => (grouping.type === type ? [slot] : []));
  }

  /** Puts a record into its groups anew; tells for each group that it was or is in whether the group came or went. */
  renew(slot: number, key: string, changed: (name: string, cameOrWent: boolean) => void): void {
    const [grouping, index] = [...this.#indexes][slot - FIRST_GROUPING]!;
    const before = index.keysOf.get(key) ?? NO_KEYS;
    for (const group of before) removeFrom(index.groups, group, key);
    const record = this.#from.liveRecord(grouping.type, key);
    const after = record === undefined ? NO_KEYS : this.#keysFor(grouping, index, record);
    if (after.length > 0) index.keysOf.set(key, after);
    else index.keysOf.delete(key);
    for (const group of after) {
      const members = index.groups.get(group);
      if (members) members.push(record!);
      else index.groups.set(group, [record!]);
      members?.sort(byKey);
    }
    for (const group of new Set([...before, ...after])) {
      const now = index.groups.get(group)?.length ?? 0;
      const was = now - (after.includes(group) ? 1 : 0) + (before.includes(group) ? 1 : 0);
      changed(nameOf(grouping.name, group), now === 0 || was === 0);
    }
  }

  #index<T extends RecordType>(grouping: Grouping<T>): Index {
    const one = grouping as unknown as Grouping<RecordType>;
    return this.#indexes.get(one) ?? inOneGo(this.#making(one));
  }

  *#making(one: Grouping<RecordType>): Steps<Index> {
    const index: Index = { groups: new Map(), keysOf: new Map(), slot: FIRST_GROUPING + this.#indexes.size };
    this.#indexes.set(one, index);
    let passed = 0;
    for (const record of this.#from.liveRecords(one.type)) {
      if (++passed % STEP === 0) yield;
      const keys = this.#keysFor(one, index, record);
      if (keys.length > 0) index.keysOf.set(record.key, keys);
      for (const key of keys) {
        const group = index.groups.get(key);
        if (group) group.push(record);
        else index.groups.set(key, [record]);
      }
    }
    for (const group of index.groups.values()) if (group.length > 1) group.sort(byKey);
    return index;
  }

  #keysFor(grouping: Grouping<RecordType>, { slot }: Index, record: Keyed): readonly string[] {
    const keys = () => [...new Set(grouping.keysOf(record as never, this.#view))];
    const { trace, numbers } = this.#from;
    if (trace === null) return keys();
    return trace.as(numbers.of(`${grouping.type}:${record.key}`) * READERS + slot, keys);
  }
}

function removeFrom(groups: Map<string, Keyed[]>, group: string, key: string): void {
  const members = groups.get(group);
  if (members === undefined) return;
  const left = members.filter((member) => member.key !== key);
  if (left.length > 0) groups.set(group, left);
  else groups.delete(group);
}

/** A group as something that is read. */
function nameOf(grouping: string, key: string): string {
  return `#${grouping}\n${key}`;
}
