import { firstInstant, isDay } from './day.ts';

/** Moments 时刻: epoch milliseconds inside, ISO 8601 with China's offset outside; China is UTC+8 without summer time. */

const CHINA_OFFSET_MS = 8 * 3_600_000;
const FIRST_YEAR = Date.parse('0000-01-01T00:00:00Z');
const AFTER_LAST_YEAR = Date.parse('9999-12-31T23:59:59.999Z') + 1;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The moment a text names: ISO 8601 with offset, or a bare day's first instant in China; null when it names none. */
export function momentOf(text: string): number | null {
  if (isDay(text)) return firstInstant(text);
  if (!MOMENT.test(text) || !isDay(text.slice(0, 10)) || Number(text.slice(11, 13)) > 23) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) || !(hasYear(instant) || hasYear(instant + CHINA_OFFSET_MS)) ? null : instant;
}

/** Whether UTC writes an instant with a year of four digits. */
function hasYear(instant: number): boolean {
  return instant >= FIRST_YEAR && instant < AFTER_LAST_YEAR;
}

/**
 * A moment as the registry writes it: China's time with offset, fractions only where there are some. The last hours of the
 * year 9999 in UTC (`9999-12-31T23:59:59Z`, which means without end) have no four-digit year in China and stay UTC's.
 */
export function formatMoment(instant: number): string {
  const inChina = hasYear(instant + CHINA_OFFSET_MS);
  const text = new Date(inChina ? instant + CHINA_OFFSET_MS : instant).toISOString();
  return `${text.slice(0, 19)}${text.slice(19, 23) === '.000' ? '' : text.slice(19, 23)}${inChina ? '+08:00' : 'Z'}`;
}
