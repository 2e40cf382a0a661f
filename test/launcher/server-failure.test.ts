import { expect, test } from 'vitest';
import { placeIn } from '../../src/launcher/place.ts';
import { failureIn, serverFault } from '../../src/launcher/server-failure.ts';

/** Lines of real logs of Neo4j 5.26.30. */
const LOGS = {
  PORT_TAKEN: `2026-11-23 19:24:22.614+0000 ERROR Failed to start Neo4j on 127.0.0.1:7474.
java.lang.RuntimeException: Error starting Neo4j database server at /tmp/h/data/databases
Caused by: org.neo4j.configuration.helpers.PortBindException: An error occurred while trying to bind to the socket /127.0.0.1:17701
	... 10 more
Caused by: io.netty.channel.unix.Errors$NativeIoException: bind(..) failed with error(-98): Address already in use`,
  DATA_IN_USE: `Caused by: org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: /tmp/h/data/databases/store_lock. Please ensure no other process is using this database`,
  DISK_FULL: '2026-11-23 19:25:35.080+0000 WARN  java.io.IOException: No space left on device',
  OUT_OF_MEMORY: '# There is insufficient memory for the Java Runtime Environment to continue.',
  NOT_WRITABLE: 'Caused by: java.nio.file.AccessDeniedException: /srv/graph/data/server_id',
  OTHER:
    'Exception in thread "main" java.lang.IllegalArgumentException: Unrecognized setting. No declared setting with name: foo.bar.',
};

test.each(Object.entries(LOGS))('%s is read from the logs of the start', (failure, logs) => {
  expect(failureIn(logs)).toBe(failure);
});

test('each failure is one message in two languages, without a stack', async () => {
  const place = await placeIn('/srv');
  for (const logs of Object.values(LOGS)) {
    const { code, message } = serverFault(logs, place);
    expect(code).toBe('UNAVAILABLE');
    expect(message).toMatch(/^[^\n]*\p{Script=Han}[^\n]*[a-z ]{10}[^\n]*$/u);
  }
  expect(serverFault(LOGS.OTHER, place).message).toContain('foo.bar');
  expect(serverFault('', place).message).toContain('it left no reason');
});
