import { graphql, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { connect } from '../../src/graph/graph.service.ts';
import type { House } from '../../src/house/house.ts';
import { openHouse } from '../../src/house/house.ts';
import type { SightDegree } from '../../src/identity/sight-classes.ts';
import { degreeOf } from '../../src/identity/sights.ts';
import { KEEPER_VIEWER, type Viewer } from '../../src/identity/viewer.ts';
import { readRecords } from '../../src/record/bulk.service.ts';
import { as } from '../stage/cast.ts';
import { empty, stage } from '../stage/stage.ts';
import { canonical } from './canonical.ts';
import { additions, bundleOf, idOf, isAsset, type Line, randomWorld } from './worlds.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
});
afterAll(() => house.close());

/** Who looks, and at which worlds. */
const VIEWERS = [
  ['the public', [1, 2], (at: House) => as(at, 'PUBLIC')],
  ['a clerk', [3], (at: House) => as(at, 'CLERK', { organization: 'A1' })],
  ['the authority of a district', [4], (at: House) => as(at, 'AUTHORITY', { jurisdiction: 'PD' })],
  ['an operator', [5], (at: House) => as(at, 'OPERATOR', { organization: 'C1' })],
] as const;
/** Plans are made anew for each world, which takes its time. */
const PATIENCE_MS = 240_000;

async function build(world: readonly Line[]): Promise<void> {
  await empty(house.graph);
  await house.close();
  // What is worked out once and kept is kept by connection: each world has its own.
  ({ house } = await openHouse(connect(inject('graph')), house.clock));
  const report = await loadBundle(house, [bundleOf(world)]);
  if (!report.written) throw new Error(report.refusals.map(({ message }) => message).join('\n'));
}

/** How a viewer sees each asset of the world that stands in the graph. */
async function degrees(viewer: Viewer, world: readonly Line[]): Promise<Map<string, SightDegree>> {
  const ids = world.filter(isAsset).map(idOf);
  const held = await house.graph.read({ name: 'test', limit: 10_000 }, (tx) => readRecords(tx, ids));
  return new Map([...held].map(([id, record]) => [id, degreeOf(viewer, record)]));
}

const VERTICES =
  'vertices { id name upstreamDistance downstreamDistance upstreamCount downstreamCount hidden asset { id } }';
const EDGES = 'edges { from to kind transform assertedBy evidence validFrom validTo recordedAt count }';
const LINEAGE = `start ${VERTICES} ${EDGES} cuts { at reason missing } complete cycles`;

/**
 * The whole reading contract, asked about some ids. Findings and computed levels of what somebody answers for rest on the
 * whole registry and are told to him alone (docs/decisions/0004): they are asked for the public only.
 */
