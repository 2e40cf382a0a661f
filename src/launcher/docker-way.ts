import { setTimeout as sleep } from 'node:timers/promises';
import { type ContainerRuntimeClient, getContainerRuntimeClient } from 'testcontainers';
import { isFault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';
import { containerFor, containerName, NEO4J_IMAGE } from './container-definition.ts';
import { forgetContainer, noteContainer, notedContainer } from './container-note.ts';
import type { GraphAddress } from './graph-address.ts';
import { addressOnceAnswering } from './local-answer.ts';
import { LocalContainer } from './local-container.ts';
import { ensurePassword, type Place, readPassword } from './place.ts';
import { memoryFor } from './server-settings.ts';
import type { LauncherSettings } from './settings.ts';
import { noLocalGraph, unavailable } from './unavailable.ts';
import type { Found, LocalWay, Report } from './way.ts';

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
  const name = await notedContainer(place);
  const docker = name && (await engine());
  if (!name || !docker) return null;
  const port = await boltPort(docker, name);
  const password = await readPassword(place);
  if (port === null || password === null) return null;
  return {
    address: { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password },
    process: name,
    alive: async () => (await boltPort(docker, name)) === port,
  };
}

async function start(place: Place, settings: LauncherSettings, report: Report): Promise<GraphAddress> {
  const docker = await requireEngine();
  const noted = await notedContainer(place);
  const name = noted ?? containerName(place);
  const password = await ensurePassword(place, noted !== null);
  const memory = memoryFor(docker.info.containerRuntime.memory / MEBIBYTE, settings);
  await noteContainer(place, name);
  report(
    `正在用 Docker 启动 Neo4j（首次需下载镜像 ${NEO4J_IMAGE}）…… Starting Neo4j in Docker (the first time fetches ${NEO4J_IMAGE})…`,
  );
  try {
    await removeContainer(docker, name);
    await new LocalContainer(containerFor(name, place, memory, password)).start();
    return await answeringAddress(place);
  } catch (error) {
    // It never answered, so it holds nothing; another way may be tried.
    if (noted === null) await discard(place).catch(() => forgetContainer(place));
    if (isFault(error)) throw error;
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
  const name = await notedContainer(place);
  const docker = name && (await engine());
  if (!name || !docker || (await boltPort(docker, name)) === null) return false;
  await docker.container.stop(docker.container.getById(name), { timeout: STOP_WITHIN_MS });
  return true;
}

async function discard(place: Place): Promise<void> {
  const name = await notedContainer(place);
  if (name === null) return;
  const docker = await requireEngine();
  await removeContainer(docker, name);
  await docker.container.dockerode.getVolume(name).remove().catch(notThere);
  await forgetContainer(place);
}

async function removeContainer(docker: ContainerRuntimeClient, name: string): Promise<void> {
  const container = docker.container.getById(name);
  await docker.container.stop(container, { timeout: STOP_WITHIN_MS }).catch(notThere);
  await docker.container.remove(container).catch(notThere);
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

/** Null for what Docker does not have. */
function notThere(error: Error & { statusCode?: number }): null {
  if (error.statusCode === 404) return null;
  throw unavailable(
    `Docker 出错：${echo(error.message)}。请检查 Docker 后重试。`,
    `Docker failed: ${echo(error.message)}. Check Docker and try again.`,
    error,
  );
}
