import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Environment, findGraph, type GraphAddress } from '../../src/launcher/launcher.service.ts';
import { auditorAt } from './auditor.ts';

/** A server in a process of its own, asked over HTTP. */
export interface Asking extends AsyncDisposable {
  /** The body of the answer, as it came. */
  post(query: string, variables: object): Promise<string>;
}

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;
const LOOK_MS = 1_000;
/** Hundredths of a second of the processor in which a server that rests stays, and how many looks in a row. */
const RESTING_TICKS = 5;
const RESTING_LOOKS = 5;

/** The registry's own server over the graph of an environment. */
export async function registryServer(environment: Environment): Promise<Asking> {
  const port = await freePort();
  const arguments_ = ['bin/shuyuan.ts', 'serve', '--empty', '--port', String(port)];
  const authorization = auditorAt(ROOT, environment);
  const child = spawn(process.execPath, arguments_, { cwd: ROOT, env: environment, stdio: 'ignore' });
  const server = await started(child, port, { authorization });
  await atRest(child.pid!);
  return server;
}

/**
 * Waits until a server has read its registry into memory: it then takes hardly any of the processor. Of a million assets that is some minutes. Where the
 * system tells nothing of processes (no `/proc`) it does not wait.
 */
async function atRest(pid: number): Promise<void> {
  const ticks = () => {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(told[11]) + Number(told[12]);
  };
  if (!existsSync(`/proc/${pid}/stat`)) return;
  for (let before = ticks(), still = 0; still < RESTING_LOOKS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = ticks();
    still = now - before <= RESTING_TICKS ? still + 1 : 0;
    before = now;
  }
}

/** `@neo4j/graphql` over the same graph. Null when bench/node_modules is not installed. */
export async function rivalServer({ uri, user, password }: GraphAddress): Promise<Asking | null> {
  const port = await freePort();
  const environment = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const server = join(import.meta.dirname, '../rival/server.mjs');
  const child = spawn(process.execPath, [server, String(port)], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return started(child, port).catch(() => null);
}

/** Where the graph of an environment is. It must be running. */
export async function addressOf(environment: Environment): Promise<GraphAddress> {
  const address = await findGraph(environment);
  if (address === null) throw new Error('no graph runs there: node bin/shuyuan.ts graph start');
  return address;
}

async function started(
  child: ChildProcess,
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asking> {
  const url = `http://127.0.0.1:${port}/graphql`;
  const post = async (query: string, variables: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    if (body.startsWith('{"errors"')) throw new Error(body.slice(0, 300));
    return body;
  };
  const stop = async () => {
    if (child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    if (child.exitCode !== null) throw new Error('the server ended');
    const up = await post('{ __typename }', {}).then(Boolean, () => false);
    if (up) return { post, [Symbol.asyncDispose]: stop };
    if (Date.now() > end) {
      await stop();
      throw new Error('the server did not answer');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
