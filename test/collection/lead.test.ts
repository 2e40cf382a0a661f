import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import type { Collection } from '../../src/collection/collection.ts';
import { type LeadClaim, leadAmong, wantsLead } from '../../src/collection/lead.ts';
import { decideLead, type OtherCollector } from '../../src/collection/name-lead.ts';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import type { Content } from '../../src/record/kind.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, local, stage } from '../stage/stage.ts';

const claim = (organization: string, more: Partial<LeadClaim> = {}): LeadClaim => ({
  organization,
  named: false,
  exemptions: [],
  duty: null,
  levels: [],
  startedOn: null,
  ...more,
});
const lead = (...claims: readonly LeadClaim[]) => {
  const found = leadAmong(claims, (organization) => organization.slice(0, 1));
  return found && `${found.organization} ${found.standing} ${found.ground}`;
};

describe('the source of what several collect', () => {
  it('is none where one body alone collects it', () => {
    expect(lead(claim('A'))).toBeNull();
    expect(lead(claim('A'), claim('A2'))).toBeNull();
  });

  it('is who was named, then the lead department, then the first source by law', () => {
    const first = claim('C', { exemptions: ['FIRST_SOURCE'] });
    const department = claim('B', { exemptions: ['LEAD_DEPARTMENT'] });
    expect(lead(claim('A', { named: true }), department, first)).toBe('A DETERMINED NAMED');
    expect(lead(claim('A'), department, first)).toBe('B DETERMINED LEAD_DEPARTMENT');
    expect(lead(claim('A'), claim('B'), first)).toBe('C DETERMINED FIRST_SOURCE');
    expect(lead(claim('A', { exemptions: ['ON_SITE_VERIFICATION'] }), claim('B'))).toBe('null OPEN null');
  });

  it('is proposed by duty, rank of law, and who was first, in that order', () => {
    const law = { levels: ['LAW', 'POLICY'] };
    const rule = { levels: ['LOCAL_RULE'], startedOn: '2020-01-01' };
    expect(lead(claim('A', { ...law }), claim('B', { ...rule, duty: 'Duty:B' }))).toBe('B PROPOSED DUTY');
    expect(lead(claim('A', { ...law, duty: 'Duty:A' }), claim('B', { ...rule, duty: 'Duty:B' }))).toBe(
      'A PROPOSED BASIS',
    );
    expect(lead(claim('A', { startedOn: '2024-01-02' }), claim('B', rule))).toBe('B PROPOSED BASIS');
    expect(lead(claim('A', { startedOn: '2024-01-02' }), claim('B', { startedOn: '2023-12-31' }))).toBe(
      'B PROPOSED EARLIER',
    );
    expect(lead(claim('A', { levels: ['STANDARD'] }), claim('B'))).toBe('null OPEN null');
    expect(lead(claim('A', { duty: 'Duty:A' }), claim('B'))).toBe('null OPEN null');
  });

  it('among two that claim the same is told by what follows, of these two alone', () => {
    const first = { exemptions: ['FIRST_SOURCE'] };
    const early = claim('C', { startedOn: '2000-01-01' });
    expect(lead(claim('A', first), claim('B', { ...first, startedOn: '2024-01-01' }), early)).toBe(
      'B PROPOSED EARLIER',
    );
    expect(lead(claim('A', first), claim('B', first), early)).toBe('null OPEN null');
  });

  it('is wanted of two datasets unless area or time, or a person, tells them apart', () => {
    expect([wantsLead('SAME', null), wantsLead('OVERLAPS', null), wantsLead('SIBLING_AREA', 'SAME')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([wantsLead('SIBLING_AREA', null), wantsLead('OTHER_PERIOD', null), wantsLead('SAME', 'DIFFERENT')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('says why in Chinese and English, and who is to name one where none is on record', () => {
    const told = leadAmong([claim('A'), claim('B')], (organization) => organization)!;
    expect(told.collectors).toEqual(['A', 'B']);
    expect(told.reasons.join()).toMatch(/数据主管部门.*data authority/u);
  });
});

describe('naming it', () => {
  const collection = { key: 'C', name: '收集', organization: 'A1', startedOn: '2024-01-01' } as Content & Collection;
  const other = (more: Partial<OtherCollector> = {}): OtherCollector => ({
    id: 'O',
    exemption: null,
    common: 2,
    ...more,
  });
  const decide = (more: object, others: readonly OtherCollector[], command: object = {}) => {
    const state = { collection: { ...collection, ...more }, others };
    const now = Date.parse('2026-11-23T00:00:00+08:00');
    const decision = decideLead(state, { collection: '', reason: '三定', ...command }, { now });
    return 'refused' in decision ? decision.refused.map(({ code }) => code) : decision;
  };

  it('puts the exemption and the reason into its act of collection, and takes them out again', () => {
    const accepted = { ...collection, exemption: 'LEAD_DEPARTMENT', exemptionReason: '三定' };
    expect(decide({}, [other()])).toEqual({ accepted });
    expect(decide(accepted, [], { withdraw: true })).toEqual({ accepted: collection });
    expect(decide({}, [], { withdraw: true, reason: '' })).toEqual(['NOT_LEAD', 'REASON_MISSING']);
  });

  it('wants a collection under way, another collector, and nobody who is it already', () => {
    expect(decide({ endedOn: '2026-11-23' }, [other()])).toEqual(['NOT_UNDER_WAY']);
    expect(decide({ startedOn: undefined }, [other()])).toEqual(['NOT_UNDER_WAY']);
    expect(decide({}, [])).toEqual(['SOLE_COLLECTOR']);
    expect(decide({ exemption: 'LEAD_DEPARTMENT' }, [other()])).toEqual(['ALREADY_LEAD']);
    expect(decide({ exemption: 'FIRST_SOURCE' }, [other()])).toEqual(['ALREADY_LEAD']);
    expect(decide({ exemption: 'FIRST_SOURCE' }, [other({ exemption: 'FIRST_SOURCE' })])).toHaveProperty('accepted');
    expect(decide({}, [other({ exemption: 'LEAD_DEPARTMENT' })])).toEqual(['ANOTHER_LEAD']);
    expect(decide({}, [other({ exemption: 'LEAD_DEPARTMENT', common: 1 })])).toHaveProperty('accepted');
  });
});

const collecting = (key: string, organization: string, more: object = {}) => ({
  record: 'collection',
  key,
  name: `${key}收集`,
  organization,
  subject: '企业',
  items: [{ name: '用工人数', element: 'E' }, { name: '联系电话' }],
  startedOn: '2024-01-02',
  ...more,
});
const CITY = [
  { record: 'jurisdiction', key: 'PA', name: '甲市', kind: 'CITY' },
  { record: 'jurisdiction', key: 'PD', name: '丁区', kind: 'DISTRICT', partOf: 'PA' },
  {
    record: 'organization',
    key: 'DA',
    name: '甲市数据局',
    kind: 'AGENCY',
    jurisdiction: 'PA',
    roles: ['DATA_AUTHORITY'],
  },
  {
    record: 'organization',
    key: 'DD',
    name: '丁区数据局',
    kind: 'AGENCY',
    jurisdiction: 'PD',
    roles: ['DATA_AUTHORITY'],
  },
  ...['A1', 'A2', 'A3'].map((key) => ({
    record: 'organization',
    key,
    name: `甲市${key}局`,
    kind: 'AGENCY',
    jurisdiction: 'PA',
  })),
  { record: 'organization', key: 'D1', name: '丁区一局', kind: 'AGENCY', jurisdiction: 'PD' },
  { record: 'element', key: 'E', name: '从业人员数', aliases: ['用工人数'] },
  { record: 'instrument', key: 'L', title: '法', level: 'LAW' },
  { record: 'provision', key: 'L-1', instrument: 'L', article: '第一条' },
  { record: 'duty', key: 'DU', organization: 'A2', title: '就业', basis: ['L-1'] },
  collecting('C1', 'A1'),
  collecting('C2', 'A2', { duty: 'DU' }),
  collecting('C3', 'A3', { subject: '自然人' }),
  collecting('CD', 'D1', { endedOn: '2025-01-01' }),
  ...['D1', 'A2'].map((provider, i) => ({
    record: 'dataset',
    key: `S${i}`,
    title: '企业用工信息',
    provider,
    subject: '企业',
    items: [{ name: '岗位' }],
    open: 'UNCONDITIONAL',
  })),
];

describe('through the API', () => {
  const files = bundles();
  let house: House;
  let authority: Viewer;
  let clerk: Viewer;
  beforeAll(async () => {
    house = await stage();
    await loadBundle(house, [files.of(...CITY)]);
    authority = await as(house, 'AUTHORITY', { jurisdiction: 'PA' });
    clerk = await as(house, 'CLERK', { organization: 'A1' });
  });

  async function ask<Data>(viewer: Viewer, source: string) {
    const { data, errors } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
    const [error] = errors ?? [];
    return { data: data as Data, code: (error?.originalError as { code?: string } | undefined)?.code };
  }

  const LEAD = 'lead { organization { id } standing ground reasons collectors { id } toDecide { id } }';
  interface Told {
    readonly organization: { id: string } | null;
    readonly standing: string;
    readonly ground: string | null;
    readonly toDecide: readonly { id: string }[];
  }
  const told = (one: Told | null) =>
    one && [
      one.organization?.id.slice(13) ?? null,
      one.standing,
      one.ground,
      ...one.toDecide.map(({ id }) => id.slice(13)),
    ];
  const checked = async (viewer = clerk, subject = '企业') => {
    const { data } = await ask<{ checkCollection: { items: { name: string; verdict: string; lead: Told | null }[] } }>(
      viewer,
      `{ checkCollection(intent: { organization: "Organization:A3", title: "用工调查", subject: "${subject}", items: [{ name: "从业人员数" }, { name: "新项" }] }) {
        items { name verdict ${LEAD} } } }`,
    );
    return data.checkCollection.items.map((item) => told(item.lead));
  };
  const name = async (viewer: Viewer, collection: string, more = '') => {
    const { data, code } = await ask<{
      leadDepartmentName: { collection: object | null; refusals: { code: string }[] };
    }>(
      viewer,
      `mutation { leadDepartmentName(input: { collection: "Collection:${collection}", reason: "会议纪要"${more} }) {
        collection { exemption exemptionReason } refusals { code } } }`,
    );
    return code ?? (data.leadDepartmentName.collection || data.leadDepartmentName.refusals.map((one) => one.code));
  };
  const pair = async (viewer: Viewer) => {
    const { data } = await ask<{ duplicates: { edges: { node: { a: { id: string }; lead: Told | null } }[] } }>(
      viewer,
      `{ duplicates(first: 5) { edges { node { a { id } ${LEAD} } } } }`,
    );
    return data.duplicates.edges.map(({ node }) => told(node.lead));
  };

  it('a check proposes the source and says who is to name it; there is none for what nobody else collects', async () => {
    expect(await checked()).toEqual([['A2', 'PROPOSED', 'DUTY', 'DA'], null]);
    expect(await checked(clerk, '个体工商户')).toEqual([null, null]);
  });

  it('a pair of datasets does too, naming the authority over both providers', async () => {
    expect(await pair(clerk)).toEqual([[null, 'OPEN', null, 'DA']]);
  });

  it('it is named by the authority over it alone, once, and then shown', async () => {
    const others = [
      clerk,
      await as(house, 'AUTHORITY', { jurisdiction: 'PD' }),
      await as(house, 'AUDITOR'),
      await as(house, 'PUBLIC'),
    ];
    for (const viewer of others) expect(await name(viewer, 'C1')).toBeOneOf(['FORBIDDEN', 'NOT_FOUND']);
    expect(await name(authority, 'CD')).toEqual(['NOT_UNDER_WAY']);
    expect(await name(authority, 'C3')).toEqual(['SOLE_COLLECTOR']);
    const [one, two] = await Promise.all([name(authority, 'C1'), name(authority, 'C2')]);
    const isDone = (answer: unknown) => !Array.isArray(answer);
    expect([one, two].filter(isDone)).toEqual([{ exemption: 'LEAD_DEPARTMENT', exemptionReason: '会议纪要' }]);
    expect([one, two].filter((answer) => !isDone(answer))).toEqual([['ANOTHER_LEAD']]);
    const [named, other] = isDone(one) ? ['C1', 'C2'] : ['C2', 'C1'];
    expect((await checked())[0]).toEqual([named === 'C1' ? 'A1' : 'A2', 'DETERMINED', 'LEAD_DEPARTMENT']);
    expect(await name(authority, named)).toEqual(['ALREADY_LEAD']);
    const findings = () => query("MATCH (f:Finding {rule: 'R13-2'}) RETURN f.state AS state");
    expect(await name(authority, named, ', withdraw: true')).toEqual({ exemption: null, exemptionReason: null });
    expect(await findings()).toEqual([{ state: 'REOPENED' }]);
    expect(await name(authority, other)).toMatchObject({ exemption: 'LEAD_DEPARTMENT' });
    expect(await findings()).toEqual([{ state: 'CORRECTED' }]);
    expect((await checked())[0]).toEqual([other === 'C1' ? 'A1' : 'A2', 'DETERMINED', 'LEAD_DEPARTMENT']);
    expect(
      (await query("MATCH (r:AuditRecord) WHERE r.content CONTAINS 'lead:name' RETURN count(r) AS n"))[0]!['n'],
    ).toBe(3);
  });

  it('of a pair it is named with the verdict, and shown to those who may know of it', async () => {
    const { data } = await ask<{ duplicateJudge: { refusals: unknown[] } }>(
      authority,
      'mutation { duplicateJudge(input: { a: "Dataset:S0", b: "Dataset:S1", verdict: SAME, leadDepartment: "Organization:D1" }) { refusals { code } } }',
    );
    expect(data.duplicateJudge.refusals).toEqual([]);
    expect(await pair(clerk)).toEqual([['D1', 'DETERMINED', 'NAMED']]);
    expect(await pair(await as(house, 'PUBLIC'))).toEqual([[null, 'OPEN', null, 'DA']]);
  });

  it('stands after a dump and a load', async () => {
    const folder = files.fresh();
    await dumpBundle(house.graph, folder);
    const before = await checked(local);
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    expect(await loadBundle(house, [folder])).toMatchObject({ written: true, refused: 0 });
    expect(await checked(local)).toEqual(before);
    expect(await pair(local)).toEqual([['D1', 'DETERMINED', 'NAMED']]);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });
});
