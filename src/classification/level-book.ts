import type { Day } from '#src/calendar/day.ts';
import { inOneGo, type Steps } from '#src/foundation/breath.ts';
import { triggersOn } from './fusion.ts';
import { type GradedItem, loweringOf, ownFloor, type Transform, takingOf } from './grading.ts';
import { LevelGraph } from './level-graph.ts';
import { baseOf, computingLevels, type Levels, updatingLevels } from './levels.ts';
import type { Trigger } from './triggers.ts';
import { type LevelStep, whyLevel } from './why.ts';

/** An asset as records give it. Only datasets have items here; collections and backflows bring no level and are left out. */
export interface GradedAsset {
  readonly id: string;
  readonly level?: number | null;
  readonly items?: readonly GradedItem[] | null;
  readonly levelAdjustment?: { readonly to: number; readonly on: Day; readonly until?: Day | null } | null;
}

/** A flow in force as records give it; `items` are mappings [item of the source, item of the target, …]. */
export interface GradedFlow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform?: Transform | null;
  readonly items?: readonly (readonly (string | null)[])[] | null;
}

/** What is known of the level of one asset on a day. */
export interface LevelReading {
  readonly declared: number | null;
  readonly computed: number;
  /** An approved adjustment is in force 降级有效. */
  readonly adjusted: boolean;
  readonly triggers: readonly Trigger[];
  /** A trigger fires on a base of 4: possible important data 疑似重要数据. */
  readonly possibleImportant: boolean;
}

/** A step of the reason of a level, with ids. */
export type LevelReason = Omit<LevelStep, 'asset' | 'flow'> & { readonly asset: string; readonly from: string | null };

/** True when an adjustment counts on a day; `until` is its last day. */
export function isAdjustedOn(asset: GradedAsset, day: Day): boolean {
  const adjustment = asset.levelAdjustment;
  return adjustment != null && adjustment.on <= day && (adjustment.until == null || day <= adjustment.until);
}

/** What changed around a book: assets (null: it is retired), pairs of assets between which flows came or went, and the flows as they are now. */
export interface BookChange {
  readonly assets: ReadonlyMap<string, GradedAsset | null>;
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
  readonly flowsInto: (asset: string) => readonly GradedFlow[];
  readonly flowsOutOf: (asset: string) => readonly GradedFlow[];
}

/** So many assets or flows are taken in before others may have their turn. */
const STEP = 500;
const NOTHING = { declared: 0, ownFloor: 0, adjustedTo: 0, marks: 0 };

/** The levels of a set of assets and flows on a day. Flows whose ends are not among the assets bring nothing. */
export class LevelBook {
  readonly #graph = new LevelGraph();
  #levels!: Levels;
  readonly #numberOf = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #adjusted = new Set<number>();
  readonly #items = new Map<number, readonly GradedItem[]>();
  readonly #day: Day;
  readonly #markOfElement: (element: string) => number;
  // Items by name are needed of few sources, and flows of one source come one after another.
  #named: { readonly source: number; readonly items: ReadonlyMap<string, GradedItem> | null } | null = null;

  private constructor(day: Day, markOfElement: (element: string) => number) {
    this.#day = day;
    this.#markOfElement = markOfElement;
  }

  static of(...given: Parameters<typeof LevelBook.making>): LevelBook {
    return inOneGo(LevelBook.making(...given));
  }

  /** Makes a book in steps: a large one takes long. */
  static *making(
    assets: Iterable<GradedAsset>,
    flows: Iterable<GradedFlow>,
    day: Day,
    markOfElement: (element: string) => number,
  ): Steps<LevelBook> {
    const book = new LevelBook(day, markOfElement);
    let added = 0;
    for (const asset of assets) {
      book.#setAsset(asset);
      if (++added % STEP === 0) yield;
    }
    for (const flow of flows) {
      book.#addFlow(flow);
      if (++added % STEP === 0) yield;
    }
    book.#levels = yield* computingLevels(book.#graph);
    return book;
  }

