import { beforeAll, describe, expect, it } from 'vitest';
import { backflowDuplicatesOf } from '../../src/collection/backflow-duplicates.service.ts';
import { againstBackflows, type GatheredItem } from '../../src/collection/backflow-duplicates.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { bundles } from '../exchange/lines.ts';
import { answer } from '../schema/asking.ts';
import { local, stage } from '../stage/stage.ts';

const backflow = { id: 'Backflow:B', items: ['纳税人名称', '信用等级', '评价年度', '税号'], place: 'PA' };
const elements = [{ id: 'Element:E', name: '统一社会信用代码', aliases: ['税号'] }];
const item = (name: string, more: Partial<GatheredItem> = {}): GatheredItem => ({
  id: 'Collection:C',
  owner: 'Organization:A1',
  place: 'PA',
  item: name,
  element: null,
  ...more,
});
const found = (...items: readonly GatheredItem[]) => againstBackflows([backflow], items, elements);

describe('a collection against a backflow', () => {
  it('is told when two items come back anyway, by name or by element, with the share of them', () => {
    const code = item('社会信用代码', { element: 'Element:E' });
    expect(found(item('信用等级'), code)).toMatchObject([
      { collection: 'Collection:C', backflow: 'Backflow:B', items: ['信用等级', '社会信用代码'], share: 0.5 },
    ]);
  });

  it('is not told for one item, which may only say which row is meant, nor for two names of one', () => {
    expect(found(item('信用等级'))).toEqual([]);
    expect(found(item('税号', { element: 'Element:E' }), item('信用代码', { element: 'Element:E' }))).toEqual([]);
  });

  it('is not told for the backflow of another place', () => {
    const elsewhere = { place: 'PB' };
    expect(found(item('信用等级', elsewhere), item('评价年度', elsewhere))).toEqual([]);
  });

  it('comes first where more of the backflow is collected', () => {
    const all = ['纳税人名称', '信用等级', '评价年度'].map((name) => item(name, { id: 'Collection:Z' }));
    const listed = found(item('信用等级'), item('评价年度'), ...all);
    expect(listed.map(({ collection }) => collection)).toEqual(['Collection:Z', 'Collection:C']);
  });
});

describe('the list', () => {
  const files = bundles();
  let house: House;
  beforeAll(async () => {
    house = await stage();
    const collection = (key: string, more: object = {}) => ({
      record: 'collection',
      key,
      name: `收集 ${key}`,
      organization: 'A1',
      items: [{ name: '信用等级' }, { name: '评价年度' }],
      startedOn: '2026-01-01',
      ...more,
    });
    const lines = [
      { record: 'jurisdiction', key: 'PA', name: '甲市', kind: 'CITY' },
      { record: 'organization', key: 'A1', name: '甲市一局', kind: 'AGENCY', jurisdiction: 'PA' },
      { record: 'organization', key: 'V1', name: '甲市税务局', kind: 'VERTICAL', jurisdiction: 'PA' },
      { record: 'organization', key: 'V2', name: '省税务局', kind: 'VERTICAL' },
      {
        record: 'backflow',
        key: 'B',
        name: '信用回流',
        system: '金税',
        superior: 'V2',
        coordinator: 'V1',
        items: ['信用等级', '评价年度'],
        state: 'RETURNING',
      },
      collection('C1'),
      collection('C2', { organization: 'V1' }),
      collection('ENDED', { endedOn: '2026-11-23' }),
      collection('LATER', { startedOn: '2026-11-24' }),
      collection('EXEMPT', { exemption: 'FIRST_SOURCE', exemptionReason: '法定' }),
    ];
    expect((await loadBundle(house, [files.of(...lines)])).refusals).toEqual([]);
  });
  const listed = async (question: Parameters<typeof backflowDuplicatesOf>[1], viewer = local) =>
    (await backflowDuplicatesOf(house.desk(viewer), question)).edges.map(({ duplicate }) => duplicate.collection);

  it('holds what is under way and not exempted; to an organization its own; to the public nothing', async () => {
    expect(await listed({})).toEqual(['Collection:C1', 'Collection:C2']);
    expect(await listed({ organization: 'Organization:V1' })).toEqual(['Collection:C2']);
    expect(await listed({}, PUBLIC_VIEWER)).toEqual([]);
  });

  it('is read page by page through the API', async () => {
    const page = (after: string | null) =>
      answer<{ backflowDuplicates: { edges: { cursor: string; node: object }[]; pageInfo: { hasNextPage: boolean } } }>(
        house,
        `query ($after: String) { backflowDuplicates(first: 1, after: $after) {
          edges { cursor node { collection { id } backflow { id } items share } } pageInfo { hasNextPage } } }`,
        { after },
      );
    const { backflowDuplicates: first } = await page(null);
    expect(first.edges[0]!.node).toEqual({
      collection: { id: 'Collection:C1' },
      backflow: { id: 'Backflow:B' },
      items: ['信用等级', '评价年度'],
      share: 1,
    });
    const { backflowDuplicates: second } = await page(first.edges[0]!.cursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(second.edges[0]!.node).toMatchObject({ collection: { id: 'Collection:C2' } });
  });
});
