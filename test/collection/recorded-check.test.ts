import { graphql } from 'graphql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { checkCollection } from '../../src/collection/check.service.ts';
import { concludeCheck, recordCheck } from '../../src/collection/recorded-check.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { saveCollection } from '../../src/exchange/edit/edit.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { recordsOf } from '../../src/record/record.service.ts';
import { generationOf } from '../exchange/graph.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const CITY = [
  { record: 'jurisdiction', key: 'PA', name: '甲市', kind: 'CITY' },
  { record: 'jurisdiction', key: 'PB', name: '乙市', kind: 'CITY' },
  { record: 'organization', key: 'A1', name: '甲市一局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'A2', name: '甲市二局', kind: 'AGENCY', jurisdiction: 'PA' },
  { record: 'organization', key: 'B1', name: '乙市一局', kind: 'AGENCY', jurisdiction: 'PB' },
  {
    record: 'dataset',
    key: 'D1',
    title: '企业登记信息',
    provider: 'A2',
    subject: '企业',
    share: 'UNCONDITIONAL',
    items: [{ name: '企业名称' }, { name: '住所' }],
  },
  { record: 'dataset', key: 'D2', title: '企业用工情况', provider: 'A2', subject: '企业', share: 'CONDITIONAL' },
];
const INTENT = {
  title: '企业用工信息',
  subject: '企业',
  items: [{ name: '住所', definition: '登记的住所' }, { name: '员工人数' }],
};
const UNTIL = '2026-12-31';

const files = bundles();
let house: House;
let clerk: Viewer;
beforeAll(async () => {
  house = await stage();
});
beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  await loadBundle(house, [files.of(...CITY)]);
  clerk = await as(house, 'CLERK', { organization: 'A1' });
});

async function recorded(viewer = clerk): Promise<string> {
  const { done, refusals } = await recordCheck(house.desk(viewer), { intent: INTENT });
  expect(refusals).toEqual([]);
  return done!.id;
}

async function cleared(viewer = clerk): Promise<string> {
  const check = await recorded(viewer);
  const command = { check, outcome: 'COLLECT_REST' as const, exemptions: [], until: UNTIL };
  expect((await concludeCheck(house.desk(viewer), command)).refusals).toEqual([]);
  return check.slice('Check:'.length);
}

const collecting = (check: string, ...items: string[]) => ({
  content: {
    key: 'S1',
    name: '用工收集',
    organization: 'A1',
    subject: '企业',
    items: items.map((name) => ({ name })),
    check,
  },
  basedOn: null,
});

describe('recording a check', () => {
  it('keeps what was shown, word for word, also when the catalog changes afterwards', async () => {
    const id = await recorded();
    const shown = await checkCollection(house.desk(clerk), { ...INTENT, organization: 'Organization:A1' });
    await loadBundle(house, [files.of({ record: 'dataset', key: 'D2', title: '改名', provider: 'A2', share: 'NONE' })]);
    const { content } = (await recordsOf(house.desk(clerk), [id])).get(id)!;
    expect(content).toMatchObject({
      organization: 'A1',
      title: '企业用工信息',
      verdict: shown.verdict,
      plan: ['D1'],
      items: [
        { name: '住所', definition: '登记的住所', verdict: 'EXISTS_SHAREABLE', found: ['D1'] },
        { name: '员工人数', verdict: 'NEW', found: [] },
      ],
      matches: shown.matches.map(({ title, score, relation }) => ({ title, score, relation })),
    });
    expect(shown.matches.map(({ title }) => title)).toContain('企业用工情况');
  });

  it('stands in the audit and verifies', async () => {
    const id = await recorded();
    const rows = await query('MATCH (r:AuditRecord {act: "check:record"}) RETURN r.content AS content');
    expect(rows).toHaveLength(1);
    expect(JSON.parse(String(rows[0]!['content'])).subjects).toMatchObject([{ id }]);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });

  it('is for clerks and reviewers of the organization alone', async () => {
    const may: string[] = [];
    const tries = async (name: string, viewer: Viewer) => {
      const intent = { ...INTENT, organization: 'Organization:A1' };
      const outcome = await recordCheck(house.desk(viewer), { intent }).catch(({ code }: { code: string }) => code);
      if (typeof outcome === 'object') may.push(name);
      else expect(outcome).toBe('FORBIDDEN');
    };
    for (const role of ['CLERK', 'REVIEWER', 'OPERATOR', 'DEVELOPER'] as const)
      await tries(role, await as(house, role, { organization: 'A1' }));
    for (const role of ['AUTHORITY', 'GOVERNMENT', 'REGISTRY'] as const)
      await tries(role, await as(house, role, { jurisdiction: 'PA' }));
    for (const role of ['AUDITOR', 'ADMIN', 'PUBLIC'] as const) await tries(role, await as(house, role));
    await tries('another clerk', await as(house, 'CLERK', { organization: 'A2' }));
    expect(may).toEqual(['CLERK', 'REVIEWER']);
  });

  it('is seen by the organization and its authority, by nobody else', async () => {
    const id = await recorded();
    const sees = async (viewer: Viewer) => (await recordsOf(house.desk(viewer), [id])).has(id);
    expect(await sees(await as(house, 'REVIEWER', { organization: 'A1' }))).toBe(true);
    expect(await sees(await as(house, 'AUTHORITY', { jurisdiction: 'PA' }))).toBe(true);
    expect(await sees(await as(house, 'CLERK', { organization: 'A2' }))).toBe(false);
    expect(await sees(await as(house, 'AUTHORITY', { jurisdiction: 'PB' }))).toBe(false);
    expect(await sees(await as(house, 'PUBLIC'))).toBe(false);
  });
});

