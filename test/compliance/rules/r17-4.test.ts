import { describe, expect, test } from 'vitest';
import { r17x4 } from '#src/compliance/rules/r17-4.ts';
import { database, dataset, event, findings, flow, found, population, product, request } from '../scene.ts';

/** S is A's; B was granted it and made M of it. */
const made = (source = {}, own = {}, granted = {}) => [
  dataset('S', source),
  dataset('M', { provider: 'B', ...own }),
  request('R', granted),
  flow('Dataset:S', 'Dataset:M', 'DERIVED'),
];

describe('R17-4 disguised re-use by path', () => {
  test('guilty: by way of an own dataset into a product', () => {
    expect(found(r17x4, ...made(), product('P'), flow('Dataset:M', 'Product:P', 'MADE_INTO'))).toEqual([
      'Product:P ← Request:R Dataset:S Dataset:M Product:P',
    ]);
  });
  test('guilty: supplied to a third body; opened', () => {
    expect(
      found(r17x4, ...made(), dataset('T', { provider: 'C' }), flow('Dataset:M', 'Dataset:T', 'SUPPLIED')),
    ).toEqual(['Dataset:T ← Request:R Dataset:S Dataset:M Dataset:T']);
    expect(found(r17x4, ...made({}, { open: 'CONDITIONAL' }))).toEqual(['Dataset:M ← Request:R Dataset:S Dataset:M']);
  });
  test('the shortest of several ways is shown, ties by smaller ids', () => {
    const ways = [
      dataset('L', { provider: 'B' }),
      flow('Dataset:S', 'Dataset:L', 'DERIVED'),
      flow('Dataset:M', 'Dataset:L', 'DERIVED'),
      product('P'),
      flow('Dataset:M', 'Product:P', 'MADE_INTO'),
      flow('Dataset:L', 'Product:P', 'MADE_INTO'),
    ];
    expect(found(r17x4, ...made(), ...ways)).toEqual(['Product:P ← Request:R Dataset:S Dataset:L Product:P']);
  });
  test('since the way was complete', () => {
    const late = flow('Dataset:M', 'Product:P', 'MADE_INTO', { validFrom: '2026-02-01T00:00:00+08:00' });
    expect(findings(r17x4, ...made(), product('P'), late)[0]!.since).toBe('2026-02-01');
  });
  test('innocent: kept to itself', () => expect(found(r17x4, ...made())).toEqual([]));
  test('near miss: consent, no own asset on the way, through a database, back to the provider, derived not supplied, source openly published', () => {
    const out = [product('P'), flow('Dataset:M', 'Product:P', 'MADE_INTO')];
    const events = [event('REUSE_CONSENTED', '2025-10-09T10:00:00+08:00', 'A')];
    expect(found(r17x4, ...made({}, {}, { events }), ...out)).toEqual([]);
    expect(
      found(r17x4, ...made({}, {}, { events: [event('REUSE_CONSENTED', '2025-10-09T10:00:00+08:00', 'C')] }), ...out),
    ).toHaveLength(1);
    expect(found(r17x4, dataset('S'), request('R'), product('P'), flow('Dataset:S', 'Product:P', 'MADE_INTO'))).toEqual(
      [],
    );
    expect(
      found(
        r17x4,
        ...made(),
        database('DB', { lead: 'B' }),
        flow('Dataset:M', 'Database:DB', 'AGGREGATED'),
        product('P'),
        flow('Database:DB', 'Product:P', 'MADE_INTO'),
      ),
    ).toEqual([]);
    expect(found(r17x4, ...made(), dataset('T'), flow('Dataset:M', 'Dataset:T', 'SUPPLIED'))).toEqual([]);
    expect(found(r17x4, ...made(), dataset('T', { provider: 'C' }), flow('Dataset:M', 'Dataset:T', 'DERIVED'))).toEqual(
      [],
    );
    expect(found(r17x4, ...made({ open: 'UNCONDITIONAL' }), ...out)).toEqual([]);
  });
  test('empty population: nothing was delivered', () =>
    expect(population(r17x4, ...made({}, {}, { state: 'APPROVED' }))).toBe(0));
});
