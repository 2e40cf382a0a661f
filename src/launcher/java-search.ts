import { execFile } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chooseJava, isBuiltFor, type Java, javaMajor, NEWEST_JAVA, OLDEST_JAVA } from './java-version.ts';
import { existingPrograms, programsOnPath } from './program.ts';
import type { Environment } from './settings.ts';
import { noLocalGraph } from './unavailable.ts';

/** Folders in which systems and version managers put their Javas, one a subfolder. */
const JAVA_FOLDERS = [
  '/usr/lib/jvm',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  '/opt/homebrew/opt',
  join(homedir(), '.sdkman/candidates/java'),
  join(homedir(), '.jdks'),
];
const ANSWER_WITHIN_MS = 10_000;

/** The best Java for Neo4j on this machine: of JAVA_HOME, PATH, then the usual folders. Throws when there is none. */
export async function findJava(environment: Environment, folders: readonly string[] = JAVA_FOLDERS): Promise<Java> {
  const found: Java[] = [];
  for (const program of await javaPrograms(environment, folders)) {
    const major = await askVersion(program);
    if (major !== null) found.push({ program, major });
    if (found.some(isBuiltFor)) break;
  }
  const chosen = chooseJava(found);
  if (chosen === null) throw missingJava(found);
  return chosen;
}

async function javaPrograms(environment: Environment, folders: readonly string[]): Promise<string[]> {
  const subfolders = await Promise.all(folders.map(javasIn));
  const home = environment['JAVA_HOME'];
  const programs = [
    ...(await existingPrograms(home ? [join(home, 'bin', 'java')] : [])),
    ...(await programsOnPath('java', environment)),
    ...(await existingPrograms(subfolders.flat())),
  ];
  return [...new Set(await Promise.all(programs.map((program) => realpath(program))))];
}

async function javasIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => [join(folder, name, 'bin/java'), join(folder, name, 'Contents/Home/bin/java')]);
}

/** Null also for what calls itself java and is none, such as the placeholder of a fresh macOS. */
async function askVersion(program: string): Promise<number | null> {
  try {
    const { stderr, stdout } = await promisify(execFile)(program, ['-version'], { timeout: ANSWER_WITHIN_MS });
    return javaMajor(stderr + stdout);
  } catch {
    return null;
  }
}

function missingJava(found: readonly Java[]) {
  const seen = found.map(({ program, major }) => `${major} (${program})`).join(', ');
  return noLocalGraph(
    `没有找到可用的 Java：需要 ${OLDEST_JAVA} 至 ${NEWEST_JAVA}，建议 21${seen && `；现有 ${seen}`}。请安装 Java，或用 JAVA_HOME 指明。`,
    `No usable Java: ${OLDEST_JAVA} to ${NEWEST_JAVA} is needed, best 21${seen && `; found ${seen}`}. Install Java, or name it by JAVA_HOME.`,
  );
}
