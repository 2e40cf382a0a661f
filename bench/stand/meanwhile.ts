import { setTimeout as sleep } from 'node:timers/promises';
import { evaluationOf } from '../../src/compliance/findings.service.ts';
import { isFault } from '../../src/foundation/fault.ts';
import type { House } from '../../src/house/house.ts';
import { KEEPER_VIEWER } from '../../src/identity/viewer.ts';

const ASK_EVERY_MS = 50;

/**
 * How others fared while some work went on in their process: what a short question took, and the longest that the work held the process before others had
 * their turn, in its own computing time, which a busy machine does not stretch; milliseconds.
 */
export interface Meanwhile {
  readonly median: number;
  readonly worst: number;
  readonly held: number;
}

/** Asks a short question again and again, over a connection of its own, until some work is done. */
export async function meanwhile<T>(asker: House, work: () => Promise<T>): Promise<{ result: T; others: Meanwhile }> {
  const took: number[] = [];
  let going = true;
  const asking = (async () => {
    while (going) {
      const begun = performance.now();
      await evaluationOf(asker.desk(KEEPER_VIEWER)).catch((error: unknown) => {
        if (!isFault(error)) throw error;
      });
      took.push(performance.now() - begun);
      await sleep(ASK_EVERY_MS);
    }
  })();
  const computed = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let held = 0;
  let last = computed();
  const turns = setInterval(() => {
    const now = computed();
    held = Math.max(held, now - last);
    last = now;
  }, 1);
  const result = await work().finally(() => {
    going = false;
    clearInterval(turns);
  });
  await asking;
  took.sort((a, b) => a - b);
  const others = { median: took[Math.floor(took.length / 2)] ?? Number.NaN, worst: took.at(-1) ?? Number.NaN, held };
  return { result, others };
}