function questions(ids: readonly string[], isPublic: boolean): string[] {
  const of = (id: string) => JSON.stringify(id);
  const judged = isPublic
    ? ['{ findings(first: 100) { totalCount edges { node { id message evidence { id } } } } }']
        .concat(ids.map((id) => `{ findings(subject: ${of(id)}) { totalCount } }`))
        .concat(
          ids.map(
            (id) =>
              `{ node(id: ${of(id)}) { ... on Asset { level computedLevel } ... on Product { redevelopment { findings { id } } } } }`,
          ),
        )
    : [];
  return [
    ...judged,
    ...ids.flatMap((id, i) => [
      `{ node(id: ${of(id)}) { id ... on Asset { name declaredLevel organization { id } } } }`,
      `{ lineage(of: ${of(id)}, depth: null) { ${LINEAGE} } }`,
      `{ lineage(of: ${of(id)}, depth: 2, kinds: [DERIVED]) { ${LINEAGE} } }`,
      `{ lineage(of: ${of(id)}, depth: 3, grain: ORGANIZATION) { ${LINEAGE} } }`,
      `{ lineage(of: ${of(id)}, depth: 3, grain: ITEM) { ${LINEAGE} } }`,
      `{ lineage(of: ${of(`Item:${id}#信用代码`)}, depth: null, grain: ITEM) { ${LINEAGE} } }`,
      `{ impact(of: ${of(id)}) { total byKind { kind count } organizations { organization { id } count } } }`,
      `{ lineagePaths(from: ${of(id)}, to: ${of(ids[(i + 3) % ids.length]!)}, k: 2) { outcome paths { length ${VERTICES} ${EDGES} } } }`,
      `{ history(of: ${of(id)}) { content version from changed deed { act account role onBehalfOf } } }`,
    ]),
    ...ids
      .filter((id) => id.startsWith('Product:'))
      .map(
        (id) => `{ node(id: ${of(id)}) { ... on Product {
          provenance { origins { id } datasets { id } databases { id } organizations { id } products { id } legalBases { id } complete gaps }
          redevelopment { ancestors { id } descendants { id } generation firstProducts { id } } } } }`,
      ),
    ...['', '企业', '登记信息', '水质许可'].map(
      (search) =>
        `{ datasets(search: "${search}", first: 50) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id title } } } }`,
    ),
    `{ checkCollection(intent: { title: "企业登记信息", organization: "Organization:A2", items: [{ name: "信用代码" }, { name: "水质" }] }) {
      verdict items { name verdict found { id } backflows { id } } plan { id } matches { dataset { id } score relation reasons } } }`,
    '{ backflowDuplicates(first: 50) { edges { cursor node { backflow { id } collection { id } items share } } } }',
    '{ connection(a: "Organization:C1", b: "Organization:A1") { fullyCounted path { id } owners { id } } }',
    '{ rules { rule { code } population violations reviews } evaluation { upTo current } }',
    `{ flowRisk(from: ${of(ids[0]!)}, to: ${of(ids[1]!)}, kind: DERIVED) { findings { id message } levels { after } } }`,
    ...['auditRecords(first: 5) { edges { cursor } }', 'accounts(first: 5) { edges { cursor } }'].map(
      (field) => `{ ${field} }`,
    ),
    '{ treeHead { size } }',
    '{ consistency(from: 0, to: 1) }',
    ...ids.map((id) => `{ evidencePack(of: ${of(id)}) }`),
    ...ids.map((id) => `{ auditRecords(subject: ${of(id)}) { edges { node { id } } } }`),
    ...(isPublic ? ids.map((id) => `{ levelReason(of: ${of(id)}) { asset { id } fused } }`) : []),
    ...(isPublic
      ? ['A1', 'A2', 'C1'].map(
          (key) =>
            `{ node(id: "Organization:${key}") { ... on Organization { compliance { violations reviews corrected lines { count } } } } }`,
        )
      : []),
    '{ duplicates(first: 50) { totalCount edges { cursor node { a { id } b { id } score relation sameProvider } } } }',
    `{ checkCollection(intent: { title: "企业登记信息", subject: "企业", items: [{ name: "信用代码" }, { name: "水质" }] }) {
      items { lead { organization { id } standing ground collectors { id } toDecide { id } } access { way dataset { id } reason } } } }`,
    '{ duplicates(first: 50) { edges { node { lead { organization { id } standing ground collectors { id } toDecide { id } } } } } }',
    '{ agencyPairs(first: 50) { totalCount edges { cursor node { a { id } b { id } relation reasons } } } }',
    '{ resolveAgency(name: "甲市一局") { organization { id } present { id } candidates { organization { id } relation confidence } } }',
  ];
}

/** What a viewer is answered to all of it, and which statements ran for it. */
async function hear(viewer: Viewer, ids: readonly string[]) {
  const answers: [string, unknown, string[]][] = [];
  for (const source of questions(ids, viewer.role === 'PUBLIC')) {
    let heard = await hearOne(viewer, source);
    // A plan that is made while the machine is busy may use up a question's time: then it is asked again.
    for (let again = 0; again < 5 && JSON.stringify(heard[1]).includes('"TIME"'); again++)
      heard = await hearOne(viewer, source);
    answers.push(heard);
  }
  return answers;
}

async function hearOne(viewer: Viewer, source: string): Promise<[string, unknown, string[]]> {
  expect(validate(schema, parse(source)), source).toEqual([]);
  const statements: string[] = [];
  const stop = house.graph.listen((name) => statements.push(name));
  const { data, errors } = await graphql({ schema, source, contextValue: contextOf(house.desk(viewer)) });
  stop();
  const said = JSON.parse(JSON.stringify({ data, errors: errors?.map(({ message }) => message) })) as object;
  return [source, canonical(said), statements.sort()];
}

