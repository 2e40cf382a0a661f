import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { resetLocalGraph } from '../../src/launcher/launcher.service.ts';

/** A home of its own for a test file, with a Chinese name and a space; its server is stopped and all deleted at the end. */
export function freshHome(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shuyuan-数源 ')));
  afterAll(async () => {
    await resetLocalGraph(folder);
    await rm(folder, { recursive: true, force: true });
  }, 120_000);
  return folder;
}

/** The environment of a launcher in a home: small memory, and the jars of the project's own home, fetched there once. */
export function environmentOf(home: string): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    JAVA_HOME: process.env['JAVA_HOME'],
    LC_ALL: 'C',
    SHUYUAN_HOME: home,
    SHUYUAN_GRAPH_JARS: process.env['SHUYUAN_GRAPH_JARS'] ?? resolve('.shuyuan/jars'),
    SHUYUAN_GRAPH_HEAP: '512m',
    SHUYUAN_GRAPH_PAGECACHE: '64m',
  };
}
