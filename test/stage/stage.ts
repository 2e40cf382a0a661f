import { afterAll, inject } from 'vitest';
import { clockFrom } from '../../src/calendar/clock.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { KEEPER_VIEWER } from '../../src/identity/viewer.ts';

/** A real, empty graph for one test file, with the registry opened over it; today is the demo city's. */
export async function stage(today = '2026-11-23'): Promise<House & { desk: House['desk'] }> {
  const graph = connect(inject('graph'));
  await empty(graph);
  const { house } = await openHouse(graph, clockFrom(today)!);
  afterAll(() => house.close());
  return house;
}

/** Takes everything out of the test graph but its constraints and indexes. */
export async function empty(graph: House['graph']): Promise<void> {
  await graph.command('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
}

/** Whoever sits at the machine. */
export const local = KEEPER_VIEWER;
