import { expect, it } from 'vitest';
import { Counts } from '../../src/exchange/bundle/counts.ts';
import { takeBack } from '../../src/exchange/bundle/journal.ts';
import { writeInLanes } from '../../src/exchange/bundle/lanes.ts';
import { LOAD_OWNER } from '../../src/exchange/bundle/owner.ts';
import { openSource } from '../../src/exchange/bundle/source.ts';
import { validate } from '../../src/exchange/bundle/validate.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { steps } from '../../src/exchange/bundle/write.ts';
import { closeLoad, openLoad } from '../../src/exchange/exchange.statements.ts';
import type { Graph } from '../../src/graph/graph.service.ts';
import { stage } from '../stage/stage.ts';
import { wholeRegistry } from './graph.ts';
import { bundles, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
const house = await stage();
const work = { name: 'test', limit: 60_000 };
const lines = [
  ...world,
  ...Array.from({ length: 4_500 }, (_, i) => element(`K${i}`)),
  dataset('C', [], { items: [{ name: '名称', element: 'K1' }] }),
  ...Array.from({ length: 4_500 }, (_, i) => flow('Dataset:A', 'Dataset:C', { assertedBy: `系统${i}` })),
  flow('Dataset:C', 'Dataset:B', { items: [['名称', '名称']], recordedAt: '2025-01-01' }),
];

/** Opens a load's journal, and writes the lines over a graph as a load into an empty registry does. */
async function write(load: string, graph: Graph, whenOpen = async () => undefined as unknown) {
  const source = openSource([bundle.of(...lines)], () => undefined);
  const { queues } = await validate(house.graph, source, { skipInvalid: false });
  const opening = { load, owner: LOAD_OWNER, files: [], at: 0 };
  await house.graph.write(work, (tx) => tx.run(openLoad, opening));
  await whenOpen();
  const counts = new Counts();
  const now = house.clock.now();
  const held = { records: false, flows: false };
  await writeInLanes(
    graph,
    { load, recordedAt: now, sweptAt: now, held, touched: null, noted: true },
    steps(source, queues, counts),
  );
  return counts.toJSON();
}

it('a load that was taken back meanwhile writes nothing more', async () => {
  const empty = await wholeRegistry(house, bundle.fresh());
  const late = write('late', house.graph, () => takeBack(house.graph, 'late'));
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await wholeRegistry(house, bundle.fresh())).files).toEqual(empty.files);
});

it('a batch whose commit was not heard of is tried again and stands once', async () => {
  const deaf: Graph = {
    ...house.graph,
    write: async (asked, body) => {
      await house.graph.write(asked, body);
      return house.graph.write(asked, body);
    },
  };
  expect(await write('deaf', deaf)).toMatchObject({
    element: { created: 4_501 },
    dataset: { created: 3 },
    flow: { created: 4_501 },
  });
  const closing = { load: 'deaf', from: 'WRITING', state: 'DONE', recordedAt: house.clock.now() };
  await house.graph.write(work, (tx) => tx.run(closeLoad, { ...closing, changed: true, counts: '{}' }));
  expect(await verifyRegistry(house.graph)).toMatchObject({ records: 4_507, flows: 4_501, wrong: null });
});
