import { expect, it } from 'vitest';
import { Counts } from '../../src/exchange/bundle/counts.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { openSource } from '../../src/exchange/bundle/source.ts';
import { validate } from '../../src/exchange/bundle/validate.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { steps } from '../../src/exchange/bundle/write.ts';
import { openLoad } from '../../src/exchange/exchange.statements.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { recordsOf } from '../../src/record/record.service.ts';
import { local, stage } from '../stage/stage.ts';
import { wholeRegistry } from './graph.ts';
import { agency, type BundleLine, bundles, database, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
const house: House = await stage();
/** Records, what they name, where they lie, dated flows, flows. */
const BATCHES = 5;
const work = { name: 'test', limit: 60_000 };

/** Writes so many of a bundle's batches, as a loader would that died then. */
async function diesWhileLoading(
  lines: readonly BundleLine[],
  written: number,
  load = `dead ${written}`,
): Promise<void> {
  const source = openSource([bundle.of(...lines)], () => undefined);
  const { refusals, queues } = await validate(house.graph, source, { skipInvalid: false });
  expect(refusals).toEqual([]);
  const opening = { load, owner: 'elsewhere 1 1', files: [], at: 0 };
  await house.graph.write(work, (tx) => tx.run(openLoad, opening));
  const held = { records: true, flows: true };
  const writing = {
    load,
    recordedAt: house.clock.now() + 60_000,
    sweptAt: house.clock.now(),
    held,
    touched: null,
    noted: true,
  };
  let number = 0;
  for await (const batches of steps(source, queues, new Counts()))
    for await (const batch of batches)
      if (number++ < written) (await house.graph.write(work, (tx) => batch(tx, writing))).done();
  expect(number).toBeGreaterThanOrEqual(written);
  await house.graph.command('MATCH (l:Load) SET l.beatAt = 0');
}

it('a load whose loader died is taken back by the next start: records, items, flows and retirements are as before', async () => {
  await loadBundle(house, [
    bundle.of(
      ...world,
      flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称']] }),
      flow('Dataset:B', 'Dataset:A', { recordedAt: '2025-01-01' }),
      flow('Dataset:A', 'Database:DB', { retiredAt: '2027-01-01' }),
    ),
  ]);
  const before = await wholeRegistry(house, bundle.fresh());
  const lines = [
    dataset('A', ['名称', '新项'], { items: [{ name: '名称', element: 'E2' }, { name: '新项' }], provider: 'NEW' }),
    dataset('C', ['甲'], { provider: 'NEW' }),
    element('E2'),
    agency('NEW'),
    agency('AGENCY', { retired: true, jurisdiction: 'CITY' }),
    database('DB', { domain: '人口' }),
    flow('Dataset:A', 'Dataset:B', { items: [['新项', '名称']] }),
    flow('Dataset:B', 'Dataset:A', { recordedAt: '2025-01-01', retiredAt: '2025-06-01' }),
    flow('Dataset:A', 'Database:DB', { evidence: '更正' }),
    flow('Dataset:C', 'Dataset:A'),
    flow('Dataset:C', 'Dataset:B', { validTo: '2025-01-01' }),
  ];
  for (let written = 0; written <= BATCHES; written++) {
    await diesWhileLoading(lines, written);
    await expect(recordsOf(house.desk(local), ['Dataset:A'])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await openHouse(house.graph, house.clock)).undone).toBe(`dead ${written}`);
    const { wrong, lastLoad } = await verifyRegistry(house.graph);
    expect({ wrong, lastLoad }).toEqual({ wrong: null, lastLoad: { load: `dead ${written}`, state: 'UNDONE' } });
    expect((await wholeRegistry(house, bundle.fresh())).files).toEqual(before.files);
  }
  expect(await loadBundle(house, [bundle.of(...lines)])).toMatchObject({ written: true, refused: 0 });
  expect((await verifyRegistry(house.graph)).wrong).toBeNull();
});

it('a record that names its own jurisdiction lies there again when its change is taken back', async () => {
  await diesWhileLoading([database('DB', { domain: '交通' })], 1, 'dead again');
  expect((await openHouse(house.graph, house.clock)).undone).toBe('dead again');
  expect((await verifyRegistry(house.graph)).wrong).toBeNull();
});
