import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deedsIn, type Outcome, Registry, timeless } from './interruption.ts';
import { writeTown } from './town.ts';

/**
 * Kills loaders and databases in the middle of loads and shows what became of the registry.
 * `node bench/interrupted.ts [lines] [kills of each]`: 200000 and 10 unless told. The loads killed replace a third of all
 * records and flows of a loaded town, so that taking back means restoring, not only deleting.
 */
const lines = Number(process.argv[2] ?? 200_000);
const kills = Number(process.argv[3] ?? 10);
const root = mkdtempSync(join(tmpdir(), 'shuyuan-interrupted-'));
const registry = new Registry(join(root, 'home'), process.env);
const folder = (name: string) => join(root, name);
mkdirSync(folder('home'));
writeTown(folder('first'), { lines });
writeTown(folder('second'), { lines, edition: 2 });

const took = async (path: string) => {
  const began = performance.now();
  const { exit, told } = await registry.run('load', path);
  if (exit !== 0) throw new Error(told);
  return performance.now() - began;
};

try {
  await registry.run('graph', 'start');
  const first = await took(folder('first'));
  let before = await registry.dump(folder('before'));
  const second = await took(folder('second'));
  const after = timeless(await registry.dump(folder('after')));
  console.log(`${lines} lines; first load ${(first / 1000).toFixed(1)} s, second ${(second / 1000).toFixed(1)} s`);
  await registry.run('graph', 'reset');
  await registry.run('graph', 'start');
  await took(folder('first'));
  before = await registry.dump(folder('again'));
  const rows: Outcome[] = [];
  for (let i = 0; i < kills * 2; i++) {
    const killed = i % 2 === 0 ? 'LOADER' : 'DATABASE';
    const moment = Math.round(second * (0.2 + 0.8 * Math.random()));
    await registry.loadAndKill(folder('second'), killed, moment);
    const { state, wrong } = await registry.verify();
    const path = folder(`dump-${i}`);
    const found = await registry.dump(path);
    rmSync(path, { recursive: true });
    const equals =
      found === before
        ? 'BEFORE'
        : timeless(found) === after && deedsIn(found) === deedsIn(before) + 1
          ? 'AFTER'
          : 'NEITHER';
    rows.push({ killed, after: moment, equals, verified: `${state}${wrong === null ? '' : ` ${wrong}`}` });
    console.log(JSON.stringify(rows.at(-1)));
    if (equals === 'BEFORE') continue;
    await registry.run('graph', 'reset');
    await took(folder('first'));
    rmSync(folder('again'), { recursive: true });
    before = await registry.dump(folder('again'));
  }
  console.table(rows);
} finally {
  await registry.run('graph', 'reset');
  rmSync(root, { recursive: true, force: true });
}
