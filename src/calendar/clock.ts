import { isDay } from './day.ts';
import { momentOf } from './moment.ts';

/** The registry's clock 登记时钟: all domain time follows it; tokens, logs and audit use the real one. */
export interface Clock {
  /** Now, epoch milliseconds. */
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

const NOON_MS = 12 * 3_600_000;

/**
 * A clock that starts at a given day (12:00 in China) or moment and runs on from there, for demonstrations and tests.
 * Null when the text is neither.
 */
export function clockFrom(text: string): Clock | null {
  const moment = momentOf(text);
  if (moment === null) return null;
  const start = isDay(text) ? moment + NOON_MS : moment;
  const begun = performance.now();
  return { now: () => start + Math.floor(performance.now() - begun) };
}
