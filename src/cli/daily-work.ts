import { evaluate, untilNextRun, warmUp } from '../compliance/evaluation.service.ts';
import { residenceOf } from '../compliance/residence.ts';
import type { House } from '../house/house.ts';
import { upkeep } from '../house/upkeep.ts';

/** At least so often, milliseconds. */
const UPKEEP_EVERY_MS = 60_000;

/** What daily work tells of. */
interface Told {
  /** A load that had been interrupted was taken back. */
  undone(load: string): void;
  failed(error: unknown): void;
}

/** Waits so many milliseconds, or until it is woken. */
export interface Wait {
  for(milliseconds: number): Promise<void>;
  wake(): void;
}

/**
 * What falls due while the server runs 日常运行: interrupted loads, ended flows, and all rules when a day or a term begins, to the minute at the
 * latest and at that very moment where it comes first; at once where an act left something to it. Stopped it begins nothing more; a run that is cut
 * off is done again by the next start.
 */
export function startDailyWork(house: House, told: Told, wait: Wait = waiting()): { stop(): void } {
  let stopped = false;
  let left = false;
  const residence = residenceOf(house.graph);
  const wake = () => {
    left = true;
    wait.wake();
  };
  if (residence !== null) residence.onLeft = wake;
  const failed = (error: unknown) => {
    if (!stopped) told.failed(error);
  };
  const go = async () => {
    // The first act need not wait until the facts are in memory.
    await warmUp(house).catch(failed);
    while (!stopped) {
      if (!left) await wait.for(await pause(house));
      if (stopped) return;
      left = false;
      await work(house, told).catch(failed);
    }
  };
  void go();
  return {
    stop: () => {
      stopped = true;
      wait.wake();
    },
  };
}

async function work(house: House, told: Told): Promise<void> {
  const undone = await upkeep(house.graph, house.clock);
  if (undone !== null) told.undone(undone);
  await evaluate(house);
  await warmUp(house);
}

/** Until when there is nothing to do; a graph that is away is asked again later. */
async function pause(house: House): Promise<number> {
  const due = await untilNextRun(house).catch(() => UPKEEP_EVERY_MS);
  return due > 0 ? Math.min(due, UPKEEP_EVERY_MS) : UPKEEP_EVERY_MS;
}

function waiting(): Wait {
  let woken: () => void = () => undefined;
  return {
    for: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        woken = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => woken(),
  };
}
