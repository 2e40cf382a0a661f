import { describe, expect, test } from 'vitest';
import { r22x2 } from '#src/compliance/rules/r22-2.ts';
import { found, population, product } from '../scene.ts';

describe('R22-2 public purposes are free', () => {
  test('guilty: a price for governance or welfare', () => {
    for (const purpose of ['PUBLIC_GOVERNANCE', 'PUBLIC_WELFARE'])
      expect(found(r22x2, product('P', { purpose, price: 0.01 }))).toEqual(['Product:P ← Product:P']);
  });
  test('innocent: free', () => expect(found(r22x2, product('P', { purpose: 'PUBLIC_WELFARE', price: 0 }))).toEqual([]));
  test('near miss: no price known', () =>
    expect(found(r22x2, product('P', { purpose: 'PUBLIC_GOVERNANCE' }))).toEqual([]));
  test('empty population: industry may cost', () => expect(population(r22x2, product('P', { price: 80 }))).toBe(0));
});
