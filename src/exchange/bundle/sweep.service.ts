import type { Clock } from '../../calendar/clock.ts';
import type { Graph } from '../../graph/graph.service.ts';
import { registryState } from '../../graph/registry.ts';
import { sweepFlows } from '../../lineage/bulk.service.ts';
import { setSwept } from '../exchange.statements.ts';

const WORK = { name: 'sweep', limit: 60_000 };

/**
 * The daily run 每日归档: moves flows that have ended or were retired to the type that only questions about the past walk.
 * The moment is noted first: from then on a question about an earlier moment walks both types, so that a sweep which is
 * interrupted half way loses nothing. A registry whose clock stands earlier than its last sweep is left as it is.
 */
export async function sweep(graph: Graph, clock: Clock): Promise<void> {
  const now = clock.now();
  const { sweptAt, loading } = await graph.read(WORK, registryState);
  if (loading !== null || now <= sweptAt) return;
  await graph.write(WORK, (tx) => tx.run(setSwept, { at: now }));
  await sweepFlows(graph, now);
}
