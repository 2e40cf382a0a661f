import { z } from 'zod';
import type { HolidayNotice, LocalHolidays } from '../calendar/holidays.ts';
import { day, key, text } from '../record/fields.ts';
import { type Complaint, type Content, names, type RecordKind } from '../record/kind.ts';

/**
 * Days off and days worked 节假日: of the State Council's notice for a year, or, with a jurisdiction, of the local custom of that place
 * (全国年节及纪念日放假办法第四条), which counts for clocks of its authorities.
 */
export const holidaysSchema = z.strictObject({
  title: text,
  year: z.int().optional(),
  jurisdiction: key.optional(),
  number: text.optional(),
  issuedOn: day.optional(),
  address: z.url('WRONG_TYPE').optional(),
  off: z.array(z.strictObject({ name: text, from: day, to: day })),
  work: z.array(day).optional(),
});

/** Holidays 节假日, without their key. */
export type Holidays = z.infer<typeof holidaysSchema>;

/** What a notice must tell, so that anybody can read it where it stands. */
const OF_A_NOTICE = ['year', 'number', 'issuedOn', 'address'] as const;

/** Holidays as records: a notice for a year stands in the place of the shipped one. */
export const holidaysKind: RecordKind = {
  kind: 'holidays',
  type: 'Holidays',
  sight: () => 'LAW',
  schema: holidaysSchema,
  references: [names('jurisdiction', 'Jurisdiction')],
  contentOnly: ['work'],
  complaints: (content): Complaint[] => {
    const said = content as Content & Holidays;
    const wanted = said.jurisdiction === undefined ? OF_A_NOTICE.filter((field) => said[field] === undefined) : [];
    const backwards = said.off.flatMap(({ from, to }, i) => (from <= to ? [] : [{ at: i, to }]));
    return [
      ...wanted.map((field): Complaint => ({ code: 'MISSING_FIELD', path: [field] })),
      ...backwards.map(({ at, to }): Complaint => ({ code: 'OUT_OF_RANGE', path: ['off', at, 'to'], value: to })),
    ];
  },
};

/** A notice, as the calendar takes it; null for holidays of a place. */
export function noticeIn({ title, year, jurisdiction, number, issuedOn, address, off, work = [] }: Holidays) {
  if (jurisdiction !== undefined) return null;
  return { title, year, number, issuedOn, address, off, work } as HolidayNotice;
}

/** Holidays of a place; null for a notice. */
export function localIn({ title, jurisdiction, off, work = [] }: Holidays): LocalHolidays | null {
  return jurisdiction === undefined ? null : { title, jurisdiction, off, work };
}
