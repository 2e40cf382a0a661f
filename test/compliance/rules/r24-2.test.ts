import { describe, expect, test } from 'vitest';
import { r24x2 } from '#src/compliance/rules/r24-2.ts';
import { found, other, population } from '../scene.ts';

const granted = (fields = {}) =>
  other('qualification', 'Q', {
    applicant: 'D',
    products: ['P'],
    grantedBy: 'DA',
    grantedOn: '2025-11-20',
    state: 'QUALIFIED',
    ...fields,
  });

describe('R24-2 qualification by the city authority only', () => {
  test('guilty: by a district’s authority, or by a bureau that is none', () => {
    expect(found(r24x2, granted({ grantedBy: 'DP' }))).toEqual(['Qualification:Q ← Qualification:Q Organization:DP']);
    expect(found(r24x2, granted({ grantedBy: 'A' }))).toHaveLength(1);
    expect(found(r24x2, granted({ grantedBy: undefined }))).toEqual(['Qualification:Q ← Qualification:Q']);
  });
  test('innocent: by the city’s', () => expect(found(r24x2, granted())).toEqual([]));
  test('near miss: refused by a district, never granted', () =>
    expect(found(r24x2, granted({ grantedBy: 'DP', grantedOn: undefined, state: 'REFUSED' }))).toEqual([]));
  test('empty population', () => expect(population(r24x2, granted({ grantedOn: undefined }))).toBe(0));
});
