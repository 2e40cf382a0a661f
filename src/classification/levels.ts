import { inOneGo, type Steps } from '#src/foundation/breath.ts';
import { triggersOn } from './fusion.ts';
import { fused, lowered } from './grading.ts';
import type { LevelGraph } from './level-graph.ts';
import { NumberQueue } from './number-queue.ts';

/**
 * Computed levels 计算级别 as the least fixed point over the graph: every asset starts from its own floor, and what its sources bring can only raise it.
 * Levels stand in one byte an asset. Cycles are legal: the result does not depend on the order.
 */
export interface Levels {
  computed: Uint8Array;
  /** 0 not looked at yet, 1 no trigger fires, 2 a trigger fires. */
  fusion: Uint8Array;
  /** When the level was last raised; 0 where it stands on the own floor. A level rests safely on what was raised before it. */
  rank: Uint32Array;
  raises: number;
}

/** The level that counts of an asset: the higher of declared and computed. */
export function levelOf(graph: LevelGraph, levels: Levels, asset: number): number {
  return Math.max(graph.declared(asset), levels.computed[asset]!);
}

/** The level that a flow brings, before any lowering. */
export function broughtBy(graph: LevelGraph, levels: Levels, flow: number): number {
  const whole = graph.takesWhole(flow) ? levelOf(graph, levels, graph.from(flow)) : 0;
  return Math.max(graph.fixed(flow), whole);
}

/** The base of an asset: the highest brought level; with an approved adjustment its level or the highest lowered one. 0 with neither. */
export function baseOf(graph: LevelGraph, levels: Levels, asset: number): number {
  const adjustedTo = graph.adjustedTo(asset);
  let highest = 0;
  for (let flow = graph.firstIn(asset); flow >= 0; flow = graph.nextIn(flow)) {
    const brought = broughtBy(graph, levels, flow);
    const counted = adjustedTo > 0 ? lowered(brought, graph.lowering(flow)) : brought;
    if (counted > highest) highest = counted;
  }
  return Math.max(highest, adjustedTo);
}

/** True when a fusion trigger fires on the asset; kept until its sources change. */
export function isFused(graph: LevelGraph, levels: Levels, asset: number): boolean {
  if (levels.fusion[asset] === 0) levels.fusion[asset] = triggersOn(graph, asset).length > 0 ? 2 : 1;
  return levels.fusion[asset] === 2;
}

function computedOf(graph: LevelGraph, levels: Levels, asset: number): number {
  return raisedFrom(graph, levels, asset, baseOf(graph, levels, asset));
}

function raisedFrom(graph: LevelGraph, levels: Levels, asset: number, base: number): number {
  const raised = base > 0 && base < 4 && isFused(graph, levels, asset) ? fused(base) : base;
  return Math.max(graph.ownFloor(asset), raised);
}

/** So many assets are looked at before others may have their turn. */
const STEP = 1_000;

/** All levels anew. */
export function computeLevels(graph: LevelGraph): Levels {
  return inOneGo(computingLevels(graph));
}

/** The same in steps. */
export function* computingLevels(graph: LevelGraph): Steps<Levels> {
  const count = graph.assetCount;
  const levels: Levels = {
    computed: new Uint8Array(count),
    fusion: new Uint8Array(count),
    rank: new Uint32Array(count),
    raises: 0,
  };
  for (let asset = 0; asset < count; asset++) levels.computed[asset] = graph.ownFloor(asset);
  yield* raise(graph, levels, highestFirst(graph, levels), count);
  return levels;
}

/** What changed: assets whose own facts or incoming flows changed. A change that can only raise says so. */
export interface LevelChange {
  readonly asset: number;
  readonly raisesOnly: boolean;
}

/**
 * Levels after changes, as `computeLevels` would give them. What can only raise is raised from there on. Where something may fall, an asset keeps
 * its level only if grounds or sources raised before it still carry it; otherwise it is reset to its own floor, its targets are examined, and all that
 * was reset is raised again. (In a cycle assets hold each other up: the order of raising is what tells support from circularity.)
 * Returns the assets whose computed level is another one now.
 */
export function updateLevels(graph: LevelGraph, levels: Levels, changes: readonly LevelChange[]): Set<number> {
  return inOneGo(updatingLevels(graph, levels, changes));
}

