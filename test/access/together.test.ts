import { beforeEach, describe, expect, it } from 'vitest';
import { inTurnUnderLock } from '#src/access/together.ts';
import { Fault } from '#src/foundation/fault.ts';
import type { Graph, Tx } from '#src/graph/graph.service.ts';
import { statement } from '#src/graph/statement.ts';
import { openHouse } from '#src/house/house.ts';
import { query } from '../stage/query.ts';
import { empty, stage } from '../stage/stage.ts';

const house = await stage();
beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
});

const write = statement<{ name: string }, object, 'none'>(
  'test/write',
  { mode: 'write', rows: 'none', params: { name: 'String!' }, row: {} },
  'CREATE (:Turn {name: $name})',
);
const read = statement<object, { count: number }, 'one'>(
  'test/read',
  { mode: 'read', rows: 'one', params: {}, row: { count: 'Integer!' } },
  'MATCH (t:Turn) RETURN count(t) AS count',
);
const broken = statement<object, object, 'none'>(
  'test/broken',
  { mode: 'read', rows: 'none', params: {}, row: {} },
  'RETURN 1 / 0',
);

const writes = (name: string) => async (tx: Tx) => {
  await tx.run(write, { name });
  return (await tx.run(read, {})).count;
};
const written = async () => (await query('MATCH (t:Turn) RETURN t.name AS name ORDER BY name')).map(({ name }) => name);

/** The house's graph, with how many did something in each of its transactions that were committed. */
function counted(): { graph: Graph; transactions: number[] } {
  const transactions: number[] = [];
  const graph: Graph = {
    ...house.graph,
    write: async (work, body) => {
      const answer = await house.graph.write(work, body);
      transactions.push((answer as unknown[]).length);
      return answer;
    },
  };
  return { graph, transactions };
}

describe('those who wait for the registry’s lock', () => {
  it('go one after another and share a commit, and each sees what those before him did', async () => {
    const { graph, transactions } = counted();
    const names = Array.from({ length: 40 }, (_, i) => String(i).padStart(2, '0'));
    const counts = await Promise.all(names.map((name) => inTurnUnderLock(graph, 'test', writes(name))));
    expect(counts).toEqual(names.map((_, i) => i + 1));
    expect(await written()).toEqual(names);
    expect(transactions).toEqual([1, 32, 7]);
  });

  it('are not disturbed by one who has written nothing when he fails', async () => {
    const { graph, transactions } = counted();
    const no = new Fault('FORBIDDEN', 'no');
    const outcomes = await Promise.allSettled([
      inTurnUnderLock(graph, 'test', writes('a')),
      inTurnUnderLock(graph, 'test', writes('b')),
      inTurnUnderLock(graph, 'test', async (tx) => {
        await tx.run(read, {});
        throw no;
      }),
      inTurnUnderLock(graph, 'test', writes('c')),
    ]);
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).toEqual([1, 2, no, 3]);
    expect(transactions).toEqual([1, 3]);
  });

  it.each([
    ['has written', async (tx: Tx) => void (await tx.run(write, { name: 'x' }))],
    ['broke the transaction and hides it', async (tx: Tx) => void (await tx.run(broken, {}).catch(() => undefined))],
  ])('go on by themselves when one %s and fails: his is undone, theirs is done once', async (_, spoil) => {
    const { graph, transactions } = counted();
    const outcomes = await Promise.allSettled([
      inTurnUnderLock(graph, 'test', writes('a')),
      inTurnUnderLock(graph, 'test', writes('b')),
      inTurnUnderLock(graph, 'test', async (tx) => {
        await spoil(tx);
        throw new Fault('CONFLICT', 'late');
      }),
      inTurnUnderLock(graph, 'test', writes('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[2]).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(await written()).toEqual(['a', 'b', 'c']);
    expect(transactions).toEqual([1, 1, 1]);
  });

  it('are all told when the graph cannot be reached, and later ones are served', async () => {
    const gone = new Fault('UNAVAILABLE', 'gone');
    let tried = 0;
    const graph: Graph = {
      ...house.graph,
      write: async (work, body) => {
        if (++tried <= 2) throw gone;
        return house.graph.write(work, body);
      },
    };
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => inTurnUnderLock(graph, 'test', writes(name))),
    );
    expect(outcomes).toEqual(Array(3).fill({ status: 'rejected', reason: gone }));
    expect([tried, await inTurnUnderLock(graph, 'test', writes('d'))]).toEqual([2, 1]);
  });
});