/** The other content of something that a viewer may not see: same kind, state and owner. */
function altered(line: Line): Line {
  const changed = {
    ...line,
    note: '改',
    ...('title' in line ? { title: `${String(line['title'])}另` } : { name: '另名' }),
  };
  return line.record === 'dataset' ? { ...changed, abstract: '企业登记信息', level: 4, keywords: ['企业'] } : changed;
}

const without = (world: readonly Line[], gone: ReadonlySet<string>) =>
  world.filter((line) =>
    line.record === 'flow'
      ? !gone.has(String(line['from'])) && !gone.has(String(line['to']))
      : !isAsset(line) || !gone.has(idOf(line)),
  );

describe.each(VIEWERS)('to %s', { timeout: PATIENCE_MS }, (_who, seeds, cast) => {
  it.each(seeds)('two worlds that differ only in what he may not know are the same (world %i)', async (seed) => {
    const world = randomWorld(seed, 24);
    await build(world);
    const seen = await degrees(await cast(house), world);
    const ids = world.filter(isAsset).map(idOf);
    const dark = new Set(ids.filter((id) => seen.get(id) === 'DARK'));
    expect(dark.size).toBeGreaterThan(0);
    const probes = [...ids.slice(0, 4), ...[...dark].slice(0, 1)];
    const first = await hear(await cast(house), probes);
    const classes = new Map(
      world.filter(isAsset).map((line) => [JSON.stringify(whatDecides(line)), seen.get(idOf(line))]),
    );
    const accept = (line: Line) => classes.get(JSON.stringify(whatDecides(line))) === 'DARK';
    const rest = without(world, dark);
    await build([...rest, ...additions(rest, seed + 100, accept)]);
    const second = await hear(await cast(house), probes);
    expect(second).toEqual(first);
  });

  it.each(seeds)('two worlds that differ only in what hidden things say are the same (world %i)', async (seed) => {
    const world = randomWorld(seed, 24);
    await build(world);
    const seen = await degrees(await cast(house), world);
    const ids = world.filter(isAsset).map(idOf);
    const hinted = new Set(ids.filter((id) => seen.get(id) === 'HINTED'));
    expect(hinted.size).toBeGreaterThan(0);
    const probes = [...ids.slice(0, 4), ...[...hinted].slice(0, 1)];
    const first = await hear(await cast(house), probes);
    await build(world.map((line) => (isAsset(line) && hinted.has(idOf(line)) ? altered(line) : line)));
    const second = await hear(await cast(house), probes);
    expect(second).toEqual(first);
  });

  it('what the auditor sees more are hidden vertices and what is dark', async () => {
    const world = randomWorld(9, 24);
    await build(world);
    const viewer = await cast(house);
    const seen = await degrees(viewer, world);
    const all = [...seen.keys()];
    const found = async (who: Viewer) => {
      const source = `{ ${all.map((id, i) => `n${i}: node(id: ${JSON.stringify(id)}) { id }`).join(' ')} }`;
      const { data } = await graphql({ schema, source, contextValue: contextOf(house.desk(who)) });
      return Object.values(data as Record<string, { id: string } | null>).flatMap((node) => node?.id ?? []);
    };
    const auditor = await found(KEEPER_VIEWER);
    const his = new Set(await found(viewer));
    const missing = auditor.filter((id) => !his.has(id));
    expect(auditor).toHaveLength(all.length);
    expect(missing.sort()).toEqual(all.filter((id) => seen.get(id) !== 'OPEN').sort());
  });
});

/** What decides who may know of an asset: kind, state, whether opened or delivered, and whose it is. */
function whatDecides(line: Line) {
  const { record, state, open, versions } = line as Record<string, unknown>;
  const owner = line['provider'] ?? line['developer'] ?? line['lead'] ?? line['organization'] ?? line['coordinator'];
  const opened = open === 'UNCONDITIONAL' || open === 'CONDITIONAL';
  return { record, owner, state, opened, delivered: ((versions as unknown[]) ?? []).length > 0 };
}
