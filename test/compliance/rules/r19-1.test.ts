import { describe, expect, test } from 'vitest';
import { r19x1 } from '#src/compliance/rules/r19-1.ts';
import { dataset, found, population } from '../scene.ts';

describe('R19-1 open type without its reason', () => {
  test('guilty: not opened without reason, conditional without condition', () => {
    expect(found(r19x1, dataset('X', { openReason: undefined }))).toEqual(['Dataset:X ← Dataset:X']);
    expect(found(r19x1, dataset('X', { open: 'CONDITIONAL', openCondition: ' ' }))).toHaveLength(1);
  });
  test('innocent: with reason, with condition', () => {
    expect(found(r19x1, dataset('X'), dataset('Y', { open: 'CONDITIONAL', openCondition: '实名申请' }))).toEqual([]);
  });
  test('near miss: unconditional needs none; a missing open type is R12-1’s', () => {
    expect(
      found(
        r19x1,
        dataset('X', { open: 'UNCONDITIONAL', openReason: undefined }),
        dataset('Y', { open: undefined, openReason: undefined }),
      ),
    ).toEqual([]);
  });
  test('empty population', () => expect(population(r19x1, dataset('X', { state: 'DRAFT' }))).toBe(0));
});
