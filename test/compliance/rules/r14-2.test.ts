import { describe, expect, test } from 'vitest';
import { r14x2 } from '#src/compliance/rules/r14-2.ts';
import { backflow, collection, database, dataset, findings, flow, found, population } from '../scene.ts';

const into = (from: string, fields = {}) => [database('DB'), flow(from, 'Database:DB', 'AGGREGATED', fields)];

describe('R14-2 aggregated without a published entry', () => {
  test('guilty: a collection, a backflow or a dataset in another state', () => {
    expect(found(r14x2, collection('C'), ...into('Collection:C'))).toEqual(['Collection:C ← Collection:C Database:DB']);
    expect(found(r14x2, backflow('B'), ...into('Backflow:B'))).toHaveLength(1);
    expect(found(r14x2, dataset('X', { state: 'WITHDRAWN' }), ...into('Dataset:X'))).toEqual([
      'Dataset:X ← Dataset:X Database:DB',
    ]);
  });
  test('one finding a database, however many assert the flow', () => {
    const twice = [
      ...into('Collection:C'),
      flow('Collection:C', 'Database:DB', 'AGGREGATED', { assertedBy: 'B', validFrom: '2025-02-01T00:00:00+08:00' }),
    ];
    expect(findings(r14x2, collection('C'), ...twice).map((f) => [f.object, f.since])).toEqual([
      ['Database:DB', '2025-02-01'],
    ]);
  });
  test('innocent: a published dataset', () => expect(found(r14x2, dataset('X'), ...into('Dataset:X'))).toEqual([]));
  test('near miss: the flow ended, or is no aggregation', () => {
    expect(
      found(r14x2, dataset('X', { state: 'DRAFT' }), ...into('Dataset:X', { validTo: '2026-01-01T00:00:00+08:00' })),
    ).toEqual([]);
    expect(found(r14x2, collection('C'), database('DB'), flow('Collection:C', 'Database:DB', 'COLLECTED'))).toEqual([]);
  });
  test('empty population: nothing aggregated', () => expect(population(r14x2, database('DB'), dataset('X'))).toBe(0));
});
