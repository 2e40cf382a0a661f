import type { Day } from '#src/calendar/day.ts';
import type { Calendar } from '#src/calendar/working-days.ts';
import type { LevelReading } from '#src/classification/level-book.ts';
import type { Policy } from '#src/clock/policy.ts';
import type { Connection } from '#src/organization/connection.ts';
import type * as facts from './facts.ts';

/** Records of one kind. `all` leaves out retired ones; `get` finds them too, as lineage still passes through them. */
export interface Table<T> {
  all(): Iterable<T>;
  get(key: string): T | undefined;
}

/**
 * The registry as the rules read it on one day: read-only, no clock, no graph. `today` is the day in China on which `now` falls. Where a rule is run
 * for what a change can touch, the same view may hold only the candidates' surroundings.
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
}

/** A reading of the whole view, made once a view and kept as long as it. */
export function oncePerView<T>(read: (view: View) => T): (view: View) => T {
  const kept = new WeakMap<View, T>();
  return (view) => {
    if (!kept.has(view)) kept.set(view, read(view));
    return kept.get(view) as T;
  };
}
