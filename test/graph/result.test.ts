import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Tx } from '#src/graph/graph.service.ts';
import { statement } from '#src/graph/statement.ts';
import { stage } from '../stage/stage.ts';

const house = await stage();
const WORK = { name: 'test', limit: 30_000 };
const maps = statement<object, { map: object }, 'many'>(
  'test/maps',
  { mode: 'read', rows: 'many', params: {}, row: { map: 'Map!' } },
  "UNWIND range(1, 10) AS i RETURN {i: i, text: 'text'} AS map",
);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Reads and keeps nothing. */
async function readings(tx: Tx): Promise<WeakRef<object>[]> {
  return (await tx.run(maps, {})).map(({ map }) => new WeakRef(map));
}

it('rows that nobody holds any more are let go while their transaction goes on', async () => {
  await house.graph.read(WORK, async (tx) => {
    const rows = [...(await readings(tx)), ...(await readings(tx))];
    // What came last may still be on its way out.
    await readings(tx);
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    expect([rows.length, rows.filter((row) => row.deref() !== undefined)]).toEqual([20, []]);
  });
});
