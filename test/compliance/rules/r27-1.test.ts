import { describe, expect, test } from 'vitest';
import { r27x1 } from '#src/compliance/rules/r27-1.ts';
import { database, dataset, findings, flow, found, population, product } from '../scene.ts';

const raw = (transform?: string, kind = 'MADE_INTO', source = {}) => [
  dataset('X', source),
  product('P'),
  flow('Dataset:X', 'Product:P', kind, { transform }),
];

describe('R27-1 raw data to market', () => {
  test.each(['COPY', 'FILTER', 'RENAME', 'FORMAT'])('guilty: by %s', (transform) => {
    expect(found(r27x1, ...raw(transform))).toEqual(['Product:P ← Dataset:X Product:P']);
  });
  test('guilty over several raw steps, also an unstated supply or aggregation; the shortest way, ties by smaller ids', () => {
    const steps = [dataset('X', { open: 'UNCONDITIONAL' }), dataset('Y2'), dataset('Y1'), database('DB'), product('P')];
    const flows = [
      flow('Dataset:Y2', 'Database:DB', 'AGGREGATED'),
      flow('Dataset:Y1', 'Dataset:X', 'SUPPLIED'),
      flow('Dataset:X', 'Product:P', 'MADE_INTO', { transform: 'COPY' }),
      flow('Database:DB', 'Product:P', 'MADE_INTO', { transform: 'FORMAT' }),
    ];
    expect(found(r27x1, ...steps, ...flows)).toEqual(['Product:P ← Dataset:Y1 Dataset:X Product:P']);
  });
  test('since the later of first delivery and the way', () => {
    expect(findings(r27x1, ...raw('COPY'))[0]!.since).toBe('2025-10-20');
  });
  test('innocent: made into something else', () => {
    for (const transform of ['STATISTICS', 'MODEL', 'JOIN', 'DEIDENTIFY', 'ANONYMISE', 'TAG', 'OTHER'])
      expect(found(r27x1, ...raw(transform))).toEqual([]);
  });
  test('near miss: openly published; the developer’s own; without a stated transform only supply and aggregation are raw; not delivered', () => {
    expect(found(r27x1, ...raw('COPY', 'MADE_INTO', { open: 'UNCONDITIONAL' }))).toEqual([]);
    expect(found(r27x1, ...raw('COPY', 'MADE_INTO', { provider: 'O' }))).toEqual([]);
    expect(found(r27x1, ...raw(undefined))).toEqual([]);
    expect(found(r27x1, ...raw(undefined, 'SUPPLIED'))).toHaveLength(1);
    expect(found(r27x1, ...raw('COPY').map((r) => (r.key === 'P' ? product('P', { versions: [] }) : r)))).toEqual([]);
  });
  test('empty population: nothing delivered', () =>
    expect(
      population(r27x1, dataset('X'), product('P', { versions: [{ version: '1', deliveredOn: '2026-11-24' }] })),
    ).toBe(0));
});
