import { execFile } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import type { GraphAddress } from './graph-address.ts';
import { findJava } from './java-search.ts';
import type { Java } from './java-version.ts';
import { addressOnceAnswering } from './local-answer.ts';
import { ensureJars } from './neo4j-jars.ts';
import { absent, ensurePassword, exists, type Place, readPassword, writeWhole } from './place.ts';
import { findServer, isServing } from './process-table.ts';
import { javaEnvironment } from './program.ts';
import { failureIn, serverFault } from './server-failure.ts';
import { lastLogs, spawnServer, stopServer } from './server-process.ts';
import { configurationText, javaArguments, type Memory, memoryFor, portIn } from './server-settings.ts';
import type { LauncherSettings } from './settings.ts';
import { fileFault, unavailable } from './unavailable.ts';
import type { Found, LocalWay, Report } from './way.ts';

const ADMIN_TOOL = 'org.neo4j.cli.AdminTool';
const PORT_TRIES = 3;
const SPACE_NEEDED = 400 * 1024 ** 2;
const MEBIBYTE = 1024 ** 2;

/** A Neo4j of our own: the server's jars, fetched with Maven, run by the machine's Java. */
export const javaWay: LocalWay = {
  able: async () => process.platform !== 'win32',
  find,
  start,
  stop: stopServer,
  discard: async () => undefined,
};

async function find(place: Place): Promise<Found | null> {
  const pid = await findServer(place);
  return pid === null ? null : foundServer(place, pid);
}

async function foundServer(place: Place, pid: number): Promise<Found> {
  const port = portIn((await readFile(place.configurationFile, 'utf8').catch(absent)) ?? '');
  const password = await readPassword(place);
  if (port === null || password === null) {
    throw unavailable(
      `本地 Neo4j（进程 ${pid}）在运行，但 ${place.folder} 中的密码或配置不见了。请放回，或用 shuyuan graph reset 清空重来。`,
      `The local Neo4j (process ${pid}) runs, but its password or configuration is gone from ${place.folder}. Put it back, or start anew with shuyuan graph reset.`,
    );
  }
  return {
    address: { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password },
    process: `pid ${pid}`,
    alive: () => isServing(place, pid),
  };
}

async function start(place: Place, settings: LauncherSettings, report: Report): Promise<GraphAddress> {
  await requireSpace(place);
  const java = await findJava(settings.environment);
  const jars = await ensureJars(settings, java, report);
  const memory = memoryFor(machineMemory(), settings);
  await preparePassword(place, java, jars, memory, settings);
  report(`正在用 Java ${java.major} 启动 Neo4j…… Starting Neo4j on Java ${java.major}…`);
  for (let tries = 1; ; tries++) {
    await writeWhole(place.configurationFile, configurationText(memory, await choosePort(place, report)));
    const environment = javaEnvironment(settings.environment);
    const pid = await spawnServer(java.program, javaArguments(memory, jars, place), place, environment);
    const address = await addressOf(place, pid);
    if (address !== null) return address;
    const logs = await lastLogs(place);
    if (failureIn(logs) !== 'PORT_TAKEN' || tries === PORT_TRIES) throw serverFault(logs, place);
  }
}

/**
 * The address of the server just started; null when it ended first. A launcher killed in the instant of spawning may have left
 * a server that the process table did not show yet; ours then finds the data in use and ends, and the other one is taken.
 */
async function addressOf(place: Place, pid: number): Promise<GraphAddress | null> {
  const ours = await addressOnceAnswering(place, await foundServer(place, pid));
  if (ours !== null) return ours;
  const other = await find(place);
  return other && addressOnceAnswering(place, other);
}

/** The port of the last start, so that addresses stay; another one, and a word about it, when a stranger has it now. */
async function choosePort(place: Place, report: Report): Promise<number> {
  const former = portIn((await readFile(place.configurationFile, 'utf8').catch(absent)) ?? '');
  const port = await freePort(former);
  if (former !== null && port !== former) {
    report(`端口 ${former} 已被占用，改用 ${port}。 Port ${former} is taken; using ${port}.`);
  }
  return port;
}

/** Sets the password before the server first listens, so that the default one never works. Repeats harmlessly until then. */
async function preparePassword(place: Place, java: Java, jars: string, memory: Memory, settings: LauncherSettings) {
  const dataThere = await exists(place.databases);
  await ensurePassword(place, dataThere);
  if (dataThere) return;
  await writeWhole(place.configurationFile, configurationText(memory, await freePort(null)));
  // `@file`: the tool reads the password there; on the command line every user of the machine could see it.
  const tool = ['-cp', `${jars}/*`, ADMIN_TOOL, 'dbms', 'set-initial-password', `@${place.passwordFile}`];
  const environment = {
    ...javaEnvironment(settings.environment),
    NEO4J_HOME: place.folder,
    NEO4J_CONF: place.configuration,
  };
  try {
    await promisify(execFile)(java.program, tool, { env: environment });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw serverFault(stderr || String(error), place);
  }
}

/** Memory that this process may use, in MiB: of the machine, or of the container around us. */
function machineMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || totalmem()) / MEBIBYTE;
}

async function requireSpace(place: Place): Promise<void> {
  const { bavail, bsize } = await statfs(place.folder);
  if (bavail * bsize < SPACE_NEEDED) throw fileFault({ code: 'ENOSPC' }, place.folder);
}
