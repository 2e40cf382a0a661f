import { describe, expect, test } from 'vitest';
import { r14x1 } from '#src/compliance/rules/r14-1.ts';
import { database, dataset, findings, flow, found, population } from '../scene.ts';

const aggregated = (fields = {}) => [database('DB'), flow('Dataset:X', 'Database:DB', 'AGGREGATED', fields)];

describe('R14-1 city entry not aggregated', () => {
  test('guilty: never aggregated, or no more', () => {
    expect(found(r14x1, dataset('X'))).toEqual(['Dataset:X ← Dataset:X']);
    expect(findings(r14x1, dataset('X'))[0]!.since).toBe('2025-06-01');
    expect(findings(r14x1, dataset('X'), ...aggregated({ validTo: '2026-08-31T00:00:00+08:00' }))[0]!.since).toBe(
      '2026-08-31',
    );
  });
  test('innocent: aggregated', () => expect(found(r14x1, dataset('X'), ...aggregated())).toEqual([]));
  test('near miss: the entry says why not; a district’s data; a draft; the city by the provider', () => {
    expect(found(r14x1, dataset('X', { notAggregatedReason: '依法不归集' }))).toEqual([]);
    expect(found(r14x1, dataset('X', { jurisdiction: 'PL' }), dataset('Y', { state: 'DRAFT' }))).toEqual([]);
    expect(found(r14x1, dataset('X', { jurisdiction: undefined }))).toHaveLength(1);
    expect(found(r14x1, dataset('X', { jurisdiction: undefined, provider: 'DP' }))).toEqual([]);
  });
  test('empty population', () => expect(population(r14x1, dataset('X', { state: 'WITHDRAWN' }))).toBe(0));
});
