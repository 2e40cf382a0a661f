import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { localGraphStatus } from '../../src/launcher/launcher.service.ts';

/** What a launcher printed when it was done. */
export interface Launched {
  readonly uri: string;
  readonly origin: string;
  readonly started: boolean;
}

/** Starts a launcher as a process of its own, the leader of its group. */
export function launcher(environment: Record<string, string | undefined>): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'launch.ts')], {
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** What a launcher prints; throws when it printed nothing. */
export async function outcome(launcher: ChildProcess): Promise<Launched> {
  return JSON.parse(await text(launcher.stdout!)) as Launched;
}

/** Kills whatever a killed launcher left running of its own group, such as Maven; the server is in another. */
export function killGroup(leader: ChildProcess): void {
  try {
    process.kill(-leader.pid!, 'SIGKILL');
  } catch (error) {
    // None was left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Kills a launcher with no chance to tidy up, and waits until it is gone. */
export async function killHard(launcher: ChildProcess): Promise<void> {
  const gone = new Promise((done) => launcher.once('exit', done));
  launcher.kill('SIGKILL');
  await gone;
}

/** The process of a home's server from the first moment that it is to be seen. */
export async function firstSightOfServer(home: string): Promise<string> {
  for (;;) {
    const status = await localGraphStatus(home);
    if ('process' in status) return status.process;
    await new Promise((done) => setTimeout(done, 50));
  }
}
