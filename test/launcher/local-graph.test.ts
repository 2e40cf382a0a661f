import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { expect, test } from 'vitest';
import {
  findGraph,
  type GraphAddress,
  localGraphStatus,
  openGraph,
  resetLocalGraph,
  startLocalGraph,
  stopLocalGraph,
} from '../../src/launcher/launcher.service.ts';
import { environmentOf, freshHome } from './homes.ts';
import { firstSightOfServer, killHard, launcher, outcome } from './launchers.ts';

const STARTS = { timeout: 300_000 };

test(
  'a local graph survives its launcher, a stop and a stranger on its port, and ends with a reset',
  STARTS,
  async () => {
    const home = freshHome();
    const environment = environmentOf(home);
    const start = (lines: string[] = []) =>
      startLocalGraph(environment, { ways: ['JAVA'], onProgress: (line) => lines.push(line) });
    expect(await localGraphStatus(home)).toEqual({ state: 'ABSENT' });
    expect(await findGraph(environment)).toBeNull();
    expect(await stopLocalGraph(home)).toBe(false);

    // Killed as soon as its server is to be seen, long before that answers.
    const killed = launcher(environment);
    const orphan = await firstSightOfServer(home);
    await killHard(killed);
    const { address, origin, started } = await start();
    expect({ origin, started }).toEqual({ origin: 'FOUND', started: false });
    expect(await localGraphStatus(home)).toEqual({ state: 'RUNNING', way: 'JAVA', process: orphan, uri: address.uri });
    expect(await findGraph(environment)).toEqual(address);
    expect(address.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect((await stat(join(home, 'graph', 'password'))).mode & 0o777).toBe(0o600);

    await withDriver(address, async (driver) => {
      await driver.executeQuery('CREATE (:Kept {name: "数源"})');
      await expect(timedOut(driver)).rejects.toMatchObject({
        code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
      });
      await expect(takingAllMemory(driver)).rejects.toMatchObject({
        code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      });
    });
    await expect(withPassword(address, 'neo4j')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('NEO4J_PASSWORD'),
    });
    expect(await withPassword(address, address.password)).toMatchObject({ origin: 'OWN', started: false });

    expect(await stopLocalGraph(home)).toBe(true);
    expect(await localGraphStatus(home)).toEqual({ state: 'STOPPED', way: 'JAVA' });
    const port = Number(new URL(address.uri).port);
    const stranger = await strangerOn(port);
    const lines: string[] = [];
    const second = await start(lines);
    stranger.close();
    expect(second).toMatchObject({ origin: 'JAVA', started: true });
    expect(second.address.uri).not.toBe(address.uri);
    expect(lines.join('\n')).toContain(`Port ${port} is taken`);
    await withDriver(second.address, async (driver) => {
      const { records } = await driver.executeQuery('MATCH (kept:Kept) RETURN kept.name AS name');
      expect(records.map((record) => record.get('name'))).toEqual(['数源']);
    });

    await resetLocalGraph(home);
    expect(await localGraphStatus(home)).toEqual({ state: 'ABSENT' });
    await expect(readFile(join(home, 'graph', 'password'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
);

test('two launchers at once give one server', STARTS, async () => {
  const environment = environmentOf(freshHome());
  const [one, two] = await Promise.all([outcome(launcher(environment)), outcome(launcher(environment))]);
  expect(one.uri).toBe(two.uri);
  expect([one, two].map(({ origin }) => origin).sort()).toEqual(['FOUND', 'JAVA']);
});

async function withDriver(address: GraphAddress, work: (driver: Driver) => Promise<void>): Promise<void> {
  await using driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password));
  await work(driver);
}

async function timedOut(driver: Driver): Promise<unknown> {
  await using session = driver.session();
  const endless = 'UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x WHERE x < 0 RETURN count(x)';
  return await session.run(endless, {}, { timeout: 200 });
}

async function takingAllMemory(driver: Driver): Promise<unknown> {
  await using session = driver.session();
  return await session.run('UNWIND range(1, 1000000000) AS x WITH collect(x) AS xs RETURN size(xs)');
}

function withPassword(address: GraphAddress, password: string) {
  return openGraph({ NEO4J_URI: address.uri, NEO4J_USER: address.user, NEO4J_PASSWORD: password });
}

function strangerOn(port: number): Promise<Server> {
  return new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}
