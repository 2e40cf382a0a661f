import { describe, expect, test } from 'vitest';
import { r13x1 } from '#src/compliance/rules/r13-1.ts';
import { collection, dataset, element, event, findings, flow, found, population, request } from '../scene.ts';

const base = [element('DE-1', '住所'), element('DE-2', '代码')];
const items = [
  { name: '代码', element: 'DE-2', key: true },
  { name: '住所', element: 'DE-1' },
];
const source = (fields = {}) => dataset('S', { subject: '企业', items, ...fields });
const again = (fields = {}) =>
  collection('C', {
    items: [
      { name: '住所', element: 'DE-1' },
      { name: '代码', element: 'DE-2' },
    ],
    ...fields,
  });

describe('R13-1 collecting what can be had by sharing', () => {
  test('guilty: another body shares it unconditionally; the identifier itself does not count', () => {
    expect(found(r13x1, ...base, source(), again())).toEqual(['Collection:C ← Collection:C Element:DE-1 Dataset:S']);
    expect(findings(r13x1, ...base, source(), again())[0]).toMatchObject({
      object: 'Element:DE-1',
      since: '2025-06-01',
    });
  });
  test('guilty: it is shared on conditions, and the collector has been granted it', () => {
    const granted = request('R', { events: [event('APPROVED', '2026-02-03T10:00:00+08:00')] });
    expect(found(r13x1, ...base, source({ share: 'CONDITIONAL' }), again(), granted)).toHaveLength(1);
    expect(findings(r13x1, ...base, source({ share: 'CONDITIONAL' }), again(), granted)[0]!.since).toBe('2026-02-03');
  });
  test('innocent: nobody else has it', () => {
    expect(found(r13x1, ...base, again())).toEqual([]);
    expect(found(r13x1, ...base, source({ provider: 'B' }), again())).toEqual([]);
  });
  test('near miss: exempt, ended, another subject, item not shared, not granted, or the data comes from this very collection', () => {
    expect(found(r13x1, ...base, source(), again({ exemption: 'ON_SITE_VERIFICATION' }))).toEqual([]);
    expect(found(r13x1, ...base, source(), again({ endedOn: '2026-11-23' }))).toEqual([]);
    expect(found(r13x1, ...base, source(), again({ startedOn: '2026-11-24' }))).toEqual([]);
    expect(found(r13x1, ...base, source({ subject: '自然人' }), again())).toEqual([]);
    expect(found(r13x1, ...base, source({ items: [items[0], { ...items[1], share: 'NONE' }] }), again())).toEqual([]);
    expect(
      found(r13x1, ...base, source({ share: 'CONDITIONAL' }), again(), request('R', { state: 'SUBMITTED' })),
    ).toEqual([]);
    expect(found(r13x1, ...base, source({ share: 'NONE' }), again())).toEqual([]);
    const own = [
      dataset('M', { provider: 'B' }),
      flow('Collection:C', 'Dataset:M', 'COLLECTED'),
      flow('Dataset:M', 'Dataset:S', 'SUPPLIED'),
    ];
    expect(found(r13x1, ...base, source(), again(), ...own)).toEqual([]);
  });
  test('empty population: only identifiers, or no subject', () => {
    expect(population(r13x1, ...base, source(), collection('C', { items: [{ name: '代码', element: 'DE-2' }] }))).toBe(
      0,
    );
    expect(population(r13x1, ...base, source(), again({ subject: undefined }))).toBe(0);
  });
});
