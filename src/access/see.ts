import { Fault } from '../foundation/fault.ts';
import type { Tx, Work } from '../graph/graph.service.ts';
import { type RegistryState, readableState } from '../graph/registry.ts';
import { mayMiss, type Sights, sightsOf } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { Desk } from './desk.ts';

/** What a reading may rely on: who looks, now, and up to when the registry knows. Epoch milliseconds. */
export interface Sight {
  readonly viewer: Viewer;
  /** What he may know of, as statements ask it. */
  readonly sights: Sights;
  /** Whether there may be records of which he knows nothing. */
  readonly mayMiss: boolean;
  readonly now: number;
  /** The registry's latest knowledge: at least now, and never before what it recorded itself. */
  readonly known: number;
  readonly registry: RegistryState;
}

const ATTEMPTS = 5;

/**
 * The one way anything is read 查阅: in one read transaction, refused while a load is under way, repeated when the registry
 * changed meanwhile, so that no answer mixes two states. Throws `Fault` UNAVAILABLE, TIME_LIMIT and what the body throws.
 */
export async function see<T>(desk: Desk, work: Work, body: (tx: Tx, sight: Sight) => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const seen = await desk.graph.read(work, async (tx) => {
      const registry = await readableState(tx);
      const now = desk.clock.now();
      const { viewer } = desk;
      const known = Math.max(now, registry.recordedUpTo);
      const sight = { viewer, sights: sightsOf(viewer), mayMiss: mayMiss(viewer), now, known, registry };
      const answer = await body(tx, sight);
      const after = await readableState(tx);
      return { answer, generation: registry.generation, steady: after.generation === registry.generation };
    });
    if (seen.steady) {
      desk.generations.add(seen.generation);
      return seen.answer;
    }
  }
  throw new Fault('UNAVAILABLE', '数据正在频繁更新，请稍后再试。The registry keeps changing; try again.');
}
