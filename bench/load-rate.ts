import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/calendar/clock.ts';
import { loadBundle } from '../src/exchange/bundle/load.service.ts';
import { connect, type Graph } from '../src/graph/graph.service.ts';
import { openHouse } from '../src/house/house.ts';
import { localGraphStatus, startLocalGraph, stopLocalGraph } from '../src/launcher/launcher.service.ts';
import { writeCity } from './city/generate.ts';
import { report, short } from './stand/report.ts';
import { replay, type Sent } from './stand/statements.ts';

/**
 * Loads a city into a graph of its own, empty and thrown away after, and says how many records a second: on a server that has
 * just started, then emptied and loaded again; then the same statements raw, which no loader can beat by much. Behind each phase stands
 * what memory the loader held at its end.
 * `node bench/load-rate.ts [assets] [--once] [--save]`
 */
const assets = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
const HEADER = [
  '',
  'records',
  'seconds',
  'records/s',
  'processor s: loader',
  'database',
  'peak MiB',
  'load',
  'phases, s (MiB)',
];
const home = mkdtempSync(join(tmpdir(), 'shuyuan-load-'));

/** Processor seconds that the local database took so far; where the system does not tell, not a number. */
async function databaseSeconds(): Promise<number> {
  const status = await localGraphStatus(home);
  const pid = 'process' in status ? status.process.replace('pid ', '') : '';
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** From here on the most memory that this process takes is counted anew, where the system can do that. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then the peak is that of the whole bench.
  }
}

/** The most memory that this process took, in MiB. */
function peak(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

async function measured(name: string, work: () => Promise<{ records: number; phases: string }>): Promise<string[]> {
  forgetPeak();
  const processor = process.cpuUsage();
  const database = await databaseSeconds();
  const begun = performance.now();
  const { records, phases } = await work();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const took = [(user + system) / 1e6, (await databaseSeconds()) - database].map(short);
  return [
    name,
    String(records),
    short(seconds),
    short(records / seconds),
    ...took,
    short(peak()),
    short(loadavg()[0]!),
    phases,
  ];
}

/** Loads the city. Findings and levels begin with the first statement of theirs. */
async function load(graph: Graph): Promise<{ records: number; phases: string }> {
  const { house } = await openHouse(graph, systemClock);
  const phases = new Map<string, { ms: number; memory: number }>();
  let told = performance.now();
  const passed = (phase: string) => {
    const now = performance.now();
    phases.set(phase, { ms: (phases.get(phase)?.ms ?? 0) + now - told, memory: process.memoryUsage.rss() });
    told = now;
  };
  let current = 'READING';
  const stop = graph.listen((name) => {
    if (name.startsWith('compliance/') && current !== 'EVALUATING') {
      passed(current);
      current = 'EVALUATING';
    }
  });
  const { created, refusals } = await loadBundle(house, [join(home, 'bundle')], {
    onProgress: ({ phase }) => {
      passed(phase);
      current = phase;
    },
  });
  stop();
  if (refusals.length > 0) throw new Error(refusals[0]!.message);
  passed(current);
  const shown = ([phase, { ms, memory }]: [string, { ms: number; memory: number }]) =>
    `${phase} ${short(ms / 1000)} (${Math.round(memory / 2 ** 20)})`;
  return { records: created, phases: [...phases].map(shown).join(', ') };
}

const emptied = (graph: Graph) => graph.command('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
/** What writes records and flows. */
const WRITES = /^(record|lineage)\/(create|link|place|save)-/;

try {
  await writeCity(assets, join(home, 'bundle'));
  const { address } = await startLocalGraph({ ...process.env, SHUYUAN_HOME: home });
  const graph = connect(address);
  try {
    const rows = [await measured('server just started', () => load(graph))];
    if (!process.argv.includes('--once')) {
      await emptied(graph);
      const sent: Sent[] = [];
      const stop = graph.listen((name, { query: { text, parameters } }) => {
        if (WRITES.test(name)) sent.push({ name, text, params: parameters });
      });
      rows.push(await measured('again', () => load(graph)));
      stop();
      await emptied(graph);
      const records = Number(rows[0]![1]);
      rows.push(
        await measured('its writing statements, raw', async () => {
          for (const statement of sent) await replay(graph, [statement], 'write');
          return { records, phases: '' };
        }),
      );
    }
    const version = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    report(`Loading ${assets} assets, at ${version}`, String(assets), HEADER, rows);
  } finally {
    await graph.close();
    await stopLocalGraph(home);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
