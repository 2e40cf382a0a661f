import type { Day } from '#src/calendar/day.ts';
import { triggersOn } from './fusion.ts';
import { type GradedItem, loweringOf, ownFloor, type Transform, takingOf } from './grading.ts';
import { LevelGraph } from './level-graph.ts';
import { baseOf, computeLevels, type Levels } from './levels.ts';
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

/** The levels of a set of assets and flows on a day. Flows whose ends are not among the assets bring nothing. */
export class LevelBook {
  readonly #graph = new LevelGraph();
  readonly #levels: Levels;
  readonly #numberOf = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #adjusted = new Set<number>();

  constructor(
    assets: Iterable<GradedAsset>,
    flows: Iterable<GradedFlow>,
    day: Day,
    markOfElement: (element: string) => number,
  ) {
    const items = new Map<number, readonly GradedItem[]>();
    for (const asset of assets) {
      const adjusted = isAdjustedOn(asset, day);
      const own = asset.items ?? [];
      const number = this.#graph.addAsset({
        declared: asset.level ?? 0,
        ownFloor: ownFloor(own),
        adjustedTo: adjusted ? asset.levelAdjustment!.to : 0,
        marks: own.reduce((marks, item) => (item.element ? marks | markOfElement(item.element) : marks), 0),
      });
      this.#numberOf.set(asset.id, number);
      this.#ids.push(asset.id);
      if (adjusted) this.#adjusted.add(number);
      if (asset.items) items.set(number, own);
    }
    // Items by name are needed of few sources, and flows of one source come one after another.
    let named: { readonly source: number; readonly items: ReadonlyMap<string, GradedItem> | null } | null = null;
    const namedItems = (source: number): ReadonlyMap<string, GradedItem> | null => {
      if (named?.source === source) return named.items;
      const own = items.get(source);
      named = { source, items: own === undefined ? null : new Map(own.map((item) => [item.name, item])) };
      return named.items;
    };
    for (const flow of flows) {
      const [from, to] = [this.#numberOf.get(flow.from), this.#numberOf.get(flow.to)];
      if (from === undefined || to === undefined) continue;
      const mapped = (flow.items ?? []).flatMap((mapping) => (mapping[0] == null ? [] : [mapping[0]]));
      this.#graph.addFlow({
        from,
        to,
        ...takingOf(mapped.length === 0 ? null : namedItems(from), mapped),
        lowering: loweringOf(flow.transform),
        join: flow.transform === 'JOIN',
        aggregated: flow.kind === 'AGGREGATED',
      });
    }
    this.#levels = computeLevels(this.#graph);
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
