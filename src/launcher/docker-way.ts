import { setTimeout as sleep } from 'node:timers/promises';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { echo } from '../foundation/text.ts';
import { containerFor, containerName, NEO4J_IMAGE } from './container-definition.ts';
import { keepNote, readNote } from './container-note.ts';
import { addressOnceAnswering } from './local-answer.ts';
import { LocalContainer } from './local-container.ts';
import { ensurePassword, type Place, readPassword } from './place.ts';
import { memoryFor } from './server-settings.ts';
import type { LauncherSettings } from './settings.ts';
import { noLocalGraph, unavailable } from './unavailable.ts';
import type { Found, GraphAddress, LocalWay, Report } from './way.ts';

const ENGINE_ANSWERS_WITHIN_MS = 5_000;
const STOP_WITHIN_MS = 60_000;
const BOLT = '7687/tcp';
const MEBIBYTE = 1024 ** 2;
const LOOPBACK = /^(localhost|127\.0\.0\.1|::1)$/;

/** A Neo4j in a Docker container. Import this file only when it is needed: testcontainers takes a third of a second to load. */
export const dockerWay: LocalWay = {
  able: async () => (await engine()) !== null,
  find,
  start,
  stop,
  discard,
};

async function find(place: Place): Promise<Found | null> {
  const note = await readNote(place);
  const docker = note && (await engine());
  if (!note || !docker) return null;
  const port = await boltPort(docker, note.name);
  const password = await readPassword(place);
  if (port === null || password === null) return null;
  return {
    address: { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password },
    process: note.name,
    alive: async () => (await boltPort(docker, note.name)) === port,
  };
}

async function start(place: Place, settings: LauncherSettings, report: Report): Promise<GraphAddress> {
  const docker = await requireEngine();
  const note = (await readNote(place)) ?? { name: containerName(place), answered: false };
  const password = await ensurePassword(place, note.answered);
  const memory = memoryFor(docker.info.containerRuntime.memory / MEBIBYTE, settings);
  await keepNote(place, note);
  report(
    `正在用 Docker 启动 Neo4j（首次需下载镜像 ${NEO4J_IMAGE}）…… Starting Neo4j in Docker (the first time fetches ${NEO4J_IMAGE})…`,
  );
  try {
    await removeContainer(docker, note.name);
    await new LocalContainer(containerFor(note.name, place, memory, password)).start();
    const address = await answeringAddress(place);
    await keepNote(place, { ...note, answered: true });
    return address;
  } catch (error) {
    if (!note.answered) await discard(place);
    throw noLocalGraph(
      `Docker 没有启动 Neo4j：${echo((error as Error).message)}。`,
      `Docker did not start Neo4j: ${echo((error as Error).message)}.`,
      error,
    );
  }
}

async function answeringAddress(place: Place): Promise<GraphAddress> {
  const found = await find(place);
  const address = found && (await addressOnceAnswering(place, found));
  if (address === null) throw new Error('the container ended');
  return address;
}

async function stop(place: Place): Promise<boolean> {
  const note = await readNote(place);
  const docker = note && (await engine());
  if (!note || !docker || (await boltPort(docker, note.name)) === null) return false;
  await docker.container.stop(docker.container.getById(note.name), { timeout: STOP_WITHIN_MS });
  return true;
}

async function discard(place: Place): Promise<void> {
  const note = await readNote(place);
  if (note === null) return;
  const docker = await requireEngine();
  await removeContainer(docker, note.name);
  await docker.container.dockerode.getVolume(note.name).remove().catch(notThere);
  await keepNote(place, null);
}

async function removeContainer(docker: ContainerRuntimeClient, name: string): Promise<void> {
  await docker.container.remove(docker.container.getById(name)).catch(notThere);
}

/** The port of this machine at which a running container answers; null when it does not run. */
async function boltPort(docker: ContainerRuntimeClient, name: string): Promise<number | null> {
  const container = await docker.container.inspect(docker.container.getById(name)).catch(notThere);
  const port = container?.State.Running ? container.NetworkSettings.Ports[BOLT]?.[0]?.HostPort : undefined;
  return port === undefined ? null : Number(port);
}

/** The Docker engine of this machine; null when none answers, or when it is another machine's: that one's graph is not local. */
async function engine(): Promise<ContainerRuntimeClient | null> {
  const none = () => null;
  const docker = await Promise.race([
    getContainerRuntimeClient().catch(none),
    sleep(ENGINE_ANSWERS_WITHIN_MS, null, { ref: false }),
  ]);
  return docker !== null && LOOPBACK.test(docker.info.containerRuntime.host) ? docker : null;
}

async function requireEngine(): Promise<ContainerRuntimeClient> {
  const docker = await engine();
  if (docker !== null) return docker;
  throw unavailable(
    '本地图数据库在 Docker 中，而 Docker 没有响应。请启动 Docker 后重试。',
    'The local graph is kept in Docker, and Docker does not answer. Start Docker and try again.',
  );
}

function notThere(error: Error & { statusCode?: number }): null {
  if (error.statusCode === 404) return null;
  throw error;
}
