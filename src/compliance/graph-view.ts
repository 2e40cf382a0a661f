import { dayOfMoment } from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';
import type { Calendar } from '#src/calendar/working-days.ts';
import { type GradedAsset, type GradedFlow, LevelBook } from '#src/classification/level-book.ts';
import { marksOf } from '#src/classification/triggers.ts';
import type { Policy } from '#src/clock/policy.ts';
import { ControlBook } from '#src/organization/control-book.ts';
import type { ControlRecord } from '#src/organization/ownership.ts';
import type * as facts from './facts.ts';
import { FlowTable, type HeldFlow } from './flow-table.ts';
import { Keeper } from './kept-facts.ts';
import type { Table, View } from './view.ts';

/** The moment of a view: what is in force now, and what the registry knows at `known`. */
export interface Standpoint {
  readonly now: number;
  readonly known: number;
  readonly calendar: Calendar;
  readonly policy: Policy;
}

const GRADED: readonly string[] = ['Dataset', 'Database', 'Product'];
const OF_THE_STATE: readonly string[] = ['GOVERNMENT', 'AGENCY'];

interface Held {
  readonly live: Record<string, unknown>[];
  readonly byKey: Map<string, Record<string, unknown>>;
}

/** Builds the view from records and flows as they come out of the graph, in any order of types. */
export class ViewBuilder {
  readonly #at: Standpoint;
  readonly #keeper = new Keeper();
  readonly #kinds = new Map<string, Held>();
  readonly #flows = new FlowTable();
  #nextChange = Number.POSITIVE_INFINITY;

  constructor(at: Standpoint) {
    this.#at = at;
  }

  /** The first moment after now at which something here begins or ends; infinite when nothing does. */
  get nextChange(): number {
    return this.#nextChange;
  }

  addRecord(id: string, content: Readonly<Record<string, unknown>>): void {
    const type = id.slice(0, id.indexOf(':'));
    const kind = this.#kind(type);
    const record = this.#keeper.of(type, content);
    kind.byKey.set(record['key'] as string, record);
    const retiredAt = momentOf(String(content['retiredAt'] ?? ''));
    if (retiredAt === null || retiredAt > this.#at.known) kind.live.push(record);
    if (retiredAt !== null) this.#note(retiredAt, this.#at.known);
    for (const event of (content['events'] as { at: string }[] | undefined) ?? [])
      this.#note(momentOf(event.at) ?? 0, this.#at.now);
  }

  addFlow(held: HeldFlow): void {
    const { now, known } = this.#at;
    this.#note(held.recordedAt, known);
    if (held.retiredAt !== null) this.#note(held.retiredAt, known);
    if (held.recordedAt > known || (held.retiredAt !== null && held.retiredAt <= known)) return;
    this.#note(held.validFrom, now);
    if (held.validTo !== null) this.#note(held.validTo, now);
    this.#flows.add(held);
  }

  /** The view; nothing may be added afterwards. */
  view(): View & { readonly levels: LevelBook } {
    const { now, calendar, policy } = this.#at;
    const today = dayOfMoment(now);
    const flows = this.#flows;
    const mark = marksOf(policy);
    const elements = this.#table<facts.Element>('Element');
    const levels = new LevelBook(this.#graded(), flows.inForce(now) as Iterable<GradedFlow>, today, (element) =>
      mark(elements.get(element)?.name ?? ''),
    );
    const organizations = this.#table<facts.Organization>('Organization');
    const isOfTheState = (key: string): boolean => OF_THE_STATE.includes(organizations.get(key)?.kind ?? '');
    const controls = new ControlBook(this.#kind('Control').live as unknown as ControlRecord[], isOfTheState);
    const joint = controls.joint(today);
    return {
      now,
      today,
      calendar,
      policy,
      jurisdictions: this.#table('Jurisdiction'),
      organizations,
      instruments: this.#table('Instrument'),
      provisions: this.#table('Provision'),
      duties: this.#table('Duty'),
      elements,
      datasets: this.#table('Dataset'),
      databases: this.#table('Database'),
      collections: this.#table('Collection'),
      backflows: this.#table('Backflow'),
      plans: this.#table('Plan'),
      agreements: this.#table('Agreement'),
      products: this.#table('Product'),
      registrations: this.#table('Registration'),
      disclosures: this.#table('Disclosure'),
      qualifications: this.#table('Qualification'),
      requests: this.#table('Request'),
      uses: this.#table('Use'),
      changes: this.#table('Change'),
      flowsInto: (asset) => flows.into(asset, now),
      flowsOutOf: (asset) => flows.outOf(asset, now),
      everInto: (asset) => flows.into(asset, null),
      everOutOf: (asset) => flows.outOf(asset, null),
      level: (asset) => levels.of(asset),
      connection: (a, b, on) => controls.connection(a, b, on),
      jointOf: (organization) => joint.get(organization) ?? organization,
      levels,
    };
  }

  *#graded(): Generator<GradedAsset> {
    for (const type of GRADED)
      for (const record of this.#kind(type).live) yield { ...record, id: `${type}:${record['key']}` } as GradedAsset;
  }

  #table<T>(type: string): Table<T> {
    const { live, byKey } = this.#kind(type);
    return { all: () => live as unknown as T[], get: (key) => byKey.get(key) as unknown as T | undefined };
  }

  #kind(type: string): Held {
    const known = this.#kinds.get(type);
    if (known) return known;
    const kind = { live: [], byKey: new Map() };
    this.#kinds.set(type, kind);
    return kind;
  }

  #note(moment: number, after: number): void {
    if (moment > after && moment < this.#nextChange) this.#nextChange = moment;
  }
}
