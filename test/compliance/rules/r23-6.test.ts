import { describe, expect, test } from 'vitest';
import { policyOn } from '#src/clock/policy.ts';
import { profile } from '#src/clock/profile.ts';
import { r23x6, severityOf } from '#src/compliance/rules/r23-6.ts';
import { officialPolicy, profiles } from '../../clock/profiles.ts';
import { agreement, findings, flow, found, other, plan, population, product } from '../scene.ts';

const control = (key: string, from: string, to: string, ratio: number, fields = {}) =>
  other('control', key, { from, to, kind: 'HOLDS', ratio, validFrom: '2024-01-01', ...fields });
/** O operates P under AG; D made R of it, first delivered on 2026-02-10. */
const world = (developer = 'D') => [
  plan('PL-1'),
  agreement('AG'),
  product('P', { agreement: 'AG' }),
  product('R', { developer, versions: [{ version: '1', deliveredOn: '2026-02-10' }] }),
  flow('Product:P', 'Product:R', 'REDEVELOPED'),
];

describe('R23-6 re-development by the operator or its connected companies', () => {
  test('guilty: the operator itself', () =>
    expect(found(r23x6, ...world('O'))).toEqual(['Product:R ← Agreement:AG Product:P Product:R Organization:O']));
  test('guilty: a company it holds by 25 % over a chain', () => {
    const chain = [control('C1', 'O', 'E', 0.5), control('C2', 'E', 'D', 0.5)];
    expect(found(r23x6, ...world(), ...chain)).toEqual([
      'Product:R ← Agreement:AG Product:P Product:R Organization:O Organization:E Organization:D',
    ]);
    expect(findings(r23x6, ...world(), ...chain)[0]).toMatchObject({
      object: 'Organization:O',
      since: '2026-02-10',
      details: { strength: 0.25, on: '2026-02-10' },
    });
  });
  test('to be judged: from 5 % to under 25 %', () => {
    expect(found(r23x6, ...world(), control('C', 'O', 'D', 0.05))).toEqual([
      'Product:R REVIEW ← Agreement:AG Product:P Product:R Organization:O Organization:D',
    ]);
    expect(found(r23x6, ...world(), control('C', 'O', 'D', 0.249999999))).toHaveLength(1);
  });
  test('guilty over generations: the nearest product of each operator is shown', () => {
    const next = [
      product('R2', { developer: 'O', versions: [{ version: '1', deliveredOn: '2026-05-01' }] }),
      flow('Product:R', 'Product:R2', 'REDEVELOPED', { validTo: '2026-06-01T00:00:00+08:00' }),
    ];
    expect(found(r23x6, ...world(), ...next)).toEqual([
      'Product:R2 ← Agreement:AG Product:P Product:R Product:R2 Organization:O',
    ]);
  });
  test('innocent: strangers', () => expect(found(r23x6, ...world())).toEqual([]));
  test('near miss: 4.9 %; the share came later, or went before; P was delivered after R; owned by the State alone', () => {
    expect(found(r23x6, ...world(), control('C', 'O', 'D', 0.049))).toEqual([]);
    expect(found(r23x6, ...world(), control('C', 'O', 'D', 0.8, { validFrom: '2026-02-11' }))).toEqual([]);
    expect(found(r23x6, ...world(), control('C', 'O', 'D', 0.8, { validTo: '2026-02-10' }))).toEqual([]);
    const late = product('P', { agreement: 'AG', versions: [{ version: '1', deliveredOn: '2026-02-11' }] });
    expect(found(r23x6, ...world('O').map((r) => (r.key === 'P' ? late : r)))).toEqual([]);
    expect(found(r23x6, ...world(), control('C1', 'A', 'O', 1), control('C2', 'A', 'D', 1))).toEqual([]);
  });
  test('what was not fully counted is judged by its bounds', () => {
    const severity = (lower: number, upper: number) => severityOf({ lower, upper }, officialPolicy, '2026-11-23');
    expect([severity(0.25, 1), severity(0.1, 0.9), severity(0, 0.05), severity(0, 0.049)]).toEqual([
      'VIOLATION',
      'REVIEW',
      'REVIEW',
      null,
    ]);
  });
  test('a past development is judged by the thresholds then in force', () => {
    const row = { citation: '测试', meaning: '更严', from: '2026-06-01' };
    const later = profile.parse({
      profile: 'LATER-2026',
      title: '测试档案',
      instrument: 'LATER-2026',
      source: '测试',
      thresholds: [{ code: 'CONNECTION_VIOLATION', value: 0.1, ...row }],
    });
    const policy = policyOn([...profiles, later], '2026-11-23');
    const connected = { lower: 0.2, upper: 0.2 };
    expect(severityOf(connected, policy, '2026-05-31')).toBe('REVIEW');
    expect(severityOf(connected, policy, '2026-06-01')).toBe('VIOLATION');
  });
  test('empty population: nothing re-developed', () =>
    expect(population(r23x6, plan('PL-1'), agreement('AG'), product('P', { agreement: 'AG' }))).toBe(0));
});
