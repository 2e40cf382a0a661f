import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type GraphAddress, startLocalGraph, stopLocalGraph } from '../../src/launcher/launcher.service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    graph: GraphAddress;
  }
}

/**
 * One real Neo4j for the whole run, in a home of its own that goes with it, as do the temporary files of tests. `TEST_NEO4J_URI` names a
 * running one instead (without authentication): every test file empties it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'shuyuan-test-'));
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  process.env['TMPDIR'] = temporary;
  const uri = process.env['TEST_NEO4J_URI'];
  if (uri === undefined) {
    const environment = {
      SHUYUAN_GRAPH_JARS: join(homedir(), '.cache', 'shuyuan'),
      ...process.env,
      SHUYUAN_HOME: home,
    };
    const { address } = await startLocalGraph(environment, { onProgress: (message) => console.log(message) });
    project.provide('graph', address);
  } else project.provide('graph', { uri, user: 'neo4j', password: '' });
  return async () => {
    if (uri === undefined) await stopLocalGraph(home);
    rmSync(home, { recursive: true, force: true });
  };
}
