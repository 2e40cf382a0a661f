import { describe, expect, test } from 'vitest';
import { connection } from '#src/organization/connection.ts';
import { jointOrganizations } from '#src/organization/joint.ts';
import { type ControlKind, type ControlRecord, ownershipOn } from '#src/organization/ownership.ts';
import { chanceOf } from '../chance.ts';
import { connectionByDefinition } from './enumeration.ts';

const TODAY = '2026-11-23';
let keys = 0;
const tie = (
  from: string,
  to: string,
  kind: ControlKind,
  ratio?: number,
  more: Partial<ControlRecord> = {},
): ControlRecord => ({
  key: `C${keys++}`,
  from,
  to,
  kind,
  ...(ratio === undefined ? {} : { ratio }),
  validFrom: '2020-01-01',
  ...more,
});
const holds = (from: string, to: string, ratio: number, more?: Partial<ControlRecord>): ControlRecord =>
  tie(from, to, 'HOLDS', ratio, more);
const between = (controls: ControlRecord[], a: string, b: string, on = TODAY, state: string[] = []) =>
  connection(
    ownershipOn(controls, (id) => state.includes(id), on),
    a,
    b,
  );

describe('connection of two organizations', () => {
  test('ratios are multiplied along a chain of shares, down to a subsidiary and up to a parent', () => {
    const controls = [holds('O', 'S', 0.6), holds('S', 'D', 0.5)];
    expect(between(controls, 'O', 'D')).toEqual({
      lower: 0.3,
      upper: 0.3,
      fullyCounted: true,
      path: ['O', 'S', 'D'],
      via: { kind: 'OWNERSHIP', common: 'O' },
    });
    expect(between(controls, 'D', 'O')).toMatchObject({ lower: 0.3, path: ['D', 'S', 'O'], via: { common: 'O' } });
  });

  test('sisters are connected over their parent, in the order up and down', () => {
    const controls = [holds('Z', 'O', 0.7), holds('Z', 'D', 0.6)];
    expect(between(controls, 'O', 'D')).toMatchObject({ lower: 0.42, path: ['O', 'Z', 'D'] });
  });

  test('companies are not connected merely because the State owns both; a State body itself can be connected', () => {
    const controls = [holds('SASAC', 'O', 1), holds('SASAC', 'D', 1)];
    expect(between(controls, 'O', 'D', TODAY, ['SASAC'])).toMatchObject({ lower: 0, upper: 0, path: [] });
    expect(between(controls, 'SASAC', 'D', TODAY, ['SASAC']).lower).toBe(1);
  });

  test('a joint venture below both does not connect its owners', () => {
    expect(between([holds('O', 'J', 0.5), holds('D', 'J', 0.5)], 'O', 'D').upper).toBe(0);
  });

  test('parallel holdings through two shells add up; the stronger one is the path', () => {
    const controls = [holds('O', 'S1', 1), holds('O', 'S2', 1), holds('S1', 'D', 0.1), holds('S2', 'D', 0.16)];
    expect(between(controls, 'O', 'D')).toMatchObject({ lower: 0.26, path: ['O', 'S2', 'D'] });
  });

  test('control counts as 1, and own is at most 1', () => {
    const controls = [tie('O', 'S', 'CONTROLS'), holds('S', 'D', 0.8), holds('O', 'D', 0.5)];
    expect(between(controls, 'O', 'D').lower).toBe(1);
  });

  test('only one tie that is no ownership, read in either direction', () => {
    const controls = [holds('O', 'X', 0.5), tie('Y', 'X', 'SUBCONTRACTS_TO'), holds('Y', 'D', 0.8)];
    const found = between(controls, 'O', 'D');
    expect(found).toMatchObject({
      lower: 0.4,
      path: ['O', 'X', 'Y', 'D'],
      via: { kind: 'SIDE_EDGE', common: ['O', 'Y'] },
    });
    expect(between([tie('O', 'X', 'BENEFITS_FROM'), tie('X', 'D', 'LEGAL_REPRESENTATIVE')], 'O', 'D').upper).toBe(0);
  });

  test('a link gained after the day or ended on it does not count', () => {
    const controls = [holds('O', 'D', 0.51, { validFrom: '2022-03-01', validTo: '2025-06-30' })];
    expect(between(controls, 'O', 'D', '2025-06-29').lower).toBe(0.51);
    expect(between(controls, 'O', 'D', '2025-06-30').lower).toBe(0);
    expect(between(controls, 'O', 'D', '2022-03-01').lower).toBe(0.51);
    expect(between(controls, 'O', 'D', '2022-02-28').lower).toBe(0);
  });

  test('ties go to fewer organizations, then to smaller ids', () => {
    const even = [holds('O', 'B', 0.5), holds('O', 'A', 0.5), holds('A', 'D', 0.5), holds('B', 'D', 0.5)];
    expect(between(even, 'O', 'D')).toMatchObject({ lower: 0.5, path: ['O', 'A', 'D'] });
    const shorter = [holds('O', 'A', 1), holds('A', 'D', 0.2), holds('O', 'D', 0.2)];
    expect(between(shorter, 'O', 'D')).toMatchObject({ lower: 0.4, path: ['O', 'D'] });
  });

  test('an organization is wholly connected with itself; strangers are not connected', () => {
    expect(between([], 'O', 'O')).toMatchObject({ lower: 1, path: ['O'], via: { kind: 'SAME' } });
    expect(between([holds('O', 'A', 1)], 'O', 'D')).toMatchObject({ upper: 0, via: { kind: 'NONE' } });
  });
});

