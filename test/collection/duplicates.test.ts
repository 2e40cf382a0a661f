import { beforeAll, describe, expect, it } from 'vitest';
import { type DuplicateQuestion, duplicatesOf } from '../../src/collection/duplicates.service.ts';
import { judgePair } from '../../src/collection/verdict.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import type { House } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';

const dataset = (key: string, provider: string, title: string, more: object = {}) => ({
  record: 'dataset',
  key,
  title,
  provider,
  jurisdiction: 'PA',
  open: 'UNCONDITIONAL',
  ...more,
});
const CITY = [
  { record: 'jurisdiction', key: 'PA', name: '甲市', kind: 'CITY' },
  { record: 'organization', key: 'A1', name: '甲市一局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'A2', name: '甲市二局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'A3', name: '甲市三局', kind: 'AGENCY', jurisdiction: 'PA' },
  dataset('D1', 'A1', '企业登记信息'),
  dataset('D2', 'A2', '企业登记信息'),
  dataset('D3', 'A3', '道路运输许可信息'),
  dataset('D4', 'A3', '道路运输许可信息'),
];
const PAIR = { a: 'Dataset:D1', b: 'Dataset:D2' };

const files = bundles();
let house: House;
let one: Viewer;
let two: Viewer;
let authority: Viewer;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [files.of(...CITY)]);
  one = await as(house, 'CLERK', { organization: 'A1' });
  two = await as(house, 'REVIEWER', { organization: 'A2' });
  authority = await as(house, 'AUTHORITY', { jurisdiction: 'PA' });
});

async function pairs(question: DuplicateQuestion, viewer: Viewer = local): Promise<string[]> {
  const { edges } = await duplicatesOf(house.desk(viewer), question);
  return edges.map(({ pair }) => `${pair.a.slice(8)} ${pair.b.slice(8)}`).sort();
}

describe('judging duplicates', () => {
  it('begins with all pairs open, and lists to each those of which he may judge a side', async () => {
    expect(await pairs({})).toEqual(['D1 D2', 'D3 D4']);
    expect(await pairs({ queue: 'OPEN' })).toEqual(['D1 D2', 'D3 D4']);
    expect(await pairs({ mine: true }, one)).toEqual(['D1 D2']);
    expect(await pairs({ mine: true }, authority)).toEqual(['D1 D2', 'D3 D4']);
    expect(await pairs({ organization: 'Organization:A3' }, one)).toEqual(['D3 D4']);
  });

  it('is not for somebody who answers for neither, or who is not signed in', async () => {
    const third = await as(house, 'CLERK', { organization: 'A3' });
    for (const viewer of [third, await as(house, 'PUBLIC'), await as(house, 'AUDITOR')])
      await expect(judgePair(house.desk(viewer), { ...PAIR, verdict: 'SAME' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('by one side takes the pair off its own queue alone; by both it is judged', async () => {
    expect((await judgePair(house.desk(one), { ...PAIR, verdict: 'SAME' })).refusals).toEqual([]);
    expect(await pairs({ mine: true, queue: 'OPEN' }, one)).toEqual([]);
    expect(await pairs({ mine: true, queue: 'OPEN' }, two)).toEqual(['D1 D2']);
    expect(await pairs({ queue: 'JUDGED' })).toEqual([]);
    await judgePair(house.desk(two), { a: PAIR.b, b: PAIR.a, verdict: 'SAME' });
    expect(await pairs({ queue: 'JUDGED' })).toEqual(['D1 D2']);
    expect(await pairs({ queue: 'OPEN' })).toEqual(['D3 D4']);
    expect(await pairs({})).toEqual(['D1 D2', 'D3 D4']);
  });

  it('once more replaces what the same judge said, and keeps that in its history', async () => {
    await judgePair(house.desk(two), { ...PAIR, verdict: 'DIFFERENT' });
    expect(await pairs({ queue: 'OPEN' })).toEqual(['D1 D2', 'D3 D4']);
    const [{ verdicts, former } = {}] = await query(
      'MATCH (v:Verdict) OPTIONAL MATCH (v)-[w:WAS]->() RETURN count(DISTINCT v) AS verdicts, count(w) AS former',
    );
    expect([verdicts, former]).toEqual([2, 1]);
  });

  it('by the authority holds over both, and names who is to be the source', async () => {
    const command = { ...PAIR, verdict: 'SAME' as const, leadDepartment: 'Organization:A1' };
    expect((await judgePair(house.desk(authority), command)).refusals).toEqual([]);
    expect(await pairs({ queue: 'JUDGED' })).toEqual(['D1 D2']);
    expect(await query('MATCH (:Verdict)-[:NAMES_LEAD]->(o) RETURN o.id AS id')).toEqual([{ id: 'Organization:A1' }]);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });

  it('is undone when a side changes in substance, and only then', async () => {
    await loadBundle(house, [files.of(dataset('D1', 'A1', '企业登记信息', { abstract: '说明', cycle: 'DAILY' }))]);
    expect(await pairs({ queue: 'JUDGED' })).toEqual(['D1 D2']);
    await loadBundle(house, [files.of(dataset('D1', 'A1', '企业登记信息', { items: [{ name: '企业名称' }] }))]);
    expect(await pairs({ queue: 'JUDGED' })).toEqual([]);
    expect(await pairs({ queue: 'OPEN' })).toEqual(['D1 D2', 'D3 D4']);
  });
});
