import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/calendar/clock.ts';
import { keepInMemory } from '../src/compliance/residence.ts';
import { loadBundle } from '../src/exchange/bundle/load.service.ts';
import { connect, type Graph } from '../src/graph/graph.service.ts';
import { openHouse } from '../src/house/house.ts';
import { startLocalGraph, stopLocalGraph } from '../src/launcher/launcher.service.ts';
import { questions as check } from './check.ts';
import { writeCity } from './city/generate.ts';
import { questions as hubs } from './hubs.ts';
import { questions as impact } from './impact.ts';
import { questions as ladder } from './ladder.ts';
import { questions as layers } from './layers.ts';
import { questions as depths } from './lineage-depth.ts';
import { questions as paths } from './paths.ts';
import { readingsOfRules } from './rule-budgets.ts';
import { questions as search } from './search.ts';
import { acts, fullRun } from './stand/evaluating.ts';
import { ask, hitsOf } from './stand/statements.ts';

const FILE = join(import.meta.dirname, 'budgets.json');
const EACH_RULE = 'readings of each rule';
const QUESTIONS = [...depths, ...ladder, ...hubs, ...layers, ...paths, ...impact, ...search, ...check];
/** A ceiling stands this far above what was measured when it was set. */
const ROOM = 1.2;
/** Below this many hits a question is cheap, whatever it grew by. */
const CHEAP = 100;

/** Ceilings on the small city: of database hits for each question, for each statement that it sends; of what each rule reads. */
type Budgets = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * What costs more database hits than its ceiling in `budgets.json`, in words; empty when all keep theirs. The graph must
 * hold the city of 10,000 assets (`loadSmallCity`). Hits do not depend on the machine, so CI can hold on to them.
 */
export async function overBudget(graph: Graph): Promise<string[]> {
  return over(await measure(graph));
}

function over(measured: Budgets): string[] {
  const budgets = JSON.parse(readFileSync(FILE, 'utf8')) as Budgets;
  const unasked = Object.entries(budgets).flatMap(([question, statements]) =>
    Object.keys(statements)
      .filter((statement) => measured[question]?.[statement] === undefined)
      .map((statement) => `${question}: ${statement} has a ceiling and is sent no more`),
  );
  const costly = Object.entries(measured).flatMap(([question, statements]) =>
    Object.entries(statements).flatMap(([statement, hits]) => {
      const ceiling = budgets[question]?.[statement];
      if (ceiling === undefined) return [`${question}: ${statement} has no ceiling; ${hits} hits`];
      return hits > ceiling ? [`${question}: ${statement} took ${hits}, at most ${ceiling}`] : [];
    }),
  );
  return [...costly, ...unasked];
}

/** Loads the city of 10,000 assets and 50,000 flows into an empty registry. */
export async function loadSmallCity(graph: Graph): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuyuan-city-'));
  try {
    await writeCity(10_000, folder);
    const { refusals } = await loadBundle({ graph, clock: systemClock }, [folder]);
    if (refusals.length > 0) throw new Error(refusals[0]!.message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(graph: Graph): Promise<Budgets> {
  const { house } = await openHouse(graph, systemClock);
  const measured: Record<string, Record<string, number>> = { [EACH_RULE]: readingsOfRules() };
  for (const question of QUESTIONS) {
    const { statements } = await ask(house, question);
    measured[question.name] = Object.fromEntries(await hitsOf(graph, statements));
  }
  // Last, as acts change the city.
  keepInMemory(graph);
  const whole = await fullRun(house);
  measured['all rules over everything'] = Object.fromEntries(await hitsOf(graph, whole.reads));
  for await (const { evaluating } of acts(house, 1))
    measured['rules after one act'] = Object.fromEntries(await hitsOf(graph, evaluating.reads));
  return measured;
}

/** `node bench/budgets.ts`: says what is over, on a graph that is thrown away after; with `--set` writes new ceilings first. */
if (import.meta.main) {
  const home = mkdtempSync(join(tmpdir(), 'shuyuan-budgets-'));
  try {
    const { address } = await startLocalGraph({ ...process.env, SHUYUAN_HOME: home });
    const graph = connect(address);
    await openHouse(graph, systemClock);
    await loadSmallCity(graph);
    const measured = await measure(graph);
    if (process.argv.includes('--set')) writeFileSync(FILE, `${JSON.stringify(ceilings(measured), null, 2)}\n`);
    const found = over(measured);
    console.log(found.length === 0 ? 'all within their budgets' : found.join('\n'));
    process.exitCode = found.length === 0 ? 0 : 1;
    await graph.close();
  } finally {
    await stopLocalGraph(home);
    rmSync(home, { recursive: true, force: true });
  }
}

function ceilings(measured: Budgets): Budgets {
  const ceiling = (hits: number) => Math.max(CHEAP, Math.ceil((hits * ROOM) / 10) * 10);
  return mapped(measured, (statements) => mapped(statements, ceiling));
}

function mapped<From, To>(all: Readonly<Record<string, From>>, change: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]));
}
