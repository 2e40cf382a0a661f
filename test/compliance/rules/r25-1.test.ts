import { describe, expect, test } from 'vitest';
import { r25x1 } from '#src/compliance/rules/r25-1.ts';
import { collection, database, dataset, element, findings, flow, found, population, product } from '../scene.ts';

const secret = [{ name: '病历', personal: 'SENSITIVE' }];
const elements = [element('DE-1', '公民身份号码'), element('DE-2', '居住地址')];
const person = (key: string, level: number) => dataset(key, { level, items: [{ name: '号码', element: 'DE-1' }] });
const home = (key: string, level: number) => dataset(key, { level, items: [{ name: '地址', element: 'DE-2' }] });
const joined = [
  flow('Dataset:A1', 'Dataset:J', 'DERIVED', { transform: 'JOIN' }),
  flow('Dataset:A2', 'Dataset:J', 'DERIVED', { transform: 'JOIN' }),
];

describe('R25-1 declared level too low', () => {
  test('guilty: below its own items, or below what it was made of', () => {
    expect(found(r25x1, dataset('X', { level: 3, items: secret }))).toEqual(['Dataset:X ← Dataset:X']);
    const made = [
      dataset('X', { level: 4, items: secret }),
      product('P', { level: 3 }),
      flow('Dataset:X', 'Product:P', 'MADE_INTO', { transform: 'STATISTICS' }),
    ];
    expect(findings(r25x1, ...made)).toMatchObject([
      { subject: 'Product:P', object: 'VIOLATION', details: { declared: 3, computed: 4 } },
    ]);
  });
  test('to be judged: identity and location joined on a base of 4; collections are no part of it', () => {
    const world = [
      ...elements,
      person('A1', 4),
      home('A2', 2),
      dataset('J', { level: 4 }),
      ...joined,
      collection('C'),
      flow('Collection:C', 'Dataset:J', 'COLLECTED'),
    ];
    expect(found(r25x1, ...world)).toEqual(['Dataset:J REVIEW ← Dataset:J Dataset:A1 Dataset:A2']);
    expect(findings(r25x1, ...world)[0]).toMatchObject({ object: 'REVIEW', details: { triggers: ['LOCATION'] } });
  });
  test('guilty and to be judged at once', () => {
    expect(found(r25x1, ...elements, person('A1', 4), home('A2', 2), dataset('J', { level: 3 }), ...joined)).toEqual([
      'Dataset:J ← Dataset:J',
      'Dataset:J REVIEW ← Dataset:J Dataset:A1 Dataset:A2',
    ]);
  });
  test('innocent: declared as computed, or higher', () =>
    expect(found(r25x1, dataset('X', { level: 4, items: secret }), dataset('Y', { level: 3 }))).toEqual([]));
  test('near miss: an approved lowering in force; public by statute; no level declared; joined below 4', () => {
    const lowered = { to: 2, by: 'DA', on: '2025-09-01', until: '2026-11-23' };
    const statistics = [
      dataset('X', { level: 3 }),
      dataset('Y', { level: 2, levelAdjustment: lowered }),
      flow('Dataset:X', 'Dataset:Y', 'DERIVED', { transform: 'STATISTICS' }),
    ];
    expect(found(r25x1, ...statistics)).toEqual([]);
    const expired = statistics.map((r) =>
      r.key === 'Y' ? { ...r, levelAdjustment: { ...lowered, until: '2026-11-22' } } : r,
    );
    expect(found(r25x1, ...expired)).toEqual(['Dataset:Y ← Dataset:Y']);
    expect(
      found(
        r25x1,
        dataset('X', { level: 1, items: [{ ...secret[0], public: true }] }),
        dataset('Y', { items: secret }),
      ),
    ).toEqual([]);
    expect(found(r25x1, ...elements, person('A1', 3), home('A2', 2), dataset('J', { level: 4 }), ...joined)).toEqual(
      [],
    );
  });
  test('empty population; databases are part of it', () => {
    expect(population(r25x1, collection('C'), dataset('X', { retired: true }))).toBe(0);
    expect(population(r25x1, database('DB'))).toBe(1);
  });
});
