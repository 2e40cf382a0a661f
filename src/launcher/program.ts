import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Environment } from './settings.ts';

/** The program of this name in the folders of `PATH`, as a shell would find it, every one of them. */
export async function programsOnPath(name: string, environment: Environment): Promise<string[]> {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return existingPrograms(folders.map((folder) => join(folder, name)));
}

/** Those of these paths that are files one may run, in the same order. */
export async function existingPrograms(paths: readonly string[]): Promise<string[]> {
  const runs = await Promise.all(paths.map(isProgram));
  return paths.filter((_path, index) => runs[index]);
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Environment for a Java program. Java reads the encoding of file names from the locale; under the plain `C` locale it could
 * not open a folder with a Chinese name.
 */
export function javaEnvironment(environment: Environment): NodeJS.ProcessEnv {
  return process.platform === 'linux' ? { ...environment, LC_ALL: 'C.UTF-8' } : { ...environment };
}
