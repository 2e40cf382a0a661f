import type { Steps } from '#src/foundation/breath.ts';
import { findingId } from './finding-id.ts';
import type { Standing } from './finding-life.ts';
import { FoundBook, type Kept } from './found-book.ts';
import { FIRST_GROUPING, READERS } from './group-index.ts';
import type { Delta, LiveView, Standpoint, Touched } from './live-view.ts';
import { standingOf } from './responsible.ts';
import { type AnyRule, type Finding, type Root, rootsOf } from './rule.ts';
import { RULES } from './rules.ts';
import { Tally } from './tally.ts';
import { READ, type Read, Trace } from './trace.ts';
import type { RecordType } from './view.ts';

/** A finding with who must act on it. */
export interface Held {
  readonly finding: Finding;
  readonly standing: Standing;
}

/** What a rule looked at and found. */
export interface RuleCount {
  readonly code: string;
  readonly population: number;
  readonly violations: number;
  readonly reviews: number;
}

/** What came out differently since it was asked last: findings (null: it holds no more) and computed levels, by id. */
export interface Outcome {
  readonly findings: ReadonlyMap<string, Held | null>;
  readonly levels: ReadonlyMap<string, number | null>;
}

/**
 * All rules over a view that stays in memory 常驻核算: what each rule found from each record, and who read what. After a change only those rules are run, from
 * those records, whose reading the change touched. That incremental equals full rests on one thing: whatever a rule reads it reads through the view.
 */
export class Resident {
  readonly view: LiveView;
  #trace: Trace;
  readonly #most: number;
  #found = new FoundBook(RULES.map(({ code }) => code));
  readonly #populations = RULES.map(() => new Tally());
  readonly #counts = RULES.map(() => ({ VIOLATION: 0, REVIEW: 0 }));
  readonly #rulesOf = new Map<string, number[]>();
  readonly #dirty = new Set<number>();
  #findings = new Map<string, Held | null>();
  #levels = new Map<string, number | null>();

  /** Above so many readings it notes none any more; 0: it only runs the rules once. */
  constructor(view: LiveView, most: number) {
    this.view = view;
    this.#most = most;
    this.#trace = new Trace(view.numbers);
    view.trace = most > 0 ? this.#trace : null;
    RULES.forEach(({ roots }, slot) => {
      for (const type of roots) this.#rulesOf.set(type, [...(this.#rulesOf.get(type) ?? []), slot]);
    });
  }

  /** Whether it knows who read what, so that it can follow changes. */
  get isTraced(): boolean {
    return this.view.trace !== null;
  }

  /** How many readings it keeps; memory grows with them. */
  get size(): number {
    return this.#trace.size;
  }

  /** How many decisions wait to be made again. */
  get waiting(): number {
    return this.#dirty.size;
  }

  /** Runs one rule over everything, one finding after another. */
  *build(rule: AnyRule): Generator<Held | null> {
    const slot = RULES.indexOf(rule);
    for (const root of rootsOf(rule, this.view)) {
      const held = this.#decide(slot, root);
      // Nothing found tells the caller that there is a moment to breathe.
      if (held.length === 0) yield null;
      else yield* held;
    }
  }

  /** Takes in what changed, in steps. False: it reaches everything, and all must be built anew. */
  *changing(delta: Delta, at: Pick<Standpoint, 'now' | 'known'>): Steps<boolean> {
    const touched = yield* this.view.changing(delta, at);
    for (const id of touched.levels) this.#levels.set(id, this.view.levels.computedOf(id));
    this.#mark(touched);
    return touched.contained;
  }

