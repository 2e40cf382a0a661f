import type { LevelGraph } from './level-graph.ts';
import { type Trigger, triggersBetween } from './triggers.ts';

const SOURCES_IN_FULL = 64;

/**
 * The triggers that fire on an asset 关联汇聚: flows from two or more different sources (not counting AGGREGATED), at least one of them a JOIN, and
 * a trigger between the items of two of the sources. It does not depend on levels, only on what the sources hold.
 */
export function triggersOn(graph: LevelGraph, asset: number): Trigger[] {
  let join = false;
  const sources = new Set<number>();
  for (let flow = graph.firstIn(asset); flow >= 0; flow = graph.nextIn(flow)) {
    if (graph.isAggregated(flow)) continue;
    if (graph.isJoin(flow)) join = true;
    sources.add(graph.from(flow));
  }
  if (!join || sources.size < 2) return [];
  // Two sources of each mark are enough: a third of the same mark tells nothing more.
  const marks = [...sources].map((source) => graph.marks(source)).filter((mark) => mark !== 0);
  const few = marks.length <= SOURCES_IN_FULL ? marks : atMostTwice(marks);
  const found = new Set<Trigger>();
  for (let i = 0; i < few.length; i++)
    for (let j = i + 1; j < few.length; j++)
      for (const trigger of triggersBetween(few[i]!, few[j]!)) found.add(trigger);
  return [...found].sort();
}

function atMostTwice(marks: readonly number[]): number[] {
  const counts = new Map<number, number>();
  return marks.filter((mark) => {
    const count = counts.get(mark) ?? 0;
    counts.set(mark, count + 1);
    return count < 2;
  });
}
