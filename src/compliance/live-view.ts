import { type Day, dayOfMoment } from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';
import type { Calendar } from '#src/calendar/working-days.ts';
import { type GradedAsset, type GradedFlow, LevelBook, type LevelReading } from '#src/classification/level-book.ts';
import { marksOf } from '#src/classification/triggers.ts';
import type { Policy } from '#src/clock/policy.ts';
import { inOneGo, type Steps } from '#src/foundation/breath.ts';
import type { Connection } from '#src/organization/connection.ts';
import { ControlBook } from '#src/organization/control-book.ts';
import type { ControlRecord } from '#src/organization/ownership.ts';
import type { Flow } from './facts.ts';
import { FlowTable, type HeldFlow } from './flow-table.ts';
import { type Grouper, GroupIndex } from './group-index.ts';
import { Numbers } from './numbers.ts';
import { RecordShelf } from './record-shelf.ts';
import { READ, type Trace } from './trace.ts';
import type { RecordOf, RecordType, Table, View } from './view.ts';

/** The moment of a view: what is in force now, and what the registry knows at `known`. */
export interface Standpoint {
  readonly now: number;
  readonly known: number;
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** What changed in the registry: records as they are now, and all flows between pairs of assets. */
export interface Delta {
  readonly records: readonly { readonly id: string; readonly content: Readonly<Record<string, unknown>> }[];
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly flows: readonly HeldFlow[] }[];
}

/** What of a view reads otherwise after a change. */
export interface Touched {
  /** Ids of records that say something else, with what they said. */
  readonly records: ReadonlySet<string>;
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  /** Assets whose reading of the level may be another one. */
  readonly readings: ReadonlySet<string>;
  /** Assets whose computed level is. */
  readonly levels: ReadonlySet<string>;
  /** Organizations whose connections may be others. */
  readonly ties: ReadonlySet<string>;
  /** False: something changed that reaches everything, and all must be read anew. */
  readonly contained: boolean;
}

/** Law itself: what rules go by reaches everything. */
const LAW: readonly string[] = ['Profile', 'Holidays'];
const GRADED: readonly string[] = ['Dataset', 'Database', 'Product'];
const OF_THE_STATE: readonly string[] = ['GOVERNMENT', 'AGENCY'];
const keyIn = (id: string): string => id.slice(id.indexOf(':') + 1);
const typeIn = (id: string): string => id.slice(0, id.indexOf(':'));

/**
 * The registry as rules read it, in memory 核算视图: filled with records and flows as they come out of the graph, in any order; then read; then changed by
 * what changed in the graph. With a trace it notes who reads what.
 */
export class LiveView implements View, Grouper {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly numbers = new Numbers();
  readonly groups = new GroupIndex(this, this);
  /** Where it is noted who reads what; null: nowhere. */
  trace: Trace | null = null;
  readonly #shelf = new RecordShelf();
  readonly #flows = new FlowTable(this.numbers);
  readonly #mark: (element: string) => number;
  #now: number;
  #known: number;
  #nextChange = Number.POSITIVE_INFINITY;
  #book: LevelBook | null = null;
  #controls: ControlBook | null = null;
  #joint: { readonly of: ReadonlyMap<string, string>; readonly all: ReadonlyMap<string, readonly string[]> } | null =
    null;

  readonly jurisdictions = this.#table('Jurisdiction');
  readonly organizations = this.#table('Organization');
  readonly instruments = this.#table('Instrument');
  readonly provisions = this.#table('Provision');
  readonly duties = this.#table('Duty');
  readonly elements = this.#table('Element');
  readonly datasets = this.#table('Dataset');
  readonly databases = this.#table('Database');
  readonly collections = this.#table('Collection');
  readonly backflows = this.#table('Backflow');
  readonly plans = this.#table('Plan');
  readonly agreements = this.#table('Agreement');
  readonly products = this.#table('Product');
  readonly registrations = this.#table('Registration');
  readonly disclosures = this.#table('Disclosure');
  readonly qualifications = this.#table('Qualification');
  readonly requests = this.#table('Request');
  readonly uses = this.#table('Use');
  readonly changes = this.#table('Change');

