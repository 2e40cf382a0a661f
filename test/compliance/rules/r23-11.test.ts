import { describe, expect, test } from 'vitest';
import { r23x11 } from '#src/compliance/rules/r23-11.ts';
import { agreement, findings, found, other, plan, population, product } from '../scene.ts';

const disclosure = (key: string, items: string[], fields = {}) =>
  other('disclosure', key, { by: 'O', year: 2025, kind: 'PRODUCTS', publishedOn: '2026-03-20', items, ...fields });
const world = [plan('PL-1'), agreement('AG'), product('P1', { agreement: 'AG' }), product('P2', { agreement: 'AG' })];

describe('R23-11 disclosure differs from fact', () => {
  test('guilty: something is missing or too much', () => {
    expect(found(r23x11, ...world, disclosure('D', ['Product:P2', 'Product:P3']))).toEqual([
      'Disclosure:D ← Disclosure:D Product:P1 Product:P3',
    ]);
    expect(findings(r23x11, ...world, disclosure('D', []))[0]!.details).toEqual({
      missing: ['Product:P1', 'Product:P2'],
      extra: [],
    });
    expect(found(r23x11, ...world, disclosure('D', [], { by: 'A', kind: 'AUTHORISATION' }))).toEqual([
      'Disclosure:D ← Disclosure:D Agreement:AG',
    ]);
  });
  test('innocent: the same, in any order', () => {
    expect(found(r23x11, ...world, disclosure('D', ['Product:P2', 'Product:P1']))).toEqual([]);
    expect(found(r23x11, ...world, disclosure('D', ['Agreement:AG'], { by: 'A', kind: 'AUTHORISATION' }))).toEqual([]);
  });
  test('near miss: only the disclosure published last counts, ties by the greatest key; first delivered in the next year', () => {
    const right = ['Product:P1', 'Product:P2'];
    expect(
      found(r23x11, ...world, disclosure('D1', []), disclosure('D2', right, { publishedOn: '2026-05-01' })),
    ).toEqual([]);
    expect(found(r23x11, ...world, disclosure('D1', []), disclosure('D2', right))).toEqual([]);
    expect(
      found(r23x11, ...world, disclosure('D1', right), disclosure('D2', [], { publishedOn: '2026-12-01' })),
    ).toEqual([]);
    const later = product('P3', { agreement: 'AG', versions: [{ version: '1', deliveredOn: '2026-01-01' }] });
    expect(found(r23x11, ...world, later, disclosure('D', right))).toEqual([]);
  });
  test('empty population: nothing published', () =>
    expect(population(r23x11, ...world, disclosure('D', [], { publishedOn: undefined }))).toBe(0));
  test('empty population: of which kind it is stands nowhere', () => {
    const unsaid = disclosure('D', ['Product:P1', 'Agreement:AG'], { kind: undefined });
    expect(population(r23x11, ...world, unsaid)).toBe(0);
    expect(found(r23x11, ...world, unsaid)).toEqual([]);
  });
});
