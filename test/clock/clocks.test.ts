import { describe, expect, test } from 'vitest';
import { clockOf, isOverdue, isToWarn, type Start } from '#src/clock/clocks.ts';
import { policyOn } from '#src/clock/policy.ts';
import { profile } from '#src/clock/profile.ts';
import { officialCalendar as calendar } from '../calendar/notices.ts';
import { officialPolicy as policy, profiles } from './profiles.ts';

const clock = (start: Start) => clockOf(policy.limits, start, calendar);

test('the profiles hold every limit of the table, each with its citation', () => {
  expect(policy.limits.map((limit) => limit.code).sort()).toEqual(
    'A-1 A-10 C-10 D-0331 G-20 G-20 G-3Y G-N10 G-R20 K-3 O-10 S-20 T-5Y U-10 U-15 V-2 V-3 Y-1'.split(' '),
  );
  expect(policy.limits.filter((limit) => limit.profile === 'KM-DRAFT-2025').map((limit) => limit.code)).toEqual([
    'O-10',
    'U-15',
    'V-3',
    'Y-1',
  ]);
  expect(policy.limits.filter((limit) => !limit.verified).map((limit) => limit.code)).toEqual([
    'G-20',
    'G-20',
    'G-R20',
    'G-N10',
  ]);
  expect(profiles.map((p) => p.profile)).toEqual([
    'CN-809-2025',
    'KM-DRAFT-2025',
    'NDA-2026',
    'OP-27-2025',
    'REG-26-2025',
  ]);
});

describe('the strictest applicable limit rules', () => {
  test('a department has 10 working days by 809 and 15 by the city; both are shown', () => {
    const found = clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19', kind: 'AGENCY' })!;
    expect(found.limits.map((l) => [l.limit.code, l.due.day, l.limit.nature])).toEqual([
      ['U-10', '2026-11-02', 'LAW'],
      ['U-15', '2026-11-09', 'LAW'],
    ]);
    expect(isOverdue(found.strictest, '2026-11-02')).toBe(false);
    expect(isOverdue(found.strictest, '2026-11-03')).toBe(true);
  });

  test('a utility has only the city’s 15 working days', () => {
    expect(
      clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19', kind: 'UTILITY' })!.limits.map((l) => l.limit.code),
    ).toEqual(['U-15']);
    expect(clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19' })!.limits.map((l) => l.limit.code)).toEqual(['U-15']);
  });

  test('with the authority’s consent the 10 working days become 15', () => {
    const found = clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19', kind: 'AGENCY', extended: true })!;
    expect(found.limits.map((l) => [l.limit.code, l.due.day, l.extended])).toEqual([
      ['U-10', '2026-11-09', true],
      ['U-15', '2026-11-09', false],
    ]);
  });

  test('what began before 809 was in force is judged without it', () => {
    expect(
      clock({ event: 'CHANGE_EFFECTIVE', on: '2025-07-31', kind: 'AGENCY' })!.limits.map((l) => l.limit.code),
    ).toEqual(['U-15']);
    expect(clock({ event: 'CHANGE_EFFECTIVE', on: '2025-08-01', kind: 'AGENCY' })!.strictest.limit.code).toBe('U-10');
  });

  test('an event without any limit has no clock', () => {
    expect(clockOf([], { event: 'YEAR_STARTED', on: '2026-01-01' }, calendar)).toBeNull();
  });
});

describe('the units', () => {
  test.each([
    ['YEAR_ENDED', '2025-12-31', '2026-03-31'],
    ['YEAR_STARTED', '2026-01-01', '2026-12-31'],
    ['AGREEMENT_TERM_STARTED', '2024-02-29', '2029-02-28'],
    ['REGISTRATION_CODED', '2025-11-10', '2028-11-10'],
    ['PRODUCT_FIRST_DELIVERED', '2026-10-26', '2026-11-23'],
    ['REQUEST_RECEIVED_UNCONDITIONAL', '2026-11-20', '2026-11-23'],
  ] as const)('%s on %s is due on %s', (event, on, due) => {
    expect(clock({ event, on })!.strictest.due).toEqual({ day: due, provisional: false });
  });

  test('a due day in a year without a notice is provisional', () => {
    expect(clock({ event: 'REQUEST_GRANTED', on: '2026-12-24' })!.strictest.due).toMatchObject({
      provisional: true,
      because: 2027,
    });
  });

  test('the end of a registration is announced 60 days ahead', () => {
    const { strictest } = clock({ event: 'REGISTRATION_CODED', on: '2025-11-10' })!;
    expect(['2028-09-10', '2028-09-11', '2028-11-10', '2028-11-11'].map((on) => isToWarn(strictest, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the policy', () => {
  test('a later profile is loaded without code and overrides', () => {
    const row = { citation: '测试', from: '2026-01-01', to: null };
    const city = profile.parse({
      profile: 'CITY-2026',
      title: '测试档案',
      instrument: 'CITY-2026',
      source: '测试',
      from: '2026-01-01',
      place: '530300',
      thresholds: [{ code: 'CONNECTION_VIOLATION', value: 0.2, meaning: '更严', ...row }],
      requiredDatabases: [{ kind: 'BASIC', domain: '人口', citation: '测试' }],
    });
    const later = policyOn([city, ...profiles], '2026-11-23');
    expect(later.threshold('CONNECTION_VIOLATION')).toBe(0.2);
    expect(policyOn([city, ...profiles], '2025-12-31').threshold('CONNECTION_VIOLATION')).toBe(0.25);
    expect(later.requiredDatabases('530300')).toHaveLength(1);
    expect(later.requiredDatabases('530100')).toHaveLength(14);
  });

  test('tables T and K are as the specification gives them', () => {
    expect(
      ['REALTIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'IRREGULAR'].map((c) =>
        policy.tolerance(c),
      ),
    ).toEqual([1, 2, 10, 40, 110, 210, 400, null]);
    expect(policy.triggerElements('KEY').has('车牌号')).toBe(true);
    expect(policy.triggerElements('HEALTH').size).toBe(2);
    expect(policy.couplings).toHaveLength(3);
    expect(() => policyOn([], '2026-11-23').threshold('CONNECTION_REVIEW')).toThrow(RangeError);
  });
});
