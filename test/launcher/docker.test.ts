import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  findGraph,
  localGraphStatus,
  resetLocalGraph,
  startLocalGraph,
  stopLocalGraph,
} from '../../src/launcher/launcher.service.ts';
import { makePlace } from '../../src/launcher/place.ts';
import { environmentOf, freshHome } from './homes.ts';
import { StandInEngine } from './stand-in-engine.ts';

const NAME = /^shuyuan-[\w-]{22}$/;
const engine = new StandInEngine(boltPort());
const LOOPBACK = [{ HostIp: '127.0.0.1', HostPort: '0' }];

beforeAll(() => engine.listen());
afterAll(() => engine.close());

test('Docker is asked for a container that is kept, with its data in a volume, heard on this machine alone', async () => {
  const { home, environment, password } = await homeWithPassword();
  const opened = await startLocalGraph(environment);
  expect(opened).toMatchObject({ origin: 'DOCKER', started: true });
  expect(opened.address).toMatchObject({ uri: `bolt://127.0.0.1:${boltPort()}`, user: 'neo4j', password });

  const { Image, Env, Labels, HostConfig } = engine.creation!;
  const name = Labels['name']!;
  expect(name).toMatch(NAME);
  expect(Image).toBe('neo4j:5.26-community');
  expect(Labels['shuyuan.home']).toBe(home);
  expect(Labels).not.toHaveProperty('org.testcontainers.session-id');
  expect(Env).toEqual(
    expect.arrayContaining([
      `NEO4J_AUTH=neo4j/${password}`,
      'NEO4J_server_memory_heap_max__size=512m',
      'NEO4J_db_transaction_monitor_check_interval=100ms',
      'NEO4J_dbms_usage__report_enabled=false',
    ]),
  );
  expect(HostConfig.Binds).toEqual([`${name}:/data:rw`]);
  expect(HostConfig.PortBindings).toEqual({ '7687/tcp': LOOPBACK, '7474/tcp': LOOPBACK });

  expect(await localGraphStatus(home)).toMatchObject({ state: 'RUNNING', way: 'DOCKER', process: name });
  expect(await findGraph(environment)).toEqual(opened.address);
  expect(await startLocalGraph(environment)).toMatchObject({ origin: 'FOUND', started: false });

  expect(await stopLocalGraph(home)).toBe(true);
  expect(await localGraphStatus(home)).toEqual({ state: 'STOPPED', way: 'DOCKER' });
  expect(await findGraph(environment)).toBeNull();
  // The home keeps to Docker, where its data are.
  expect(await startLocalGraph(environment, { ways: ['JAVA'] })).toMatchObject({ origin: 'DOCKER', started: true });

  await resetLocalGraph(home);
  expect(engine.requests).toContain(`DELETE /volumes/${name}`);
  expect(engine.creation).toBeNull();
  expect(await localGraphStatus(home)).toEqual({ state: 'ABSENT' });
});

test('when Docker fails on a fresh home it is tidied away and Java is tried', async () => {
  const { home, environment } = await homeWithPassword();
  engine.failure = 'no room for containers';
  const lines: string[] = [];
  const withoutMaven = { ...environment, PATH: '', SHUYUAN_GRAPH_JARS: join(home, 'jars') };
  const started = startLocalGraph(withoutMaven, { onProgress: (line) => lines.push(line) });
  await expect(started).rejects.toThrow(/Maven/);
  expect(lines.join('\n')).toContain('no room for containers');
  expect(engine.creation).toBeNull();
  expect(await localGraphStatus(home)).toEqual({ state: 'ABSENT' });
});

/** A home with the password of the Neo4j that answers for the stand-in engine's containers: the one of this test run. */
async function homeWithPassword() {
  const home = freshHome();
  const place = await makePlace(home);
  const password = inject('graph').password || 'none';
  await writeFile(place.passwordFile, password);
  return { home, environment: environmentOf(home), password };
}

function boltPort(): string {
  return new URL(inject('graph').uri).port;
}
