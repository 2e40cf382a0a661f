import { hostname } from 'node:os';
import { Fault } from '../../foundation/fault.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { undoFlows, undoItems, writeItems } from '../../lineage/bulk.service.ts';
import { replacedBy, restore, undoCreated } from '../../record/bulk.service.ts';
import { closeLoad, readOpenLoad } from '../exchange.statements.ts';
import { kindOfType, ownedRelationships } from './kinds.ts';

/** Who writes a load: this machine and process. */
export const LOAD_OWNER = `${hostname()} ${process.pid}`;
/** A load of another machine counts as interrupted after this long without a batch. */
const IDLE_LIMIT_MS = 60_000;
const RESTORED_AT_ONCE = 1_000;
const SHORT: Work = { name: 'load: journal', limit: 60_000 };

/** Takes back a load that was interrupted, if there is one; returns its id. Throws `Fault` CONFLICT while another is alive. */
export async function undoInterrupted(graph: Graph): Promise<string | null> {
  const open = await graph.read(SHORT, (tx) => tx.run(readOpenLoad, {}));
  if (open === null) return null;
  if (isAlive(open.owner, open.idle))
    throw new Fault('CONFLICT', `另一个装载正在进行（${open.owner}）。Another load is under way (${open.owner}).`);
  await undo(graph, open.load);
  return open.load;
}

function isAlive(owner: string, idle: number): boolean {
  const [host, pid] = owner.split(' ');
  if (host !== hostname()) return idle < IDLE_LIMIT_MS;
  try {
    process.kill(Number(pid), 0);
    return Number(pid) !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes a load back: what it made goes, what it replaced or retired comes back as it was. May itself be interrupted and
 * done again at any point: each step only touches what still bears the load's mark.
 */
export async function undo(graph: Graph, load: string): Promise<void> {
  await undoFlows(graph, load);
  while (await restoreSome(graph, load));
  await undoItems(graph, load);
  await undoCreated(graph, load);
  await graph.write(SHORT, (tx) => tx.run(closeLoad, { load, state: 'UNDONE', recordedAt: 0, counts: '{}' }));
}

async function restoreSome(graph: Graph, load: string): Promise<boolean> {
  return graph.write(SHORT, async (tx) => {
    const before = await replacedBy(tx, load, RESTORED_AT_ONCE, kindOfType);
    if (before.length === 0) return false;
    await restore(tx, before, { load, owned: ownedRelationships });
    await writeItems(
      tx,
      [],
      before.map(({ entry }) => entry),
      load,
    );
    return true;
  });
}
