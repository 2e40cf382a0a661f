import type { Clock } from '../../calendar/clock.ts';
import type { Graph } from '../../graph/graph.service.ts';
import { stateUnderLock } from '../../graph/registry.ts';
import { moveSome } from '../../lineage/bulk.service.ts';
import { noteChange, setSwept } from '../exchange.statements.ts';

const WORK = { name: 'sweep', limit: 60_000 };

/**
 * The daily run 每日归档: moves flows that have ended or were retired to the type that only questions about the past walk.
 * The moment is noted first: from then on a question about an earlier moment walks both types, so that a sweep which is
 * interrupted half way loses nothing. Loads and sweeps follow each other. A clock set earlier never takes the moment back.
 */
export async function sweep(graph: Graph, clock: Clock): Promise<void> {
  while (await graph.write(WORK, (tx) => sweepSome(tx, clock.now())));
}

async function sweepSome(tx: Parameters<typeof moveSome>[0], now: number): Promise<boolean> {
  const { loading, sweptAt } = await stateUnderLock(tx, 'sweep');
  if (loading !== null) return false;
  if (now > sweptAt) await tx.run(setSwept, { at: now });
  const moved = await moveSome(tx, Math.max(now, sweptAt));
  if (moved) await tx.run(noteChange, {});
  return moved;
}
