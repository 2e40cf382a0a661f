import { describe, expect, test } from 'vitest';
import { r23x9 } from '#src/compliance/rules/r23-9.ts';
import { agreement, found, population, product } from '../scene.ts';

const priced = (fields: object) => [agreement('AG'), product('P', { agreement: 'AG', ...fields })];

describe('R23-9 price above its ceiling', () => {
  test('guilty: above the ceiling, or none was set', () => {
    expect(found(r23x9, ...priced({ price: 51, priceCap: 50 }))).toEqual(['Product:P ← Product:P']);
    expect(found(r23x9, ...priced({ purpose: 'SECTOR', price: 1 }))).toHaveLength(1);
  });
  test('innocent: below', () => expect(found(r23x9, ...priced({ price: 30, priceCap: 50 }))).toEqual([]));
  test('near miss: equal to the ceiling; a re-developed product has none', () => {
    expect(found(r23x9, ...priced({ price: 50, priceCap: 50 }))).toEqual([]);
    expect(found(r23x9, product('R', { price: 500 }))).toEqual([]);
  });
  test('empty population: free, or for the public', () => {
    expect(population(r23x9, ...priced({ price: 0 }))).toBe(0);
    expect(population(r23x9, ...priced({ purpose: 'PUBLIC_WELFARE', price: 5 }))).toBe(0);
  });
});
