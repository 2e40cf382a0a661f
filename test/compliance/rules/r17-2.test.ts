import { describe, expect, test } from 'vitest';
import { r17x2 } from '#src/compliance/rules/r17-2.ts';
import { dataset, findings, found, other, population, request } from '../scene.ts';

const use = (fields = {}) =>
  other('use', 'U', { request: 'R', organization: 'B', scenario: '资格审核', at: '2026-06-30T16:30:00Z', ...fields });

describe('R17-2 use for another scenario', () => {
  test('guilty: the scenario differs', () => {
    expect(found(r17x2, dataset('S'), request('R'), use({ scenario: '用工推荐' }))).toEqual([
      'Use:U ← Request:R Use:U',
    ]);
    expect(findings(r17x2, dataset('S'), request('R'), use({ scenario: '用工推荐' }))[0]!.since).toBe('2026-07-01');
  });
  test('innocent: the scenario applied for', () => expect(found(r17x2, dataset('S'), request('R'), use())).toEqual([]));
  test('near miss: a use that was recorded in error and retired', () =>
    expect(found(r17x2, dataset('S'), request('R'), use({ scenario: '用工推荐', retired: true }))).toEqual([]));
  test('empty population: no use', () => expect(population(r17x2, dataset('S'), request('R'))).toBe(0));
});
