import type { TestProject } from 'vitest/node';
import type { GraphAddress } from '../../src/graph/graph.service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    graph: GraphAddress;
  }
}

/** One real Neo4j for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('graph', { uri: 'bolt://127.0.0.1:17688', user: 'neo4j', password: 'x' });
  return async () => {};
}
