import { expect, test } from 'vitest';
import {
  addDays,
  addYears,
  dayNumber,
  dayOfMoment,
  dayOfNumber,
  firstInstant,
  isDay,
  isWeekend,
} from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';

test('only days of the calendar are days', () => {
  expect(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '2026-00-10', '', '2026-01-01T00:00'].some(isDay)).toBe(
    false,
  );
});

test('a moment falls on its day in China, whatever zone it is written in', () => {
  expect(dayOfMoment(momentOf('2026-06-30T16:30:00Z')!)).toBe('2026-07-01');
  expect(dayOfMoment(momentOf('2026-06-30T23:50:00+08:00')!)).toBe('2026-06-30');
  expect(dayOfMoment(momentOf('2026-06-30T15:59:59.999Z')!)).toBe('2026-06-30');
  expect(dayOfMoment(momentOf('1969-12-31T15:59:59Z')!)).toBe('1969-12-31');
});

test('a bare day is its first instant in China', () => {
  expect(momentOf('2026-11-23')).toBe(Date.parse('2026-11-22T16:00:00Z'));
  expect(dayOfMoment(firstInstant('2026-11-23'))).toBe('2026-11-23');
  expect(dayOfMoment(firstInstant('2026-11-23') - 1)).toBe('2026-11-22');
});

test('a moment without an offset or on no day of the calendar is none', () => {
  for (const text of ['2026-11-23T10:00:00', '2026-02-30T10:00:00Z', '2026-02-30', 'yesterday', ''])
    expect(momentOf(text)).toBeNull();
});

test('29 February and five years is 28 February', () => {
  expect(addYears('2024-02-29', 5)).toBe('2029-02-28');
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  expect(addYears('2025-03-10', 5)).toBe('2030-03-10');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('days and their numbers are the same order', () => {
  let last = '';
  for (let number = dayNumber('1999-12-25'); number < dayNumber('2032-03-05'); number++) {
    const day = dayOfNumber(number);
    expect(dayNumber(day)).toBe(number);
    expect(day > last).toBe(true);
    last = day;
  }
  expect(isWeekend('2026-11-22')).toBe(true);
  expect(isWeekend('2026-11-23')).toBe(false);
  expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
});
