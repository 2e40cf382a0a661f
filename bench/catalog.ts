import { systemClock } from '../src/calendar/clock.ts';
import { duplicatesOf } from '../src/collection/duplicates.service.ts';
import { saveDataset } from '../src/exchange/edit/edit.service.ts';
import { isFault } from '../src/foundation/fault.ts';
import { connect, type Graph } from '../src/graph/graph.service.ts';
import { statement } from '../src/graph/statement.ts';
import { type House, openHouse } from '../src/house/house.ts';
import { KEEPER_VIEWER } from '../src/identity/viewer.ts';
import { readRecords } from '../src/record/bulk.service.ts';
import { versionOf } from '../src/record/entry.ts';
import { readRequests } from './check/dev-set.ts';
import { median } from './stand/pairs.ts';
import type { Question } from './stand/question.ts';
import { report, short } from './stand/report.ts';
import { addressOf, registryServer } from './stand/servers.ts';
import { ask, hitsOf } from './stand/statements.ts';

/**
 * What checking and duplicates cost over the records of real portals: checks of the dev set, each within the catalog of its
 * city, over HTTP, warm (plans and pages cached), with their database hits beside those of their own full-text statement; all pairs of the catalog; the list after a change of one dataset.
 * It saves a few datasets and puts them back: a graph to be thrown away.
 */
const CHECKS = Number(process.env['BENCH_CHECKS'] ?? 60);
const CHANGES = 15;
const WARM_ATTEMPTS = 5;
const WORK = { name: 'bench', limit: 120_000 };
const TEXT = 'collection/candidates-by-text';

const questions = readRequests()
  .filter((_, i, all) => i % Math.ceil(all.length / CHECKS) === 0)
  .map(
    ({ name, columns, catalog }): Question => ({
      name,
      query: `query ($intent: CollectionIntent!) { checkCollection(intent: $intent) {
        verdict items { name verdict } matches(first: 10) { score relation reasons dataset { id title } } plan { id title } } }`,
      variables: {
        intent: {
          title: name,
          jurisdiction: `Jurisdiction:${catalog}`,
          items: (columns ?? []).slice(0, 20).map((item) => ({ name: item })),
        },
      },
    }),
  );

async function checks(graph: Graph, house: House): Promise<string[][]> {
  await using registry = await registryServer(process.env);
  for (const { query, variables } of questions) await warmly(() => registry.post(query, variables));
  const times: number[] = [];
  for (const { query, variables } of questions) {
    const at = performance.now();
    await registry.post(query, variables);
    times.push(performance.now() - at);
  }
  const hits: { all: number; text: number }[] = [];
  for (const question of questions) {
    const { statements } = await ask(house, question);
    const each = await hitsOf(graph, statements);
    const all = [...each.values()].reduce((sum, count) => sum + count, 0);
    if (each.has(TEXT)) hits.push({ all, text: each.get(TEXT)! });
  }
  const middle = (of: (one: (typeof hits)[number]) => number) => short(median(hits.map(of)));
  const slowest = times.toSorted((a, b) => a - b);
  return [
    ['checks asked, warm', String(times.length)],
    [
      'a check over HTTP, ms: median, ninth tenth, slowest',
      [median(times), slowest[Math.floor(times.length * 0.9)]!, slowest.at(-1)!].map(short).join(', '),
    ],
    ['hits: check, its full-text statement', [middle(({ all }) => all), middle(({ text }) => text)].join(', ')],
    [
      'check ÷ its full-text statement, in hits: median, highest',
      [middle(({ all, text }) => all / text), short(Math.max(...hits.map(({ all, text }) => all / text)))].join(', '),
    ],
  ];
}

/** Again, when it met a cold database and ran into the question's own time limit. */
async function warmly(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (attempt === WARM_ATTEMPTS) throw error;
    }
  }
}

async function duplicates(house: House): Promise<string[][]> {
  const list = () => duplicatesOf(house.desk(KEEPER_VIEWER), { first: 20 });
  const begun = performance.now();
  let calls = 1;
  for (; ; calls++) {
    try {
      await list();
      break;
    } catch (error) {
      if (!isFault(error, 'TIME_LIMIT')) throw error;
    }
  }
  const whole = performance.now() - begun;
  const { edges } = await duplicatesOf(house.desk(KEEPER_VIEWER), { first: 200 });
  const ids = [...new Set(edges.map(({ pair }) => pair.a))].slice(0, CHANGES);
  const taken: number[] = [];
  for (const id of ids) {
    const record = (await house.graph.read(WORK, (tx) => readRecords(tx, [id]))).get(id)!;
    const before = record.content;
    const clerk = { ...KEEPER_VIEWER, role: 'CLERK' as const, organization: record.owner };
    const save = async (content: typeof before, basedOn: string) => {
      const { done, refusals } = await saveDataset(house.desk(clerk), { content, basedOn });
      if (done === null) throw new Error(refusals[0]?.message);
      return done.version;
    };
    const changed = await save({ ...before, title: `${String(before['title'])}统计` }, versionOf(before));
    const at = performance.now();
    await list();
    taken.push(performance.now() - at);
    await save(before, changed);
    await list();
  }
  return [
    ['all pairs of the catalog, s', `${short(whole / 1000)}, in ${calls} calls`],
    [
      'the list after a change of one dataset, ms: median, slowest',
      `${short(median(taken))}, ${short(Math.max(...taken))}`,
    ],
    ['memory of the program, MiB', String(Math.round(process.memoryUsage().heapUsed / 2 ** 20))],
  ];
}

const graph = connect(await addressOf(process.env));
try {
  const { house } = await openHouse(graph, systemClock);
  const count = statement<object, { datasets: number }, 'one'>(
    'bench/count-datasets',
    { mode: 'read', rows: 'one', params: {}, row: { datasets: 'Integer!' } },
    'MATCH (d:Dataset) RETURN count(d) AS datasets',
  );
  const { datasets } = await graph.read(WORK, (tx) => tx.run(count, {}));
  const rows = [['datasets', String(datasets)], ...(await checks(graph, house)), ...(await duplicates(house))];
  report('Checks and duplicates over the records of real portals', `${datasets}-portal`, ['', ''], rows);
} finally {
  await graph.close();
}
