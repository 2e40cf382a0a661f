import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../calendar/clock.ts';
import { isFault } from '../foundation/fault.ts';
import type { Graph, Work } from '../graph/graph.service.ts';
import { readableState } from '../graph/registry.ts';
import { type Embedder, EmbeddingFailure } from './embedder.ts';
import type { Vector } from './embedding.ts';
import { type CatalogChanges, changesSince } from './stock.store.ts';
import * as store from './title-shelf.store.ts';
import { isSearched, reshelve, type Shelved, shelfName, type TitleShelf } from './title-shelf.ts';

/** What keeping vectors of titles needs: the registry, and who makes vectors. */
export interface Embedding {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly embedder: Embedder;
}

type Row = Shelved & { readonly dataset: string };

const WORK: Work = { name: 'title vectors', limit: 120_000 };
const BATCH = 64;
const LOOK_EVERY_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/** Keeps the vectors of one catalog as it changes 标题向量维护; in turns that may fail and be begun again at any moment. */
export class TitleVectors {
  readonly #embedding: Embedding;
  readonly #signal: AbortSignal | undefined;
  #read: Pick<CatalogChanges, 'generation' | 'upTo' | 'basis'> | null = null;
  readonly #missing = new Map<string, Shelved>();
  /** Titles that the endpoint will not have, by dataset. */
  readonly #refused = new Map<string, string>();

  constructor(embedding: Embedding, signal?: AbortSignal) {
    this.#embedding = embedding;
    this.#signal = signal;
  }

  /** Follows the catalog and makes all vectors that are missing. */
  async catchUp(): Promise<void> {
    do await this.follow();
    while (!(await this.makeSome()));
  }

  /** Makes the vectors of one batch of titles. True when none is missing any more. */
  async makeSome(): Promise<boolean> {
    const batch = this.#batch();
    if (batch.length === 0) return true;
    const guarded = await store.guardedAmong(
      this.#embedding.graph,
      batch.map(({ dataset }) => dataset),
    );
    const made = await this.#vectorsOf(batch.filter(({ dataset }) => !guarded.has(dataset)));
    if (made.length > 0) await store.shelve(this.#embedding.graph, made);
    for (const { dataset } of batch) this.#missing.delete(dataset);
    return this.#missing.size === 0;
  }

  /** Titles of one shelf: in which steps a shelf is filled does not depend on what stands on others. */
  #batch(): Row[] {
    const [first] = this.#missing.values();
    const batch: Row[] = [];
    for (const [dataset, shelved] of this.#missing) {
      if (shelved.shelf === first!.shelf) batch.push({ dataset, ...shelved });
      if (batch.length === BATCH) break;
    }
    return batch;
  }

  /** Reads what changed in the catalog, and takes from the shelves what no longer stands there. */
  async follow(): Promise<void> {
    const { graph, clock, embedder } = this.#embedding;
    const before = this.#read;
    const isNew = await graph.read(WORK, async (tx) => (await readableState(tx)).generation !== before?.generation);
    if (!isNew) return;
    const model = { model: embedder.model, dimension: await embedder.dimension(this.#signal) };
    const { changes, held, shelves } = await graph.read(WORK, async (tx) => {
      const found = await changesSince(tx, before, await readableState(tx));
      const ids = found.whole ? null : found.rows.map(({ id }) => id);
      return { changes: found, held: await store.vectorsHeld(tx, ids), shelves: await store.shelvesUp(tx, model) };
    });
    const { rows, whole, ...read } = changes;
    const wanted = new Map<string, Shelved>();
    const needed = new Map<string, TitleShelf>();
    for (const row of rows) {
      this.#missing.delete(row.id);
      if (!isSearched(row, clock.now())) continue;
      const shelf = { ...model, sight: row.sight, place: row.place };
      const name = shelfName(shelf);
      needed.set(name, shelf);
      wanted.set(row.id, { title: row.title, shelf: name });
    }
    if (whole) this.#missing.clear();
    for (const [name, shelf] of needed) if (!shelves.ours.has(name)) await store.putUpShelf(graph, shelf);
    const { missing, ...tidying } = reshelve(wanted, held, shelves.ours);
    await store.tidyShelves(graph, tidying);
    if (whole) for (const name of shelves.others) await store.takeDownShelf(graph, name);
    for (const [dataset, shelved] of missing)
      if (this.#refused.get(dataset) !== shelved.title) this.#missing.set(dataset, shelved);
    this.#read = read;
  }

  /** Vectors of a batch; where the endpoint will not have it, of its halves, down to the title that it will not have. */
  async #vectorsOf(batch: readonly Row[]): Promise<(Row & { readonly vector: Vector })[]> {
    if (batch.length === 0) return [];
    try {
      const vectors = await this.#embedding.embedder.ofTitles(
        batch.map(({ title }) => title),
        this.#signal,
      );
      return batch.map((row, i) => ({ ...row, vector: vectors[i]! }));
    } catch (error) {
      if (!(error instanceof EmbeddingFailure) || !error.isOfTexts) throw error;
      if (batch.length > 1) {
        const half = Math.ceil(batch.length / 2);
        return [...(await this.#vectorsOf(batch.slice(0, half))), ...(await this.#vectorsOf(batch.slice(half)))];
      }
      this.#refused.set(batch[0]!.dataset, batch[0]!.title);
      return [];
    }
  }
}

/** Who keeps vectors, at work. */
export interface Keeping {
  /** Stops after what it is doing; answers when it has stopped. */
  stop(): Promise<void>;
}

/**
 * Keeps the vectors of titles current in the background until it is stopped; several processes may do so at once. Loads and acts wait
 * for nothing of it. While the endpoint is away it is asked less and less often, at least every five minutes; the catalog is followed all the same.
 */
export function startEmbedding(embedding: Embedding, onError: (error: unknown) => void): Keeping {
  const stopped = new AbortController();
  const vectors = new TitleVectors(embedding, stopped.signal);
  const patience = new Patience();
  let said = '';
  const look = async (): Promise<boolean> => {
    try {
      await vectors.follow();
      if (patience.isWaiting) return true;
      const isDone = await vectors.makeSome();
      patience.end();
      said = '';
      return isDone;
    } catch (error) {
      // A load is under way: its end is waited for.
      if (isFault(error, 'UNAVAILABLE') || stopped.signal.aborted) return true;
      if (said !== String(error)) onError(error);
      said = String(error);
      patience.wait();
      return true;
    }
  };
  const run = async () => {
    while (!stopped.signal.aborted)
      if (await look()) await sleep(LOOK_EVERY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
  };
  const done = run();
  return {
    stop: () => {
      stopped.abort();
      return done;
    },
  };
}

/** Waits longer after each failure. */
class Patience {
  #pauseMs = 0;
  #until = 0;

  get isWaiting(): boolean {
    return performance.now() < this.#until;
  }

  wait(): void {
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(LOOK_EVERY_MS, 2 * this.#pauseMs));
    this.#until = performance.now() + this.#pauseMs;
  }

  end(): void {
    this.#pauseMs = 0;
  }
}
