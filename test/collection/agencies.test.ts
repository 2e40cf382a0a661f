import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { type AgencyPairQuestion, agencyPairsOf } from '../../src/collection/agencies.service.ts';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { saveOrganization } from '../../src/exchange/edit/edit.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { versionOf } from '../../src/record/entry.ts';
import { filesOf } from '../exchange/graph.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, local, stage } from '../stage/stage.ts';

const organization = (key: string, name: string, jurisdiction: string, more: object = {}) => ({
  record: 'organization',
  key,
  name,
  kind: 'AGENCY',
  jurisdiction,
  ...more,
});
/** A city, one of its districts, and what an open-data portal's records left beside it: a place of the same name without a code. */
const CITY = [
  { record: 'jurisdiction', key: 'KM', name: '昆明市', kind: 'CITY', gbCode: '530100' },
  { record: 'jurisdiction', key: 'WH', name: '五华区', kind: 'DISTRICT', gbCode: '530102', partOf: 'KM' },
  { record: 'jurisdiction', key: 'P', name: '昆明市', kind: 'CITY', partOf: 'KM' },
  organization('H1', '昆明市卫生健康委员会', 'KM', { aliases: ['市卫健委'] }),
  organization('H2', '昆明市卫健委', 'P'),
  organization('E1', '昆明市生态环境局', 'KM'),
  organization('E0', '昆明市环境保护局', 'P'),
  organization('W1', '五华区民政局', 'WH'),
  organization('W2', '民政局', 'WH'),
  organization('S1', '市教育局', 'P'),
  organization('S2', '昆明市教育局', 'KM'),
];

const files = bundles();
let house: House;
let one: Viewer;
let two: Viewer;
let authority: Viewer;
let district: Viewer;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [files.of(...CITY)]);
  one = await as(house, 'CLERK', { organization: 'H1' });
  two = await as(house, 'REVIEWER', { organization: 'H2' });
  authority = await as(house, 'AUTHORITY', { jurisdiction: 'KM' });
  district = await as(house, 'AUTHORITY', { jurisdiction: 'WH' });
});

async function pairs(question: AgencyPairQuestion, viewer: Viewer = local): Promise<string[]> {
  const { edges, totalCount } = await agencyPairsOf(house.desk(viewer), { first: 200, ...question });
  expect(edges).toHaveLength(totalCount);
  return edges.map(({ pair }) => `${pair.a.slice(13)} ${pair.b.slice(13)} ${pair.relation}`);
}

interface Judged {
  readonly verdict: { readonly id: string; readonly verdict: string } | null;
  readonly refusals: readonly { readonly code: string }[];
}

async function ask<Data>(viewer: Viewer, source: string, variableValues: object = {}) {
  const contextValue = contextOf(house.desk(viewer));
  const { data, errors } = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
  return {
    data: data as Data | null,
    code: errors?.map(({ extensions, originalError }) => codeOf(extensions, originalError))[0],
  };
}

function codeOf(extensions: Readonly<Record<string, unknown>>, original: unknown): unknown {
  return extensions['code'] ?? (original as { code?: unknown } | undefined)?.code;
}

async function judge(viewer: Viewer, a: string, b: string, verdict: string, idempotencyKey?: string) {
  const input = { a: `Organization:${a}`, b: `Organization:${b}`, verdict, reason: '三定规定', idempotencyKey };
  const { data, code } = await ask<{ agencyJudge: Judged }>(
    viewer,
    'mutation ($input: AgencyJudgeInput!) { agencyJudge(input: $input) { verdict { id verdict } refusals { code } } }',
    { input },
  );
  return code ?? data?.agencyJudge;
}

async function resolved(viewer: Viewer, name: string, more: object = {}) {
  const { data } = await ask<{
    resolveAgency: {
      organization: { id: string } | null;
      present: { id: string }[];
      candidates: { organization: { id: string }; relation: string; confidence: string; reasons: string[] }[];
    };
  }>(
    viewer,
    `query ($name: String!, $district: String, $jurisdiction: ID) {
      resolveAgency(name: $name, district: $district, jurisdiction: $jurisdiction) {
        organization { id } present { id } candidates { organization { id } relation confidence reasons } } }`,
    { name, ...more },
  );
  const { organization: found, present, candidates } = data!.resolveAgency;
  for (const { reasons } of candidates) expect(reasons.join()).toMatch(/\p{Script=Han}.*[a-z]/u);
  return {
    organization: found?.id.slice(13) ?? null,
    present: present.map(({ id }) => id.slice(13)),
    candidates: candidates.map((c) => `${c.organization.id.slice(13)} ${c.relation} ${c.confidence}`),
  };
}

async function contentOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await query('MATCH (r:Record {id: $id}) RETURN r.content AS content', { id });
  return JSON.parse(row!['content'] as string) as Record<string, unknown>;
}

