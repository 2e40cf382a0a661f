import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { inOnePass } from '../../graph/graph.service.ts';
import { beatLoad, noteBatch } from '../exchange.statements.ts';
import type { Batch, Batched, LoadWriting } from './batch.ts';
import { takenBack } from './journal.ts';
import { partDigest } from './manifest.ts';

/** Batches under way at once: while the graph commits one, it runs the statements of the next. */
const LANES = 2;
const WORK: Work = { name: 'load', limit: 600_000 };

/**
 * Writes batches, each in a transaction and exactly once, only while the load's journal is open; step after step. Answers the
 * digests of the parts in which stands what they wrote.
 */
export async function writeInLanes(
  graph: Graph,
  writing: LoadWriting,
  steps: AsyncIterable<AsyncIterable<Batch> | Iterable<Batch>>,
): Promise<string[]> {
  const parts: string[] = [];
  let number = 0;
  for await (const batches of steps) {
    const waiting = iteratorOf(batches);
    let failed = false;
    const work = async (lane: number): Promise<void> => {
      while (!failed) {
        const next = await waiting.next();
        if (next.done) return;
        const part = await writeOnce(graph, writing, next.value, { lane, batch: ++number });
        if (part !== null) parts.push(part);
      }
    };
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      work(lane).catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }
  return parts;
}

function iteratorOf(batches: AsyncIterable<Batch> | Iterable<Batch>): AsyncIterator<Batch> | Iterator<Batch> {
  return Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
}

interface Place {
  readonly lane: number;
  /** Number of the batch, from 1. */
  readonly batch: number;
}

/**
 * Writes one batch in one transaction. Where the answer to a commit was lost, or two batches met, it is tried again, and
 * what was committed is not written twice: each batch notes its number last of all.
 */
async function writeOnce(graph: Graph, writing: LoadWriting, batch: Batch, place: Place): Promise<string | null> {
  let written: { readonly batched: Batched; readonly part: string | null } | null = null;
  const body = async (tx: Tx): Promise<void> => {
    if (written !== null && (await isWritten(tx, writing.load, place))) return;
    // Statement after statement without waiting in between: the next one is made ready while the graph runs the one before.
    const { open } = await inOnePass(tx, async (passing) => {
      const batched = await batch(passing, writing);
      const lines = writing.noted ? batched.wrote : [];
      written = { batched, part: lines.length === 0 ? null : partDigest(lines) };
      return passing.run(noteBatch, { load: writing.load, ...place, lanes: LANES, lines });
    });
    if (!open) throw takenBack();
  };
  await graph.write(WORK, body);
  const { batched, part } = written!;
  batched.done();
  return part;
}

/** Whether an attempt whose end nobody heard of was committed; waits for one that is still being so. */
async function isWritten(tx: Tx, load: string, { lane, batch }: Place): Promise<boolean> {
  const { open, written } = await tx.run(beatLoad, { load });
  if (!open) throw takenBack();
  return written?.[lane] === batch;
}
