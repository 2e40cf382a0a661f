import { forgetOldAnswers } from '../access/answers.ts';
import type { Clock } from '../calendar/clock.ts';
import { undoInterrupted } from '../exchange/bundle/journal.ts';
import { sweep } from '../exchange/bundle/sweep.service.ts';
import { isFault } from '../foundation/fault.ts';
import type { Graph } from '../graph/graph.service.ts';
import { forgetOldScopes } from '../graph/registry.ts';

/**
 * What has to be done again and again 日常维护: takes back a load that was interrupted, moves ended flows to the past, and
 * forgets answers kept for requests that came twice, and what changes long ago touched.
 * While another load is alive it does nothing. Answers the id of the load that it took back; null: none.
 */
export async function upkeep(graph: Graph, clock: Clock): Promise<string | null> {
  try {
    const undone = await undoInterrupted(graph);
    await sweep(graph, clock);
    await forgetOldAnswers(graph);
    await forgetOldScopes(graph);
    return undone;
  } catch (error) {
    if (isFault(error, 'CONFLICT')) return null;
    throw error;
  }
}
