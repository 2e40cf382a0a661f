import { randomUUID } from 'node:crypto';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { type Changes, closeWriting, lock, openWriting, writeChanges } from './evaluation.store.ts';
import { type KeptLife, type LifeChange, onFound, onVanished, type RunMoment } from './finding-life.ts';
import type { Held, RuleCount } from './resident.ts';

const WRITING: Work = { name: 'evaluation: write', limit: 600_000 };
/** So many changes are written in one transaction; more go in parts, and findings are not told meanwhile. */
export const AT_ONCE = 20_000;
const A_PART = 5_000;

/** How a run ends: for which moment it holds, and what each rule looked at. */
export interface RunEnd {
  readonly rules: readonly RuleCount[];
  readonly at: number;
  readonly upTo: number;
  readonly took: number;
  readonly policy: string;
}

/**
 * Writes what a run changes as it comes, so that a large run needs little memory: all at once at the end where it is little, else in parts of which
 * nobody is told before the last. Every transaction takes the lock and looks whether the registry is still what was read.
 */
export class ChangeWriter {
  readonly #graph: Graph;
  readonly #generation: number;
  readonly #atOnce: number;
  readonly #run = randomUUID();
  #levels: { id: string; level: number | null }[] = [];
  #findings: LifeChange[] = [];
  /** The part that is being written while the next one comes together. */
  #underWay: Promise<void> = Promise.resolve();
  #opened = false;
  #lost = false;
  #changed = false;

  constructor(graph: Graph, generation: number, atOnce: number) {
    this.#graph = graph;
    this.#generation = generation;
    this.#atOnce = atOnce;
  }

  /** Whether nothing more needs to come: the registry is no longer what was read. */
  get lost(): boolean {
    return this.#lost;
  }

  async level(id: string, level: number | null): Promise<void> {
    this.#levels.push({ id, level });
    if (this.#levels.length >= this.#atOnce) await this.#flush();
  }

  /** What becomes of a finding that holds, or (null) holds no more. */
  async found(held: Held | null, kept: KeptLife | undefined, moment: RunMoment): Promise<void> {
    const change =
      held !== null
        ? onFound(kept, held.finding, held.standing, moment)
        : kept === undefined
          ? null
          : onVanished(kept, moment);
    if (change !== null) await this.#finding(change);
  }

  async #finding(change: LifeChange): Promise<void> {
    this.#findings.push(change);
    if (this.#findings.length >= (this.#opened ? Math.min(A_PART, this.#atOnce) : this.#atOnce)) await this.#flush();
  }

  /** Writes what is left, and that the run is done. False: the registry is no longer what was read, and all must be read again. */
  async close(end: RunEnd): Promise<boolean> {
    if (this.#opened) await this.#flush();
    await this.#underWay;
    const rest = this.#taken();
    return this.#guarded(async (tx) => {
      await writeChanges(tx, rest);
      await closeWriting(tx, { ...end, changed: this.#changed });
    });
  }

  /** Writes what came together, as soon as the part before is written. */
  async #flush(): Promise<void> {
    await this.#underWay;
    const first = !this.#opened;
    this.#opened = true;
    this.#underWay = this.#write(this.#taken(), first);
    // Whoever waits for it next is told what went wrong.
    this.#underWay.catch(() => undefined);
  }

  async #write({ levels, findings }: Changes, first: boolean): Promise<void> {
    // Opened first: from here on nobody is told of findings.
    if (first) await this.#guarded((tx) => openWriting(tx, this.#run), false);
    if (levels.length > 0) await this.#guarded((tx) => writeChanges(tx, { levels, findings: [] }));
    for (let at = 0; at < findings.length; at += A_PART)
      await this.#guarded((tx) => writeChanges(tx, { levels: [], findings: findings.slice(at, at + A_PART) }));
  }

  #taken(): Changes {
    const [levels, findings] = [this.#levels, this.#findings];
    this.#changed ||= levels.length + findings.length > 0;
    this.#levels = [];
    this.#findings = [];
    return { levels, findings };
  }

  async #guarded(body: (tx: Tx) => Promise<void>, opened = this.#opened): Promise<boolean> {
    if (this.#lost) return false;
    const written = await this.#graph.write(WRITING, async (tx) => {
      const state = await lock(tx, this.#run);
      if (state.loading !== null || state.generation !== this.#generation) return false;
      if (opened && state.writing !== this.#run) return false;
      await body(tx);
      return true;
    });
    this.#lost = !written;
    return written;
  }
}
