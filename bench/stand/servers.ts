import { type ChildProcess, spawn } from 'node:child_process';
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

/** The registry's own server over the graph of an environment. */
export async function registryServer(environment: Environment): Promise<Asking> {
  const port = await freePort();
  const arguments_ = ['bin/shuyuan.ts', 'serve', '--empty', '--port', String(port)];
  const authorization = auditorAt(ROOT, environment);
  const child = spawn(process.execPath, arguments_, { cwd: ROOT, env: environment, stdio: 'ignore' });
  return started(child, port, { authorization });
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
