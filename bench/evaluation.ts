import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/calendar/clock.ts';
import { evaluate } from '../src/compliance/evaluation.service.ts';
import { keepInMemory, residenceOf } from '../src/compliance/residence.ts';
import { loadBundle } from '../src/exchange/bundle/load.service.ts';
import { connect, type Graph } from '../src/graph/graph.service.ts';
import { type House, openHouse } from '../src/house/house.ts';
import { startLocalGraph, stopLocalGraph } from '../src/launcher/launcher.service.ts';
import { writeCity } from './city/generate.ts';
import { acts, fullRun, type Work } from './stand/evaluating.ts';
import { meanwhile } from './stand/meanwhile.ts';
import { report, short } from './stand/report.ts';
import { hitsOf } from './stand/statements.ts';

/**
 * How long findings and levels take to be current: all rules over everything, and after one act.
 * `node --expose-gc bench/evaluation.ts [assets] [--controls] [--save]` loads a city into a graph of its own that is thrown away after; with `--there` it takes
 * the city in the graph of `SHUYUAN_HOME`, such as one that `city/offline-import.ts` put there, and leaves some flows in it; hits are not counted then. With
 * `--kept` only the run is made that keeps the facts in memory, as a server does.
 */
const assets = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 15);
const there = process.argv.includes('--there');
const home = there ? process.env['SHUYUAN_HOME']! : mkdtempSync(join(tmpdir(), 'shuyuan-evaluation-'));
const MIB = 2 ** 20;
/** Of a run that sends more statements than this the hits are not counted: it would take as long again. */
const MOST_PROFILED = 100;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function hitsIn(graph: Graph, { reads }: Work): Promise<number | null> {
  if (reads.length > MOST_PROFILED || there) return null;
  return [...(await hitsOf(graph, reads)).values()].reduce((sum, one) => sum + one, 0);
}

function row(name: string, milliseconds: number, hits: number | null, more: string): string[] {
  return [name, short(milliseconds), hits === null ? '' : String(hits), more];
}

async function everything(house: House, name: string): Promise<string[]> {
  const before = memory();
  const cpu = process.cpuUsage();
  const { result: work, others } = await meanwhile(asker, () => fullRun(house));
  const { user, system } = process.cpuUsage(cpu);
  const kept = memory() - before;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const resident = residenceOf(house.graph)?.resident ?? null;
  const keeps = `; keeps ${Math.round(kept / MIB)} MiB, ${Math.round(kept / assets)} bytes an asset, ${resident?.size} readings`;
  return row(
    name,
    work.milliseconds,
    await hitsIn(house.graph, work),
    `${short((user + system) / 1e6)} s of one core; peak ${peak} MiB${resident === null ? '' : keeps}; a question meanwhile ${short(others.median)} ms, at most ${short(others.worst)}; held the process for ${short(others.held)} ms of computing at most`,
  );
}

async function afterActs(house: House): Promise<string[][]> {
  const [acting, evaluating, hits]: [number[], number[], number[]] = [[], [], []];
  for await (const act of acts(house, ROUNDS)) {
    acting.push(act.acting);
    evaluating.push(act.evaluating.milliseconds);
    hits.push((await hitsIn(house.graph, act.evaluating)) ?? Number.NaN);
  }
  const spread = `${ROUNDS} acts, ${short(Math.min(...evaluating))}–${short(Math.max(...evaluating))} ms`;
  return [
    row('one act, without what follows', median(acting), null, ''),
    row('after one act, until all is current', median(evaluating), median(hits), spread),
  ];
}

const { address } = await startLocalGraph({ ...process.env, SHUYUAN_HOME: home });
const graph = connect(address);
const { house } = await openHouse(graph, systemClock);
const { house: asker } = await openHouse(connect(address), systemClock);
try {
  if (!there) {
    const folder = mkdtempSync(join(tmpdir(), 'shuyuan-city-'));
    await writeCity(assets, folder, process.argv.includes('--controls'));
    const { refusals } = await loadBundle(house, [folder]);
    rmSync(folder, { recursive: true, force: true });
    if (refusals.length > 0) throw new Error(refusals[0]!.message);
  }
  if (!there) await evaluate(house);
  const rows = process.argv.includes('--kept') ? [] : [await everything(house, 'all rules over everything')];
  keepInMemory(graph);
  rows.push(await everything(house, 'all rules over everything, kept in memory'));
  console.log(rows.map((cells) => cells.join('; ')).join('\n'));
  rows.push(...(await afterActs(house)));
  report(`Findings and levels current, ${assets} assets`, String(assets), ['', 'ms', 'db hits', ''], rows);
} finally {
  await asker.close();
  await graph.close();
  await stopLocalGraph(home);
  if (!there) rmSync(home, { recursive: true, force: true });
}
