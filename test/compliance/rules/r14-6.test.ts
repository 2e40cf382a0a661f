import { describe, expect, test } from 'vitest';
import { r14x6 } from '#src/compliance/rules/r14-6.ts';
import { dataset, findings, found, population } from '../scene.ts';

const updated = (cycle: string, updatedOn: string, fields = {}) => dataset('X', { cycle, updatedOn, ...fields });

describe('R14-6 update cycle overdue', () => {
  test.each([
    ['REALTIME', '2026-11-21'],
    ['DAILY', '2026-11-20'],
    ['WEEKLY', '2026-11-12'],
    ['MONTHLY', '2026-10-13'],
    ['QUARTERLY', '2026-08-04'],
    ['HALF_YEARLY', '2026-04-26'],
    ['YEARLY', '2025-10-18'],
  ])('guilty: %s, last on %s', (cycle, on) => {
    expect(found(r14x6, updated(cycle, on))).toEqual(['Dataset:X ← Dataset:X']);
    expect(findings(r14x6, updated(cycle, on))[0]).toMatchObject({
      since: '2026-11-23',
      details: { due: '2026-11-22' },
    });
  });
  test('innocent: updated yesterday', () => expect(found(r14x6, updated('DAILY', '2026-11-22'))).toEqual([]));
  test('near miss: today is the last day of the tolerance; a draft', () => {
    expect(found(r14x6, updated('WEEKLY', '2026-11-13'))).toEqual([]);
    expect(found(r14x6, updated('DAILY', '2025-01-01', { state: 'DRAFT' }))).toEqual([]);
  });
  test('empty population: no tolerance, or no day of update known', () => {
    for (const cycle of ['IRREGULAR', 'STATIC', 'OTHER'])
      expect(population(r14x6, updated(cycle, '2020-01-01'))).toBe(0);
    expect(population(r14x6, dataset('X', { cycle: 'DAILY' }))).toBe(0);
  });
});
