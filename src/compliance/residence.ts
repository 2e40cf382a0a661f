import { getHeapStatistics } from 'node:v8';
import type { Graph } from '../graph/graph.service.ts';
import type { LiveView } from './live-view.ts';
import { Resident } from './resident.ts';

/**
 * Readings that are kept at most; a registry with more is evaluated over all of it. In a city of a million each takes, with
 * the facts it rests on, some 110 bytes (bench/results): so half of what the process may hold is left for reading and running.
 */
const MOST_READINGS = Math.min(60_000_000, Math.floor(getHeapStatistics().heap_size_limit / 220));

const residences = new WeakMap<Graph, Residence>();

/** Keeps the facts of a graph in memory from now on, so that an act is evaluated in little time 常驻. For a process that serves. */
export function keepInMemory(graph: Graph, mostReadings = MOST_READINGS): Residence {
  const residence = new Residence(mostReadings);
  residences.set(graph, residence);
  return residence;
}

/** What this process keeps of a graph; null: nothing. */
export function residenceOf(graph: Graph): Residence | null {
  return residences.get(graph) ?? null;
}

/** What a process keeps of one graph between acts 常驻内存. */
export class Residence {
  /** The generation of the registry that the resident knows. */
  generation = -1;
  #resident: Resident | null = null;
  #tooLarge = false;
  #building = false;
  #turn: Promise<unknown> = Promise.resolve();
  /** Told that something is left to whoever brings all up to date later. */
  onLeft: () => void = () => undefined;
  readonly #mostReadings: number;

  constructor(mostReadings: number) {
    this.#mostReadings = mostReadings;
  }

  get resident(): Resident | null {
    return this.#resident;
  }

  /** Whether what was built last was too large to be kept: to build it again without need would be in vain. */
  get tooLarge(): boolean {
    return this.#tooLarge;
  }

  /** True while all is read and run anew. */
  get building(): boolean {
    return this.#building;
  }

  /** One after another: what is in memory is changed by one at a time. */
  inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(body);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Begins to read and run all anew, until that is disposed of. */
  beginBuilding(): Disposable {
    this.#building = true;
    return {
      [Symbol.dispose]: () => {
        this.#building = false;
      },
    };
  }

  /** Somebody who may stay. */
  moveIn(view: LiveView): Resident {
    return new Resident(view, this.#mostReadings);
  }

  /** What was built is what is kept, unless it is too large. */
  live(resident: Resident, generation: number): void {
    this.generation = generation;
    this.#tooLarge = !resident.isTraced;
    this.#resident = this.#tooLarge ? null : resident;
  }

  /** What changes what is in memory: where that fails it may be half changed, and nothing of it is kept. */
  async changing<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  leave(): void {
    this.#resident = null;
  }
}
