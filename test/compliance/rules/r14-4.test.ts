import { describe, expect, test } from 'vitest';
import { r14x4 } from '#src/compliance/rules/r14-4.ts';
import { backflow, findings, found, population } from '../scene.ts';

describe('R14-4 backflow not agreed or not returned', () => {
  test('guilty: items, cycle or day of the agreement are missing', () => {
    for (const field of ['items', 'cycle', 'agreedOn'])
      expect(found(r14x4, backflow('X', { [field]: undefined }))).toEqual(['Backflow:X ← Backflow:X Organization:B']);
  });
  test('guilty: not returned within the tolerance of its cycle, counted from the agreement before the first return', () => {
    expect(findings(r14x4, backflow('X', { lastReturnedOn: '2026-10-13' }))[0]).toMatchObject({
      since: '2026-11-23',
      details: { why: ['lastReturnedOn'] },
    });
    expect(found(r14x4, backflow('X', { lastReturnedOn: undefined, agreedOn: '2026-10-01' }))).toHaveLength(1);
  });
  test('innocent: returned in time', () => expect(found(r14x4, backflow('X'))).toEqual([]));
  test('near miss: the last day of the tolerance; a cycle without tolerance; only requested; stopped', () => {
    expect(found(r14x4, backflow('X', { lastReturnedOn: '2026-10-14' }))).toEqual([]);
    expect(found(r14x4, backflow('X', { lastReturnedOn: '2020-01-01', cycle: 'IRREGULAR' }))).toEqual([]);
    expect(
      found(
        r14x4,
        backflow('X', { state: 'REQUESTED', items: undefined }),
        backflow('Y', { state: 'STOPPED', cycle: undefined }),
      ),
    ).toEqual([]);
  });
  test('empty population', () => expect(population(r14x4, backflow('X', { state: 'REQUESTED' }))).toBe(0));
});
