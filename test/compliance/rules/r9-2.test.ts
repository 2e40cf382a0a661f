import { describe, expect, test } from 'vitest';
import { r9x2 } from '#src/compliance/rules/r9-2.ts';
import { database, dataset, findings, flow, found, population } from '../scene.ts';

const into = (fields = {}) => [dataset('X'), flow('Dataset:X', 'Database:DB', 'AGGREGATED', fields)];

describe('R9-2 a basic database holds data', () => {
  test('guilty: nothing aggregated', () => {
    expect(found(r9x2, database('DB'))).toEqual(['Database:DB ← Database:DB']);
  });
  test('guilty since the last aggregation ended', () => {
    expect(findings(r9x2, database('DB'), ...into({ validTo: '2026-06-30T00:00:00+08:00' }))[0]!.since).toBe(
      '2026-06-30',
    );
  });
  test('innocent: one aggregation in force', () => {
    expect(found(r9x2, database('DB'), ...into())).toEqual([]);
  });
  test('near miss: supplied is not aggregated; a theme database may stay empty; a retired one does not count', () => {
    expect(found(r9x2, database('DB'), dataset('X'), flow('Dataset:X', 'Database:DB', 'SUPPLIED'))).toHaveLength(1);
    expect(found(r9x2, database('DB', { kind: 'THEMATIC' }), database('OLD', { retired: true }))).toEqual([]);
  });
  test('empty population: no basic database', () => {
    expect(population(r9x2, database('DB', { kind: 'THEMATIC' }))).toBe(0);
  });
});
