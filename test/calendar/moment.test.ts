import { describe, expect, it } from 'vitest';
import { formatMoment, momentOf } from '../../src/calendar/moment.ts';

describe('a moment is written so that it can be read again', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00+08:00'],
    ['2026-03-01T00:00:00Z', '2026-03-01T08:00:00+08:00'],
    ['2026-03-01T00:00:00.250-05:00', '2026-03-01T13:00:00.250+08:00'],
    ['9999-12-31', '9999-12-31T00:00:00+08:00'],
    ['9999-12-31T23:59:59+08:00', '9999-12-31T23:59:59+08:00'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00+08:00', '0001-01-01T00:00:00+08:00'],
  ])('%s', (said, written) => {
    const instant = momentOf(said)!;
    expect(formatMoment(instant)).toBe(written);
    expect(momentOf(written)).toBe(instant);
  });
});

describe('no moment', () => {
  it.each([
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T00:00:00',
    '2026-03-01T00:60:00Z',
    '2026-03-01 00:00:00Z',
    '2026-03',
    '9999-12-31T23:59:59-12:00',
    '0000-01-01T00:00:00+14:00',
    '',
  ])('is %j', (said) => {
    expect(momentOf(said)).toBeNull();
  });
});
