import { describe, expect, test } from 'vitest';
import { r12x4 } from '#src/compliance/rules/r12-4.ts';
import { dataset, findings, found, other, population } from '../scene.ts';

const law = [
  other('instrument', 'I', { title: '某法', level: 'LAW' }),
  other('provision', 'I-1', { instrument: 'I', article: '1' }),
];
const change = (effectiveOn: string, fields = {}) =>
  other('change', 'CH', { kind: 'LAW', provision: 'I-1', effectiveOn, ...fields });
const entry = (fields = {}) => dataset('X', { basis: ['I-1'], ...fields });

describe('R12-4 entry not updated after a change', () => {
  test('guilty: 10 working days of a department are over; both due days are shown', () => {
    expect(found(r12x4, ...law, change('2026-11-06'), entry())).toEqual([
      'Dataset:X ← Change:CH Provision:I-1 Dataset:X',
    ]);
    expect(findings(r12x4, ...law, change('2026-11-06'), entry())[0]).toMatchObject({
      object: 'Change:CH',
      since: '2026-11-21',
      details: {
        due: { 'CN-809-2025': '2026-11-20', 'KM-DRAFT-2025': '2026-11-27' },
        profiles: ['CN-809-2025'],
        overdueWorkingDays: 1,
      },
    });
  });
  test('guilty: reached through the basis of its duty, or through the duty itself', () => {
    const duty = other('duty', 'DU', { organization: 'A', title: '登记', basis: ['I-1'] });
    const under = dataset('X', { duty: 'DU' });
    expect(found(r12x4, ...law, duty, change('2026-10-19'), under)).toEqual([
      'Dataset:X ← Change:CH Provision:I-1 Dataset:X',
    ]);
    const ofDuty = change('2026-10-19', { kind: 'DUTY', provision: undefined, duty: 'DU' });
    expect(found(r12x4, duty, ofDuty, under)).toEqual(['Dataset:X ← Change:CH Duty:DU Dataset:X']);
  });
  test('guilty: of a change of both, the evidence names what it reaches the entry through', () => {
    const duty = other('duty', 'DU', { organization: 'A', title: '登记' });
    const both = change('2026-10-19', { duty: 'DU' });
    expect(found(r12x4, ...law, duty, both, dataset('X', { duty: 'DU' }), entry({ key: 'Y' }))).toEqual([
      'Dataset:X ← Change:CH Duty:DU Dataset:X',
      'Dataset:Y ← Change:CH Provision:I-1 Dataset:Y',
    ]);
  });
  test('innocent: updated after the change, even late', () => {
    expect(found(r12x4, ...law, change('2026-10-19'), entry({ entryUpdatedOn: '2026-11-22' }))).toEqual([]);
  });
  test('near miss: due today; updated as published before it took effect; a utility has 15 days; extended by consent', () => {
    expect(found(r12x4, ...law, change('2026-11-09'), entry())).toEqual([]);
    expect(
      found(
        r12x4,
        ...law,
        change('2026-10-19', { publishedOn: '2026-09-30' }),
        entry({ entryUpdatedOn: '2026-09-30' }),
      ),
    ).toEqual([]);
    expect(found(r12x4, ...law, change('2026-11-02'), entry({ provider: 'U' }))).toEqual([]);
    expect(found(r12x4, ...law, change('2026-10-30'), entry({ provider: 'U' }))).toHaveLength(1);
    const consent = { extensions: [{ organization: 'A', grantedOn: '2026-11-10' }] };
    expect(found(r12x4, ...law, change('2026-11-02', consent), entry())).toEqual([]);
  });
  test('empty population: the change is not yet in effect, or reaches nothing published', () => {
    expect(population(r12x4, ...law, change('2026-11-24'), entry())).toBe(0);
    expect(population(r12x4, ...law, change('2026-10-19'), entry({ state: 'DRAFT' }))).toBe(0);
  });
});
