import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { clockFrom } from '#src/calendar/clock.ts';
import { warmUp } from '#src/compliance/evaluation.service.ts';
import { keepInMemory } from '#src/compliance/residence.ts';
import { loadBundle } from '#src/exchange/bundle/load.service.ts';
import { type House, openHouse } from '#src/house/house.ts';
import { dataset, other, PEOPLE } from '../compliance/scene.ts';
import { answer } from '../schema/asking.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const real = await stage('2026-11-23');
let house: House = real;
const on = (day: string) => {
  house = { ...real, clock: clockFrom(day)! };
};

const report = async (lines: readonly object[]) => {
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'some.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return loadBundle(house, [file]);
};
const load = async (...lines: object[]) =>
  expect(await report(lines)).toMatchObject({ refusals: [], written: true, findingsPending: false });
const details = async (rule: string) => {
  const rows = await query(
    "MATCH (f:Finding {rule: $rule, subject: 'Dataset:X'}) WHERE f.state <> 'CORRECTED' RETURN f.details AS details",
    { rule },
  );
  return rows.map(({ details }) => JSON.parse(String(details ?? '{}')) as Record<string, unknown>);
};

const law = (effectiveOn: string) => [
  other('instrument', 'I', { title: '某法', level: 'LAW' }),
  other('provision', 'I-1', { instrument: 'I', article: '1' }),
  other('change', 'CH', { kind: 'LAW', provision: 'I-1', effectiveOn }),
];
const row = { citation: '某市办法第一条' };
const later = (more: object) =>
  other('profile', 'KM-FINAL', { title: '某市办法', instrument: 'KM-FINAL', from: '2026-01-01', ...more });
const notice = (more: object = {}) =>
  other('holidays', 'N2027', {
    title: '2027年部分节假日安排（虚构）',
    year: 2027,
    number: '虚构1号',
    issuedOn: '2026-11-30',
    address: 'https://example.org/2027',
    off: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '虚构节', from: '2027-01-05', to: '2027-01-07' },
    ],
    work: ['2027-01-09'],
    ...more,
  });

beforeEach(async () => {
  on('2026-11-23');
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
});

describe.each(['by a process that runs all anew', 'by a process that serves'])(
  'law that is loaded counts %s',
  (how) => {
    beforeEach(async () => {
      if (how.endsWith('serves')) keepInMemory(house.graph);
    });

    it('a later profile, from its first day, as long as it is not retired', async () => {
      await load(...PEOPLE, dataset('X', { cycle: 'DAILY', updatedOn: '2026-11-01' }));
      await warmUp(house);
      expect(await details('R14-6')).toHaveLength(1);
      const profile = later({ cycleTolerances: [{ cycle: 'DAILY', days: 60, ...row }] });
      await load(profile);
      expect(await details('R14-6')).toHaveLength(0);
      await load({ ...profile, cycleTolerances: [{ cycle: 'DAILY', days: 60, ...row, from: '2026-11-24' }] });
      expect(await details('R14-6')).toHaveLength(1);
      await load(profile);
      await load({ ...profile, retired: true });
      expect(await details('R14-6')).toHaveLength(1);
    });

    it('a limit that binds what began when it was in force, and nothing before', async () => {
      await load(...PEOPLE, ...law('2026-11-10'), dataset('X', { basis: ['I-1'] }));
      await warmUp(house);
      expect(await details('R12-4')).toEqual([]);
      const limit = {
        code: 'U-5',
        startEvents: ['CHANGE_EFFECTIVE'],
        length: 5,
        unit: 'WORKING_DAYS',
        article: '第一条',
        bearer: 'PROVIDER',
        meaning: '五个工作日内更新目录',
        nature: 'LAW',
        verified: true,
        ...row,
      };
      await load(later({ limits: [{ ...limit, from: '2026-11-11' }] }));
      expect(await details('R12-4')).toEqual([]);
      await load(later({ limits: [{ ...limit, from: '2026-11-10' }] }));
      const [found] = await details('R12-4');
      expect(found).toMatchObject({ profiles: ['KM-FINAL'], due: { 'KM-FINAL': '2026-11-17' } });
    });

    it('a shipped profile that is loaded again with other numbers, in its place', async () => {
      await load(...PEOPLE, ...law('2026-11-06'), dataset('X', { basis: ['I-1'] }));
      await warmUp(house);
      expect(await details('R12-4')).toMatchObject([{ profiles: ['CN-809-2025'] }]);
      await load(other('profile', 'CN-809-2025', { title: '条例', instrument: 'CN-809-2025', from: '2025-08-01' }));
      expect(await details('R12-4')).toEqual([]);
    });

    it('the notice for a year: what was provisional is computed again', async () => {
      on('2027-01-20');
      await load(...PEOPLE, ...law('2026-12-24'), dataset('X', { basis: ['I-1'] }));
      await warmUp(house);
      const due = async () => (await details('R12-4')).map(({ due, provisional }) => ({ due, provisional }));
      expect(await due()).toEqual([
        { due: { 'CN-809-2025': '2027-01-08', 'KM-DRAFT-2025': '2027-01-15' }, provisional: true },
      ]);
      await load(notice());
      expect(await due()).toEqual([
        { due: { 'CN-809-2025': '2027-01-12', 'KM-DRAFT-2025': '2027-01-19' }, provisional: false },
      ]);
    });

    it('holidays of one place, for clocks of its own bodies', async () => {
      const far = other('organization', 'PA', { name: '区某局', kind: 'AGENCY', jurisdiction: 'PL' });
      await load(...PEOPLE, far, ...law('2026-11-06'), dataset('X', { basis: ['I-1'] }));
      await warmUp(house);
      const local = other('holidays', 'LOCAL', {
        title: '习惯节日（虚构）',
        jurisdiction: 'PL',
        off: [{ name: '火把节', from: '2026-11-12', to: '2026-11-13' }],
      });
      await load(local);
      expect(await details('R12-4')).toMatchObject([{ due: { 'CN-809-2025': '2026-11-20' } }]);
      await load(dataset('X', { basis: ['I-1'], provider: 'PA' }));
      expect(await details('R12-4')).toEqual([]);
      await load({ ...local, retired: true });
      expect(await details('R12-4')).toMatchObject([{ due: { 'CN-809-2025': '2026-11-20' } }]);
    });
  },
);

