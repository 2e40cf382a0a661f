import { setImmediate as turn } from 'node:timers/promises';

/** Work that says by yielding where others may have their turn 可让步的计算; it returns what it came to. */
export type Steps<T> = Generator<unknown, T>;

/** So long a long piece of work holds the process before others get their turn, milliseconds. */
const BREATH_MS = 10;

/** Does work with a turn for others now and then, so that a process that serves goes on serving. */
export async function inBreaths<T>(steps: Steps<T>): Promise<T> {
  const breath = new Breath();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (breath.isDue) await breath.take();
  }
}

/** Does work in one go. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** When others get their turn, for work that is not written in steps. */
class Breath {
  #begun = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#begun >= BREATH_MS;
  }

  async take(): Promise<void> {
    await turn();
    this.#begun = performance.now();
  }
}

/** Some of many, with a turn for others now and then; null is nobody. */
export async function* withBreaths<T>(many: Iterable<T | null>): AsyncGenerator<T> {
  const breath = new Breath();
  for (const one of many) {
    if (one !== null) yield one;
    if (breath.isDue) await breath.take();
  }
}
