import { describe, expect, test } from 'vitest';
import { r23x8 } from '#src/compliance/rules/r23-8.ts';
import { NOW } from '../../kunming/city.ts';
import { bundleView } from '../bundle-view.ts';
import { agreement, dataset, findings, found, other, PEOPLE, plan, population, product } from '../scene.ts';

const registration = (subject: string, holder: string, fields = {}) =>
  other('registration', `RG-${subject}`, {
    subject,
    holder,
    kind: 'INITIAL',
    state: 'CODED',
    codedOn: '2025-11-10',
    validTo: '2028-11-10',
    ...fields,
  });
const delivered = (deliveredOn: string) => [
  plan('PL-1'),
  agreement('AG'),
  product('P', { agreement: 'AG', versions: [{ version: '1', deliveredOn }] }),
];
const resource = [dataset('X'), plan('PL-1'), agreement('AG', { scope: ['Dataset:X'] })];

describe('R23-8 both registrations', () => {
  test('guilty: a delivered product is not registered by its operator', () => {
    expect(found(r23x8, ...delivered('2025-10-20'))).toEqual(['Product:P ← Agreement:AG Product:P']);
    expect(found(r23x8, ...delivered('2025-10-20'), registration('Product:P', 'D'))).toHaveLength(1);
    expect(findings(r23x8, ...delivered('2026-10-23'))[0]).toMatchObject({
      object: 'Agreement:AG',
      since: '2026-11-21',
      details: { due: '2026-11-20' },
    });
  });
  test('guilty: a resource in scope is not registered by the implementer', () => {
    expect(found(r23x8, ...resource)).toEqual(['Dataset:X ← Agreement:AG Dataset:X']);
    expect(found(r23x8, ...resource, registration('Dataset:X', 'O'))).toHaveLength(1);
  });
  test('guilty: run out, cancelled, not yet coded', () => {
    for (const fields of [
      { validTo: '2026-11-22' },
      { kind: 'CANCELLATION' },
      { state: 'IN_NOTICE' },
      { codedOn: '2026-11-24' },
      { codedOn: undefined },
    ])
      expect(found(r23x8, ...delivered('2025-10-20'), registration('Product:P', 'O', fields))).toHaveLength(1);
  });
  test('innocent: both registered, however late', () => {
    expect(found(r23x8, ...delivered('2025-10-20'), registration('Product:P', 'O', { codedOn: '2026-11-23' }))).toEqual(
      [],
    );
    expect(found(r23x8, ...resource, registration('Dataset:X', 'A', { validTo: undefined }))).toEqual([]);
  });
  test('near miss: the 20th working day is today; the last day of validity; the agreement is suspended', () => {
    expect(found(r23x8, ...delivered('2026-10-26'))).toEqual([]);
    expect(found(r23x8, ...delivered('2025-10-20'), registration('Product:P', 'O', { validTo: '2026-11-23' }))).toEqual(
      [],
    );
    expect(
      found(r23x8, dataset('X'), plan('PL-1'), agreement('AG', { scope: ['Dataset:X'], suspendedOn: '2026-11-23' })),
    ).toEqual([]);
  });
  test('near miss: a holiday of the operator’s own place moves the day', () => {
    const view = bundleView([...PEOPLE, ...delivered('2026-10-23')], NOW);
    const calendar = {
      ...view.calendar,
      addWorkingDays: (start: string, days: number, place?: string) =>
        view.calendar.addWorkingDays(start, place === 'KM' ? days + 1 : days),
    };
    expect(r23x8.run(view).findings).toHaveLength(1);
    expect(r23x8.run({ ...view, calendar }).findings).toEqual([]);
  });
  test('empty population: nothing delivered, nothing in scope', () =>
    expect(population(r23x8, ...delivered('2026-11-24'))).toBe(0));
});