it('what is no law is refused, by field', async () => {
  const { refusals, written } = await report([
    ...PEOPLE,
    notice({ year: undefined, number: undefined }),
    other('holidays', 'BACK', {
      title: '反',
      jurisdiction: 'PL',
      off: [{ name: '反', from: '2026-02-02', to: '2026-02-01' }],
    }),
    later({ thresholds: [{ code: 'CONNECTION_VIOLATION', value: 0.3, meaning: '无出处' }], place: 'NOWHERE' }),
    other('profile', 'P2', {
      title: '某',
      instrument: 'X',
      couplings: [{ field: 'open', value: 'NONE', least: 0, most: 4, ...row }],
    }),
    other('profile', 'P3', { title: '某', instrument: 'X', place: 'NOWHERE' }),
  ]);
  expect(written).toBe(false);
  expect(refusals.map(({ code, field }) => [code, field])).toEqual([
    ['MISSING_FIELD', 'year'],
    ['MISSING_FIELD', 'number'],
    ['OUT_OF_RANGE', 'off.0.to'],
    ['MISSING_FIELD', 'thresholds.0.citation'],
    ['OUT_OF_RANGE', 'couplings.0.least'],
    ['UNKNOWN_REFERENCE', 'place'],
  ]);
});

it('what was loaded can be read back', async () => {
  await load(
    ...PEOPLE,
    notice(),
    later({ place: 'KM', couplings: [{ field: 'open', value: 'NONE', least: 4, most: 6, ...row }] }),
  );
  const source = `{
    a: node(id: "Holidays:N2027") { ... on Holidays { title year number issuedOn address off { name from to } work jurisdiction { id } } }
    b: node(id: "Profile:KM-FINAL") { ... on Profile { title instrument from to place { id } sets } }
  }`;
  expect(await answer(house, source)).toMatchObject({
    a: {
      year: 2027,
      off: [{ name: '元旦' }, { from: '2027-01-05', to: '2027-01-07' }],
      work: ['2027-01-09'],
      jurisdiction: null,
    },
    b: {
      from: '2026-01-01',
      to: null,
      place: { id: 'Jurisdiction:KM' },
      sets: { couplings: [{ least: 4 }], limits: [] },
    },
  });
});
