import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { localGraphStatus, stopLocalGraph } from '../../src/launcher/launcher.service.ts';
import { jarsIn } from '../../src/launcher/neo4j-jars.ts';
import { makePlace } from '../../src/launcher/place.ts';
import { findServer } from '../../src/launcher/process-table.ts';
import { environmentOf, freshHome } from './homes.ts';
import { killHard, launcher } from './launchers.ts';

test('a launcher killed while it fetches leaves nothing that passes for the server', async () => {
  const home = freshHome();
  const jars = join(home, 'jars');
  const fetching = launcher({ ...environmentOf(home), SHUYUAN_GRAPH_JARS: jars });
  const halves = async () => (await readdir(jars).catch(() => [])).filter((name) => name.includes('.half-'));
  while ((await halves()).length === 0) await new Promise((done) => setTimeout(done, 10));
  await killHard(fetching);
  expect(await jarsIn(jars)).toBeNull();
  expect(await localGraphStatus(home)).toEqual({ state: 'ABSENT' });
});

test('a stranger that has the pid, or speaks of the folder, is not taken for the server', async () => {
  const place = await makePlace(freshHome());
  const stranger = spawn(process.execPath, [
    '-e',
    'console.log("up"); setTimeout(() => {}, 600000)',
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${place.folder}`,
    `--config-dir=${place.configuration}`,
  ]);
  onTestFinished(() => {
    stranger.kill('SIGKILL');
  });
  await once(stranger.stdout, 'data');
  await mkdir(place.databases, { recursive: true });
  // What a server killed hard leaves behind: its own pid file, with a pid that is now a stranger's.
  await mkdir(join(place.folder, 'run'));
  await writeFile(join(place.folder, 'run', 'neo4j.pid'), `${stranger.pid}`);
  expect(await findServer(place)).toBeNull();
  expect(await localGraphStatus(place.home)).toEqual({ state: 'STOPPED', way: 'JAVA' });
  expect(await stopLocalGraph(place.home)).toBe(false);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});
