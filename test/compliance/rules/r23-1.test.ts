import { describe, expect, test } from 'vitest';
import { r23x1 } from '#src/compliance/rules/r23-1.ts';
import { agreement, event, findings, found, plan, population, product } from '../scene.ts';

const reviewed = (at: string) => event('FIRST_REVIEWED', at);
const approved = (at: string) => event('APPROVED', at);

describe('R23-1 order of acts', () => {
  test('guilty (a): approved before the first review, or without any', () => {
    const early = plan('PL-1', {
      events: [approved('2025-01-12T10:00:00+08:00'), reviewed('2025-01-26T10:00:00+08:00')],
    });
    expect(found(r23x1, early)).toEqual(['Plan:PL-1 ← Plan:PL-1']);
    expect(findings(r23x1, early)[0]).toMatchObject({ object: 'a', since: '2025-01-12' });
    expect(found(r23x1, plan('PL-1', { events: [approved('2025-01-12T10:00:00+08:00')] }))).toHaveLength(1);
  });
  test('guilty (b): signed before the plan was approved', () => {
    expect(found(r23x1, plan('PL-1'), agreement('AG', { signedOn: '2025-01-14' }))).toEqual([
      'Agreement:AG ← Plan:PL-1 Agreement:AG',
    ]);
    expect(findings(r23x1, plan('PL-1'), agreement('AG', { signedOn: '2025-01-14' }))[0]!.object).toBe(
      'b Agreement:AG',
    );
  });
  test('guilty (c): delivered before the agreement was signed', () => {
    const early = product('P', {
      agreement: 'AG',
      versions: [
        { version: '2', deliveredOn: '2025-12-01' },
        { version: '1', deliveredOn: '2025-03-09' },
      ],
    });
    expect(found(r23x1, plan('PL-1'), agreement('AG'), early)).toEqual(['Product:P ← Agreement:AG Product:P']);
    expect(findings(r23x1, plan('PL-1'), agreement('AG'), early)[0]).toMatchObject({
      object: 'c Agreement:AG',
      since: '2025-03-09',
    });
  });
  test('innocent: reviewed, approved, signed, delivered', () =>
    expect(found(r23x1, plan('PL-1'), agreement('AG'), product('P', { agreement: 'AG' }))).toEqual([]));
  test('near miss: returned and reviewed again; signed and delivered on the very day', () => {
    const again = [
      reviewed('2024-12-25T11:00:00+08:00'),
      event('RETURNED', '2025-01-05T17:00:00+08:00'),
      reviewed('2025-01-10T11:00:00+08:00'),
      approved('2025-01-15T15:00:00+08:00'),
    ];
    expect(found(r23x1, plan('PL-1', { events: again }))).toEqual([]);
    const sameDay = product('P', { agreement: 'AG', versions: [{ version: '1', deliveredOn: '2025-01-15' }] });
    expect(found(r23x1, plan('PL-1'), agreement('AG', { signedOn: '2025-01-15' }), sameDay)).toEqual([]);
    expect(
      found(r23x1, plan('PL-1', { state: 'SUBMITTED', events: [event('SUBMITTED', '2026-11-02T09:00:00+08:00')] })),
    ).toEqual([]);
  });
  test('empty population: a product without agreement only', () => expect(population(r23x1, product('P'))).toBe(0));
});
