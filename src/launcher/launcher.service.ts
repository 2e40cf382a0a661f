import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '../foundation/fault.ts';
import { ask, requireAnswer } from './answering.ts';
import { notedContainer } from './container-note.ts';
import type { GraphAddress } from './graph-address.ts';
import { javaWay } from './java-way.ts';
import { alone } from './launcher-lock.ts';
import { addressOnceAnswering } from './local-answer.ts';
import { exists, makePlace, type Place, placeIn } from './place.ts';
import { type Environment, launcherSettings } from './settings.ts';
import { fileFault, noLocalGraph } from './unavailable.ts';
import type { Found, LocalWay, Report, Way } from './way.ts';

export type { GraphAddress } from './graph-address.ts';
export { type Environment, shuyuanHome } from './settings.ts';
export type { Report, Way } from './way.ts';

/** A graph that answers 可用的图数据库, and where it came from. */
export interface OpenedGraph {
  readonly address: GraphAddress;
  /** OWN: named by NEO4J_URI · FOUND: a local one that ran already · DOCKER, JAVA: started now. */
  readonly origin: 'OWN' | 'FOUND' | Way;
  /** True when this call started it. */
  readonly started: boolean;
}

export interface LaunchOptions {
  /** Takes lines about how it goes; a first start takes half a minute. */
  readonly onProgress?: Report;
  /** Ways to try for a home that has no graph yet, in this order; a home keeps the way it began with. */
  readonly ways?: readonly Way[];
}

/** How the local Neo4j of a home is 本地图数据库状态. */
export type LocalGraphStatus =
  /** There is none, and no data. */
  | { readonly state: 'ABSENT' }
  /** Its data are there. */
  | { readonly state: 'STOPPED'; readonly way: Way }
  /** Its process is there; STARTING: it does not answer yet. `process` is for people: `pid 4711`, or a container's name. */
  | {
      readonly state: 'STARTING' | 'RUNNING';
      readonly way: Way;
      readonly process: string;
      readonly uri: string;
    };

const DISCARDED = 'discarded-';

/** The graph to use, started if need be: the user's own, a local one that runs, Docker, Java. Throws UNAVAILABLE. */
export async function openGraph(environment: Environment, options: LaunchOptions = {}): Promise<OpenedGraph> {
  const { own } = launcherSettings(environment);
  if (own === null) return startLocalGraph(environment, options);
  await requireAnswer(own);
  return { address: own, origin: 'OWN', started: false };
}

/** Whether the user brings a graph of his own 自备图数据库, which other machines may use too. */
export function hasOwnGraph(environment: Environment): boolean {
  return launcherSettings(environment).own !== null;
}

/** The graph to use, without starting one: the user's own, unasked, or a local one that runs; null when there is none. */
export async function findGraph(environment: Environment): Promise<GraphAddress | null> {
  const { own, home } = launcherSettings(environment);
  return own ?? (await answeringLocal(await placeIn(home)));
}

/** Starts the local Neo4j 启动本地图数据库, or finds it running. Any number of starts at once give one server. */
export async function startLocalGraph(environment: Environment, options: LaunchOptions = {}): Promise<OpenedGraph> {
  const settings = launcherSettings(environment);
  const { onProgress: report = () => undefined, ways = ['DOCKER', 'JAVA'] } = options;
  return inHome(settings.home, async () => {
    const place = await makePlace(settings.home);
    const running = await answeringLocal(place);
    if (running !== null) return { address: running, origin: 'FOUND', started: false };
    return alone(place.lock, report, async () => {
      const startedMeanwhile = await answeringLocal(place);
      if (startedMeanwhile !== null) return { address: startedMeanwhile, origin: 'FOUND', started: false };
      const kept = await wayOfData(place);
      return startFirst(kept === null ? ways : [kept], (way) => way.start(place, settings, report), report);
    });
  });
}

