import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { judgeAgencies } from '../../src/collection/agency-verdict.service.ts';
import { judgePair } from '../../src/collection/verdict.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { stage } from '../stage/stage.ts';

const organization = (key: string, name: string, jurisdiction = 'KM', more: object = {}) => ({
  record: 'organization',
  key,
  name,
  kind: 'AGENCY',
  jurisdiction,
  ...more,
});
const dataset = (key: string, provider: string, title: string, more: object = {}) => ({
  record: 'dataset',
  key,
  title,
  provider,
  open: 'UNCONDITIONAL',
  ...more,
});
/** 水利局 was succeeded, on record, by 水务局; 环保局 and 生态环境局 are for people to decide. */
const CITY = [
  { record: 'jurisdiction', key: 'KM', name: '昆明市', kind: 'CITY', gbCode: '530100' },
  { record: 'jurisdiction', key: 'WH', name: '五华区', kind: 'DISTRICT', gbCode: '530102', partOf: 'KM' },
  organization('W0', '昆明市水利局', 'KM', { succeededBy: 'W1' }),
  organization('W1', '昆明市水务局'),
  organization('E0', '昆明市环境保护局'),
  organization('E1', '昆明市生态环境局'),
  organization('D1', '五华区民政局', 'WH'),
  dataset('D1', 'W0', '水库信息'),
  dataset('D2', 'W1', '水库信息'),
  dataset('D3', 'E0', '企业排污许可信息'),
  dataset('D4', 'E1', '企业排污许可信息', {
    subject: '企业',
    share: 'NONE',
    shareReason: '涉密',
    items: [{ name: '许可证编号' }],
  }),
  dataset('D5', 'D1', '五华区养老机构名录'),
  dataset('D6', 'D1', '五华区养老机构名录'),
  {
    record: 'backflow',
    key: 'B',
    name: '回流',
    system: '省系统',
    superior: 'W1',
    coordinator: 'W1',
    items: ['水位', '流量'],
    state: 'RETURNING',
  },
  {
    record: 'collection',
    key: 'C',
    name: '水情收集',
    organization: 'W0',
    items: [{ name: '水位' }, { name: '流量' }],
    startedOn: '2024-01-01',
  },
];

const files = bundles();
let house: House;
let authority: Viewer;
let clerk: Viewer;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [files.of(...CITY)]);
  authority = await as(house, 'AUTHORITY', { jurisdiction: 'KM' });
  clerk = await as(house, 'CLERK', { organization: 'E1' });
});

async function ask<Data>(viewer: Viewer, source: string): Promise<Data> {
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  expect(errors).toBeUndefined();
  return data as Data;
}

interface Told {
  readonly totalCount: number;
  readonly edges: { readonly node: { a: { id: string }; b: { id: string }; score: number; sameProvider: boolean } }[];
}
async function pairs(viewer: Viewer, args: string): Promise<string[]> {
  const { duplicates } = await ask<{ duplicates: Told }>(
    viewer,
    `{ duplicates(${args}) { totalCount edges { node { a { id } b { id } score sameProvider } } } }`,
  );
  const scores = duplicates.edges.map(({ node }) => node.score);
  expect(scores).toEqual(scores.toSorted((x, y) => y - x));
  expect(duplicates.totalCount).toBe(duplicates.edges.length);
  return duplicates.edges
    .map(({ node: { a, b, sameProvider } }) => `${a.id.slice(8)} ${b.id.slice(8)} ${sameProvider}`)
    .sort();
}

