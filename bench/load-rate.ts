import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/calendar/clock.ts';
import { loadBundle } from '../src/exchange/bundle/load.service.ts';
import { connect } from '../src/graph/graph.service.ts';
import { openHouse } from '../src/house/house.ts';
import { startLocalGraph, stopLocalGraph } from '../src/launcher/launcher.service.ts';
import { writeCity } from './city/generate.ts';
import { report, short } from './stand/report.ts';

/** Loads a city into a graph of its own, empty and thrown away after, and says how many records a second. */
const assets = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
const home = mkdtempSync(join(tmpdir(), 'shuyuan-load-'));
try {
  await writeCity(assets, join(home, 'bundle'));
  const { address } = await startLocalGraph({ ...process.env, SHUYUAN_HOME: home });
  const graph = connect(address);
  try {
    const { house } = await openHouse(graph, systemClock);
    const phases = new Map<string, number>();
    let told = performance.now();
    const processor = process.cpuUsage();
    const begun = performance.now();
    const { created } = await loadBundle(house, [join(home, 'bundle')], {
      onProgress: ({ phase }) => {
        phases.set(phase, (phases.get(phase) ?? 0) + performance.now() - told);
        told = performance.now();
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(processor);
    const parts = [...phases].map(([phase, ms]) => `${phase} ${short(ms / 1000)}`).join(', ');
    const version = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    report(
      `Loading ${assets} assets, at ${version}`,
      String(assets),
      ['records', 'seconds', 'records/s', 'loader’s processor s', 'phases, s'],
      [[String(created), short(seconds), short(created / seconds), short((user + system) / 1e6), parts]],
    );
  } finally {
    await graph.close();
    await stopLocalGraph(home);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
