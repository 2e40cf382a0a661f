import { beforeAll, describe, expect, inject, it } from 'vitest';
import { clockFrom } from '../../src/calendar/clock.ts';
import { type DuplicatePage, duplicatesOf } from '../../src/collection/duplicates.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { saveDataset, saveOrganization } from '../../src/exchange/edit/edit.service.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { versionOf } from '../../src/record/entry.ts';
import { chanceOf } from '../chance.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';

const dataset = (key: string, title: string, more: object = {}) => ({
  key,
  title,
  provider: 'A1',
  jurisdiction: 'PA',
  open: 'UNCONDITIONAL',
  ...more,
});
const organization = (key: string, name: string) => ({ key, name, kind: 'AGENCY', jurisdiction: 'PA' });
const TITLES = ['企业登记信息', '企业登记名录', '公共厕所信息', '公厕信息', '驾校名录', '水库信息'];
const CITY = [
  { record: 'jurisdiction', key: 'PA', name: '昆明市', kind: 'CITY', gbCode: '530100' },
  ...['A1', 'A2'].map((key) => ({ record: 'organization', ...organization(key, `昆明市${key}局`) })),
  ...TITLES.map((title, i) => ({ record: 'dataset', ...dataset(`D${i}`, title) })),
];

const files = bundles();
let house: House;
let clerk: Viewer;
let authority: Viewer;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [files.of(...CITY)]);
  clerk = await as(house, 'CLERK', { organization: 'A1' });
  authority = await as(house, 'AUTHORITY', { jurisdiction: 'PA' });
});

const told = ({ edges }: DuplicatePage) =>
  edges.map(({ pair: { a, b, judgment } }) => `${a} ${b} ${judgment.relation} ${judgment.score}`);
const known = async (viewer = local) => told(await duplicatesOf(house.desk(viewer), { first: 200 }));

/** What a program says that has just been started over the same graph. */
async function afterRestart(today = '2026-11-23'): Promise<string[]> {
  const { house: fresh } = await openHouse(connect(inject('graph')), clockFrom(today)!);
  try {
    return told(await duplicatesOf(fresh.desk(local), { first: 200 }));
  } finally {
    await fresh.close();
  }
}

async function contentOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await query('MATCH (r:Record {id: $id}) RETURN r.content AS content', { id });
  return JSON.parse(row!['content'] as string) as Record<string, unknown>;
}

async function save(key: string, title: string, more: object = {}) {
  const before = await contentOf(`Dataset:${key}`);
  const content = dataset(key, title, more);
  const { refusals } = await saveDataset(house.desk(clerk), { content, basedOn: versionOf(before as never) });
  expect(refusals).toEqual([]);
}

describe('the stock of duplicates', () => {
  it('follows acts: the same as after a restart, whatever was changed', async () => {
    const { below, pick } = chanceOf(7);
    const before = await known();
    expect(before.length).toBeGreaterThan(1);
    for (let step = 0; step < 12; step++) {
      const content = dataset(`D${below(6)}`, `${pick(['', '五华区'])}${pick(TITLES)}`, {
        state: pick(['PUBLISHED', 'PUBLISHED', 'WITHDRAWN']),
      });
      const held = await contentOf(`Dataset:${content.key}`);
      await saveDataset(house.desk(clerk), { content, basedOn: versionOf(held as never) });
      if (step % 3 === 2) expect(await known()).toEqual(await afterRestart());
    }
    expect(await known()).not.toEqual(before);
  });

  it('follows loads, and a new name of who answers for a dataset', async () => {
    const lines = TITLES.map((title, i) => ({ record: 'dataset', ...dataset(`D${i}`, title, { provider: 'A2' }) }));
    await loadBundle(house, [files.of(...lines)]);
    expect(await known()).toEqual(await afterRestart());
    const before = await contentOf('Organization:A2');
    const content = organization('A2', '昆明市五华区教育局');
    const { refusals } = await saveOrganization(house.desk(authority), {
      content,
      basedOn: versionOf(before as never),
    });
    expect(refusals).toEqual([]);
    expect(await known()).toEqual(await afterRestart());
  });

  it('lists to each the pairs of which he sees both sides', async () => {
    await loadBundle(house, [files.of({ record: 'dataset', ...dataset('D9', TITLES[0]!, { open: 'NONE' }) })]);
    const own = await known(clerk);
    expect(own.some((pair) => pair.includes('Dataset:D9'))).toBe(true);
    const all = await duplicatesOf(house.desk({ ...clerk, role: 'PUBLIC', organization: null, city: [] }), {});
    expect(told(all)).toEqual(own.filter((pair) => !pair.includes('Dataset:D9')));
  });

  it('no longer lists what was retired meanwhile', async () => {
    const before = await known();
    await save('D9', TITLES[0]!, { open: 'NONE', provider: 'A1', state: 'WITHDRAWN' });
    expect(await known()).toEqual(before.filter((pair) => !pair.includes('Dataset:D9')));
    expect(await known()).toEqual(await afterRestart());
  });
});
