import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, yearOf } from '#src/calendar/day.ts';
import { calendarOf } from '#src/calendar/working-days.ts';
import { officialCalendar as calendar, notices, statutory } from './notices.ts';

const everyDay: Day[] = [];
for (let day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) everyDay.push(day);

describe('working days by the notices', () => {
  // The vectors of domain.md 7.3; the start day is not counted.
  test.each([
    ['2026-02-10', 10, '2026-03-02'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-14', 3, '2026-02-26'],
    ['2026-04-30', 2, '2026-05-07'],
    ['2026-09-18', 3, '2026-09-22'],
    ['2026-09-18', 10, '2026-10-09'],
    ['2025-09-26', 10, '2025-10-16'],
    ['2025-09-26', 15, '2025-10-23'],
    ['2025-01-24', 10, '2025-02-13'],
  ])('%s and %i working days end on %s', (start, n, due) => {
    expect(calendar.addWorkingDays(start, n)).toEqual({ day: due, provisional: false });
  });

  test('a span into a year without a notice is provisional and says why; 1 January is not counted', () => {
    expect(calendar.addWorkingDays('2026-12-24', 10)).toEqual({ day: '2027-01-08', provisional: true, because: 2027 });
    expect(calendar.addWorkingDays('2026-12-24', 5)).toEqual({ day: '2026-12-31', provisional: false });
    expect(calendar.addWorkingDays('2026-12-31', 1)).toEqual({ day: '2027-01-04', provisional: true, because: 2027 });
    expect(calendar.countWorkingDays('2026-12-31', '2027-01-04')).toEqual({
      days: 1,
      provisional: true,
      because: 2027,
    });
    expect(calendar.addWorkingDays('2023-12-29', 2)).toMatchObject({ provisional: true, because: 2023 });
  });

  test('the same span is final once the notice is loaded', () => {
    const notice = {
      ...notices[2]!,
      year: 2027,
      off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      work: ['2026-12-27'],
    };
    const loaded = calendarOf({ notices: [...notices, notice], statutory, local: [] });
    expect(loaded.addWorkingDays('2026-12-24', 10)).toEqual({ day: '2027-01-07', provisional: false });
  });

  test('every day of 2024–2026 is as chinese-days has it', () => {
    const differing = everyDay.filter((day) => chineseDays.isWorkday(day) !== calendar.isWorkingDay(day));
    expect(differing).toEqual([]);
    expect(everyDay).toHaveLength(1096);
  });

  test('248 working days in 2025 and 2026, 251 in 2024', () => {
    const inYear = (year: number) => everyDay.filter((d) => yearOf(d) === year && calendar.isWorkingDay(d)).length;
    expect([2024, 2025, 2026].map(inYear)).toEqual([251, 248, 248]);
  });

  test('a local holiday counts only for the place that has it', () => {
    const torchFestival = { name: '火把节', from: '2026-08-06', to: '2026-08-07' };
    const here = { jurisdiction: '530126', title: '石林县放假通知（假设）', off: [torchFestival], work: [] };
    const withLocal = calendarOf({ notices, statutory, local: [here] });
    expect(withLocal.addWorkingDays('2026-08-05', 1, '530126').day).toBe('2026-08-10');
    expect(withLocal.addWorkingDays('2026-08-05', 1, '530100').day).toBe('2026-08-06');
    expect(withLocal.addWorkingDays('2026-08-05', 1).day).toBe('2026-08-06');
  });

  test('the count is monotone, ends on a working day, and counting back gives it again', () => {
    for (const start of everyDay.filter((_, i) => i % 7 === 3 && i < 1000)) {
      let last = start;
      for (const n of [1, 2, 3, 10, 15, 20]) {
        const { day } = calendar.addWorkingDays(start, n);
        expect(day > last || n === 1).toBe(true);
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(calendar.countWorkingDays(start, day).days).toBe(n);
        expect(calendar.addWorkingDays(addDays(start, 1), n).day >= day).toBe(true);
        last = day;
      }
    }
  });

  test('no days, half days and back are no limits', () => {
    for (const n of [0, -1, 1.5, Number.NaN])
      expect(() => calendar.addWorkingDays('2026-01-05', n)).toThrow(RangeError);
    expect(calendar.countWorkingDays('2026-01-05', '2026-01-05').days).toBe(0);
    expect(calendar.countWorkingDays('2026-01-05', '2026-01-01').days).toBe(0);
  });
});
