import { setTimeout as sleep } from 'node:timers/promises';
import { forgetAllFindings } from '../../compliance/dump.service.ts';
import { Fault } from '../../foundation/fault.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { registryState } from '../../graph/registry.ts';
import { linkItems, moveSome, realisedBy, undoFlows, undoItems, writeItems } from '../../lineage/bulk.service.ts';
import { replacedBy, restore, undoCreated } from '../../record/bulk.service.ts';
import {
  beatLoad,
  closeLoad,
  deleteParts,
  holdsAnything,
  readLoad,
  readOpenLoad,
  takeLoad,
} from '../exchange.statements.ts';
import { kindOfType, ownedRelationships } from './kinds.ts';
import { holding, isAlive, LOAD_OWNER } from './owner.ts';

const BEAT_EVERY_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 250;
const RESTORED_AT_ONCE = 1_000;
const SHORT: Work = { name: 'load: journal', limit: 60_000 };

/**
 * Takes back a load that was interrupted, if there is one; returns its id. Waits while another process takes it back.
 * Throws `Fault` CONFLICT while a load is alive.
 */
export async function undoInterrupted(graph: Graph): Promise<string | null> {
  for (let waited: string | null = null; ; await sleep(ASK_AGAIN_AFTER_MS)) {
    const open = await graph.read(SHORT, (tx) => tx.run(readOpenLoad, {}));
    if (open === null) return waited;
    const alive = isAlive(open);
    if (alive && open.state !== 'UNDOING')
      throw new Fault('CONFLICT', `另一个装载正在进行（${open.owner}）。Another load is under way (${open.owner}).`);
    if (!alive && (await takeBack(graph, open.load, open.owner))) return open.load;
    waited = open.load;
  }
}

/** Takes a load back unless somebody else does; `from` is who was seen to hold it. False: it is another's, or closed. */
export async function takeBack(graph: Graph, load: string, from = LOAD_OWNER): Promise<boolean> {
  return holding(load, async () => {
    const { taken } = await graph.write(SHORT, (tx) => tx.run(takeLoad, { load, from, owner: LOAD_OWNER }));
    if (taken) await beating(graph, load, () => undo(graph, load));
    return taken;
  });
}

/** Shows every few seconds that a load is alive, whatever its work waits for. */
export async function beating<T>(graph: Graph, load: string, work: () => Promise<T>): Promise<T> {
  let beat: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    beat ??= graph
      .write(SHORT, (tx) => tx.run(beatLoad, { load }))
      .catch(() => undefined)
      .finally(() => {
        beat = null;
      });
  }, BEAT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await beat;
  }
}

/** Closes the journal in the state it should end in, and puts the deed on record. Throws `Fault` CONFLICT when somebody else closed it otherwise. */
export async function close(
  graph: Graph,
  closing: { load: string; from: string; state: string; recordedAt: number; changed: boolean; counts: string },
  deed: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  const closed = await graph.write(SHORT, async (tx) => {
    const state = await tx.run(closeLoad, closing);
    if (state !== null) await deed(tx);
    return state !== null;
  });
  if (closed) return;
  const found = await graph.read(SHORT, (tx) => tx.run(readLoad, { load: closing.load }));
  if (found?.state !== closing.state) throw takenBack();
}

/** The load is no longer this process's. */
export function takenBack(): Fault {
  return new Fault('CONFLICT', '装载已被撤销。The load was taken back by another process.');
}

/**
 * What a load made goes, what it replaced or retired comes back as it was. May itself be interrupted and done again at any
 * point: each step only touches what still bears the load's mark, and replaced records lose it before created ones go.
 */
async function undo(graph: Graph, load: string): Promise<void> {
  await undoFlows(graph, load);
  while (await restoreSome(graph, load));
  await undoItems(graph, load);
  await undoCreated(graph, load);
  // Findings come in with a dump alone, into a registry that held nothing.
  const { records } = await graph.read(SHORT, (tx) => tx.run(holdsAnything, {}));
  if (!records) await forgetAllFindings(graph);
  await graph.batches({ name: 'load: undo parts', limit: 0 }, deleteParts, { load });
  while (await graph.write(SHORT, async (tx) => moveSome(tx, (await registryState(tx)).sweptAt)));
  await close(graph, { load, from: 'UNDOING', state: 'UNDONE', recordedAt: 0, changed: true, counts: '{}' });
}

async function restoreSome(graph: Graph, load: string): Promise<boolean> {
  return graph.write(SHORT, async (tx) => {
    const before = await replacedBy(tx, load, RESTORED_AT_ONCE, kindOfType);
    if (before.length === 0) return false;
    await restore(tx, before, { load, owned: ownedRelationships });
    const entries = before.map(({ entry }) => entry);
    await writeItems(tx, [], entries, load);
    await linkItems(tx, entries.flatMap(realisedBy));
    return true;
  });
}
