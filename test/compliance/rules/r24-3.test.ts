import { describe, expect, test } from 'vitest';
import { r24x3 } from '#src/compliance/rules/r24-3.ts';
import { findings, flow, found, other, population, product } from '../scene.ts';

const qualified = (fields = {}) =>
  other('qualification', 'Q', {
    applicant: 'D',
    products: ['P'],
    securityAgreedOn: '2026-02-10',
    revenueAgreedOn: '2026-02-10',
    grantedBy: 'DA',
    grantedOn: '2026-02-10',
    validTo: '2026-02-10',
    state: 'EXPIRED',
    ...fields,
  });
const world = (fields = {}) => [
  product('P'),
  product('R', {
    developer: 'D',
    qualification: 'Q',
    versions: [{ version: '1', deliveredOn: '2026-02-10' }],
    ...fields,
  }),
  flow('Product:P', 'Product:R', 'REDEVELOPED'),
];

describe('R24-3 re-development without valid qualification', () => {
  test('guilty: without any', () =>
    expect(found(r24x3, ...world({ qualification: undefined }))).toEqual(['Product:R ← Product:R']));
  test.each([
    ['applicant', { applicant: 'E' }],
    ['state', { state: 'ASSESSED' }],
    ['grantedOn', { grantedOn: '2026-02-11' }],
    ['grantedOn', { grantedOn: undefined }],
    ['validTo', { validTo: '2026-02-09' }],
    ['revokedOn', { revokedOn: '2026-02-10' }],
    ['security', { securityAgreedOn: undefined }],
    ['revenue', { revenueAgreedOn: '2026-02-11' }],
    ['products', { products: ['OTHER'] }],
  ])('guilty by %s', (why, fields) => {
    expect(found(r24x3, ...world(), qualified(fields))).toEqual(['Product:R ← Qualification:Q Product:R']);
    expect(findings(r24x3, ...world(), qualified(fields))[0]).toMatchObject({
      since: '2026-02-10',
      details: { why: [why] },
    });
  });
  test('innocent: all of it by the day of first delivery', () =>
    expect(found(r24x3, ...world(), qualified())).toEqual([]));
  test('near miss: it ran out or was revoked afterwards; the flow has ended since, yet counts', () => {
    expect(found(r24x3, ...world(), qualified({ revokedOn: '2026-02-11', state: 'REVOKED' }))).toEqual([]);
    const ended = flow('Product:P', 'Product:R', 'REDEVELOPED', { validTo: '2026-03-01T00:00:00+08:00' });
    expect(found(r24x3, ...world({ qualification: undefined }).slice(0, 2), ended)).toHaveLength(1);
  });
  test('empty population: not delivered, or not re-developed', () => {
    expect(population(r24x3, ...world({ versions: [] }))).toBe(0);
    expect(population(r24x3, product('P'))).toBe(0);
  });
});
