import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { recordDeed } from '../../src/audit/audit.service.ts';
import { sealKey } from '../../src/audit/seal-key.ts';
import { sealAll } from '../../src/audit/sealer.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { type StatementFile, statementFiles } from '../../tools/statements.ts';
import { deed } from '../audit/deeds.ts';
import { loadCity } from '../stage/city.ts';
import { stage } from '../stage/stage.ts';
import { multiplies, nameOf, operatorsOf, startsOf, type Variant, variantsOf } from './plan.ts';

/** Walks over any number of steps, by the operator that keeps each to linear work. */
const WALK = 'VarLengthExpand(Pruning,BFS,All)';
/** Success, no data, and the mention of a product of rows, which the plan itself tells better. */
const NO_COMPLAINT = /^(0[02]|03N90)/;
/** Names that only a load or run under way, a decision, an account, a sealed log, or what did not happen in the demo city, leaves. */
const RARE_NAMES = [
  "CREATE (l:Load {loading: '', lock: '', beatAt: 0, closedAt: 0, endedBy: '', counts: ''}) DELETE l",
  "CREATE (e:Evaluation {writing: ''}) CREATE (f:Finding {acceptedUntil: '', decidedBy: '', reason: ''}) DELETE e, f",
  "CREATE (a:Account {id: '', person: '', role: '', organization: '', jurisdiction: '', openedAt: 0}) DELETE a",
  "CREATE (a:Answer {command: '', answer: ''}) CREATE (r:Record {suspendedOn: '', revokedOn: '', deed: ''}) DELETE a, r",
  `CREATE (s:TitleShelf {name: '', model: '', dimension: 1, sight: '', place: ''})
   CREATE (v:TitleVector {dataset: '', title: '', shelf: '', vector: [1.0]}) DELETE s, v`,
  'CREATE (v:AgencyVerdict) CREATE (v)-[:JUDGES]->(v)-[:SUCCEEDED_BY]->(v)-[:CHILD_OF]->(v) DETACH DELETE v',
  "CREATE (v:Verdict {period: ''}) CREATE (v)-[:JUDGES]->(v) DETACH DELETE v",
  `CREATE (r:AuditRecord:Unsealed {content: ''}) CREATE (h:AuditHead {jws: '', record: ''}) CREATE (t:AuditTile {hashes: ''})
   CREATE (l:AuditLog {id: '', size: 0, head: ''}) DELETE r, h, t, l`,
];

const files = statementFiles();
let driver: Driver;
let labels: readonly string[];

beforeAll(async () => {
  const house = await stage();
  await loadCity(house);
  await changeOne(house);
  const { uri, user, password } = inject('graph');
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  for (const text of RARE_NAMES) await run(text);
  await recordAndSeal(house);
  await run('CALL db.awaitIndexes(60)');
  labels = (await run('CALL db.labels() YIELD label RETURN label')).records.map((row) => String(row.get('label')));
});
afterAll(() => driver.close());

/** Gives one record a history. */
async function changeOne(house: House): Promise<void> {
  const [line = ''] = readFileSync('seed/kunming/products.jsonl', 'utf8').split('\n');
  const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'changed.jsonl');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(line), note: 'changed' }));
  const { updated } = await loadBundle(house, [file]);
  expect(updated).toBe(1);
}

/** Gives the audit log a sealed record under a head, and one that waits. */
async function recordAndSeal({ graph }: House): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'shuyuan-'));
  const work = { name: 'test', limit: 30_000 };
  await graph.write(work, (tx) => recordDeed(tx, deed()));
  await sealAll({ graph, home, key: await sealKey(home, undefined) });
  await graph.write(work, (tx) => recordDeed(tx, deed()));
}

async function run(text: string, params: Readonly<Record<string, unknown>> = {}) {
  const session = driver.session();
  const whole = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Number.isInteger(value) ? neo4j.int(value as number) : value]),
  );
  return session.run(text, whole).finally(() => session.close());
}

interface Explained {
  readonly plan: Plan;
  readonly complaints: readonly string[];
}

async function explain({ text, params }: Variant): Promise<Explained> {
  const { summary } = await run(`EXPLAIN ${text}`, params);
  const complaints = summary.gqlStatusObjects
    .filter(({ gqlStatus }) => !NO_COMPLAINT.test(gqlStatus))
    .map(({ gqlStatus, statusDescription }) => `${gqlStatus} ${statusDescription}`);
  return { plan: summary.plan as Plan, complaints };
}

const explained = new Map<StatementFile, Promise<readonly Explained[]>>();
function plansOf(file: StatementFile): Promise<readonly Explained[]> {
  const known = explained.get(file) ?? Promise.all(variantsOf(file, labels).map(explain));
  explained.set(file, known);
  return known;
}

describe('the reader of headers', () => {
  it('finds statements in every room that has some', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(new Set(files.map(({ room }) => room))).toContain('lineage');
  });
});

describe.each(files.map((file) => [`${file.room}/${file.name}`, file] as const))('%s', (_name, file) => {
  it('is understood by the database without a word of complaint', async () => {
    for (const { complaints } of await plansOf(file)) expect(complaints).toEqual([]);
  });

  it('starts where its header says', async () => {
    const { uses, scans } = file.header;
    const plans = await plansOf(file);
    const starts = plans.flatMap(({ plan }) => startsOf(plan));
    const named = new Set([...uses, 'full text', 'count store']);
    if (scans === null)
      expect(starts.filter(({ index }) => index === null || !named.has(index)).map(({ words }) => words)).toEqual([]);
    expect(uses.filter((index) => starts.every((start) => start.index !== index))).toEqual([]);
  });

  it('multiplies no rows', async () => {
    for (const { plan } of await plansOf(file)) expect(operatorsOf(plan).filter(multiplies).map(nameOf)).toEqual([]);
  });

  it('walks any number of steps breadth first with a visited set', async () => {
    const operators = (await plansOf(file)).flatMap(({ plan }) => operatorsOf(plan)).map(nameOf);
    expect(operators.filter((name) => name.startsWith('VarLength') && name !== WALK)).toEqual([]);
    if (/\{\{eras\}\}\*/.test(file.body) && !file.body.includes('shortestPath(')) expect(operators).toContain(WALK);
  });
});
