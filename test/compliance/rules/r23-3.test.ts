import { describe, expect, test } from 'vitest';
import { r23x3 } from '#src/compliance/rules/r23-3.ts';
import { agreement, found, plan, population } from '../scene.ts';

describe('R23-3 direct award', () => {
  test('guilty: awarded directly', () => {
    expect(found(r23x3, agreement('AG', { selection: 'DIRECT', bidders: 3 }))).toEqual(['Agreement:AG ← Agreement:AG']);
  });
  test('to be judged: the way of selection is not known, or there was one bidder', () => {
    expect(found(r23x3, agreement('AG', { selection: undefined }))).toEqual(['Agreement:AG REVIEW ← Agreement:AG']);
    for (const bidders of [0, 1])
      expect(found(r23x3, agreement('AG', { bidders }))).toEqual(['Agreement:AG REVIEW ← Agreement:AG']);
  });
  test('innocent: a tender of three', () => expect(found(r23x3, agreement('AG'))).toEqual([]));
  test('near miss: negotiation with two; the number is not known', () => {
    expect(found(r23x3, agreement('AG', { selection: 'NEGOTIATION', bidders: 2 }))).toEqual([]);
    expect(found(r23x3, agreement('AG', { bidders: undefined }))).toEqual([]);
  });
  test('empty population', () => expect(population(r23x3, plan('PL-1'))).toBe(0));
});
