import { describe, expect, test } from 'vitest';
import { r23x10 } from '#src/compliance/rules/r23-10.ts';
import { NOW } from '../../kunming/city.ts';
import { bundleView } from '../bundle-view.ts';
import { agreement, findings, found, other, PEOPLE, plan, population } from '../scene.ts';

const disclosure = (key: string, by: string, kind: string, fields = {}) =>
  other('disclosure', key, { by, year: 2025, kind, publishedOn: '2026-03-20', items: [], ...fields });
const both = [disclosure('D1', 'A', 'AUTHORISATION'), disclosure('D2', 'O', 'PRODUCTS')];

describe('R23-10 yearly disclosure missing', () => {
  test('guilty: implementer and operator, one finding per year and kind', () => {
    expect(found(r23x10, plan('PL-1'), agreement('AG2'), agreement('AG1'))).toEqual([
      'Organization:A ← Organization:A Agreement:AG1 Agreement:AG2',
      'Organization:O ← Organization:O Agreement:AG1 Agreement:AG2',
    ]);
    expect(findings(r23x10, plan('PL-1'), agreement('AG'))[0]).toMatchObject({
      object: '2025 AUTHORISATION',
      since: '2026-04-01',
    });
  });
  test('guilty: of another kind or year, or announced for later', () => {
    for (const fields of [
      { kind: 'AUTHORISATION' },
      { year: 2024 },
      { publishedOn: '2026-11-24' },
      { publishedOn: undefined },
    ])
      expect(
        found(r23x10, plan('PL-1'), agreement('AG'), both[0]!, disclosure('D2', 'O', 'PRODUCTS', fields)),
      ).toHaveLength(1);
  });
  test('innocent: both disclosed', () => expect(found(r23x10, plan('PL-1'), agreement('AG'), ...both)).toEqual([]));
  test('near miss: late, but done; the agreement began this year, or ended before it began to count', () => {
    expect(
      found(
        r23x10,
        plan('PL-1'),
        agreement('AG'),
        both[0]!,
        disclosure('D2', 'O', 'PRODUCTS', { publishedOn: '2026-11-23' }),
      ),
    ).toEqual([]);
    expect(found(r23x10, plan('PL-1'), agreement('AG', { signedOn: '2026-01-01' }))).toEqual([]);
    expect(
      found(
        r23x10,
        plan('PL-1'),
        agreement('AG', { termFrom: '2024-01-01', signedOn: '2024-01-01', terminatedOn: '2025-01-01' }),
      ),
    ).toEqual([]);
  });
  test('near miss: 31 March itself is in time', () => {
    const on = (now: string) =>
      r23x10.run(bundleView([...PEOPLE, plan('PL-1'), agreement('AG')], Date.parse(now))).findings.length;
    expect([on('2026-03-31T23:00:00+08:00'), on('2026-04-01T00:00:00+08:00')]).toEqual([0, 2]);
    expect(NOW).toBeGreaterThan(0);
  });
  test('empty population: years before 2025 are not asked', () => {
    expect(
      population(
        r23x10,
        plan('PL-1'),
        agreement('AG', { signedOn: '2023-01-01', termFrom: '2023-01-01', termTo: '2024-12-31' }),
      ),
    ).toBe(0);
  });
});
