import { describe, expect, test } from 'vitest';
import { r9x3 } from '#src/compliance/rules/r9-3.ts';
import { database, found, other, population } from '../scene.ts';

describe('R9-3 no basic databases below the city', () => {
  test('guilty: a district, county or zone runs one', () => {
    for (const kind of ['DISTRICT', 'COUNTY', 'COUNTY_CITY', 'ZONE'])
      expect(
        found(r9x3, other('jurisdiction', 'X', { name: 'X', kind }), database('DB', { jurisdiction: 'X' })),
      ).toEqual(['Database:DB ← Database:DB Jurisdiction:X']);
  });
  test('innocent: the city’s own', () => expect(found(r9x3, database('DB'))).toEqual([]));
  test('near miss: a district’s theme database', () =>
    expect(found(r9x3, database('DB', { jurisdiction: 'PL', kind: 'THEMATIC' }))).toEqual([]));
  test('empty population', () => expect(population(r9x3, database('DB', { kind: 'DEPARTMENT' }))).toBe(0));
});
