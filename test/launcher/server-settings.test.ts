import { expect, test } from 'vitest';
import { placeIn } from '../../src/launcher/place.ts';
import {
  configurationText,
  containerEnvironment,
  isServerOf,
  javaArguments,
  memoryFor,
  portIn,
} from '../../src/launcher/server-settings.ts';

const NO_WISH = { heap: null, pageCache: null };
const MEMORY = { heap: 1000, pageCache: 400 };

test('memory follows the machine within bounds, and wishes come first', () => {
  expect(memoryFor(12_000, NO_WISH)).toEqual({ heap: 2000, pageCache: 1500 });
  expect(memoryFor(1_000, NO_WISH)).toEqual({ heap: 512, pageCache: 128 });
  expect(memoryFor(256_000, NO_WISH)).toEqual({ heap: 4096, pageCache: 2048 });
  expect(memoryFor(12_000, { heap: 8192, pageCache: null })).toEqual({ heap: 8192, pageCache: 1500 });
});

test('the server listens for Bolt on this machine alone, and one transaction may take half of the heap', () => {
  const lines = configurationText(MEMORY, 7001).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'server.bolt.listen_address=127.0.0.1:7001',
      'server.default_listen_address=127.0.0.1',
      'server.http.enabled=false',
      'server.https.enabled=false',
      'dbms.usage_report.enabled=false',
      'db.transaction.monitor.check.interval=100ms',
      'db.memory.transaction.max=500m',
    ]),
  );
});

test('the port is read back from the configuration', () => {
  expect(portIn(configurationText(MEMORY, 7001))).toBe(7001);
  expect(portIn('server.bolt.listen_address=:7687')).toBeNull();
  expect(portIn('')).toBeNull();
});

test('the Neo4j image is told the same in its own spelling', () => {
  expect(containerEnvironment(MEMORY)).toMatchObject({
    NEO4J_server_memory_heap_max__size: '1000m',
    NEO4J_db_tx__log_rotation_retention__policy: '128M size',
    NEO4J_db_transaction_monitor_check_interval: '100ms',
  });
});

test('a server is known by its command line: our program, our folder, nothing after', async () => {
  const place = await placeIn('/srv/数源 home');
  const line = ['/usr/lib/jvm/17/bin/java', ...javaArguments(MEMORY, '/jars', place)].join(' ');
  expect(isServerOf(place, line)).toBe(true);
  expect(isServerOf(await placeIn('/srv/数源'), line)).toBe(false);
  expect(isServerOf(await placeIn('/srv/数源 home/graph'), line)).toBe(false);
  expect(isServerOf(place, `${line} --more`)).toBe(false);
  expect(isServerOf(place, line.replace('/bin/java', '/bin/grep'))).toBe(false);
  expect(isServerOf(place, line.replace('17/bin/java', 'bin/sh -c java'))).toBe(false);
  expect(isServerOf(place, '')).toBe(false);
});
