import { lowered } from './grading.ts';
import type { LevelGraph } from './level-graph.ts';
import { isFused, type Levels, levelOf } from './levels.ts';

/** One step of the answer to "why is the level what it is" 级别成因, from the asset asked about towards what it comes from. */
export interface LevelStep {
  readonly asset: number;
  /** The level that this step explains: the asset's is at least that. */
  readonly level: number;
  readonly cause: /** It was declared so 申报级别. */
    | 'DECLARED'
    /** One of its own items has that floor 自身信息项. */
    | 'OWN_ITEM'
    /** An approved adjustment goes no lower 降级批准的级别. */
    | 'ADJUSTMENT'
    /** A flow brings an item of that level 取用的信息项. */
    | 'MAPPED_ITEM'
    /** A flow brings its source's level: the next step explains that 来源的级别. */
    | 'SOURCE';
  /** The flow, for MAPPED_ITEM and SOURCE; else -1. */
  readonly flow: number;
  /** True when fusion raised it by one here 关联汇聚上调. */
  readonly fused: boolean;
}

interface Question {
  readonly asset: number;
  readonly level: number;
}

/**
 * The shortest chain of reasons from an asset's level to something that needs no further reason. In a cycle assets may bring each other a level, but a
 * least fixed point always has an origin: the search goes on until it finds one. At most six questions an asset.
 */
export function whyLevel(graph: LevelGraph, levels: Levels, asset: number): LevelStep[] {
  const start: Question = { asset, level: levelOf(graph, levels, asset) };
  const asked = new Set([keyOf(start)]);
  let frontier: { question: Question; steps: readonly LevelStep[] }[] = [{ question: start, steps: [] }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { question, steps } of frontier) {
      const ground = groundOf(graph, levels, question);
      if (ground) return [...steps, ground];
      for (const { step, question: further } of sourcesOf(graph, levels, question)) {
        if (asked.has(keyOf(further))) continue;
        asked.add(keyOf(further));
        next.push({ question: further, steps: [...steps, step] });
      }
    }
    frontier = next;
  }
  return [];
}

function keyOf(question: Question): number {
  return question.asset * 8 + question.level;
}

/** What must be brought for the level: one less where fusion adds one. */
function neededBase(graph: LevelGraph, levels: Levels, { asset, level }: Question): { base: number; fused: boolean } {
  const raised = level > 1 && level <= 4 && isFused(graph, levels, asset);
  return { base: raised ? level - 1 : level, fused: raised };
}

/** A reason that needs no further one, or null. */
function groundOf(graph: LevelGraph, levels: Levels, question: Question): LevelStep | null {
  const { asset, level } = question;
  const step = (cause: LevelStep['cause'], flow: number, fused: boolean): LevelStep => ({
    asset,
    level,
    cause,
    flow,
    fused,
  });
  if (graph.ownFloor(asset) >= level) return step('OWN_ITEM', -1, false);
  if (graph.declared(asset) >= level) return step('DECLARED', -1, false);
  const { base, fused } = neededBase(graph, levels, question);
  const adjustedTo = graph.adjustedTo(asset);
  if (adjustedTo >= base) return step('ADJUSTMENT', -1, fused);
  for (let flow = graph.firstIn(asset); flow >= 0; flow = graph.nextIn(flow)) {
    const counted = adjustedTo > 0 ? lowered(graph.fixed(flow), graph.lowering(flow)) : graph.fixed(flow);
    if (counted >= base) return step('MAPPED_ITEM', flow, fused);
  }
  return null;
}

/** The flows that bring enough by their source's whole level, and what is to be explained of that source. */
function sourcesOf(graph: LevelGraph, levels: Levels, question: Question): { step: LevelStep; question: Question }[] {
  const { asset, level } = question;
  const { base, fused } = neededBase(graph, levels, question);
  const found: { step: LevelStep; question: Question }[] = [];
  for (let flow = graph.firstIn(asset); flow >= 0; flow = graph.nextIn(flow)) {
    if (!graph.takesWhole(flow)) continue;
    const source = graph.from(flow);
    const needed = leastBrought(base, graph.adjustedTo(asset) > 0 ? graph.lowering(flow) : 0);
    if (needed === null || levelOf(graph, levels, source) < needed) continue;
    found.push({ step: { asset, level, cause: 'SOURCE', flow, fused }, question: { asset: source, level: needed } });
  }
  return found;
}

/** The least brought level that is still `base` after lowering; null when none is. */
function leastBrought(base: number, lowering: number): number | null {
  for (let level = base; level <= 6; level++) if (lowered(level, lowering) >= base) return level;
  return null;
}
