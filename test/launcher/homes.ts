import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { resetLocalGraph } from '../../src/launcher/launcher.service.ts';

/** A home of its own for one test, with a Chinese name and a space; its server is stopped and all deleted at the end. */
export function freshHome(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shuyuan-数源 ')));
  onTestFinished(async () => {
    await resetLocalGraph(folder);
    await rm(folder, { recursive: true, force: true });
  }, 120_000);
  return folder;
}

/** The environment of a launcher in a home: small memory, and jars shared by all test runs, fetched once. */
export function environmentOf(home: string): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    JAVA_HOME: process.env['JAVA_HOME'],
    LC_ALL: 'C',
    SHUYUAN_HOME: home,
    SHUYUAN_GRAPH_JARS: process.env['SHUYUAN_GRAPH_JARS'] ?? join(homedir(), '.cache', 'shuyuan'),
    SHUYUAN_GRAPH_HEAP: '512m',
    SHUYUAN_GRAPH_PAGECACHE: '64m',
  };
}
