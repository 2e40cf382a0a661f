import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One line of a bundle. */
export type Line = Readonly<Record<string, unknown>> & { readonly record: string; readonly key?: string };

/** A row of numbers that is the same for the same seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const WORDS = ['企业', '登记', '人口', '水质', '许可', '信用', '车辆', '学校', '医院', '道路'];
const STATES = ['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT', 'SUBMITTED', 'WITHDRAWN'];
const OPEN = ['UNCONDITIONAL', 'CONDITIONAL', 'NONE', undefined];
const ORGANIZATIONS = ['A1', 'A2', 'D1', 'B1', 'C1', 'C2'];
const LATE = '2026-03-01T00:00:00+08:00';

/** The bodies of two cities, one with a district, and two companies. */
const GROUND: readonly Line[] = [
  { record: 'jurisdiction', key: 'PA', name: '甲市', kind: 'CITY' },
  { record: 'jurisdiction', key: 'PD', name: '甲一区', kind: 'DISTRICT', partOf: 'PA' },
  { record: 'jurisdiction', key: 'PB', name: '乙市', kind: 'CITY' },
  { record: 'organization', key: 'A1', name: '甲一局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'A2', name: '甲二局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'D1', name: '甲区局', kind: 'AGENCY', jurisdiction: 'PD' },
  { record: 'organization', key: 'B1', name: '乙一局', kind: 'AGENCY', jurisdiction: 'PB' },
  { record: 'organization', key: 'C1', name: '样例一公司', kind: 'COMPANY', jurisdiction: 'PA' },
  { record: 'organization', key: 'C2', name: '样例二公司', kind: 'COMPANY', jurisdiction: 'PB' },
  { record: 'element', key: 'E1', name: '统一社会信用代码', aliases: ['信用代码'] },
  { record: 'plan', key: 'PL', title: '方案', implementer: 'A1', scope: ['Dataset:X0'], state: 'APPROVED' },
  {
    record: 'agreement',
    key: 'AG',
    plan: 'PL',
    operator: 'C1',
    scope: ['Dataset:X0'],
    signedOn: '2026-01-01',
    termFrom: '2026-01-01',
    termTo: '2027-12-31',
  },
];

/** A random world: assets of all kinds and states, and flows among them. */
export function randomWorld(seed: number, size: number): Line[] {
  const roll = dice(seed);
  const assets = [dataset('X0', roll, 'A1', 'PUBLISHED'), ...Array.from({ length: size }, (_, i) => asset(i, roll))];
  return [...GROUND, ...assets, ...flowsAmong(assets, roll, size * 3)];
}

/** More assets and flows for a world, under keys of their own. */
export function additions(world: readonly Line[], seed: number, accept: (line: Line) => boolean): Line[] {
  const roll = dice(seed);
  const more: Line[] = [];
  for (let i = 0; more.length < 6 && i < 200; i++) {
    const line = asset(1_000 + i, roll);
    if (accept(line)) more.push(line);
  }
  const old = world.filter(isAsset);
  const flows = flowsAmong([...more, ...old], roll, 200).filter(({ from, to }) =>
    more.some((line) => idOf(line) === from || idOf(line) === to),
  );
  return [...more, ...flows];
}

export const isAsset = ({ record }: Line) =>
  ['dataset', 'database', 'collection', 'backflow', 'product'].includes(record);

/** The id of an asset's line. */
export function idOf({ record, key }: Line): string {
  return `${record[0]!.toUpperCase()}${record.slice(1)}:${key}`;
}

function asset(i: number, roll: (sides: number) => number): Line {
  const owner = ORGANIZATIONS[roll(ORGANIZATIONS.length)]!;
  const name = `${WORDS[roll(10)]}${WORDS[roll(10)]}${i % 7}`;
  const key = `X${i + 1}`;
  switch (roll(9)) {
    case 0:
      return { record: 'database', key, name, kind: 'THEMATIC', domain: '主题', lead: owner, jurisdiction: 'PA' };
    case 1:
      return { record: 'collection', key, name, organization: owner, items: [{ name: '信用代码', element: 'E1' }] };
    case 2:
      return { record: 'backflow', key, name, system: '系统', superior: 'B1', coordinator: owner, state: 'AGREED' };
    case 3:
    case 4: {
      const versions = roll(2) === 0 ? [] : [{ version: '1', deliveredOn: '2026-02-01' }];
      return { record: 'product', key, name, developer: owner, versions };
    }
    default:
      return dataset(key, roll, owner, STATES[roll(STATES.length)]!);
  }
}

function dataset(key: string, roll: (sides: number) => number, provider: string, state: string): Line {
  const title = `${WORDS[roll(10)]}${WORDS[roll(10)]}信息`;
  const items = [{ name: '信用代码', element: 'E1' }, { name: WORDS[roll(10)] }];
  const share = OPEN[roll(4)];
  return { record: 'dataset', key, title, provider, state, open: OPEN[roll(4)], share, items, level: 1 + roll(4) };
}

function flowsAmong(assets: readonly Line[], roll: (sides: number) => number, count: number): Line[] {
  const flows = new Map<string, Line>();
  for (let i = 0; i < count; i++) {
    const [a, b] = [assets[roll(assets.length)]!, assets[roll(assets.length)]!];
    if (a === b) continue;
    const kind = a.record === 'product' && b.record === 'product' ? 'REDEVELOPED' : ['DERIVED', 'SUPPLIED'][roll(2)];
    const assertedBy = ORGANIZATIONS[roll(6)]!;
    const items = hasCode(a) && hasCode(b) ? [['信用代码', '信用代码']] : undefined;
    const said = { assertedBy, evidence: `证据${roll(9)}`, validFrom: '2026-01-01', recordedAt: LATE, items };
    const line = { record: 'flow', from: idOf(a), to: idOf(b), kind, ...said };
    flows.set([line.from, line.to, kind, assertedBy].join(), line);
  }
  return [...flows.values()];
}

const hasCode = ({ record }: Line) => record === 'dataset' || record === 'collection';

/** Writes a world down as a bundle; answers its path. */
export function bundleOf(world: readonly Line[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-world-')), 'world.jsonl');
  writeFileSync(file, world.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}