describe('the queue of duplicates', () => {
  it('of the authority is told by place, of an organization by what counts as one body with it, with totals', async () => {
    expect(await pairs(authority, 'mine: true, queue: OPEN')).toEqual(['D1 D2 true', 'D3 D4 false', 'D5 D6 true']);
    expect(await pairs(authority, 'mine: true, queue: OPEN, jurisdiction: "Jurisdiction:WH"')).toEqual(['D5 D6 true']);
    expect(await pairs(authority, 'jurisdiction: "Jurisdiction:KM"')).toHaveLength(3);
    expect(await pairs(clerk, 'mine: true, queue: OPEN')).toEqual(['D3 D4 false']);
    expect(await pairs(clerk, 'organization: "Organization:W1"')).toEqual(['D1 D2 true']);
  });

  it('tells one provider from two, and how many there are beyond the page', async () => {
    expect(await pairs(authority, 'sameProvider: true')).toEqual(['D1 D2 true', 'D5 D6 true']);
    expect(await pairs(authority, 'sameProvider: false')).toEqual(['D3 D4 false']);
    const { duplicates } = await ask<{ duplicates: Told }>(
      authority,
      '{ duplicates(first: 1) { totalCount edges { node { a { id } } } } }',
    );
    expect([duplicates.totalCount, duplicates.edges.length]).toEqual([3, 1]);
  });

  it('takes two organizations for one body once that is decided, for those who may know of it', async () => {
    const verdict = { a: 'Organization:E0', b: 'Organization:E1', verdict: 'SUCCESSOR' as const, reason: '机构改革' };
    expect((await judgeAgencies(house.desk(authority), verdict)).refusals).toEqual([]);
    expect(await pairs(authority, 'sameProvider: false')).toEqual([]);
    expect(await pairs(clerk, 'organization: "Organization:E0", queue: OPEN')).toEqual(['D3 D4 true']);
    const seen = await ask<{ node: unknown }>(
      clerk,
      '{ duplicates(organization: "Organization:E1") { edges { node { lead { standing } } } } }',
    );
    expect(seen).toEqual({ duplicates: { edges: [{ node: { lead: null } }] } });
    const anybody = await as(house, 'PUBLIC');
    expect(await pairs(anybody, 'organization: "Organization:E0"')).toEqual(['D3 D4 false']);
  });

  it('is not open any longer for who spoke for all that is its own', async () => {
    await judgePair(house.desk(authority), { a: 'Dataset:D3', b: 'Dataset:D4', verdict: 'SAME' });
    expect(await pairs(clerk, 'mine: true, queue: OPEN')).toEqual([]);
    expect(await pairs(clerk, 'mine: true, queue: JUDGED')).toEqual(['D3 D4 true']);
  });
});

it('local collection against a backflow is listed by place and by what counts as one body, with totals', async () => {
  const listed = (args: string) =>
    ask<{ backflowDuplicates: unknown }>(
      authority,
      `{ backflowDuplicates(${args}) { totalCount edges { node { collection { id } } } } }`,
    );
  const one = { backflowDuplicates: { totalCount: 1, edges: [{ node: { collection: { id: 'Collection:C' } } }] } };
  expect(await listed('organization: "Organization:W1"')).toEqual(one);
  expect(await listed('jurisdiction: "Jurisdiction:KM"')).toEqual(one);
  expect(await listed('jurisdiction: "Jurisdiction:WH"')).toEqual({ backflowDuplicates: { totalCount: 0, edges: [] } });
});

it('what a body that counts as one holds is one’s own in a check, and kept back from others', async () => {
  const ways = async (organization: string) =>
    ask(
      authority,
      `{ checkCollection(intent: { organization: "Organization:${organization}", title: "排污许可", subject: "企业", items: [{ name: "许可证编号" }] }) {
        items { verdict access { way dataset { id } reason form { title } } } } }`,
    );
  const told = (way: object) => ({
    checkCollection: {
      items: [{ verdict: 'EXISTS_NOT_SHARED', access: [{ dataset: { id: 'Dataset:D4' }, form: null, ...way }] }],
    },
  });
  expect(await ways('E0')).toEqual(told({ way: 'OWN', reason: null }));
  expect(await ways('W1')).toEqual(told({ way: 'NOT_SHARED', reason: '涉密' }));
});
