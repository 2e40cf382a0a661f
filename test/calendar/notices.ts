import { readFileSync } from 'node:fs';
import { holidayNotice, statutoryDays } from '#src/calendar/holidays.ts';
import { calendarOf } from '#src/calendar/working-days.ts';

const seed = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../seed/holidays/${name}.json`, import.meta.url), 'utf8'));

export const statutory = statutoryDays.parse(seed('statutory'));
export const notices = ['2024', '2025', '2026'].map((year) => holidayNotice.parse(seed(year)));

/** The calendar that the product ships. */
export const officialCalendar = calendarOf({ notices, statutory, local: [] });
