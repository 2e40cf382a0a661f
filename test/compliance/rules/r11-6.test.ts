import { describe, expect, test } from 'vitest';
import { r11x6 } from '#src/compliance/rules/r11-6.ts';
import { dataset, findings, found, population } from '../scene.ts';

describe('R11-6 one code, one source', () => {
  test('guilty: one code twice, one finding a group at its smallest key', () => {
    const three = ['X3', 'X1', 'X2'].map((key) => dataset(key, { code: '307/1' }));
    expect(found(r11x6, ...three)).toEqual(['Dataset:X1 ← Dataset:X1 Dataset:X2 Dataset:X3']);
    expect(findings(r11x6, ...three)[0]!.object).toBe('CODE');
  });
  test('guilty: two providers with one title in one place; the place may be the provider’s', () => {
    const [x, y] = [
      dataset('X', { title: '台账' }),
      dataset('Y', { title: '台账', provider: 'B', jurisdiction: undefined, publishedOn: '2025-08-01' }),
    ];
    expect(found(r11x6, x, y)).toEqual(['Dataset:X ← Dataset:X Dataset:Y']);
    expect(findings(r11x6, x, y)[0]).toMatchObject({ object: 'TITLE', since: '2025-08-01' });
  });
  test('innocent: different codes and titles', () =>
    expect(found(r11x6, dataset('X', { code: '1' }), dataset('Y', { code: '2' }))).toEqual([]));
  test('near miss: one title in two places, by one provider, in a draft, or without any code', () => {
    const x = dataset('X', { title: '台账' });
    expect(found(r11x6, x, dataset('Y', { title: '台账', provider: 'DP', jurisdiction: 'PL' }))).toEqual([]);
    expect(found(r11x6, x, dataset('Y', { title: '台账' }))).toEqual([]);
    expect(found(r11x6, x, dataset('Y', { title: '台账', provider: 'B', state: 'DRAFT' }))).toEqual([]);
    expect(found(r11x6, dataset('Y', { code: '' }), dataset('Z', { code: '' }))).toEqual([]);
  });
  test('empty population: nothing published', () =>
    expect(population(r11x6, dataset('X', { state: 'SUBMITTED' }))).toBe(0));
});
