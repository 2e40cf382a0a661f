import { graphql } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { keepInMemory, residenceOf } from '#src/compliance/residence.ts';
import { PUBLIC_VIEWER, type Viewer } from '#src/identity/viewer.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';

/** Operator of agreement AG-2, which covers data of tourism alone. */
const OPERATOR = '91530100KMX0090276';
const ANOTHER = '91530100KMX009019B';

const house = await stage('2026-11-23');
beforeAll(async () => {
  await loadCity(house);
  keepInMemory(house.graph);
});

interface Risk {
  readonly findings: readonly {
    rule: { code: string };
    subject: { id: string } | null;
    evidence: { id: string }[];
    message: string;
  }[];
  readonly levels: readonly { asset: { id: string } | null; before: number | null; after: number | null }[];
}

async function risk(
  viewer: Viewer,
  from: string,
  to: string,
  more = 'kind: MADE_INTO, transform: COPY',
): Promise<{ code: string | null; risk: Risk | null }> {
  const source = `{ flowRisk(from: "${from}", to: "${to}", ${more}) {
    findings { rule { code } subject { id } message evidence { id } } levels { asset { id } before after } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  const code = (errors?.[0]?.originalError as { code?: string } | undefined)?.code ?? null;
  return { code, risk: (data as { flowRisk: Risk } | null)?.flowRisk ?? null };
}
const codes = (told: { readonly risk: Risk | null }) => told.risk?.findings.map(({ rule }) => rule.code);
const everything = () =>
  query(
    'MATCH (r:Registry) MATCH (f:Finding) WITH r.generation AS generation, f ORDER BY f.id WITH generation, collect(f.id + f.state) AS findings MATCH (a:Asset) RETURN generation, findings, sum(a.computedLevel) AS levels, COUNT { ()-[:FLOWS_TO]->() } AS flows',
  );

it('tells what would break the rules, with its proof, and which level would rise, and writes nothing', async () => {
  const before = await everything();
  const seen = await risk(local, 'Dataset:RK02', 'Product:P03');
  const proof = (rule: string) =>
    seen.risk?.findings.filter((one) => one.rule.code === rule).map(({ evidence }) => evidence.map(({ id }) => id));
  expect(proof('R27-1')).toEqual([['Dataset:RK02', 'Product:P03']]);
  expect(proof('R27-2')).toEqual([['Agreement:AG-2', 'Product:P03', 'Dataset:RK02']]);
  // The product's level rises, and with it the levels of what is made from it.
  expect(proof('R25-1')).toContainEqual(['Product:P03']);
  const subjects = new Set(seen.risk?.findings.map(({ subject }) => subject?.id));
  expect(seen.risk?.levels.map(({ asset }) => asset?.id).sort()).toEqual([...subjects].sort());
  for (const { before: was, after } of seen.risk!.levels) expect(after!).toBeGreaterThan(was!);
  expect(await everything()).toEqual(before);
  // Asked again it answers the same: nothing of it is kept in memory either.
  expect(await risk(local, 'Dataset:RK02', 'Product:P03')).toEqual(seen);
  expect(residenceOf(house.graph)?.resident).not.toBeNull();
});

it('tells of no risk where there is none', async () => {
  const seen = await risk(local, 'Dataset:WL01', 'Product:P03', 'kind: MADE_INTO, transform: STATISTICS');
  expect(seen).toEqual({ code: null, risk: { findings: [], levels: [] } });
});

it('tells whoever answers for the product, and nobody else who is not over him', async () => {
  const operator = await as(house, 'OPERATOR', { organization: OPERATOR });
  // 星级饭店 is openly listed, but not in his agreement.
  expect(codes(await risk(operator, 'Dataset:WL04', 'Product:P03'))).toContain('R27-2');
  const another = await as(house, 'OPERATOR', { organization: ANOTHER });
  for (const viewer of [another, PUBLIC_VIEWER])
    expect((await risk(viewer, 'Dataset:WL04', 'Product:P03')).code).toMatch(/FORBIDDEN|NOT_FOUND/);
});

it('knows no asset that the asker may not see, and no flow from an asset to itself', async () => {
  const operator = await as(house, 'OPERATOR', { organization: OPERATOR });
  const [dark] = await query("MATCH (d:Dataset {sight: 'DATASET_DRAFT'}) RETURN d.id AS id LIMIT 1");
  const from = String(dark!['id']);
  expect((await risk(local, from, 'Product:P03')).code).toBeNull();
  expect((await risk(operator, from, 'Product:P03')).code).toBe('NOT_FOUND');
  expect((await risk(operator, 'Dataset:NOBODY', 'Product:P03')).code).toBe('NOT_FOUND');
  expect((await risk(local, 'Product:P03', 'Product:P03')).code).toBe('BAD_INPUT');
});

it('keeps nothing in memory of a question that broke in the middle, and answers the next as if it had not been asked', async () => {
  const before = await everything();
  const seen = await risk(local, 'Dataset:RK02', 'Product:P03');
  const residence = residenceOf(house.graph)!;
  const { view } = residence.resident!;
  const changing = view.changing.bind(view);
  let broke = 0;
  // It breaks with the planned flow in the facts, before that is taken out again.
  Object.assign(view, {
    *changing(...given: Parameters<typeof changing>) {
      const touched = yield* changing(...given);
      if (given[0].pairs.length === 0) return touched;
      broke += 1;
      throw new Error('broke');
    },
  });
  const told = await risk(local, 'Dataset:RK02', 'Product:P03');
  expect(broke).toBe(1);
  expect(told).toEqual({ code: null, risk: null });
  expect(residence.resident).toBeNull();
  expect(await everything()).toEqual(before);
  expect(await risk(local, 'Dataset:RK02', 'Product:P03')).toEqual(seen);
  expect(residence.resident).not.toBeNull();
});

it('questions that are asked at once do not see each other’s flows', async () => {
  const pairs = [
    ['Dataset:RK02', 'Product:P03'],
    ['Dataset:WL01', 'Product:P03'],
    ['Dataset:WL04', 'Product:P03'],
  ] as const;
  const one = [];
  for (const [from, to] of pairs) one.push(await risk(local, from, to));
  expect(await Promise.all(pairs.map(([from, to]) => risk(local, from, to)))).toEqual(one);
});
