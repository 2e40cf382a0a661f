import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Java } from './java-version.ts';
import { alone } from './launcher-lock.ts';
import { copyJars, findMaven, pomText } from './maven.ts';
import { exists } from './place.ts';
import { javaEnvironment } from './program.ts';
import type { LauncherSettings } from './settings.ts';
import { unavailable } from './unavailable.ts';
import type { Report } from './way.ts';

/** The server that is run 图数据库版本. */
export const NEO4J_VERSION = '5.26.30';

const HALF = '.half-';
const REPORT_EVERY = 25;

/** The folder of the server's jars among those kept here; null until they have all been fetched. */
export async function jarsIn(jars: string): Promise<string | null> {
  const folder = join(jars, `neo4j-${NEO4J_VERSION}`);
  return (await exists(folder)) ? folder : null;
}

/**
 * The same, fetched first where they are missing: 123 MB, half a minute.
 * They are fetched into a folder of another name that is renamed when all are there, so that a fetch which was interrupted is
 * seen and done again. Launchers of several homes that share the folder wait for each other.
 */
export async function ensureJars(settings: LauncherSettings, java: Java, report: Report): Promise<string> {
  const known = await jarsIn(settings.jars);
  if (known !== null) return known;
  const maven = await findMaven(settings.environment);
  await mkdir(settings.jars, { recursive: true });
  return alone(join(settings.jars, 'fetch.lock'), report, async () => {
    const fetchedMeanwhile = await jarsIn(settings.jars);
    return fetchedMeanwhile ?? fetchJars(settings, java, maven, report);
  });
}

async function fetchJars(settings: LauncherSettings, java: Java, maven: string, report: Report): Promise<string> {
  await removeHalves(settings.jars);
  const half = await mkdtemp(join(settings.jars, `neo4j-${NEO4J_VERSION}${HALF}`));
  const pom = join(half, 'pom.xml');
  const folder = join(half, 'jars');
  await writeFile(pom, pomText(NEO4J_VERSION));
  report(
    `正在用 Maven 取得 Neo4j ${NEO4J_VERSION}（约 120 MB）…… Fetching Neo4j ${NEO4J_VERSION} with Maven (some 120 MB)…`,
  );
  let count = 0;
  const environment = { ...javaEnvironment(settings.environment), JAVA_HOME: dirname(dirname(java.program)) };
  await copyJars(maven, pom, folder, environment, () => {
    if (++count % REPORT_EVERY === 0) report(`已取得 ${count} 个文件…… ${count} files fetched…`);
  });
  await requireServer(folder);
  const whole = join(settings.jars, `neo4j-${NEO4J_VERSION}`);
  await rename(folder, whole);
  await rm(half, { recursive: true, force: true });
  return whole;
}

/** What interrupted fetches left. We hold the lock, so none of them is under way. */
async function removeHalves(jars: string): Promise<void> {
  for (const name of await readdir(jars)) {
    if (name.includes(HALF)) await rm(join(jars, name), { recursive: true, force: true });
  }
}

async function requireServer(folder: string): Promise<void> {
  if (await exists(join(folder, `neo4j-server-${NEO4J_VERSION}.jar`))) return;
  throw unavailable(
    'Maven 报告成功，但没有取得 Neo4j 服务器。请检查 ~/.m2/settings.xml 中的镜像后重试。',
    'Maven reported success but brought no Neo4j server. Check the mirror in ~/.m2/settings.xml and try again.',
  );
}
