import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import type { Graph } from '../graph/graph.service.ts';
import { type Sights, sightsOf } from '../identity/sights.ts';
import { allPairs } from './all-pairs.ts';
import { CandidateIndex } from './candidates.ts';
import { titles } from './collection.statements.ts';
import { type Prepared, prepare } from './features.ts';
import type { Judgment } from './judge.ts';
import { bySurety } from './pair-cursor.ts';
import { committedJudge } from './seed.ts';

/** Two datasets that look like duplicates; `a` before `b` by id. */
export interface JudgedDuplicates {
  readonly a: string;
  readonly b: string;
  /** Who answers for the two, and where they lie. */
  readonly organizations: readonly (string | null)[];
  readonly places: readonly (string | null)[];
  readonly judgment: Judgment;
}

interface Stock {
  readonly generation: number;
  /** Surest first, ties by ids. */
  readonly pairs: readonly JudgedDuplicates[];
}

const PAGE = 2_000;
const PAUSE_EVERY = 200;
/** Pairs under this estimated probability are not kept. */
export const LOWEST_SCORE = 0.3;

/** Stocks of a graph by what their viewers see, the one used last at the end. */
const stocks = new WeakMap<Graph, Map<string, Stock>>();
const MOST_STOCKS = 8;

/**
 * All pairs of published datasets that look like duplicates, among those that everybody of the viewer's kind and city sees.
 * Which pairs are looked at depends on the whole stock, so each such circle has a stock of its own, worked out in memory and
 * kept as long as the registry's generation stays the same. Throws `Fault` TIME_LIMIT when the catalog is too large.
 */
export async function duplicateStock(desk: Desk, limitMs: number): Promise<readonly JudgedDuplicates[]> {
  const work = { name: 'duplicates', limit: limitMs };
  const circle: Sights = { ...sightsOf(desk.viewer), own: [], covered: [] };
  const current = await see(desk, work, async (_tx, { registry }) => registry.generation);
  const known = recall(desk.graph, JSON.stringify(circle));
  if (known?.generation === current) return known.pairs;
  const end = performance.now() + limitMs;
  const { generation, rows } = await see(desk, work, async (tx, { registry, now }) => {
    const read: Awaited<ReturnType<typeof readPage>> = [];
    for (let after = { title: '', id: '' }; ; ) {
      const page = await readPage(tx, after, now, circle);
      read.push(...page);
      if (page.length < PAGE) return { generation: registry.generation, rows: read };
      after = page.at(-1)!;
    }
  });
  const pairs = await pairUp(
    rows.filter(({ published }) => published),
    end,
  );
  remember(desk.graph, JSON.stringify(circle), { generation, pairs });
  return pairs;
}

function recall(graph: Graph, circle: string): Stock | undefined {
  return stocks.get(graph)?.get(circle);
}

/** Keeps a stock; the one that was worked out longest ago makes room. */
function remember(graph: Graph, circle: string, stock: Stock): void {
  const kept = stocks.get(graph) ?? new Map<string, Stock>();
  stocks.set(graph, kept);
  kept.delete(circle);
  kept.set(circle, stock);
  const [oldest] = kept.keys();
  if (kept.size > MOST_STOCKS && oldest !== undefined) kept.delete(oldest);
}

type Tx = Parameters<Parameters<Graph['read']>[1]>[0];

async function readPage(tx: Tx, after: { title: string; id: string }, now: number, sights: Sights) {
  return [...(await tx.run(titles, { after: after.title, afterId: after.id, size: PAGE, now, sights }))];
}

async function pairUp(rows: Awaited<ReturnType<typeof readPage>>, end: number): Promise<JudgedDuplicates[]> {
  const judge = committedJudge();
  const index = new CandidateIndex(judge.lexicon);
  const prepared = new Map<string, Prepared>();
  const whose = new Map(rows.map((row) => [row.id, row]));
  for (const [i, row] of rows.entries()) {
    const ready = prepare(judge.lexicon, { ...row, home: row.home ?? '' });
    prepared.set(row.id, ready);
    index.add(row.id, ready);
    if (i % PAUSE_EVERY === 0) await pause(end);
  }
  const pairs: JudgedDuplicates[] = [];
  let steps = 0;
  for (const pair of allPairs(judge, index, prepared, LOWEST_SCORE)) {
    const sides = [whose.get(pair.a), whose.get(pair.b)];
    const organizations = sides.map((side) => side?.organization ?? null);
    pairs.push({ ...pair, organizations, places: sides.map((side) => side?.place ?? null) });
    if (++steps % PAUSE_EVERY === 0) await pause(end);
  }
  const scored = ({ a, b, judgment }: JudgedDuplicates) => ({ a, b, score: judgment.score });
  return pairs.sort((x, y) => bySurety(scored(x), scored(y)));
}

/** Lets other requests be served, and ends the work when its time is up. */
async function pause(end: number): Promise<void> {
  await setImmediate();
  if (performance.now() > end)
    throw new Fault(
      'TIME_LIMIT',
      '目录太大，查重未能在时限内完成。The catalog is too large to look for duplicates in the time allowed.',
    );
}
