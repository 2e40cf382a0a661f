import { spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { absent, type Place } from './place.ts';
import { findServer, isServing } from './process-table.ts';
import { unavailable } from './unavailable.ts';

/** A clean stop writes all changed pages first. A server that takes longer is killed; what was committed is in its log. */
const STOP_WITHIN_MS = 60_000;
const LOOK_AGAIN_AFTER_MS = 50;

/** Starts the server in a session of its own, so that it outlives us and the terminal; returns its process id. */
export async function spawnServer(
  program: string,
  programArguments: readonly string[],
  place: Place,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  for (const log of [place.serverLog, place.consoleLog]) {
    await rename(log, `${log}.previous`).catch(absent);
  }
  await using output = await open(place.consoleLog, 'w');
  const server = spawn(program, programArguments, {
    detached: true,
    cwd: place.folder,
    env: environment,
    stdio: ['ignore', output.fd, output.fd],
  });
  await new Promise((started, failed) => {
    server.once('spawn', started);
    server.once('error', failed);
  });
  server.unref();
  return server.pid!;
}

/** What the last start wrote to its logs. */
export async function lastLogs(place: Place): Promise<string> {
  const texts = await Promise.all(
    [place.consoleLog, place.serverLog].map((log) => readFile(log, 'utf8').catch(() => '')),
  );
  return texts.join('\n');
}

/** Asks the server of this place to stop and waits until it has; kills it at the limit. False when none ran. */
export async function stopServer(place: Place): Promise<boolean> {
  const pid = await findServer(place);
  if (pid === null) return false;
  signal(pid, 'SIGTERM');
  const limit = Date.now() + STOP_WITHIN_MS;
  while (await isServing(place, pid)) {
    if (Date.now() > limit) signal(pid, 'SIGKILL');
    await sleep(LOOK_AGAIN_AFTER_MS);
  }
  await lastBreath(pid);
  return true;
}

/** A process loses its command line a moment before its files; one that nobody awaits then stays in the table for good. */
async function lastBreath(pid: number): Promise<void> {
  for (let look = 0; look < 10 && signal(pid, 0); look++) await sleep(LOOK_AGAIN_AFTER_MS);
}

/** False when the process is gone. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw unavailable(
      `无权停止 Neo4j 进程 ${pid}：它属于另一个用户。`,
      `Not allowed to stop the Neo4j process ${pid}: it belongs to another user.`,
      error,
    );
  }
}