/** Stops the local Neo4j cleanly and waits 停止; false when none ran. One that has not stopped after a minute is killed. */
export async function stopLocalGraph(home: string, onProgress: Report = () => undefined): Promise<boolean> {
  const place = await placeIn(home);
  if (!(await exists(place.folder))) return false;
  return inHome(home, () => alone(place.lock, onProgress, () => stopAll(place)));
}

/** How the local Neo4j is; asks it, starts nothing. */
export async function localGraphStatus(home: string): Promise<LocalGraphStatus> {
  const place = await placeIn(home);
  const found = await findLocal(place);
  if (found !== null) {
    const { answer } = await ask(found.address);
    const state = answer === 'AWAY' ? 'STARTING' : 'RUNNING';
    return { state, way: found.way, process: found.process, uri: found.address.uri };
  }
  const way = await wayOfData(place);
  return way === null ? { state: 'ABSENT' } : { state: 'STOPPED', way };
}

/** Stops the local Neo4j and deletes its data, logs and password 清空. The fetched server stays. Never touches another Neo4j. */
export async function resetLocalGraph(home: string, onProgress: Report = () => undefined): Promise<void> {
  const place = await placeIn(home);
  if (!(await exists(place.home))) return;
  await inHome(home, () =>
    alone(place.lock, onProgress, async () => {
      await stopAll(place);
      if ((await notedContainer(place)) !== null) await (await wayCalled('DOCKER')).discard(place);
      // Renamed first: a deletion that is interrupted leaves no half graph.
      if (await exists(place.folder)) await rename(place.folder, join(place.home, DISCARDED + randomUUID()));
      for (const name of await readdir(place.home)) {
        if (name.startsWith(DISCARDED)) await rm(join(place.home, name), { recursive: true, force: true });
      }
    }),
  );
}

/** The first way that this machine is able to go. When one fails the next is tried, and the last one's reason thrown. */
async function startFirst(
  ways: readonly Way[],
  start: (way: LocalWay) => Promise<GraphAddress>,
  report: Report,
): Promise<OpenedGraph> {
  let reason: unknown = null;
  for (const name of ways) {
    const way = await wayCalled(name);
    if (ways.length > 1 && !(await way.able())) continue;
    if (isFault(reason)) report(reason.message);
    try {
      return { address: await start(way), origin: name, started: true };
    } catch (error) {
      if (!isFault(error, 'UNAVAILABLE')) throw error;
      reason = error;
    }
  }
  throw reason ?? noLocalGraph('这台机器无法运行本地 Neo4j。', 'This machine cannot run a local Neo4j.');
}

async function answeringLocal(place: Place): Promise<GraphAddress | null> {
  const found = await findLocal(place);
  return found && addressOnceAnswering(place, found);
}

async function findLocal(place: Place): Promise<(Found & { way: Way }) | null> {
  const java = await javaWay.find(place);
  if (java !== null) return { ...java, way: 'JAVA' };
  if ((await notedContainer(place)) === null) return null;
  const docker = await (await wayCalled('DOCKER')).find(place);
  return docker && { ...docker, way: 'DOCKER' };
}

async function stopAll(place: Place): Promise<boolean> {
  const java = await javaWay.stop(place);
  if ((await notedContainer(place)) === null) return java;
  return (await (await wayCalled('DOCKER')).stop(place)) || java;
}

/** The way whose server has this home's data, or was to have them; null when there are none yet. */
async function wayOfData(place: Place): Promise<Way | null> {
  if ((await notedContainer(place)) !== null) return 'DOCKER';
  return (await exists(place.databases)) ? 'JAVA' : null;
}

/** Docker is loaded only when asked for. */
async function wayCalled(way: Way): Promise<LocalWay> {
  return way === 'JAVA' ? javaWay : (await import('./docker-way.ts')).dockerWay;
}

/** Says plainly what the file system said no to. */
async function inHome<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFault(error, home) ?? error;
  }
}
