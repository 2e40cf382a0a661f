import { describe, expect, test } from 'vitest';
import { r12x2 } from '#src/compliance/rules/r12-2.ts';
import { dataset, found, other, population } from '../scene.ts';

const law = (level: string, fields = {}, provision = {}) => [
  other('instrument', 'I', { title: '某法', level, ...fields }),
  other('provision', 'I-1', { instrument: 'I', article: '1', ...provision }),
];
const refused = (fields = {}) => dataset('X', { share: 'NONE', basis: ['I-1'], ...fields });

describe('R12-2 refusal to share needs high law', () => {
  test('guilty: only a rule of a department or locality, or nothing at all', () => {
    for (const level of ['LOCAL_REGULATION', 'DEPARTMENT_RULE', 'LOCAL_RULE', 'POLICY', 'STANDARD'])
      expect(found(r12x2, ...law(level), refused())).toEqual(['Dataset:X ← Dataset:X Provision:I-1']);
    expect(found(r12x2, refused({ basis: undefined }))).toEqual(['Dataset:X ← Dataset:X']);
  });
  test('guilty: the law is repealed today, by itself or with its instrument', () => {
    expect(found(r12x2, ...law('LAW', { repealedOn: '2026-11-23' }), refused())).toHaveLength(1);
    expect(found(r12x2, ...law('LAW', {}, { repealedOn: '2026-11-23' }), refused())).toHaveLength(1);
  });
  test('innocent: a law, an administrative regulation, a decision of the State Council', () => {
    for (const level of ['LAW', 'ADMINISTRATIVE_REGULATION', 'STATE_COUNCIL_DECISION'])
      expect(found(r12x2, ...law(level), refused())).toEqual([]);
  });
  test('near miss: the law is repealed tomorrow', () =>
    expect(found(r12x2, ...law('LAW', { repealedOn: '2026-11-24' }), refused())).toEqual([]));
  test('empty population: everything is shared', () => expect(population(r12x2, dataset('X'))).toBe(0));
});
