import type { Day } from '#src/calendar/day.ts';
import type { Calendar } from '#src/calendar/working-days.ts';
import type { LevelReading } from '#src/classification/level-book.ts';
import type { Policy } from '#src/clock/policy.ts';
import type { Connection } from '#src/organization/connection.ts';
import type * as facts from './facts.ts';

/** Records of one kind. `all` leaves out retired ones; `get` and `known` find them too, as lineage still passes through them. */
export interface Table<T> {
  all(): Iterable<T>;
  known(): Iterable<T>;
  get(key: string): T | undefined;
}

/** The kinds of records that rules read, with where a view keeps them. */
export const TABLES = {
  Jurisdiction: 'jurisdictions',
  Organization: 'organizations',
  Instrument: 'instruments',
  Provision: 'provisions',
  Duty: 'duties',
  Element: 'elements',
  Dataset: 'datasets',
  Database: 'databases',
  Collection: 'collections',
  Backflow: 'backflows',
  Plan: 'plans',
  Agreement: 'agreements',
  Product: 'products',
  Registration: 'registrations',
  Disclosure: 'disclosures',
  Qualification: 'qualifications',
  Request: 'requests',
  Use: 'uses',
  Change: 'changes',
} as const satisfies Record<string, keyof View>;

export type RecordType = keyof typeof TABLES;
export type RecordOf<T extends RecordType> = View[(typeof TABLES)[T]] extends Table<infer R> ? R : never;

/** The table of a kind of record. */
export function tableOf<T extends RecordType>(view: View, type: T): Table<RecordOf<T>> {
  return view[TABLES[type]] as unknown as Table<RecordOf<T>>;
}

/** How a view that changes keeps its groupings; see grouping.ts. */
export interface Groups {
  of<T extends RecordType>(grouping: Grouping<T>, key: string): readonly RecordOf<T>[];
  has<T extends RecordType>(grouping: Grouping<T>, key: string): boolean;
}

/** Records of one kind by something that they say 分组. `keysOf` may read other records of the view, but no flows, levels or groups. */
export interface Grouping<T extends RecordType> {
  readonly name: string;
  readonly type: T;
  readonly keysOf: (record: RecordOf<T>, view: View) => Iterable<string>;
}

/**
 * The registry as the rules read it on one day: read-only, no clock, no graph. `today` is the day in China on which `now` falls.
 */
export interface View {
  readonly now: number;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly policy: Policy;

  readonly jurisdictions: Table<facts.Jurisdiction>;
  readonly organizations: Table<facts.Organization>;
  readonly instruments: Table<facts.Instrument>;
  readonly provisions: Table<facts.Provision>;
  readonly duties: Table<facts.Duty>;
  readonly elements: Table<facts.Element>;
  readonly datasets: Table<facts.Dataset>;
  readonly databases: Table<facts.Database>;
  readonly collections: Table<facts.Collection>;
  readonly backflows: Table<facts.Backflow>;
  readonly plans: Table<facts.Plan>;
  readonly agreements: Table<facts.Agreement>;
  readonly products: Table<facts.Product>;
  readonly registrations: Table<facts.Registration>;
  readonly disclosures: Table<facts.Disclosure>;
  readonly qualifications: Table<facts.Qualification>;
  readonly requests: Table<facts.Request>;
  readonly uses: Table<facts.Use>;
  readonly changes: Table<facts.Change>;

  /** Flows in force and known now into an asset (`Type:key`). */
  flowsInto(asset: string): readonly facts.Flow[];
  flowsOutOf(asset: string): readonly facts.Flow[];
  /** Flows known now into or out of an asset, whenever they were in force ("ever"). */
  everInto(asset: string): readonly facts.Flow[];
  everOutOf(asset: string): readonly facts.Flow[];

  /** Level of a dataset, database or product; null for others and retired ones. */
  level(asset: string): LevelReading | null;
  connection(a: string, b: string, on: Day): Connection;
  /** The organization that stands for all that count as one with it today. */
  jointOf(organization: string): string;
  /** All that count as one with it today, itself included. */
  jointWith(organization: string): readonly string[];
  /** Absent where nothing ever changes: groupings are then made once. */
  readonly groups?: Groups;
}

/** A reading of the whole view, made once a view and kept as long as it. */
export function oncePerView<T>(read: (view: View) => T): (view: View) => T {
  const kept = new WeakMap<View, T>();
  return (view) => {
    if (!kept.has(view)) kept.set(view, read(view));
    return kept.get(view) as T;
  };
}
