import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** How a run of the command line ended. */
export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real executable, running. */
export interface Running {
  /** Everything it has written to standard output so far. */
  out(): string;
  /** Waits until standard output holds a text. */
  says(text: string | RegExp): Promise<void>;
  kill(signal: 'SIGTERM' | 'SIGINT'): void;
  readonly ended: Promise<Ended>;
}

/** The home of every run of these tests, unless one names another. */
const HOME = mkdtempSync(join(tmpdir(), 'shuyuan-home-'));

/** Environment of a run: the test graph as the user's own, nothing else of the surroundings. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { uri, user, password } = inject('graph');
  return {
    PATH: process.env['PATH'],
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    SHUYUAN_TODAY: '2026-11-23',
    SHUYUAN_HOME: HOME,
    ...more,
  };
}

/** Starts the executable. */
export function start(args: readonly string[], more: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['bin/shuyuan.ts', ...args], { env: environment(more) });
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    wake();
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, 'close').then(([exit]): Ended => ({ exit: exit as number | null, out, err }));
  void ended.then(wake);
  return {
    out: () => out,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof text === 'string' ? out.includes(text) : text.test(out)) resolve();
          else if (child.exitCode !== null) reject(new Error(`ended with ${child.exitCode}: ${out}${err}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** Runs the executable to its end. */
export function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return start(args, more).ended;
}
