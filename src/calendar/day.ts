/**
 * Days and moments in China 日、时刻: every day of this registry is a calendar day of UTC+8, whatever the machine's own zone is.
 * A day is a text 'YYYY-MM-DD' (years 0001–9999), so days compare as texts; a moment is milliseconds since 1970-01-01T00:00Z.
 */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MS_A_DAY = 86_400_000;
const CHINA_OFFSET = 8 * 3_600_000;

/** True for a text that is a day of the calendar (2026-02-30 is none). */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_DAYS[month - 1]!;
}

/** Days since 1970-01-01. A text that is no day is a fault of the caller: RangeError. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
}

/** The day with that number of days since 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/** The calendar day in China on which a moment falls: 2026-06-30T16:30Z is 1 July. */
export function dayOfMoment(moment: number): Day {
  return dayOfNumber(Math.floor((moment + CHINA_OFFSET) / MS_A_DAY));
}

/** The first instant of a day in China, in milliseconds since 1970-01-01T00:00Z. */
export function firstInstant(day: Day): number {
  return dayNumber(day) * MS_A_DAY - CHINA_OFFSET;
}

/** The day so many calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** The same date so many years later; 29 February becomes 28 February where that year has no 29th. */
export function addYears(day: Day, years: number): Day {
  const year = String(yearOf(day) + years).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  return isDay(moved) ? moved : `${year}-02-28`;
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** True for Saturday and Sunday 周六、周日. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