  /** Decides again what waits, in steps; comes to what came out differently since it was asked last, and keeps that until `told`. */
  *settling(): Steps<Outcome> {
    // A record's place in groupings first: rules read groups.
    for (const reader of this.#dirty)
      if (slotOf(reader) >= FIRST_GROUPING) {
        this.#regroup(reader);
        yield;
      }
    const now: Held[] = [];
    for (const reader of this.#dirty) {
      yield;
      this.#dirty.delete(reader);
      for (const { id } of this.#foundBy(reader)) this.#findings.set(id, null);
      now.push(...this.#decideAgain(reader));
    }
    // A finding may have gone from one record to another: what holds now has the last word.
    for (const held of now) this.#findings.set(findingId(held.finding), held);
    return { findings: this.#findings, levels: this.#levels };
  }

  /** What the registry does not tell yet, or tells still. */
  owe(id: string, held: Held | null): void {
    this.#findings.set(id, held);
  }

  /** Levels that the registry does not tell as they are. */
  oweLevels(told: ReadonlyMap<string, number | null>): void {
    for (const [id, level] of told) {
      const computed = this.view.levels.computedOf(id);
      if (computed !== level) this.#levels.set(id, computed);
    }
  }

  /** All that came out differently has been written. */
  told(): void {
    this.#findings = new Map();
    this.#levels = new Map();
  }

  /** What would come out of a change, and what comes out as it is, of all that it touches; nothing of it stays. `undo` is what is. */
  *ifChanged(delta: Delta, undo: Delta, at: Pick<Standpoint, 'now' | 'known'>): Steps<{ would: Outcome; is: Outcome }> {
    const { findings, levels } = yield* this.settling();
    this.told();
    yield* this.changing(delta, at);
    const would = yield* this.settling();
    this.told();
    yield* this.changing(undo, at);
    const is = yield* this.settling();
    this.#findings = new Map(findings);
    this.#levels = new Map(levels);
    return { would, is };
  }

  counts(): RuleCount[] {
    return RULES.map(({ code }, slot) => ({
      code,
      population: this.#populations[slot]!.total,
      violations: this.#counts[slot]!.VIOLATION,
      reviews: this.#counts[slot]!.REVIEW,
    }));
  }

  #mark({ records, pairs, readings, ties }: Touched): void {
    const mark = (read: Read, id: string): void => {
      for (const reader of this.#trace.readersOf(read, id)) this.#dirty.add(reader);
    };
    for (const id of records) {
      const type = id.slice(0, id.indexOf(':'));
      const own = this.view.numbers.of(id) * READERS;
      for (const slot of this.#rulesOf.get(type) ?? []) this.#dirty.add(own + slot);
      for (const slot of this.view.groups.slotsOf(type)) this.#dirty.add(own + slot);
      mark(READ.RECORD, id);
    }
    for (const { from, to } of pairs) {
      mark(READ.OUT_OF, from);
      mark(READ.INTO, to);
    }
    for (const id of readings) mark(READ.LEVEL, id);
    for (const id of ties) mark(READ.TIES, id);
  }

  #regroup(reader: number): void {
    this.#dirty.delete(reader);
    this.view.groups.renew(slotOf(reader), keyIn(this.#idOf(reader)), (name, cameOrWent) => {
      for (const one of this.#trace.readersOf(READ.GROUP, name)) this.#dirty.add(one);
      if (cameOrWent) for (const one of this.#trace.readersOf(READ.ANY, name)) this.#dirty.add(one);
    });
  }

  #decideAgain(reader: number): readonly Held[] {
    const [id, slot] = [this.#idOf(reader), slotOf(reader)];
    const type = id.slice(0, id.indexOf(':')) as RecordType;
    const record = RULES[slot]!.retiredToo
      ? this.view.anyRecord(type, keyIn(id))
      : this.view.liveRecord(type, keyIn(id));
    if (record !== undefined) return this.#decide(slot, { type, record } as unknown as Root<RecordType>);
    this.#keep(Math.floor(reader / READERS), slot, 0, []);
    return [];
  }

  #decide(slot: number, root: Root<RecordType>): readonly Held[] {
    const rule = RULES[slot]!;
    const number = this.view.numbers.of(`${root.type}:${root.record.key}`);
    const seen = { population: 0 };
    if (this.isTraced && this.#trace.size > this.#most) this.#forget();
    const held = this.#trace.as(number * READERS + slot, () =>
      [...rule.findingsFrom(root, this.view, seen)].map((finding) => ({
        finding,
        standing: standingOf(this.view, finding.subject),
      })),
    );
    this.#keep(
      number,
      slot,
      seen.population,
      held.map(({ finding }) => finding),
    );
    return held;
  }

  #keep(number: number, slot: number, population: number, found: readonly Finding[]): void {
    const counts = this.#counts[slot]!;
    for (const { severity } of this.#foundBy(number * READERS + slot)) counts[severity] -= 1;
    for (const { severity } of found) counts[severity] += 1;
    this.#populations[slot]!.set(number, population);
    // Who never decides again need not know what was found.
    if (this.isTraced) this.#found.set(slot, number, this.view.numbers.id(number), found);
  }

  /** Notes no more who reads what, and what was found: it runs the rules once. */
  #forget(): void {
    this.view.trace = null;
    this.#trace = new Trace(this.view.numbers);
    this.#found = new FoundBook(RULES.map(({ code }) => code));
  }

  /** What came of a decision when it was made last. */
  #foundBy(reader: number): readonly Kept[] {
    return slotOf(reader) >= FIRST_GROUPING
      ? []
      : this.#found.of(slotOf(reader), Math.floor(reader / READERS), this.#idOf(reader));
  }

  #idOf(reader: number): string {
    return this.view.numbers.id(Math.floor(reader / READERS));
  }
}

function slotOf(reader: number): number {
  return reader % READERS;
}

function keyIn(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