describe('registering a collection', () => {
  it('is done with a clearance for every item', async () => {
    const { done, refusals } = await saveCollection(house.desk(clerk), collecting(await cleared(), '员工人数'));
    expect(refusals).toEqual([]);
    expect(done!.id).toBe('Collection:S1');
    expect(
      await query('MATCH (:Collection {id: "Collection:S1"})-[:CLEARED_BY]->(c:Check) RETURN c.id AS id'),
    ).toHaveLength(1);
  });

  it('is refused without one, and nothing is changed', async () => {
    const [open, whole] = [(await recorded()).slice('Check:'.length), await cleared()];
    const before = await generationOf(house);
    const { check: _check, ...bare } = collecting('', '员工人数').content;
    const codes = async (command: Parameters<typeof saveCollection>[1]) => {
      const { done, refusals } = await saveCollection(house.desk(clerk), command);
      expect(done).toBeNull();
      return refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(await codes({ content: bare, basedOn: null })).toEqual(['NO_CLEARANCE content.check']);
    expect(await codes(collecting(open, '员工人数'))).toEqual(['NO_CLEARANCE content.check']);
    expect(await codes(collecting(whole, '员工人数', '住所'))).toEqual(['NO_CLEARANCE content.items.1.name']);
    expect(await generationOf(house)).toBe(before);
  });

  it('is refused with the clearance of another organization', async () => {
    const other = await cleared(await as(house, 'CLERK', { organization: 'A2' }));
    const { refusals } = await saveCollection(house.desk(clerk), collecting(other, '员工人数'));
    expect(refusals.map(({ code }) => code)).toEqual(['UNKNOWN_REFERENCE', 'NO_CLEARANCE']);
  });

  it('stays free for a bundle', async () => {
    const { content } = collecting('', '住所');
    const { check: _check, ...bare } = content;
    expect((await loadBundle(house, [files.of({ record: 'collection', ...bare })])).written).toBe(true);
  });
});

it('a check is recorded, concluded and used through the API', async () => {
  const ask = async (source: string, input: object) => {
    const contextValue = contextOf(house.desk(clerk));
    const { data, errors } = await graphql({ schema, source, variableValues: { input }, contextValue });
    expect(errors).toBeUndefined();
    return Object.values(data!)[0] as Record<string, Record<string, unknown>>;
  };
  const shown = 'id verdict items { name verdict found { title } } matches { title dataset { id } } outcome';
  const made = await ask(
    `mutation ($input: CollectionCheckRecordInput!) { collectionCheckRecord(input: $input) { check { ${shown} } refusals { code } } }`,
    { intent: INTENT },
  );
  expect(made['check']).toMatchObject({ verdict: 'REUSE_PART', outcome: null });
  const said = await ask(
    `mutation ($input: CollectionCheckConcludeInput!) { collectionCheckConclude(input: $input) {
      check { ${shown} clearance { items from until } exemptions { item exemption reason } } refusals { code } } }`,
    {
      check: made['check']!['id'],
      outcome: 'COLLECT_REST',
      exemptions: [{ item: '住所', exemption: 'ON_SITE_VERIFICATION', reason: '须现场核对' }],
      until: UNTIL,
    },
  );
  expect(said['check']).toMatchObject({
    outcome: 'COLLECT_REST',
    clearance: { items: ['住所', '员工人数'], from: '2026-11-23', until: UNTIL },
  });
  const { content } = collecting(String(made['check']!['id']).slice('Check:'.length), '员工人数', '住所');
  const registered = await ask(
    `mutation ($input: CollectionSaveInput!) { collectionSave(input: $input) { collection { id check { id } } refusals { message } } }`,
    { content: { ...content, exemption: 'ON_SITE_VERIFICATION', exemptionReason: '须现场核对' } },
  );
  expect(registered).toEqual({
    collection: { id: 'Collection:S1', check: { id: made['check']!['id'] } },
    refusals: [],
  });
});