/** The same in steps; meanwhile levels are neither what they were nor what they will be. */
export function* updatingLevels(
  graph: LevelGraph,
  levels: Levels,
  changes: readonly LevelChange[],
): Steps<Set<number>> {
  admit(graph, levels);
  const before = levels.computed.slice();
  const touched = new Set<number>();
  for (const { asset } of changes) {
    levels.fusion[asset] = 0;
    touched.add(asset);
    // An asset's own items are part of the triggers of what is made from it.
    for (let flow = graph.firstOut(asset); flow >= 0; flow = graph.nextOut(flow)) {
      levels.fusion[graph.to(flow)] = 0;
      touched.add(graph.to(flow));
    }
  }
  const suspects = new Set<number>();
  for (const { asset, raisesOnly } of changes) {
    if (raisesOnly) continue;
    suspects.add(asset);
    for (let flow = graph.firstOut(asset); flow >= 0; flow = graph.nextOut(flow)) suspects.add(graph.to(flow));
  }
  for (const asset of yield* letFall(graph, levels, suspects)) touched.add(asset);
  for (const asset of touched) levels.computed[asset] = Math.max(levels.computed[asset]!, graph.ownFloor(asset));
  for (const asset of yield* raise(graph, levels, touched, touched.size)) touched.add(asset);
  return new Set([...touched].filter((asset) => levels.computed[asset] !== before[asset]));
}

/** Room for assets added since. */
function admit(graph: LevelGraph, levels: Levels): void {
  const count = graph.assetCount;
  if (levels.computed.length >= count) return;
  const before = levels.computed.length;
  const room = Math.max(count, Math.ceil(before * 1.25));
  const [computed, fusion, rank] = [new Uint8Array(room), new Uint8Array(room), new Uint32Array(room)];
  computed.set(levels.computed);
  fusion.set(levels.fusion);
  rank.set(levels.rank);
  for (let asset = before; asset < count; asset++) computed[asset] = graph.ownFloor(asset);
  levels.computed = computed;
  levels.fusion = fusion;
  levels.rank = rank;
}

/** Resets what has lost its support; returns it. Each fall makes the targets suspect, also those that passed before. */
function* letFall(graph: LevelGraph, levels: Levels, suspects: ReadonlySet<number>): Steps<Set<number>> {
  const fallen = new Set<number>();
  const waiting = new Set(suspects);
  let looked = 0;
  for (const asset of waiting) {
    if (++looked % STEP === 0) yield;
    waiting.delete(asset);
    if (fallen.has(asset) || supportedLevel(graph, levels, asset) >= levels.computed[asset]!) continue;
    levels.computed[asset] = graph.ownFloor(asset);
    levels.rank[asset] = 0;
    fallen.add(asset);
    for (let flow = graph.firstOut(asset); flow >= 0; flow = graph.nextOut(flow))
      if (graph.takesWhole(flow)) waiting.add(graph.to(flow));
  }
  return fallen;
}

/** The computed level that an asset has from its own items, declared levels, and sources raised before it. */
function supportedLevel(graph: LevelGraph, levels: Levels, asset: number): number {
  const adjustedTo = graph.adjustedTo(asset);
  let highest = 0;
  for (let flow = graph.firstIn(asset); flow >= 0; flow = graph.nextIn(flow)) {
    let brought = graph.fixed(flow);
    if (graph.takesWhole(flow)) {
      const source = graph.from(flow);
      const safe = levels.rank[source]! < levels.rank[asset]! ? levels.computed[source]! : graph.ownFloor(source);
      brought = Math.max(brought, graph.declared(source), safe);
    }
    const counted = adjustedTo > 0 ? lowered(brought, graph.lowering(flow)) : brought;
    if (counted > highest) highest = counted;
  }
  return raisedFrom(graph, levels, asset, Math.max(highest, adjustedTo));
}

/** Raises until nothing rises: each asset is looked at again only when a source of it rose. Returns what rose. */
function* raise(graph: LevelGraph, levels: Levels, starts: Iterable<number>, size: number): Steps<Set<number>> {
  const risen = new Set<number>();
  const queue = new NumberQueue(Math.max(16, size));
  let looked = 0;
  for (const asset of starts) {
    queue.push(asset);
    if (++looked % STEP === 0) yield;
  }
  const waiting = new Uint8Array(graph.assetCount);
  for (const asset of queue.all()) waiting[asset] = 1;
  for (let asset = queue.take(); asset >= 0; asset = queue.take()) {
    waiting[asset] = 0;
    if (++looked % STEP === 0) yield;
    const before = levelOf(graph, levels, asset);
    const computed = computedOf(graph, levels, asset);
    if (computed <= levels.computed[asset]!) continue;
    levels.computed[asset] = computed;
    levels.rank[asset] = ++levels.raises;
    risen.add(asset);
    if (levelOf(graph, levels, asset) === before) continue;
    for (let flow = graph.firstOut(asset); flow >= 0; flow = graph.nextOut(flow)) {
      const target = graph.to(flow);
      if (waiting[target] === 1 || !graph.takesWhole(flow)) continue;
      waiting[target] = 1;
      queue.push(target);
    }
  }
  return risen;
}

/** Assets in the order of the level they start with, so that few are raised twice. */
function* highestFirst(graph: LevelGraph, levels: Levels): Generator<number> {
  for (let level = 6; level >= 0; level--)
    for (let asset = 0; asset < graph.assetCount; asset++) if (levelOf(graph, levels, asset) === level) yield asset;
}