async function rename(key: string, change: object) {
  const content = await contentOf(`Organization:${key}`);
  const { refusals } = await saveOrganization(house.desk(authority), {
    content: { ...content, ...change },
    basedOn: versionOf(content as never),
  });
  expect(refusals).toEqual([]);
}

describe('the queue of organizations that may be one body', () => {
  it('lists what names do not tell apart, the likeliest first; the city alone settles no short name', async () => {
    expect(await pairs({})).toEqual(['H1 H2 SAME', 'W1 W2 SAME', 'E0 E1 SUCCESSOR', 'S1 S2 AMBIGUOUS']);
  });

  it('is for those concerned: the organizations, the authority over them, and who sees all', async () => {
    expect(await pairs({}, one)).toEqual(['H1 H2 SAME']);
    expect(await pairs({}, authority)).toHaveLength(4);
    expect(await pairs({}, district)).toEqual(['W1 W2 SAME']);
    expect(await pairs({}, await as(house, 'AUDITOR'))).toHaveLength(4);
    for (const viewer of [await as(house, 'PUBLIC'), await as(house, 'CLERK', { organization: 'E1' })])
      expect((await pairs({}, viewer)).filter((pair) => !pair.startsWith('E0'))).toEqual([]);
  });

  it('is asked by organization, place, relation and page by page', async () => {
    expect(await pairs({ organization: 'Organization:E0' })).toEqual(['E0 E1 SUCCESSOR']);
    expect(await pairs({ jurisdiction: 'Jurisdiction:WH' })).toEqual(['W1 W2 SAME']);
    expect(await pairs({ relation: 'AMBIGUOUS' })).toEqual(['S1 S2 AMBIGUOUS']);
    const first = await agencyPairsOf(house.desk(local), { first: 3 });
    const rest = await agencyPairsOf(house.desk(local), { first: 3, after: first.edges.at(-1)!.cursor });
    expect([first.totalCount, first.hasNextPage, rest.totalCount, rest.hasNextPage]).toEqual([4, true, 4, false]);
    expect([...first.edges, ...rest.edges].map(({ pair }) => pair.a)).toHaveLength(4);
    await expect(pairs({ jurisdiction: 'Jurisdiction:no' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('judging organizations', () => {
  it('is not for the public, auditors, or who answers for neither', async () => {
    for (const viewer of [
      await as(house, 'PUBLIC'),
      await as(house, 'AUDITOR'),
      await as(house, 'CLERK', { organization: 'E1' }),
      district,
    ])
      expect(await judge(viewer, 'H1', 'H2', 'SAME')).toBe('FORBIDDEN');
    expect(await judge(authority, 'H1', 'no such', 'SAME')).toBe('NOT_FOUND');
  });

  it('by one side settles nothing; by both it is decided, and merges no record', async () => {
    expect(await judge(one, 'H1', 'H2', 'SAME')).toMatchObject({ refusals: [], verdict: { verdict: 'SAME' } });
    expect(await pairs({ mine: true }, one)).toEqual([]);
    expect(await pairs({ mine: true }, two)).toEqual(['H1 H2 SAME']);
    expect(await pairs({ queue: 'JUDGED' })).toEqual([]);
    expect(await judge(two, 'H2', 'H1', 'SAME')).toMatchObject({ refusals: [] });
    expect(await pairs({ queue: 'JUDGED' })).toEqual(['H1 H2 SAME']);
    expect(await pairs({}, one)).toEqual([]);
    expect(await query('MATCH (o:Organization) RETURN count(o) AS count')).toEqual([{ count: 8 }]);
  });

  it('sent again is done once; raced, every judge is heard and the last word of each counts', async () => {
    const [again, twice] = await Promise.all([1, 2].map(() => judge(authority, 'E0', 'E1', 'SUCCESSOR', 'once')));
    expect(again).toEqual(twice);
    await Promise.all(['SAME', 'DIFFERENT', 'SAME'].map((verdict) => judge(district, 'W1', 'W2', verdict)));
    const [{ verdicts, former } = {}] = await query(
      `MATCH (v:AgencyVerdict)-[:JUDGES]->(:Organization {key: 'W1'}) OPTIONAL MATCH (v)-[w:WAS]->()
       RETURN count(DISTINCT v) AS verdicts, count(w) AS former`,
    );
    expect([verdicts, former]).toEqual([1, expect.toBeOneOf([1, 2])]);
    expect(await pairs({ queue: 'JUDGED', jurisdiction: 'Jurisdiction:WH' })).toHaveLength(1);
    const [{ records } = {}] = await query(
      "MATCH (r:AuditRecord) WHERE r.content CONTAINS 'agency:judge' RETURN count(r) AS records",
    );
    expect(records).toBeGreaterThanOrEqual(5);
  });

  it('is refused without a reason, over a circle, and of one organization with itself', async () => {
    const { data } = await ask<{ agencyJudge: Judged }>(
      authority,
      'mutation { agencyJudge(input: { a: "Organization:H1", b: "Organization:H1", verdict: SAME, reason: " " }) { verdict { id } refusals { code } } }',
    );
    expect(data!.agencyJudge).toMatchObject({
      verdict: null,
      refusals: [{ code: 'SAME_ORGANIZATION' }, { code: 'REASON_MISSING' }],
    });
    expect(await judge(authority, 'E1', 'E0', 'SUCCESSOR')).toMatchObject({ refusals: [{ code: 'CIRCULAR' }] });
  });
});

describe('a name', () => {
  it('is understood by what was decided, by those who may know of that', async () => {
    const place = { jurisdiction: 'Jurisdiction:KM' };
    expect(await resolved(one, '昆明市卫生健康委', place)).toEqual({
      organization: 'H1',
      present: ['H1'],
      candidates: ['H1 SAME LIKELY', 'H2 SAME LIKELY'],
    });
    expect((await resolved(await as(house, 'PUBLIC'), '昆明市卫生健康委', place)).organization).toBeNull();
    expect(await resolved(one, '昆明市环境保护局', place)).toMatchObject({ organization: 'E0', present: ['E1'] });
    expect(await resolved(await as(house, 'PUBLIC'), '昆明市环境保护局', place)).toMatchObject({ present: ['E0'] });
  });

  it('takes its district from what is said, from the place, or from who asks; without one it stays open', async () => {
    expect(await resolved(local, '市教育局', { jurisdiction: 'Jurisdiction:KM' })).toMatchObject({
      organization: null,
      candidates: ['S1 AMBIGUOUS UNSURE', 'S2 AMBIGUOUS UNSURE'],
    });
    expect(await resolved(local, '市教育局', { jurisdiction: 'Jurisdiction:KM', district: '昆明市' })).toMatchObject({
      organization: 'S2',
    });
    expect((await resolved(district, '区民政局')).candidates).toEqual(['W1 SAME LIKELY', 'W2 SAME LIKELY']);
    expect((await resolved(await as(house, 'PUBLIC'), '五华区民政局')).organization).toBeNull();
    const { code } = await ask(
      local,
      '{ resolveAgency(name: "x", jurisdiction: "Jurisdiction:no") { present { id } } }',
    );
    expect(code).toBe('NOT_FOUND');
    expect((await ask(local, '{ resolveAgency(name: " ") { present { id } } }')).code).toBe('BAD_INPUT');
  });

  it('and what it is one body with are told of an organization to who may know', async () => {
    const kin = async (viewer: Viewer) =>
      (
        await ask<{ node: unknown }>(
          viewer,
          '{ node(id: "Organization:H1") { ... on Organization { oneBodyWith { id } } } }',
        )
      ).data!.node;
    expect(await kin(one)).toEqual({ oneBodyWith: [{ id: 'Organization:H2' }] });
    expect(await kin(await as(house, 'PUBLIC'))).toEqual({ oneBodyWith: [] });
  });
});

describe('what was decided', () => {
  it('stands after a dump and a load, with its history', async () => {
    const folder = files.fresh();
    await dumpBundle(house.graph, folder);
    const before = await pairs({ queue: 'JUDGED' });
    expect(before).toHaveLength(3);
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    expect(await loadBundle(house, [folder])).toMatchObject({ written: true, refused: 0 });
    expect(await pairs({ queue: 'JUDGED' })).toEqual(before);
    const again = files.fresh();
    await dumpBundle(house.graph, again);
    const told = (of: string) =>
      Object.entries(filesOf(of)).filter(([name]) => /^(history\/)?agencyVerdict/.test(name));
    expect(told(folder)).toHaveLength(2);
    expect(told(again)).toEqual(told(folder));
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });

  it('is open again when a side gets another name or place, not when anything else of it changes', async () => {
    one = await as(house, 'CLERK', { organization: 'H1' });
    authority = await as(house, 'AUTHORITY', { jurisdiction: 'KM' });
    await rename('H2', { aliases: ['卫健委'], note: '说明' });
    expect(await pairs({ queue: 'JUDGED' }, one)).toEqual(['H1 H2 SAME']);
    await rename('H2', { name: '昆明市卫生健康局' });
    expect(await pairs({ queue: 'JUDGED' }, one)).toEqual([]);
    expect(await pairs({}, one)).toEqual(['H1 H2 SAME']);
    await rename('H2', { name: '昆明市水务局', aliases: [] });
    expect(await pairs({}, one)).toEqual(['H1 H2 DIFFERENT']);
  });
});
