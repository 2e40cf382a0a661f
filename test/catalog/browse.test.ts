import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { countDatasets, type Facets, facetsOf, searchDatasets } from '../../src/catalog/search.service.ts';
import type { Filters } from '../../src/catalog/search-question.ts';
import { byCodePoint } from '../../src/foundation/text.ts';
import type { House } from '../../src/house/house.ts';
import { loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});
const desk = () => house.desk(local);

type Line = Readonly<Record<string, string>> & { readonly level: number };
const lines = (file: string): Line[] =>
  readFileSync(`seed/kunming/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
/** The demo city's datasets as they stand in its files, by title. */
const datasets = lines('datasets').sort((a, b) => byCodePoint(a.title!, b.title!) || byCodePoint(a.key!, b.key!));
const homes = new Map(lines('organizations').map(({ key, jurisdiction }) => [key, jurisdiction]));
const aggregated = lines('flows').filter(({ kind, validTo }) => kind === 'AGGREGATED' && validTo === undefined);

async function all(question: { search?: string; filters?: Filters }, first = 200): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof searchDatasets>> = await searchDatasets(desk(), {
      ...question,
      first,
      after,
    });
    ids.push(...page.edges.map(({ id }) => id));
    if (!page.hasNextPage) return ids;
    after = page.edges.at(-1)!.cursor;
  }
}

/** Statements that ran meanwhile. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const ran: string[] = [];
  const stop = house.graph.listen((name) => ran.push(name));
  await work();
  stop();
  return ran;
}

const FR = '11530100KMX0000811';
const cases: [name: string, Filters, (line: Line) => boolean][] = [
  ['organization', { organizations: [`Organization:${FR}`, 'Organization:none'] }, ({ provider }) => provider === FR],
  [
    'organization and level',
    { organizations: [`Organization:${FR}`], level: [2] },
    (d) => d.provider === FR && d.level === 2,
  ],
  [
    'jurisdiction',
    { jurisdictions: ['Jurisdiction:530100'] },
    (d) => (d.jurisdiction ?? homes.get(d.provider!)) === '530100',
  ],
  [
    'jurisdiction of a district',
    { jurisdictions: ['Jurisdiction:530102'] },
    (d) => (d.jurisdiction ?? homes.get(d.provider!)) === '530102',
  ],
  ['database', { databases: ['Database:DB-RK', 'Database:DB-FR'] }, (d) => isIn(d, 'DB-RK') || isIn(d, 'DB-FR')],
  [
    'database and organization',
    { databases: ['Database:DB-FR'], organizations: [`Organization:${FR}`] },
    (d) => isIn(d, 'DB-FR') && d.provider === FR,
  ],
  ['share', { share: ['NONE', 'CONDITIONAL'] }, ({ share }) => share !== 'UNCONDITIONAL'],
  ['open', { open: ['CONDITIONAL'] }, ({ open }) => open === 'CONDITIONAL'],
  ['cycle', { cycle: ['DAILY', 'REALTIME'] }, ({ cycle }) => cycle === 'DAILY' || cycle === 'REALTIME'],
  ['level', { level: [4, 5] }, ({ level }) => level === 4 || level === 5],
  ['theme', { theme: ['滇池治理', '法人'] }, ({ theme }) => theme === '滇池治理' || theme === '法人'],
  ['state', { state: ['DRAFT', 'WITHDRAWN'] }, ({ state }) => state === 'DRAFT' || state === 'WITHDRAWN'],
  ['an empty list, which asks nothing', { share: [] }, () => true],
];
const isIn = (dataset: Line, database: string) =>
  aggregated.some(({ from, to }) => from === `Dataset:${dataset.key}` && to === `Database:${database}`);

describe('filters', () => {
  it.each(cases)('by %s', async (_, filters, wanted) => {
    const ids = datasets.filter(wanted).map(({ key }) => `Dataset:${key}`);
    expect(ids.length).toBeGreaterThan(0);
    expect(await all({ filters })).toEqual(ids);
    expect(await countDatasets(desk(), { filters })).toBe(ids.length);
    const searched = await all({ search: '信息', filters });
    const unfiltered = await all({ search: '信息' });
    expect(searched).toEqual(unfiltered.filter((id) => ids.includes(id)));
    expect(await countDatasets(desk(), { search: '信息', filters })).toBe(searched.length);
  });
});

describe('pages', () => {
  it.each([1, 7, 50, 200])('of %i give each dataset once, by title', async (first) => {
    expect(await all({}, first)).toEqual(datasets.map(({ key }) => `Dataset:${key}`));
  });

  it.each([1, 7, 50])('of %i give each hit once, best first', async (first) => {
    const whole = await searchDatasets(desk(), { search: '信息', first: 200 });
    const scores = whole.edges.map(({ score }) => score!);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(await all({ search: '信息' }, first)).toEqual(whole.edges.map(({ id }) => id));
  });

  it('are of twenty when nobody says, and may be of none', async () => {
    expect((await searchDatasets(desk(), {})).edges).toHaveLength(20);
    expect(await searchDatasets(desk(), { first: 0 })).toEqual({ edges: [], hasNextPage: true, relaxed: false });
    expect(await searchDatasets(desk(), { search: '　 ', first: 200 })).toMatchObject({ hasNextPage: false });
  });

  it.each([-1, 1001, 1.5, Number.NaN])('of %s are refused', async (first) => {
    await expect(searchDatasets(desk(), { first })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('behind a bad cursor, or one of another list, are refused', async () => {
    const [edge] = (await searchDatasets(desk(), { first: 1 })).edges;
    await expect(searchDatasets(desk(), { after: 'x' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(searchDatasets(desk(), { search: '人口', after: edge!.cursor })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it.each([undefined, '信息', '滇池 婚姻'])('cost as many statements whatever their size (%s)', async (search) => {
    const small = await statements(() => searchDatasets(desk(), { search, first: 2 }));
    const large = await statements(() => searchDatasets(desk(), { search, first: 50 }));
    expect(large).toEqual(small);
    expect(small.filter((name) => name.startsWith('catalog/'))).toHaveLength(search === '滇池 婚姻' ? 2 : 1);
  });

  it('that take too long end with TIME_LIMIT', async () => {
    await house.graph.write({ name: 'many', limit: 0 }, async () => undefined);
    const asked = facetsOf(desk(), {}, 1);
    await expect(asked).rejects.toMatchObject({ code: 'TIME_LIMIT' });
  });
});

describe('facets', () => {
  it.each([
    {},
    { search: '信息' },
    { search: '滇池 婚姻' },
    { filters: { databases: ['Database:DB-FR'] } },
    { filters: { organizations: [`Organization:${FR}`] } },
  ])('count each dataset once: %j', async (question) => {
    const total = await countDatasets(desk(), question);
    const { organization, ...facets } = await facetsOf(desk(), question);
    expect(total).toBeGreaterThan(0);
    for (const [facet, values] of Object.entries(facets)) expect([facet, sum(values)]).toEqual([facet, total]);
    expect(organization.length).toBeLessThanOrEqual(20);
  });

  it('say how many datasets have each value, most first', async () => {
    const facets = await facetsOf(desk(), {});
    const tallied = (of: (line: Line) => unknown) =>
      Object.fromEntries(
        [...Map.groupBy(datasets, (line) => String(of(line)))].map(([value, { length }]) => [value, length]),
      );
    for (const facet of ['share', 'open', 'cycle', 'level', 'theme'] as const)
      expect(byValue(facets[facet])).toEqual(tallied((line) => line[facet]));
    expect(byValue(facets.state)).toEqual(tallied(({ state }) => state ?? 'PUBLISHED'));
    expect(byValue(facets.jurisdiction)).toEqual(
      tallied(({ jurisdiction, provider }) => `Jurisdiction:${jurisdiction ?? homes.get(provider!)}`),
    );
    const organizations = tallied(({ provider }) => `Organization:${provider}`);
    expect(facets.organization).toHaveLength(20);
    for (const { value, count } of facets.organization) expect(organizations[value!]).toBe(count);
    const counts = facets.organization.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});

const sum = (values: Facets['share']) => values.reduce((total, { count }) => total + count, 0);
const byValue = (values: Facets['share']) => Object.fromEntries(values.map(({ value, count }) => [value, count]));
