import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { undoInterrupted } from '../../src/exchange/bundle/journal.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyDeeds } from '../../src/exchange/bundle/proven.service.ts';
import { saveDataset, saveFlow } from '../../src/exchange/edit/edit.service.ts';
import { canonicalJson, digest } from '../../src/foundation/json.ts';
import { statement } from '../../src/graph/statement.ts';
import { openHouse } from '../../src/house/house.ts';
import { printsOf } from '../../src/lineage/flow.ts';
import { historyOf } from '../../src/record/record.service.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { empty, local, stage } from '../stage/stage.ts';
import { type BundleLine, bundles, city, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
const house = await stage();
const lines: BundleLine[] = [
  ...world,
  element('LONE'),
  flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称']], evidence: '台账' }),
  flow('Dataset:B', 'Database:DB'),
];
const wrong = () => verifyDeeds(house.graph);
const WORK = { name: 'test', limit: 60_000 };

/** What verify names after some damage, which is then taken back with its transaction. */
async function wrongAfter(text: string, params: Readonly<Record<string, unknown>> = {}): Promise<string | null> {
  let found: string | null = null;
  const takenBack = new Error('taken back');
  const damage = statement<{ params: object }, object, 'none'>(
    'test/damage',
    { mode: 'write', rows: 'none', params: { params: 'Map!' }, row: {} },
    text,
  );
  const work = house.graph.write(WORK, async (tx) => {
    await tx.run(damage, { params });
    found = await verifyDeeds({ ...house.graph, read: (_work, body) => body(tx) });
    throw takenBack;
  });
  await expect(work).rejects.toBe(takenBack);
  return found;
}
const load = async (...said: BundleLine[]) =>
  expect(await loadBundle(house, [bundle.of(...said)])).toMatchObject({ written: true, refused: 0 });

async function fresh(): Promise<void> {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
}

/** A registry with contents of a load and of acts, present and former, and flows of both, one retired by each. */
async function registry(): Promise<void> {
  await fresh();
  await load(...lines);
  await load(element('E1', { name: '改名' }), flow('Dataset:B', 'Database:DB', { evidence: '更正' }));
  const clerk = house.desk(await as(house, 'CLERK', { organization: 'AGENCY' }));
  const { content, version } = (await historyOf(house.desk(local), 'Dataset:A'))!.at(-1)!;
  const saved = await saveDataset(clerk, { content: { ...content, title: '改名' }, basedOn: version });
  expect(saved.refusals).toEqual([]);
  const { record: _, ...said } = flow('Dataset:A', 'Dataset:B', { evidence: '新台账' });
  expect(await saveFlow(clerk, { content: said })).toMatchObject({ done: { recorded: 1, retired: 1 } });
}
beforeAll(registry);

/** Alters a record as thoroughly as one can who writes the graph: content, digest and what queries see of it. */
async function rewriting(id: string): Promise<[string, Readonly<Record<string, unknown>>]> {
  const [row] = await query('MATCH (r:Record {id: $id}) RETURN r.content AS content', { id });
  const content = canonicalJson({ ...JSON.parse(String(row!['content'])), note: '篡改' });
  const damage = `MATCH (r:Record {id: $params.id})
    SET r.content = $params.content, r.digest = $params.digest, r.note = '篡改'`;
  return [damage, { id, content, digest: digest(content) }];
}

it('finds nothing wrong with what loads and acts wrote', async () => {
  expect(await wrong()).toBeNull();
});

describe('names a record', () => {
  it.each([
    ['of a load', 'Element:LONE'],
    ['of a later load', 'Element:E1'],
    ['of an act', 'Dataset:A'],
  ])('%s that was altered in all its parts', async (_what, id) => {
    expect(await wrongAfter(...(await rewriting(id)))).toContain(id);
  });

  it('whose content alone was altered', async () => {
    const damage = "MATCH (r:Record {id: 'Element:LONE'}) SET r.content = replace(r.content, 'LONE', 'Lone')";
    expect(await wrongAfter(damage)).toContain('Element:LONE');
  });

  it.each(['Element:LONE', 'Dataset:A'])('%s that was removed', async (id) => {
    expect(await wrongAfter('MATCH (r:Record {id: $params.id}) DETACH DELETE r', { id })).toContain(id);
  });

  it.each([
    ['without a deed', 'null'],
    ['with a deed that is not in the log', "'none'"],
    ['in the name of a load that did not write it', 'r.load'],
    ['in the name of an act that wrote another', 'a.load'],
  ])('that was inserted %s', async (_what, deed) => {
    const found = await wrongAfter(
      `MATCH (r:Record {id: 'Element:LONE'}), (a:Record {id: 'Dataset:A'})
       CREATE (:Record:Element {id: 'Element:NEW', content: r.content, digest: r.digest, recordedAt: r.recordedAt, load: ${deed}})`,
    );
    expect(found).toContain('Element:NEW');
  });

  it('that is said to be recorded at another moment', async () => {
    const damage = "MATCH (r:Record {id: 'Element:LONE'}) SET r.recordedAt = r.recordedAt - 1000";
    expect(await wrongAfter(damage)).toContain('Element:LONE');
  });

  it.each([
    ['altered', "SET v.content = replace(v.content, 'E1', 'E2')"],
    ['removed', 'DETACH DELETE v'],
    ['given to another deed', "SET v.load = 'none'"],
    ['dated otherwise', 'SET v.from = v.from - 1'],
  ])('whose former content was %s', async (_what, damage) => {
    expect(await wrongAfter(`MATCH (:Record {id: 'Element:E1'})-[:WAS]->(v) ${damage}`)).toContain('Element:E1');
  });
});

describe('names a flow', () => {
  const toDatabase = "MATCH (:Asset {id: 'Dataset:B'})-[f:FLOWS_TO|FLOWED_TO]->(:Asset {id: 'Database:DB'})";

  it('whose evidence was altered', async () => {
    expect(await wrongAfter(`${toDatabase} SET f.evidence = '篡改'`)).toContain('Dataset:B → Database:DB');
  });

  it.each([
    ['of a load', 'Dataset:B', 'Database:DB'],
    ['of an act', 'Dataset:A', 'Dataset:B'],
  ])('%s that was altered in all its parts', async (_what, from, to) => {
    const at = 'MATCH (:Asset {id: $from})-[f:FLOWS_TO]->(:Asset {id: $to}) WHERE f.retiredAt IS NULL';
    const [row] = await query(`${at} RETURN properties(f) AS f`, { from, to });
    const held = row!['f'] as Parameters<typeof printsOf>[0];
    const prints = printsOf({ ...held, from, to, evidence: '篡改' });
    const damage = `${at.replaceAll('$', '$params.')} SET f.evidence = '篡改', f += $params.prints`;
    expect(await wrongAfter(damage, { from, to, prints })).toMatch(/altered/);
  });

  it('that was removed', async () => {
    expect(await wrongAfter(`${toDatabase} WHERE f.retiredAt IS NULL DELETE f`)).toContain('Flow:');
  });

  it('that was inserted in the name of a load', async () => {
    const prints = printsOf({ from: 'Dataset:A', to: 'Database:DB', kind: 'DERIVED', assertedBy: 'X', validFrom: 0 });
    const found = await wrongAfter(
      `${toDatabase.replace('MATCH', 'MATCH (a:Asset {id: "Dataset:A"}), (b:Asset {id: "Database:DB"}), ')} WITH a, b, f LIMIT 1
       CREATE (a)-[n:FLOWS_TO]->(b)
       SET n = {kind: 'DERIVED', assertedBy: 'X', validFrom: 0, recordedAt: f.recordedAt, load: f.load}, n += $params.prints`,
      { prints },
    );
    expect(found).toMatch(/Dataset:A → Database:DB.*inserted/);
  });

  it.each([
    ['whose retirement by a load was taken back', 'NOT NULL SET f.retiredAt = null, f.endedBy = null'],
    ['whose retirement by a load was moved', 'NOT NULL SET f.retiredAt = f.retiredAt - 1'],
    ['whose retirement was given to another deed', "NOT NULL SET f.endedBy = 'none'"],
    ['that was retired without a deed', 'NULL SET f.retiredAt = 5'],
    ['that was retired in the name of the load that recorded it', 'NULL SET f.retiredAt = 5, f.endedBy = f.load'],
  ])('%s', async (_what, damage) => {
    expect(await wrongAfter(`${toDatabase} WHERE f.retiredAt IS ${damage}`)).toMatch(/altered|inserted/);
  });
});

it.each([
  ['subject', "SET a.subject = 'other'"],
  ['role', "SET a.role = 'ADMIN'"],
])('names an account whose %s was altered, and one that nobody opened', async (_what, damage) => {
  expect(await wrongAfter(`MATCH (a:Account) ${damage}`)).toContain('Account:');
  const opened = `CREATE (:Account {id: 'new', issuer: 'i', subject: 's', role: 'ADMIN', openedAt: 0})`;
  expect(await wrongAfter(opened)).toContain('Account:new');
});

it('names a finding whose decision was not taken in the registry', async () => {
  const damage = "MATCH (f:Finding) WITH f LIMIT 1 SET f.state = 'ACCEPTED', f.reason = '同意', f.decidedBy = '某人'";
  expect(await query('MATCH (f:Finding) RETURN count(f) > 0 AS some')).toEqual([{ some: true }]);
  expect(await wrongAfter(damage)).toMatch(/altered/);
});

it('names a load whose own list of what it wrote was altered together with a record', async () => {
  const [damage, params] = await rewriting('Element:LONE');
  const found = await wrongAfter(
    `${damage}
     WITH r MATCH (:Load {id: r.load})-[:WROTE]->(p)
     SET p.lines = [line IN p.lines | CASE WHEN line CONTAINS 'Element:LONE'
       THEN '["record","Element:LONE","' + $params.digest + '",' + split(line, ',')[3] ELSE line END]`,
    params,
  );
  expect(found).toMatch(/what the load noted that it wrote was altered/);
});

it('holds for a load in batches, and names what was altered of it; one that is taken back leaves no list', async () => {
  await fresh();
  const long = '长'.repeat(1 << 20);
  await load(city(), ...Array.from({ length: 9 }, (_, i) => element(`K${i}`, { note: long })));
  expect(await wrong()).toBeNull();
  expect(await query('MATCH (p:LoadPart) RETURN count(p) AS parts')).toEqual([{ parts: 3 }]);
  expect(await wrongAfter(...(await rewriting('Element:K7')))).toContain('Element:K7');
  await query("MATCH (l:Load) SET l.state = 'WRITING', l.owner = 'elsewhere 1 1', l.beatAt = 0");
  await query('MATCH (r:Registry), (l:Load) SET r.loading = l.id');
  expect(await undoInterrupted(house.graph)).not.toBeNull();
  expect(await query('MATCH (p:LoadPart) RETURN count(p) AS parts')).toEqual([{ parts: 0 }]);
});

describe('after a dump was loaded elsewhere', () => {
  it('holds, goes on, and names what was altered then; without its log by the load that brought it', async () => {
    await registry();
    const folder = bundle.fresh();
    await dumpBundle(house.graph, folder);
    await fresh();
    expect(await loadBundle(house, [folder])).toMatchObject({ written: true, refused: 0 });
    expect(await wrong()).toBeNull();
    await load(element('E1', { name: '又改' }), dataset('A', ['名称'], { title: '又改' }));
    expect(await wrong()).toBeNull();
    const former = "MATCH (:Record {id: 'Dataset:A'})-[:WAS]->(v)";
    expect(await wrongAfter(`${former} SET v.load = 'none'`)).toContain('Dataset:A');

    rmSync(join(folder, 'audit'), { recursive: true });
    await fresh();
    expect(await loadBundle(house, [folder])).toMatchObject({ written: true, refused: 0 });
    expect(await wrong()).toBeNull();
    const inserted = await wrongAfter(
      `MATCH (r:Record {id: 'Element:E1'})-[:WAS]->(v) CREATE (r)-[:WAS]->(w:Version) SET w = properties(v), w.from = 5`,
    );
    expect(inserted).toContain('inserted');
  });
});

it('holds for the demo city', async () => {
  await fresh();
  await loadCity(house);
  expect(await wrong()).toBeNull();
});
