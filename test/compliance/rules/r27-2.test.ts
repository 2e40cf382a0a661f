import { describe, expect, test } from 'vitest';
import { r27x2 } from '#src/compliance/rules/r27-2.ts';
import {
  agreement,
  collection,
  database,
  dataset,
  findings,
  flow,
  found,
  plan,
  population,
  product,
} from '../scene.ts';

const world = (scope: string[], fields = {}) => [
  plan('PL-1'),
  agreement('AG', { scope, ...fields }),
  product('P', { agreement: 'AG' }),
  dataset('X'),
  flow('Dataset:X', 'Product:P', 'MADE_INTO'),
];

describe('R27-2 inputs beyond the scope or term', () => {
  test('guilty: an input outside the scope, one finding each', () => {
    const more = [dataset('Y'), flow('Dataset:Y', 'Product:P', 'MADE_INTO')];
    expect(found(r27x2, ...world([]), ...more)).toEqual([
      'Product:P ← Agreement:AG Product:P Dataset:X',
      'Product:P ← Agreement:AG Product:P Dataset:Y',
    ]);
    expect(findings(r27x2, ...world([]))[0]!.object).toBe('Dataset:X');
  });
  test('guilty: found behind the operator’s own copy', () => {
    const own = [
      dataset('M', { provider: 'O' }),
      dataset('Z'),
      flow('Dataset:M', 'Product:P', 'MADE_INTO'),
      flow('Dataset:Z', 'Dataset:M', 'SUPPLIED'),
    ];
    expect(found(r27x2, ...world(['Dataset:X']), ...own)).toEqual([
      'Product:P ← Agreement:AG Product:P Dataset:M Dataset:Z',
    ]);
  });
  test('guilty: the agreement ended, was suspended or terminated', () => {
    for (const [fields, since] of [
      [{ termTo: '2026-11-22' }, '2026-11-23'],
      [{ suspendedOn: '2026-11-23' }, '2026-11-23'],
      [{ terminatedOn: '2026-07-31' }, '2026-07-31'],
    ] as const) {
      expect(found(r27x2, ...world(['Dataset:X'], fields))).toEqual(['Product:P ← Agreement:AG Product:P']);
      expect(findings(r27x2, ...world(['Dataset:X'], fields))[0]).toMatchObject({ object: 'TERM', since });
    }
  });
  test('innocent: within scope and term', () => expect(found(r27x2, ...world(['Dataset:X']))).toEqual([]));
  test('near miss: aggregated into a database in scope; what lies behind another’s product or a flow that ended; the last day of the term; no inputs', () => {
    expect(
      found(r27x2, ...world(['Database:DB']), database('DB'), flow('Dataset:X', 'Database:DB', 'AGGREGATED')),
    ).toEqual([]);
    const behind = [
      product('Q'),
      dataset('Z'),
      flow('Product:Q', 'Product:P', 'REDEVELOPED'),
      flow('Dataset:Z', 'Product:Q', 'MADE_INTO'),
    ];
    expect(found(r27x2, ...world(['Dataset:X']), ...behind)).toEqual([]);
    expect(
      found(
        r27x2,
        ...world(['Dataset:X']),
        dataset('Z'),
        flow('Dataset:Z', 'Product:P', 'MADE_INTO', { validTo: '2026-11-23T12:00:00+08:00' }),
      ),
    ).toEqual([]);
    expect(found(r27x2, ...world(['Dataset:X'], { termTo: '2026-11-23' }))).toEqual([]);
    expect(found(r27x2, ...world([], { terminatedOn: '2026-01-01' }).slice(0, 3))).toEqual([]);
    expect(
      found(
        r27x2,
        ...world(['Dataset:X']),
        collection('C', { organization: 'O' }),
        flow('Collection:C', 'Product:P', 'MADE_INTO'),
      ),
    ).toEqual([]);
  });
  test('guilty: the message says whether the agreement ran out, was suspended or terminated, whichever came first', () => {
    const before = [plan('PL-1'), product('P', { agreement: 'AG' })];
    const made = flow('Dataset:S', 'Product:P', 'MADE_INTO');
    const told = (fields: object) =>
      findings(r27x2, ...before, agreement('AG', { scope: ['Dataset:S'], ...fields }), dataset('S'), made)[0]!;
    expect(told({ suspendedOn: '2026-11-23' }).message.zh).toContain('自2026-11-23起已中止');
    expect(told({ terminatedOn: '2026-11-01', suspendedOn: '2026-11-02' }).message.zh).toContain(
      '自2026-11-01起已终止',
    );
    expect(told({ termTo: '2026-11-22' })).toMatchObject({ since: '2026-11-23', object: 'TERM' });
    expect(told({ termTo: '2026-11-22' }).message.zh).toContain('自2026-11-23起已到期');
  });
  test('empty population: no product with an agreement', () => expect(population(r27x2, product('P'))).toBe(0));
});
