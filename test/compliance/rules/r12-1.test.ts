import { describe, expect, test } from 'vitest';
import { r12x1 } from '#src/compliance/rules/r12-1.ts';
import { dataset, findings, found, population } from '../scene.ts';

describe('R12-1 mandatory catalog contents', () => {
  test.each(['form', 'items', 'share', 'open', 'cycle', 'collector', 'approver'])('guilty: %s is empty', (field) => {
    expect(found(r12x1, dataset('X', { [field]: undefined }))).toEqual(['Dataset:X ← Dataset:X']);
    expect(findings(r12x1, dataset('X', { [field]: undefined }))[0]!.details).toEqual({ missing: [field] });
  });
  test('guilty: conditional sharing without condition and scope; an empty list or blank is empty', () => {
    const conditional = dataset('X', { share: 'CONDITIONAL', shareCondition: ' ', items: [] });
    expect(findings(r12x1, conditional)[0]!.details).toEqual({ missing: ['items', 'shareCondition', 'shareScope'] });
  });
  test('innocent: complete', () => {
    expect(
      found(
        r12x1,
        dataset('X'),
        dataset('Y', { share: 'CONDITIONAL', shareCondition: '说明场景', shareScope: '本市' }),
      ),
    ).toEqual([]);
  });
  test('near miss: no condition is needed where sharing is unconditional or refused; a draft may be incomplete', () => {
    expect(found(r12x1, dataset('X', { share: 'NONE' }), dataset('Y', { state: 'DRAFT', form: undefined }))).toEqual(
      [],
    );
    expect(found(r12x1, dataset('X', { state: 'SUBMITTED', form: undefined }))).toHaveLength(1);
  });
  test('empty population', () =>
    expect(population(r12x1, dataset('X', { state: 'DRAFT' }), dataset('Y', { state: 'WITHDRAWN' }))).toBe(0));
});