  /** Takes in what changed, in steps. Comes to the assets whose reading may be another one now, and those whose computed level is, with all that changed themselves. */
  *changing({
    assets,
    pairs,
    flowsInto,
    flowsOutOf,
  }: BookChange): Steps<{ readings: Set<string>; levels: Set<string> }> {
    const changed = new Set<number>();
    const levels = new Set<string>();
    this.#named = null;
    for (const [id, asset] of assets) {
      const known = this.#numberOf.get(id);
      // Whoever writes a record anew leaves it without its level.
      levels.add(id);
      if (known !== undefined) {
        changed.add(known);
        for (const to of this.#dropFlowsOutOf(known)) changed.add(to);
      }
      if (asset === null) {
        if (known !== undefined) this.#forget(id, known);
        continue;
      }
      const number = this.#setAsset(asset);
      changed.add(number);
      for (const flow of flowsOutOf(id)) changed.add(this.#addFlow(flow) ?? number);
      if (known === undefined) for (const flow of flowsInto(id)) if (flow.from !== id) this.#addFlow(flow);
    }
    for (const { from, to } of pairs) {
      const [source, target] = [this.#numberOf.get(from), this.#numberOf.get(to)];
      if (source === undefined || target === undefined) continue;
      this.#dropFlowsOutOf(source, target);
      for (const flow of flowsOutOf(from)) if (flow.to === to) this.#addFlow(flow);
      changed.add(target);
    }
    const moved = yield* updatingLevels(
      this.#graph,
      this.#levels,
      [...changed].map((asset) => ({ asset, raisesOnly: false })),
    );
    const readings = new Set<string>();
    for (const asset of [...changed, ...moved]) {
      readings.add(this.#ids[asset]!);
      if (readings.size % STEP === 0) yield;
      for (let flow = this.#graph.firstOut(asset); flow >= 0; flow = this.#graph.nextOut(flow))
        readings.add(this.#ids[this.#graph.to(flow)]!);
    }
    for (const asset of moved) levels.add(this.#ids[asset]!);
    return { readings, levels };
  }

  #setAsset(asset: GradedAsset): number {
    const adjusted = isAdjustedOn(asset, this.#day);
    const own = asset.items ?? [];
    const facts = {
      declared: asset.level ?? 0,
      ownFloor: ownFloor(own),
      adjustedTo: adjusted ? asset.levelAdjustment!.to : 0,
      marks: own.reduce((marks, item) => (item.element ? marks | this.#markOfElement(item.element) : marks), 0),
    };
    const known = this.#numberOf.get(asset.id);
    const number = known ?? this.#graph.addAsset(facts);
    if (known === undefined) {
      this.#numberOf.set(asset.id, number);
      this.#ids.push(asset.id);
    } else this.#graph.setAsset(number, facts);
    if (adjusted) this.#adjusted.add(number);
    else this.#adjusted.delete(number);
    if (asset.items) this.#items.set(number, own);
    else this.#items.delete(number);
    return number;
  }

  /** Its number stays, without facts and flows. */
  #forget(id: string, number: number): void {
    for (let flow = this.#graph.firstIn(number); flow >= 0; ) {
      const next = this.#graph.nextIn(flow);
      this.#graph.removeFlow(flow);
      flow = next;
    }
    this.#graph.setAsset(number, NOTHING);
    this.#items.delete(number);
    this.#adjusted.delete(number);
    this.#numberOf.delete(id);
  }

  /** Takes flows away that leave an asset, all or those to one target; returns where they went. */
  #dropFlowsOutOf(source: number, target?: number): number[] {
    const targets: number[] = [];
    for (let flow = this.#graph.firstOut(source); flow >= 0; ) {
      const next = this.#graph.nextOut(flow);
      const to = this.#graph.to(flow);
      if (target === undefined || to === target) {
        targets.push(to);
        this.#graph.removeFlow(flow);
      }
      flow = next;
    }
    return targets;
  }

  /** Its target; undefined when an end is not in the book. */
  #addFlow(flow: GradedFlow): number | undefined {
    const [from, to] = [this.#numberOf.get(flow.from), this.#numberOf.get(flow.to)];
    if (from === undefined || to === undefined) return undefined;
    const mapped = (flow.items ?? []).flatMap((mapping) => (mapping[0] == null ? [] : [mapping[0]]));
    this.#graph.addFlow({
      from,
      to,
      ...takingOf(mapped.length === 0 ? null : this.#namedItems(from), mapped),
      lowering: loweringOf(flow.transform),
      join: flow.transform === 'JOIN',
      aggregated: flow.kind === 'AGGREGATED',
    });
    return to;
  }

  #namedItems(source: number): ReadonlyMap<string, GradedItem> | null {
    if (this.#named?.source === source) return this.#named.items;
    const own = this.#items.get(source);
    this.#named = { source, items: own === undefined ? null : new Map(own.map((item) => [item.name, item])) };
    return this.#named.items;
  }

  /** The reading of an asset; null when it is not in the book. */
  of(id: string): LevelReading | null {
    const asset = this.#numberOf.get(id);
    if (asset === undefined) return null;
    const triggers = triggersOn(this.#graph, asset);
    return {
      declared: this.#graph.declared(asset) || null,
      computed: this.#levels.computed[asset]!,
      adjusted: this.#adjusted.has(asset),
      triggers,
      possibleImportant: triggers.length > 0 && baseOf(this.#graph, this.#levels, asset) === 4,
    };
  }

  /** Its computed level alone; null when it is not in the book. */
  computedOf(id: string): number | null {
    const asset = this.#numberOf.get(id);
    return asset === undefined ? null : this.#levels.computed[asset]!;
  }

  /** Why its level is what it is, from the asset towards the origin; empty when it is not in the book. */
  why(id: string): LevelReason[] {
    const number = this.#numberOf.get(id);
    if (number === undefined) return [];
    return whyLevel(this.#graph, this.#levels, number).map(({ asset, flow, ...step }) => ({
      ...step,
      asset: this.#ids[asset]!,
      from: flow < 0 ? null : this.#ids[this.#graph.from(flow)]!,
    }));
  }
}
