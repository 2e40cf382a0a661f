import { describe, expect, test } from 'vitest';
import { r13x2 } from '#src/compliance/rules/r13-2.ts';
import { collection, dataset, element, findings, found, population } from '../scene.ts';

const base = [element('DE-1', '联系电话')];
const collects = (key: string, organization: string, fields = {}) =>
  collection(key, { organization, items: [{ name: '电话', element: 'DE-1' }], ...fields });

describe('R13-2 no lead among several collectors', () => {
  test('guilty: two bodies collect one element of one subject', () => {
    expect(found(r13x2, ...base, collects('C2', 'B'), collects('C1', 'C'))).toEqual([
      'Element:DE-1 ← Element:DE-1 Collection:C1 Collection:C2',
    ]);
    expect(findings(r13x2, ...base, collects('C2', 'B'), collects('C1', 'C'))[0]!.object).toBe('企业');
  });
  test('innocent: one is named as the source or the lead', () => {
    for (const exemption of ['FIRST_SOURCE', 'LEAD_DEPARTMENT'])
      expect(found(r13x2, ...base, collects('C1', 'B', { exemption }), collects('C2', 'C'))).toEqual([]);
  });
  test('near miss: one body twice, two subjects, verification on the spot, refused sharing, ended, an identifier', () => {
    expect(found(r13x2, ...base, collects('C1', 'B'), collects('C2', 'B'))).toEqual([]);
    expect(found(r13x2, ...base, collects('C1', 'B'), collects('C2', 'C', { subject: '自然人' }))).toEqual([]);
    for (const fields of [
      { exemption: 'ON_SITE_VERIFICATION' },
      { exemption: 'REFUSED_SHARING' },
      { endedOn: '2026-01-01' },
    ])
      expect(found(r13x2, ...base, collects('C1', 'B'), collects('C2', 'C', fields))).toEqual([]);
    const key = dataset('K', { items: [{ name: '电话', element: 'DE-1', key: true }] });
    expect(found(r13x2, ...base, key, collects('C1', 'B'), collects('C2', 'C'))).toEqual([]);
  });
  test('empty population: nothing is collected', () =>
    expect(population(r13x2, ...base, collects('C', 'B', { startedOn: undefined }))).toBe(0));
});
