import { addDays, type Day, isWeekend, yearOf } from './day.ts';
import { daysOf, type HolidayBooks, type HolidayNotice } from './holidays.ts';

/**
 * A day counted by the calendar. PROVISIONAL 暂定: the span reaches a year whose notice is not out (`because`, the first such year); the day is
 * then computed from weekends and fixed statutory days and must be computed again when the notice is loaded.
 */
export interface CountedDay {
  readonly day: Day;
  readonly provisional: boolean;
  readonly because?: number;
}

/** A number of working days, with the same mark. */
export interface CountedDays {
  readonly days: number;
  readonly provisional: boolean;
  readonly because?: number;
}

/** Working days 工作日 by the State Council's notices; `jurisdiction` adds the local layer of that place, if it has one. */
export interface Calendar {
  isWorkingDay(day: Day, jurisdiction?: string): boolean;
  /** True when the notice of the day's year is loaded. */
  isKnown(day: Day): boolean;
  /** The day on which the n-th working day after `start` falls: the first day is not counted, make-up days are. n ≥ 1. */
  addWorkingDays(start: Day, n: number, jurisdiction?: string): CountedDay;
  /** Working days d with after < d ≤ until; 0 when until ≤ after. */
  countWorkingDays(after: Day, until: Day, jurisdiction?: string): CountedDays;
}

/** A limit of more working days than this is a mistake in its data. */
const LONGEST = 10_000;

/** A calendar over the notices at hand. A notice may also name days of the year before or after (make-up days at a year's end). */
export function calendarOf({ notices, statutory, local }: HolidayBooks): Calendar {
  const known = new Set(notices.map((notice) => notice.year));
  const fixed = new Set(statutory.fixed.map((holiday) => holiday.day));
  const national = layerOf(notices);
  const places = new Map<string, Map<Day, boolean>>();
  for (const holidays of local) {
    const layer = places.get(holidays.jurisdiction) ?? new Map<Day, boolean>();
    for (const [day, works] of layerOf([holidays])) layer.set(day, works);
    places.set(holidays.jurisdiction, layer);
  }

  function isWorkingDay(day: Day, jurisdiction?: string): boolean {
    const here = jurisdiction === undefined ? undefined : places.get(jurisdiction)?.get(day);
    if (here !== undefined) return here;
    const stated = national.get(day);
    if (stated !== undefined) return stated;
    if (isWeekend(day)) return false;
    return known.has(yearOf(day)) || !fixed.has(day.slice(5));
  }

  const mark = (first: Day, last: Day): { provisional: boolean; because?: number } => {
    for (let year = yearOf(first); year <= yearOf(last); year++)
      if (!known.has(year)) return { provisional: true, because: year };
    return { provisional: false };
  };

  return {
    isWorkingDay,
    isKnown: (day) => known.has(yearOf(day)),
    addWorkingDays(start, n, jurisdiction) {
      if (!Number.isInteger(n) || n < 1 || n > LONGEST) throw new RangeError(`not a number of working days: ${n}`);
      const first = addDays(start, 1);
      let day = start;
      for (let left = n; left > 0; ) {
        day = addDays(day, 1);
        if (isWorkingDay(day, jurisdiction)) left -= 1;
      }
      return { day, ...mark(first, day) };
    },
    countWorkingDays(after, until, jurisdiction) {
      if (until <= after) return { days: 0, provisional: false };
      const first = addDays(after, 1);
      let days = 0;
      for (let day = first; day <= until; day = addDays(day, 1)) if (isWorkingDay(day, jurisdiction)) days += 1;
      return { days, ...mark(first, until) };
    },
  };
}

/** Day → worked or not, for every day that the notices name. */
function layerOf(notices: readonly Pick<HolidayNotice, 'off' | 'work'>[]): Map<Day, boolean> {
  const layer = new Map<Day, boolean>();
  for (const notice of notices) {
    for (const { from, to } of notice.off) for (const day of daysOf(from, to)) layer.set(day, false);
    for (const day of notice.work) layer.set(day, true);
  }
  return layer;
}
