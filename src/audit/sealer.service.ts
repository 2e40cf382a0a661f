import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../foundation/fault.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { headDigest, signHead } from './head.ts';
import { appendHeads, headsFile, lastHead } from './heads-file.ts';
import {
  extend,
  headsAfter,
  logState,
  place,
  saveTiles,
  takeLog,
  tilesAt,
  unsealedCount,
  type Waiting,
  waiting,
  waitingAmong,
} from './log.store.ts';
import { sealOrder } from './order.ts';
import type { SealKey } from './seal-key.ts';
import { Edge, growingTiles } from './tiles.ts';

/** What a sealer needs: the graph, the key, and the home in which heads are kept a second time. */
export interface Sealing {
  readonly graph: Graph;
  readonly key: SealKey;
  readonly home: string;
}

const WORK: Work = { name: 'audit: seal', limit: 30_000 };
const BATCH = 1_000;
const HEADS_AT_ONCE = 1_000;
const LOOK_EVERY_MS = 400;
const SEALER = randomUUID();

/**
 * Seals records 封存: gives those that wait their places, extends the tree and signs its head, all in one transaction that
 * holds the log; then adds the head to the file. Answers how many it sealed. Killed at any moment it leaves nothing half
 * done: what waits is sealed the next time, and the file takes from the graph what it lacks.
 */
export async function sealAll(sealing: Sealing): Promise<number> {
  return sealUntil(sealing, (some) => some === 0);
}

/** Seals what waits now; what comes meanwhile is left for the next time, so that it is sealed together. */
async function sealWaiting(sealing: Sealing): Promise<number> {
  return sealUntil(sealing, (some) => some < BATCH / 2);
}

async function sealUntil(sealing: Sealing, isEnough: (some: number) => boolean): Promise<number> {
  let sealed = 0;
  for (;;) {
    const some = await sealSome(sealing);
    sealed += some;
    if (isEnough(some)) break;
  }
  await writeHeads(sealing);
  return sealed;
}

async function sealSome({ graph, key }: Sealing): Promise<number> {
  const unsealed = await graph.read(WORK, unsealedCount);
  return unsealed === 0 ? 0 : graph.write(WORK, (tx) => sealIn(tx, key));
}

async function sealIn(tx: Tx, key: SealKey): Promise<number> {
  const log = await takeLog(tx, SEALER);
  const order = await nextInOrder(tx);
  if (order.length === 0) return 0;
  const edge = await edgeOf(tx, log.size);
  const full = order.flatMap(({ digest }) => edge.add(digest));
  await place(
    tx,
    order.map(({ id }) => id),
    log.size,
  );
  await saveTiles(tx, [...full, ...edge.growing()]);
  const root = edge.root().toString('base64url');
  const jws = await signHead({ log: log.id, size: edge.size, root, at: Date.now(), previous: log.head }, key);
  await extend(tx, edge.size, jws, headDigest(jws));
  return order.length;
}

/** The oldest records that can be sealed now; looks further when all of a batch come after others that are not in it. */
async function nextInOrder(tx: Tx): Promise<Waiting[]> {
  for (let limit = BATCH; ; limit *= 4) {
    const batch = await waiting(tx, limit);
    const own = new Set(batch.map(({ digest }) => digest));
    const named = batch.flatMap(({ previous }) => previous).filter((digest) => !own.has(digest));
    const order = sealOrder(batch, named.length === 0 ? new Set() : await waitingAmong(tx, named));
    if (order.length > 0 || batch.length < limit) return order;
  }
}

/** The tree where it grows. Throws when its last tiles are not those of its size. */
async function edgeOf(tx: Tx, size: number): Promise<Edge> {
  const due = growingTiles(size);
  const tiles = await tilesAt(tx, due);
  for (const { level, filled } of due)
    if (tiles.find((tile) => tile.level === level)?.hashes.length !== filled)
      throw new Fault(
        'UNAVAILABLE',
        '审计日志的哈希分块已损坏，不能继续封存；请运行 shuyuan verify。The stored tree of the audit log is damaged; nothing is sealed: run shuyuan verify.',
      );
  return new Edge(size, tiles);
}

/** Adds to the file in the home the heads that it lacks. Throws `Fault` CONFLICT when the file tells of another or a longer log. */
async function writeHeads({ graph, home }: Sealing): Promise<void> {
  const file = headsFile(home);
  for (;;) {
    const last = await lastHead(file);
    const log = await graph.read(WORK, logState);
    if (log === null) return;
    if (last !== null && (last.head.log !== log.id || last.head.size > log.size)) throw notOf(file);
    if (last?.head.size === log.size) return;
    const heads = await graph.read(WORK, (tx) => headsAfter(tx, last?.head.size ?? 0, HEADS_AT_ONCE));
    if (heads.length === 0) return;
    await appendHeads(
      file,
      heads.map(({ jws }) => jws),
    );
  }
}

function notOf(file: string): Fault {
  return new Fault(
    'CONFLICT',
    `${file} 记载的树头不属于图中的审计日志，或比它更长；请运行 shuyuan verify。The heads in ${file} are of another audit log than the graph's, or of a longer one: run shuyuan verify.`,
  );
}

/** A sealer at work. */
export interface Sealer {
  /** Stops after what it is doing; answers when it has stopped. */
  stop(): Promise<void>;
}

/** Seals what waits, again and again, until it is stopped; several processes may do so at once. */
export function startSealer(sealing: Sealing, onError: (error: unknown) => void): Sealer {
  const stopped = new AbortController();
  const run = async () => {
    for (let said = ''; !stopped.signal.aborted; ) {
      try {
        await sealWaiting(sealing);
        said = '';
      } catch (error) {
        if (said !== String(error)) onError(error);
        said = String(error);
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const done = run();
  return {
    stop: () => {
      stopped.abort();
      return done;
    },
  };
}