  constructor({ now, known, calendar, policy }: Standpoint) {
    this.#now = now;
    this.#known = known;
    this.today = dayOfMoment(now);
    this.calendar = calendar;
    this.policy = policy;
    const mark = marksOf(policy);
    this.#mark = (element) => mark(this.#shelf.get('Element', element)?.name ?? '');
  }

  get now(): number {
    return this.#now;
  }

  /** The first moment after now at which something here begins or ends; infinite when nothing does. */
  get nextChange(): number {
    return this.#nextChange;
  }

  addRecord(id: string, content: Readonly<Record<string, unknown>>): void {
    this.#put(id, content);
  }

  addFlow(held: HeldFlow): void {
    this.#note(held.recordedAt, this.#known);
    if (held.retiredAt !== null) this.#note(held.retiredAt, this.#known);
    if (held.recordedAt > this.#known || (held.retiredAt !== null && held.retiredAt <= this.#known)) return;
    this.#note(held.validFrom, this.#now);
    if (held.validTo !== null) this.#note(held.validTo, this.#now);
    this.#flows.add(held);
  }

  /** Makes in steps what rules are answered from. It would also be made when it is first asked for, but in one go. */
  *preparing(): Steps<void> {
    yield* this.#makingLevels();
    this.#jointly();
    yield;
    yield* this.groups.preparing();
  }

  /** Takes in what changed since, at a later moment of the same day before which nothing begins or ends by itself; in steps, between which nobody reads. */
  *changing({ records, pairs }: Delta, { now, known }: Pick<Standpoint, 'now' | 'known'>): Steps<Touched> {
    // The book is made of what was, before that changes.
    const book = yield* this.#makingLevels();
    this.#now = now;
    this.#known = known;
    const assets = new Map<string, GradedAsset | null>();
    const tied = new Set<string>();
    let contained = true;
    for (const { id, content } of records) {
      const [type, key] = [typeIn(id), keyIn(id)];
      if (LAW.includes(type)) contained = false;
      const mark = this.#mark(key);
      const { before, after } = this.#put(id, content);
      if (GRADED.includes(type)) assets.set(id, after === null ? null : ({ ...after, id } as unknown as GradedAsset));
      if (type === 'Element' && this.#mark(key) !== mark) contained = false;
      if (type === 'Organization' && isOfTheState(before) !== isOfTheState(after)) tied.add(key);
      if (type === 'Control')
        for (const control of [before, after])
          if (control) for (const end of ['from', 'to']) tied.add(String(control[end]));
    }
    for (const { from, to, flows } of pairs) {
      this.#flows.remove(from, to);
      for (const flow of flows) this.addFlow(flow);
    }
    const graded = (flows: readonly Flow[]) => flows as readonly GradedFlow[];
    const { readings, levels } = yield* book.changing({
      assets,
      pairs,
      flowsInto: (asset) => graded(this.#flows.into(asset, now)),
      flowsOutOf: (asset) => graded(this.#flows.outOf(asset, now)),
    });
    const ties = this.#retie(tied);
    return { records: new Set(records.map(({ id }) => id)), pairs, readings, levels, ties, contained };
  }

  get levels(): LevelBook {
    return this.#book ?? inOneGo(this.#makingLevels());
  }

  *#makingLevels(): Steps<LevelBook> {
    const flows = this.#flows.inForce(this.#now) as Iterable<GradedFlow>;
    this.#book ??= yield* LevelBook.making(this.#graded(), flows, this.today, this.#mark);
    return this.#book;
  }

  flowsInto(asset: string): readonly Flow[] {
    this.trace?.note(READ.INTO, asset);
    return this.#flows.into(asset, this.#now);
  }
  flowsOutOf(asset: string): readonly Flow[] {
    this.trace?.note(READ.OUT_OF, asset);
    return this.#flows.outOf(asset, this.#now);
  }
  everInto(asset: string): readonly Flow[] {
    this.trace?.note(READ.INTO, asset);
    return this.#flows.into(asset, null);
  }
  everOutOf(asset: string): readonly Flow[] {
    this.trace?.note(READ.OUT_OF, asset);
    return this.#flows.outOf(asset, null);
  }
  level(asset: string): LevelReading | null {
    this.trace?.note(READ.LEVEL, asset);
    return this.levels.of(asset);
  }
  connection(a: string, b: string, on: Day): Connection {
    this.trace?.note(READ.TIES, a);
    this.trace?.note(READ.TIES, b);
    return this.#control().connection(a, b, on);
  }
  jointOf(organization: string): string {
    this.trace?.note(READ.TIES, organization);
    return this.#jointly().of.get(organization) ?? organization;
  }
  jointWith(organization: string): readonly string[] {
    const leader = this.jointOf(organization);
    return this.#jointly().all.get(leader) ?? [organization];
  }

  liveRecords(type: RecordType): Iterable<{ readonly key: string }> {
    return this.#shelf.live(type);
  }
  liveRecord(type: RecordType, key: string): { readonly key: string } | undefined {
    return this.#shelf.isLive(type, key) ? this.#shelf.get(type, key) : undefined;
  }

  anyRecord(type: RecordType, key: string): { readonly key: string } | undefined {
    return this.#shelf.get(type, key);
  }

  #put(id: string, content: Readonly<Record<string, unknown>>) {
    const retiredAt = momentOf(String(content['retiredAt'] ?? ''));
    if (retiredAt !== null) this.#note(retiredAt, this.#known);
    for (const event of (content['events'] as { at: string }[] | undefined) ?? [])
      this.#note(momentOf(event.at) ?? 0, this.#now);
    return this.#shelf.put(id, content, this.#known);
  }

  /** Makes the structure of control anew where it changed; returns whose connections may be others. */
  #retie(organizations: ReadonlySet<string>): Set<string> {
    if (organizations.size === 0) return new Set();
    const before = this.#control().tiedTo(organizations);
    this.#controls = null;
    this.#joint = null;
    return new Set([...before, ...this.#control().tiedTo(organizations)]);
  }

  #control(): ControlBook {
    const controls = this.#shelf.live('Control') as unknown as Iterable<ControlRecord>;
    this.#controls ??= new ControlBook(controls, (key) => isOfTheState(this.#shelf.get('Organization', key)));
    return this.#controls;
  }

  #jointly() {
    if (this.#joint === null) {
      const of = this.#control().joint(this.today);
      const all = new Map<string, string[]>();
      for (const [organization, leader] of of) {
        const known = all.get(leader);
        if (known) known.push(organization);
        else all.set(leader, [organization]);
      }
      this.#joint = { of, all };
    }
    return this.#joint;
  }

  *#graded(): Generator<GradedAsset> {
    for (const type of GRADED)
      for (const record of this.#shelf.live(type as RecordType))
        yield { ...record, id: `${type}:${record.key}` } as unknown as GradedAsset;
  }

  #table<T extends RecordType>(type: T): Table<RecordOf<T>> {
    const walked = <R>(records: Iterable<R>): Iterable<R> => {
      if (this.trace?.reading) throw new Error('a rule walks through a whole table');
      return records;
    };
    return {
      all: () => walked(this.#shelf.live(type)),
      known: () => walked(this.#shelf.all(type)),
      get: (key) => {
        this.trace?.note(READ.RECORD, `${type}:${key}`);
        return this.#shelf.get(type, key);
      },
    };
  }

  #note(moment: number, after: number): void {
    if (moment > after && moment < this.#nextChange) this.#nextChange = moment;
  }
}

function isOfTheState(organization: { readonly kind?: unknown } | null | undefined): boolean {
  return OF_THE_STATE.includes(String(organization?.kind ?? ''));
}