test('10,000 random structures with cross-holdings agree with the definition', () => {
  const kinds: ControlKind[] = [
    'CONTROLS',
    'SAME_CONTROLLER',
    'LEGAL_REPRESENTATIVE',
    'SUBCONTRACTS_TO',
    'BENEFITS_FROM',
  ];
  let greatest = 0;
  let connected = 0;
  for (let seed = 0; seed < 10_000; seed++) {
    const chance = chanceOf(seed);
    const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].slice(0, 3 + chance.below(5));
    const state = new Set(ids.filter(() => chance.is(0.15)));
    const controls = Array.from({ length: 2 + chance.below(12) }, () => {
      const [from, to] = [chance.pick(ids), chance.pick(ids)];
      return chance.is(0.85)
        ? holds(from, to, Math.round(chance.next() * 1000) / 1000)
        : tie(from, to, chance.pick(kinds));
    }).filter((c) => c.from !== c.to);
    const [o, d] = [chance.pick(ids), chance.pick(ids)];
    const found = connection(
      ownershipOn(controls, (id) => state.has(id), TODAY),
      o,
      d,
    );
    const expected = connectionByDefinition(controls, state, o, d);
    expect(found.fullyCounted, `seed ${seed}`).toBe(true);
    greatest = Math.max(greatest, Math.abs(found.lower - expected));
    if (expected > 0) {
      connected += 1;
      expect([found.path[0], found.path.at(-1)], `seed ${seed}`).toEqual([o, d]);
    }
  }
  expect(greatest).toBeLessThan(1e-6);
  expect(connected).toBeGreaterThan(3_000);
}, 120_000);

describe('a dense structure', () => {
  const ids = Array.from({ length: 14 }, (_, i) => `K${String(i).padStart(2, '0')}`);
  const clique = (share: number): ControlRecord[] =>
    ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => holds(from, to, share)));

  test('shows bounds and says that it was not fully counted', () => {
    const found = between(clique(1 / 13), 'K00', 'K01');
    expect(found.fullyCounted).toBe(false);
    expect(found.lower).toBeGreaterThan(1 / 13);
    expect(found.upper).toBeGreaterThan(found.lower);
    expect(found.upper).toBeLessThanOrEqual(1);
  });

  test('has bounds that hold the truth where the truth can still be counted', () => {
    const small = ids.slice(0, 7);
    const controls = small.flatMap((from) => small.filter((to) => to !== from).map((to) => holds(from, to, 0.15)));
    const ownership = ownershipOn(controls, () => false, TODAY);
    const truth = connectionByDefinition(controls, new Set(), 'K00', 'K01');
    expect(connection(ownership, 'K00', 'K01').lower).toBeCloseTo(truth, 9);
    for (const expansions of [10, 100, 1000]) {
      const bounds = connection(ownership, 'K00', 'K01', expansions);
      expect(bounds.fullyCounted).toBe(false);
      expect(bounds.lower).toBeLessThanOrEqual(truth + 1e-9);
      expect(bounds.upper).toBeGreaterThanOrEqual(truth - 1e-9);
    }
  });
});

test('controlled organizations and those of one controller count as one, over any number of steps', () => {
  const joint = jointOrganizations([
    tie('B', 'C', 'CONTROLS'),
    tie('C', 'A', 'SAME_CONTROLLER'),
    holds('A', 'X', 1),
    tie('M', 'N', 'CONTROLS'),
  ]);
  expect(['A', 'B', 'C'].map((id) => joint.get(id))).toEqual(['A', 'A', 'A']);
  expect([joint.get('N'), joint.get('X')]).toEqual(['M', undefined]);
});
