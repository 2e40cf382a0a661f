import { beforeEach, expect, it } from 'vitest';
import { noteScope, touchedSince } from '#src/graph/registry.ts';
import { openHouse } from '#src/house/house.ts';
import { upkeep } from '#src/house/upkeep.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const house = await stage();
const WORK = { name: 'test', limit: 30_000 };
async function note(id: string) {
  await query("MATCH (r:Registry {name: 'shuyuan'}) SET r.generation = r.generation + 1");
  await house.graph.write(WORK, (tx) => noteScope(tx, { records: [id], flows: [{ from: id, to: 'B' }] }));
}
const generations = async () =>
  (await query('MATCH (d:Delta) RETURN d.generation AS generation ORDER BY generation')).map(
    (row) => row['generation'],
  );
const since = (after: number, upTo: number, most = 100) =>
  house.graph.read(WORK, (tx) => touchedSince(tx, after, upTo, most));

beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  await query("MATCH (r:Registry {name: 'shuyuan'}) SET r.generation = 5000");
});

it('is forgotten in daily upkeep when a thousand changes have followed, also where some left no note', async () => {
  await query('UNWIND [7, 8, 3001, 4001, 4002] AS g CREATE (:Delta {generation: g, records: [], from: [], to: []})');
  await note('A');
  await upkeep(house.graph, house.clock);
  expect(await generations()).toEqual([4002, 5001]);
});

it('tells what was touched since, and that it is not known where a change left no note or touched too much', async () => {
  await note('A');
  await note('C');
  expect(await since(5000, 5002)).toEqual({
    records: ['A', 'C'],
    flows: [
      { from: 'A', to: 'B' },
      { from: 'C', to: 'B' },
    ],
  });
  expect(await since(4999, 5002)).toBeNull();
  expect(await since(5000, 5002, 3)).toBeNull();
});
