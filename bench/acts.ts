import { openAccount } from '../src/access/account.service.ts';
import { viewerOf } from '../src/access/sign-in.service.ts';
import { systemClock } from '../src/calendar/clock.ts';
import { ownedRelationships } from '../src/exchange/bundle/kinds.ts';
import { saveRecords } from '../src/exchange/bundle/links.ts';
import { parseRecord } from '../src/exchange/bundle/parse.ts';
import { saveDataset } from '../src/exchange/edit/edit.service.ts';
import { savingOf } from '../src/exchange/edit/save-record.ts';
import { connect, type Graph, type Tx } from '../src/graph/graph.service.ts';
import { encode, statement } from '../src/graph/statement.ts';
import { type House, openHouse } from '../src/house/house.ts';
import { KEEPER_VIEWER, PUBLIC_VIEWER, type Viewer } from '../src/identity/viewer.ts';
import { draftOf } from '../src/record/bulk.service.ts';
import { inTurn } from './stand/pairs.ts';
import { report, short, spread } from './stand/report.ts';
import { addressOf } from './stand/servers.ts';
import { cityOf } from './stand/stand.ts';
import { hitsOfWork, replay, type Sent } from './stand/statements.ts';

/**
 * Clerks who save datasets at once: the act, and the same writes without it, one transaction each, raw, in turn.
 * `node bench/acts.ts [--save]`. What it writes is taken out again.
 */
const CROWDS = [1, 8, 50];
const CLERKS = Math.max(...CROWDS);
const ACTS = 50;
const KEY = 'bench-act-';
const HEADER = ['clerks at once', 'what', 'acts', 'statements', 'db hits', 'ms', 'acts/s', 'throughput ÷ without act'];

/** The act alone: findings and levels, which may follow it, are a work of their own. */
const saveAlone = savingOf('dataset', 'dataset:save');
let made = 0;

function contentOf(organization: string): Record<string, unknown> {
  const key = `${KEY}${process.pid}-${made++}`;
  const items = ['统一社会信用代码', '单位名称', '登记日期'].map((name) => ({ name }));
  return { key, title: `测试目录 ${key}`, provider: organization, state: 'DRAFT', items };
}

/** The statements that write one dataset, noted instead of sent. */
async function writesOf(content: object): Promise<Sent[]> {
  const parsed = parseRecord({ ...content, record: 'dataset' }, { file: 'bench', line: 1 });
  if (parsed.is !== 'record') throw new Error('the bench writes what no dataset is');
  const sent: Sent[] = [];
  const tx: Tx = {
    run: async (one, values) => {
      const { params, inline } = encode(one, values as Record<string, unknown>);
      sent.push({ name: one.name, text: one.text(inline), params });
      return undefined as never;
    },
  };
  const writing = { load: KEY, recordedAt: Date.now(), owned: ownedRelationships, unheard: true };
  await saveRecords(tx, [draftOf(parsed.kind, parsed.content)], writing);
  return sent;
}

/** So many at once, each one thing after another. */
async function crowdDoes(clerks: number, work: (clerk: number) => Promise<unknown>): Promise<void> {
  let left = ACTS;
  await Promise.all(
    Array.from({ length: clerks }, async (_, clerk) => {
      while (left-- > 0) await work(clerk);
    }),
  );
}

async function castOf(house: House): Promise<Viewer[]> {
  const some = statement<object, { id: string }, 'many'>(
    'bench/some-organizations',
    { mode: 'read', rows: 'many', params: {}, row: { id: 'String!' } },
    `MATCH (o:Organization)-[:IN_JURISDICTION]->() RETURN o.id AS id ORDER BY id LIMIT ${CLERKS}`,
  );
  const organizations = await house.graph.read({ name: 'bench', limit: 60_000 }, (tx) => tx.run(some, {}));
  return Promise.all(
    Array.from({ length: CLERKS }, async (_, i) => {
      const organization = organizations[i % organizations.length]!.id;
      const signedIn = { issuer: 'urn:bench', subject: `clerk-${i}` };
      const wanted = { ...signedIn, person: null, role: 'CLERK', organization, jurisdiction: null } as const;
      await openAccount(house.desk(KEEPER_VIEWER), wanted);
      return viewerOf(house.desk(PUBLIC_VIEWER), signedIn);
    }),
  );
}

const organizationOf = ({ organization }: Viewer) => organization!.slice('Organization:'.length);

/** How many statements something sends, and what they cost inside the database. */
async function costOf(graph: Graph, work: (profiling: Graph) => Promise<unknown>): Promise<readonly string[]> {
  let statements = 0;
  const stop = graph.listen(() => statements++);
  const hits = await hitsOfWork(graph, work);
  stop();
  return [String(statements), String([...hits.values()].reduce((sum, count) => sum + count, 0))];
}

async function takeOut(graph: Graph): Promise<void> {
  const matched = `MATCH (r:Asset) WHERE r.id STARTS WITH 'Dataset:${KEY}'`;
  await graph.command(`${matched} CALL (r) { OPTIONAL MATCH (r)<-[:ITEM_OF]-(i) DETACH DELETE i } IN TRANSACTIONS`);
  await graph.command(`${matched} CALL (r) { DETACH DELETE r } IN TRANSACTIONS`);
}

const graph = connect(await addressOf(process.env));
try {
  const { house } = await openHouse(graph, systemClock);
  const clerks = await castOf(house);
  const act =
    (save: typeof saveAlone, over = graph) =>
    (clerk: number) => {
      const viewer = clerks[clerk]!;
      return save(
        { ...house.desk(viewer), graph: over },
        { content: contentOf(organizationOf(viewer)), basedOn: null },
      ).then(({ refusals }) => {
        if (refusals.length > 0) throw new Error(refusals[0]!.message);
      });
    };
  const raw =
    (over = graph) =>
    async (clerk: number) =>
      replay(over, await writesOf(contentOf(organizationOf(clerks[clerk]!))), 'write');
  const contestants = [
    ['the same writes without act', raw],
    ['act', (over = graph) => act(saveAlone, over)],
    ['act, and findings after it', (over = graph) => act(saveDataset, over)],
  ] as const;
  const costs: (readonly string[])[] = [];
  for (const [, one] of contestants) costs.push(await costOf(graph, (over) => one(over)(0)));
  const rows: string[][] = [];
  for (const crowd of CROWDS) {
    const { times, ratios } = await inTurn(
      contestants.map(
        ([, one]) =>
          () =>
            crowdDoes(crowd, one()),
      ),
    );
    for (const [i, [name]] of contestants.entries())
      rows.push([
        String(crowd),
        name,
        String(ACTS),
        ...costs[i]!,
        spread(times[i]!),
        short((ACTS * 1000) / times[i]!.median),
        short(1 / ratios[i]!),
      ]);
    console.error(
      rows
        .slice(-contestants.length)
        .map((row) => row.join(' | '))
        .join('\n'),
    );
  }
  report('Clerks who save datasets', await cityOf(graph), HEADER, rows);
} finally {
  await takeOut(graph);
  await graph.close();
}
