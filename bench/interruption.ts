import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localGraphStatus } from '../src/launcher/launcher.service.ts';

const CLI = resolve(import.meta.dirname, '../bin/shuyuan.ts');

/** How a load that was interrupted ended. */
export interface Outcome {
  readonly killed: 'LOADER' | 'DATABASE';
  /** When, counted from the first batch that could be written; null: the load was done by then. */
  readonly after: number;
  /** The registry equals the dump from before the load, the one from after it, or neither. */
  readonly equals: 'BEFORE' | 'AFTER' | 'NEITHER';
  /** What `verify` says of the last load. */
  readonly verified: string;
}

/** A home with a local Neo4j, used through the real command line alone. */
export class Registry {
  readonly #env: NodeJS.ProcessEnv;
  readonly #home: string;
  constructor(home: string, env: NodeJS.ProcessEnv) {
    this.#home = home;
    this.#env = { ...env, SHUYUAN_HOME: home };
  }

  /** Runs a command to its end; answers its exit code and what it printed. */
  async run(...words: string[]): Promise<{ exit: number | null; out: string; told: string }> {
    const child = this.start(...words);
    let out = '';
    let told = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
    const exit = await new Promise<number | null>((done) => child.once('close', done));
    return { exit, out, told };
  }

  start(...words: string[]): ChildProcess {
    return spawn(process.execPath, [CLI, ...words], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Dumps everything; answers each file's text by name. */
  async dump(folder: string): Promise<string> {
    const { exit, told } = await this.run('dump', folder);
    if (exit !== 0) throw new Error(`dump: ${told}`);
    return textsOf(folder);
  }

  /** Loads and kills the loader or the database after so many milliseconds; false when the load was done before. */
  async loadAndKill(bundle: string, killed: Outcome['killed'], after: number): Promise<boolean> {
    const loader = this.start('load', bundle);
    const ended = new Promise<number | null>((done) => loader.once('close', done));
    const early = await Promise.race([ended.then(() => true), sleep(after, false)]);
    if (killed === 'LOADER') loader.kill('SIGKILL');
    else process.kill(await this.#database(), 'SIGKILL');
    await ended;
    return !early;
  }

  async #database(): Promise<number> {
    const status = await localGraphStatus(this.#home);
    if (!('process' in status)) throw new Error(`the database is ${status.state}`);
    return Number(status.process.replace('pid ', ''));
  }

  /** What `verify` says: the state of the last load, and the first thing that is wrong. */
  async verify(): Promise<{ state: string; wrong: string | null; told: string }> {
    const { out, told } = await this.run('verify', '--json');
    const { lastLoad, wrong } = JSON.parse(out) as { lastLoad: { state: string } | null; wrong: string | null };
    return { state: lastLoad?.state ?? 'NONE', wrong, told };
  }
}

/** The dump's files as one text. When the registry recorded what a load wrote differs from run to run and is left out. */
export function textsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path.slice(folder.length)}\n${readFileSync(path, 'utf8')}`)
    .join('');
}

const isDeed = (line: string) => line.startsWith('{"record":"audit"');
const isHead = (line: string) => /^\{"size":\d+,"head":/.test(line);

const isFinding = (line: string) => line.includes('"record":"finding"');

/** How many deeds a dump's audit log tells of. */
export function deedsIn(dump: string): number {
  return dump.split('\n').filter(isDeed).length;
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOMENTS: readonly (readonly [RegExp, string])[] = [
  [/"(recordedAt|retiredAt|recordedUpTo|to|from)":"\d[^"]*"/g, '"$1":""'],
  [/(?<=,)\d{13}(?=[,\]])/g, '0'],
];

/**
 * A dump without the moments at which a load happened to record, and with deeds, whose ids are random, by their place in the audit log; without that log
 * itself, and without findings, which follow a load in work of their own.
 */
export function timeless(dump: string): string {
  const lines = dump.split('\n');
  const records = lines.filter(isDeed).map((line) => JSON.parse(line) as { id: string; sealed: number | null });
  const inOrder = records.toSorted((a, b) => (a.sealed ?? Infinity) - (b.sealed ?? Infinity));
  const deeds = new Map(inOrder.map(({ id }, place) => [id, `deed ${place}`]));
  const withoutTime = (line: string) =>
    MOMENTS.reduce((text, [moment, instead]) => text.replaceAll(moment, instead), line);
  return lines
    .filter((line) => !(isDeed(line) || isHead(line) || isFinding(line)))
    .map((line) => withoutTime(line).replaceAll(ID, (id) => deeds.get(id) ?? id))
    .sort()
    .join('\n');
}
