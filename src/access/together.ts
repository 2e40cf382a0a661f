import { randomUUID } from 'node:crypto';
import { Fault } from '../foundation/fault.ts';
import { isOutOfMemory } from '../graph/driver-error.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { stateUnderLock } from '../graph/registry.ts';

/** What somebody does in a transaction that he may share with others. */
type Body<T> = (tx: Tx) => Promise<T>;

/** One who waits for his turn, and what becomes of him. */
interface Turn {
  readonly name: string;
  readonly body: Body<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Queue {
  readonly waiting: Turn[];
  busy: boolean;
}

const LIMIT_MS = 30_000;
/** So many share a transaction at most. */
const MOST = 32;
const queues = new WeakMap<Graph, Queue>();

/**
 * Does something under the registry's lock, after what was asked for before it 合并提交. Those who waited while the others before them
 * were being committed go one after another in one transaction, and share its commit, which takes nearly as long as a deed. Who
 * fails before he has written anything is told so, and the others go on; if the transaction fails, each of those in it is tried again
 * by himself. Throws what the body throws, and `Fault` UNAVAILABLE, TIME_LIMIT.
 */
export function inTurnUnderLock<T>(graph: Graph, name: string, body: Body<T>): Promise<T> {
  const queue = queues.get(graph) ?? { waiting: [], busy: false };
  queues.set(graph, queue);
  return new Promise<T>((resolve, reject) => {
    queue.waiting.push({ name, body, resolve, reject });
    if (!queue.busy) void serve(graph, queue);
  });
}

async function serve(graph: Graph, queue: Queue): Promise<void> {
  queue.busy = true;
  while (queue.waiting.length > 0) await commit(graph, queue.waiting.splice(0, MOST));
  queue.busy = false;
}

/** Never throws: whoever waits is told. */
async function commit(graph: Graph, turns: readonly Turn[]): Promise<void> {
  const names = [...new Set(turns.map(({ name }) => name))];
  const tell = await graph
    .write({ name: names.join(', '), limit: LIMIT_MS }, (tx) => takeTurns(tx, turns))
    .catch((error: unknown) => error as Error);
  if (Array.isArray(tell)) for (const one of tell) one();
  else if (turns.length === 1 || isUnreachable(tell)) for (const { reject } of turns) reject(tell);
  else for (const turn of turns) await commit(graph, [turn]);
}

async function takeTurns(tx: Tx, turns: readonly Turn[]): Promise<(() => void)[]> {
  // Not waited for: what is sent after it runs after it.
  const locked = stateUnderLock(tx, randomUUID());
  locked.catch(() => undefined);
  try {
    const told = [];
    for (const turn of turns) told.push(await takeTurn(tx, turn));
    return told;
  } finally {
    await locked;
  }
}

/** How to tell him once all is committed. Throws when something of a failed one is in the transaction. */
async function takeTurn(tx: Tx, { body, resolve, reject }: Turn): Promise<() => void> {
  let touched = false;
  const watched: Tx = {
    run(statement, params) {
      touched ||= statement.mode === 'write';
      const answer = tx.run(statement, params);
      answer.catch(() => {
        touched = true;
      });
      return answer;
    },
  };
  try {
    const value = (await body(watched)) as never;
    return () => resolve(value);
  } catch (error) {
    if (touched) throw error;
    return () => reject(error);
  }
}

const isUnreachable = (error: unknown) =>
  error instanceof Fault && error.code === 'UNAVAILABLE' && !isOutOfMemory(error.cause);
