import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unavailable } from './unavailable.ts';

/** The files of the local Neo4j in one `SHUYUAN_HOME`. No file says whether it runs: only the process table does. */
export interface Place {
  /** Canonical, so that one home has one spelling. */
  readonly home: string;
  /** The server's home folder; all that `reset` deletes. */
  readonly folder: string;
  readonly databases: string;
  readonly configuration: string;
  readonly configurationFile: string;
  readonly passwordFile: string;
  /** The server's own log, and what the JVM itself prints. Of the last start only. */
  readonly serverLog: string;
  readonly consoleLog: string;
  /** Which Docker container and volume hold this home's graph. */
  readonly containerFile: string;
  /** Held by the launcher at work; beside the folder, so that it outlives a reset. */
  readonly lock: string;
}

/** The place in a home, whether or not anything is there yet. */
export async function placeIn(home: string): Promise<Place> {
  const canonical = await realpath(home).catch(() => home);
  const folder = join(canonical, 'graph');
  return {
    home: canonical,
    folder,
    databases: join(folder, 'data', 'databases'),
    configuration: join(folder, 'conf'),
    configurationFile: join(folder, 'conf', 'neo4j.conf'),
    passwordFile: join(folder, 'password'),
    serverLog: join(folder, 'logs', 'neo4j.log'),
    consoleLog: join(folder, 'logs', 'console.log'),
    containerFile: join(folder, 'container.json'),
    lock: join(canonical, 'launcher.lock'),
  };
}

/** The same, with its folder made: for the owner only, as it holds data and a password. */
export async function makePlace(home: string): Promise<Place> {
  await mkdir(home, { recursive: true });
  const place = await placeIn(home);
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  await mkdir(place.configuration, { recursive: true });
  await mkdir(join(place.folder, 'logs'), { recursive: true });
  return place;
}

/** The password of the local server; null before there is one. */
export async function readPassword(place: Place): Promise<string | null> {
  const text = await readFile(place.passwordFile, 'utf8').catch(absent);
  return text?.trim() || null;
}

/** The password of the local server, made on first use. Throws when it is lost and data that need it are there. */
export async function ensurePassword(place: Place, dataThere: boolean): Promise<string> {
  const known = await readPassword(place);
  if (known !== null) return known;
  if (dataThere) {
    throw unavailable(
      `本地 Neo4j 的密码文件不见了：${place.passwordFile}。请放回该文件，或用 shuyuan graph reset 清空重来（数据会删除）。`,
      `The local Neo4j's password file is gone: ${place.passwordFile}. Put it back, or start anew with shuyuan graph reset (deletes the data).`,
    );
  }
  const password = randomBytes(24).toString('hex');
  await writeWhole(place.passwordFile, password, 0o600);
  return password;
}

/** Writes a small file so that a reader, or a crash, meets the old text or the new, never half of it. */
export async function writeWhole(file: string, text: string, mode = 0o644): Promise<void> {
  const half = `${file}.${process.pid}.half`;
  await rm(half, { force: true });
  await writeFile(half, text, { mode });
  await rename(half, file);
}

/** True when something is at this path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Null for a file that is not there; any other failure is thrown on. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
