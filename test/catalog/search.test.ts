import { beforeAll, describe, expect, it } from 'vitest';
import { countDatasets, facetsOf, searchDatasets } from '../../src/catalog/search.service.ts';
import type { Filters } from '../../src/catalog/search-question.ts';
import type { House } from '../../src/house/house.ts';
import { loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
  await retire('Dataset:CG02');
});

/** Retires a dataset as a load would, a day before the stage's today. */
async function retire(id: string): Promise<void> {
  await house.graph.command(`MATCH (d:Dataset {id: '${id}'}) SET d.retiredAt = ${house.clock.now() - 86_400_000}`);
}

async function found(search: string | null, filters: Filters = {}, first = 200): Promise<string[]> {
  const { edges } = await searchDatasets(house.desk(local), { search, filters, first });
  return edges.map(({ id }) => id.slice('Dataset:'.length));
}

describe('search', () => {
  it.each([
    ['a code', '307025530100008/000010', 'FR01'],
    ['a code in full width', '３０７０２５５３０１００００８／００００１０', 'FR01'],
    ['a key', 'FR01', 'FR01'],
    ['a key in other width and case', 'ｆｒ０１', 'FR01'],
    ['a whole title', '企业登记基本信息', 'FR01'],
    ['words inside a title', '登记基本', 'FR01'],
    ['two words of a title', '信息 企业登记', 'FR01'],
    ['a title with brackets', '就诊人群特征（去标识）', 'D3'],
    ['the code of an item', 'ZSBH', 'CY01'],
  ])('finds by %s', async (_, typed, key) => {
    expect((await found(typed))[0]).toBe(key);
  });

  it('finds every dataset with a single character in its title, at any place', async () => {
    const hits = await found('滇');
    expect(hits).toEqual(expect.arrayContaining(['DC01', 'DC02', 'DC05', 'DC08']));
  });

  it('finds all codes that begin alike', async () => {
    const hits = await found('307025530100001/');
    expect(hits).toEqual(expect.arrayContaining(['RK01', 'RK02', 'RK06']));
    expect(await found('FR0')).toHaveLength(9);
  });

  it('finds by the name of an item and says where', async () => {
    const { edges, relaxed } = await searchDatasets(house.desk(local), { search: '综合能耗', first: 1 });
    expect(relaxed).toBe(false);
    expect(edges[0]).toMatchObject({ id: 'Dataset:CY05' });
    expect(edges[0]!.highlights).toContainEqual({ field: 'itemNames', text: '综合能耗(吨标煤)', ranges: [[0, 4]] });
  });

  it('puts titles before abstracts', async () => {
    const { edges } = await searchDatasets(house.desk(local), { search: '水质', first: 200 });
    const inTitle = edges.map(({ highlights }) => highlights.some(({ field }) => field === 'title'));
    expect(inTitle.filter(Boolean).length).toBeGreaterThan(2);
    expect(inTitle).toEqual(inTitle.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('has some of the words when none has all, and says so', async () => {
    const page = await searchDatasets(house.desk(local), { search: '滇池 婚姻', first: 3 });
    expect(page).toMatchObject({ relaxed: true, hasNextPage: true });
    const next = await searchDatasets(house.desk(local), { search: '滇池 婚姻', after: page.edges.at(-1)!.cursor });
    expect(next.relaxed).toBe(true);
    expect(await countDatasets(house.desk(local), { search: '滇池 婚姻' })).toBe(3 + next.edges.length);
    expect(next.edges.map(({ id }) => id)).not.toContain(page.edges[0]!.id);
  });

  it('finds nothing where nothing is', async () => {
    const question = { search: '麒麟' };
    expect(await searchDatasets(house.desk(local), question)).toEqual({
      edges: [],
      hasNextPage: false,
      relaxed: false,
    });
    expect(await countDatasets(house.desk(local), question)).toBe(0);
    expect((await facetsOf(house.desk(local), question)).state).toEqual([]);
  });

  it.each([
    'AND OR NOT',
    '( ) [ ] { } ^ " ~ * ? : \\ / + - && ||',
    '"',
    "'",
    '企业 AND',
    '企业"',
    '+企业 -登记',
    'title:企业',
    '企业^9~',
    '[a TO z]',
    '/企业/',
    '\\',
    '😀',
    '🚗企业',
    '_',
    '人口'.repeat(400),
    'a滇'.repeat(400),
    '口 a '.repeat(250),
    '，。',
    'null',
  ])('takes %j for words', async (typed) => {
    await expect(searchDatasets(house.desk(local), { search: typed })).resolves.toBeDefined();
    await expect(countDatasets(house.desk(local), { search: typed })).resolves.toBeGreaterThanOrEqual(0);
  });

  it('refuses ten kilobytes', async () => {
    const asked = searchDatasets(house.desk(local), { search: '人'.repeat(10_000) });
    await expect(asked).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('leaves retired datasets out', async () => {
    expect(await found('城市管理案件（旧）')).not.toContain('CG02');
    expect(await found(null, { state: ['WITHDRAWN'] })).toEqual([]);
  });
});
