import { firstInstant, isDay } from './day.ts';

/** Moments 时刻: epoch milliseconds inside, ISO 8601 with China's offset outside; China is UTC+8 without summer time. */

const CHINA_OFFSET_MS = 8 * 3_600_000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The moment a text names: ISO 8601 with offset, or a bare day's first instant in China; null when it names none. */
export function momentOf(text: string): number | null {
  if (isDay(text)) return firstInstant(text);
  if (!MOMENT.test(text) || !isDay(text.slice(0, 10)) || Number(text.slice(11, 13)) > 23) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** A moment as the registry writes it: China's time with offset, fractions only where there are some. */
export function formatMoment(instant: number): string {
  const text = new Date(instant + CHINA_OFFSET_MS).toISOString();
  return `${text.slice(0, 19)}${text.slice(19, 23) === '.000' ? '' : text.slice(19, 23)}+08:00`;
}
