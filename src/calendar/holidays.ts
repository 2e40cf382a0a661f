import { z } from 'zod';
import { addDays, type Day, isDay } from './day.ts';

/** The files of `seed/holidays`: what a notice, a statute or a local decision says, each with where it is written. */

const day = z.string().refine(isDay, 'not a day');
const span = z
  .strictObject({ name: z.string(), from: day, to: day })
  .refine((s) => s.from <= s.to, 'ends before it begins');

/** The State Council's notice for one year 国务院办公厅关于某年部分节假日安排的通知: days off, and weekend days that are worked 调休上班. */
export const holidayNotice = z.strictObject({
  year: z.int(),
  title: z.string().min(1),
  number: z.string().min(1),
  issuedOn: day,
  address: z.url(),
  off: z.array(span),
  work: z.array(day),
});
export type HolidayNotice = z.infer<typeof holidayNotice>;

/** Statutory days with a fixed date 法定节假日: what is certain of a year whose notice is not out. */
export const statutoryDays = z.strictObject({
  title: z.string().min(1),
  note: z.string().optional(),
  fixed: z.array(z.strictObject({ name: z.string(), day: z.string().regex(/^\d{2}-\d{2}$/) })),
});
export type StatutoryDays = z.infer<typeof statutoryDays>;

/** Holidays by local custom 民族自治地方习惯节日 (放假办法 art. 4), for clocks of authorities of that jurisdiction. */
export const localHolidays = z.strictObject({
  jurisdiction: z.string().min(1),
  title: z.string().min(1),
  address: z.url().optional(),
  off: z.array(span),
  work: z.array(day).default([]),
});
export type LocalHolidays = z.infer<typeof localHolidays>;

/** All that a calendar is made of. */
export interface HolidayBooks {
  readonly notices: readonly HolidayNotice[];
  readonly statutory: StatutoryDays;
  readonly local: readonly LocalHolidays[];
}

/** Every day of a span, both ends included. */
export function daysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let d = from; d <= to; d = addDays(d, 1)) days.push(d);
  return days;
}
