import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HolidayBooks, holidayNotice, localHolidays, statutoryDays } from './holidays.ts';
import { type Calendar, calendarOf } from './working-days.ts';

const FOLDER = join(import.meta.dirname, '../../seed/holidays');
const NOTICE = /^\d{4}\.json$/;

/** The holidays of a folder: notices `<year>.json`, `statutory.json`, and in `local/` one file a place with holidays of its own. */
export function readHolidays(folder = FOLDER): HolidayBooks {
  const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const notices = files.filter((file) => NOTICE.test(file)).map((file) => holidayNotice.parse(json(file)));
  const local = files.filter((file) => /^local\/.+\.json$/.test(file)).map((file) => localHolidays.parse(json(file)));
  return { notices, statutory: statutoryDays.parse(json('statutory.json')), local };
}

let holidays: HolidayBooks | null = null;
let calendar: Calendar | null = null;

/** The holidays that the product ships; read once, for they do not change while the program runs. */
export function committedHolidays(): HolidayBooks {
  holidays ??= readHolidays();
  return holidays;
}

/** Their calendar of working days 工作日历. */
export function committedCalendar(): Calendar {
  calendar ??= calendarOf(committedHolidays());
  return calendar;
}
