import type { Place } from './place.ts';

/** How much memory the local server may take, in MiB. Beside the heap and the page cache it needs some 300 MiB more. */
export interface Memory {
  readonly heap: number;
  readonly pageCache: number;
}

/** Class that runs the server; the end of our command line, by which our processes are known again. */
const MAIN_CLASS = 'org.neo4j.server.CommunityEntryPoint';

const OPENED_PACKAGES = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];

/** Memory for a machine of so many MiB: a sixth for the heap, an eighth for the page cache, within bounds; wishes come first. */
export function memoryFor(machine: number, wish: { heap: number | null; pageCache: number | null }): Memory {
  return {
    heap: wish.heap ?? within(512, machine / 6, 4096),
    pageCache: wish.pageCache ?? within(128, machine / 8, 2048),
  };
}

/**
 * Settings that hold whichever way the server runs.
 * Half of the heap is the most one transaction may take, so that a statement fails and the server does not; running over
 * time is noticed within 100 ms (Neo4j looks every 2 s by default); logs of old transactions are kept to 128 MiB.
 */
export function serverSettings(memory: Memory): Record<string, string> {
  return {
    'server.memory.heap.max_size': `${memory.heap}m`,
    'server.memory.pagecache.size': `${memory.pageCache}m`,
    'db.memory.transaction.max': `${Math.floor(memory.heap * 0.5)}m`,
    'dbms.memory.transaction.total.max': `${Math.floor(memory.heap * 0.7)}m`,
    'db.transaction.monitor.check.interval': '100ms',
    'db.tx_log.rotation.size': '64m',
    'db.tx_log.rotation.retention_policy': '128M size',
    'db.tx_log.preallocate': 'false',
    'dbms.usage_report.enabled': 'false',
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
  };
}

/** The text of `neo4j.conf` for a server of our own: Bolt alone, on this machine alone. */
export function configurationText(memory: Memory, port: number): string {
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'internal.server.bolt.thread_pool_shutdown_wait_time': '0s',
    ...serverSettings(memory),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `# Written by shuyuan at every start; changes here are lost.\n${lines.join('\n')}\n`;
}

/** The Bolt port in the text of a `neo4j.conf`; null when it names none. */
export function portIn(configuration: string): number | null {
  const port = /^server\.bolt\.listen_address=127\.0\.0\.1:(\d+)$/m.exec(configuration)?.[1];
  return port === undefined ? null : Number(port);
}

/** The same settings as the Neo4j image reads them from its environment: `.` becomes `_`, and `_` becomes `__`. */
export function containerEnvironment(memory: Memory): Record<string, string> {
  return Object.fromEntries(
    Object.entries(serverSettings(memory)).map(([name, value]) => [
      `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`,
      value,
    ]),
  );
}

/** Arguments of `java` for the server of this place. */
export function javaArguments(memory: Memory, jars: string, place: Place): string[] {
  return [
    `-Xmx${memory.heap}m`,
    '-XX:+ExitOnOutOfMemoryError',
    ...OPENED_PACKAGES.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    `${jars}/*`,
    ...serverArguments(place.folder, place.configuration),
  ];
}

/** Whether a command line, its arguments joined by spaces, is that of a server started by `javaArguments` for this place. */
export function isServerOf(place: Place, commandLine: string): boolean {
  const [program] = commandLine.split(' -Xmx', 1);
  return (
    program !== commandLine &&
    /(^|\/)java$/.test(program ?? '') &&
    commandLine.endsWith(` ${serverArguments(place.folder, place.configuration).join(' ')}`)
  );
}

function serverArguments(folder: string, configuration: string): string[] {
  return [MAIN_CLASS, `--home-dir=${folder}`, `--config-dir=${configuration}`];
}

function within(least: number, value: number, most: number): number {
  return Math.floor(Math.min(Math.max(value, least), most));
}
