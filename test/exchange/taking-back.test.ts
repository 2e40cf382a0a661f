import { expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { openSource } from '../../src/exchange/bundle/source.ts';
import { validate } from '../../src/exchange/bundle/validate.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { batches, Counts } from '../../src/exchange/bundle/write.ts';
import { openLoad } from '../../src/exchange/exchange.statements.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { recordsOf } from '../../src/record/record.service.ts';
import { local, stage } from '../stage/stage.ts';
import { wholeRegistry } from './graph.ts';
import { agency, type BundleLine, bundles, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
const house: House = await stage();
const work = { name: 'test', limit: 60_000 };

/** Writes a bundle's batches, but not the last so many, as a loader would that died then. */
async function diesWhileLoading(lines: readonly BundleLine[], unwritten: number): Promise<void> {
  const source = openSource([bundle.of(...lines)], () => undefined);
  const checked = await validate(house.graph, source, { skipInvalid: false });
  expect(checked.refusals).toEqual([]);
  const load = `dead ${unwritten}`;
  const opening = { load, owner: 'elsewhere 1 1', files: [], at: 0 };
  await house.graph.write(work, (tx) => tx.run(openLoad, opening));
  const writing = { load, recordedAt: house.clock.now() + 60_000, sweptAt: house.clock.now() };
  const all = await Array.fromAsync(batches(source, checked));
  for (const batch of all.slice(0, all.length - unwritten))
    await house.graph.write(work, (tx) => batch(tx, writing, new Counts()));
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
    agency('AGENCY', { retired: true }),
    flow('Dataset:A', 'Dataset:B', { items: [['新项', '名称']] }),
    flow('Dataset:B', 'Dataset:A', { recordedAt: '2025-01-01', retiredAt: '2025-06-01' }),
    flow('Dataset:A', 'Database:DB', { evidence: '更正' }),
    flow('Dataset:C', 'Dataset:A'),
    flow('Dataset:C', 'Dataset:B', { validTo: '2025-01-01' }),
  ];
  for (const unwritten of [0, 1, 2]) {
    await diesWhileLoading(lines, unwritten);
    await expect(recordsOf(house.desk(local), ['Dataset:A'])).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await openHouse(house.graph, house.clock)).undone).toBe(`dead ${unwritten}`);
    const { wrong, lastLoad } = await verifyRegistry(house.graph);
    expect({ wrong, lastLoad }).toEqual({ wrong: null, lastLoad: { load: `dead ${unwritten}`, state: 'UNDONE' } });
    expect((await wholeRegistry(house, bundle.fresh())).files).toEqual(before.files);
  }
  expect(await loadBundle(house, [bundle.of(...lines)])).toMatchObject({ written: true, refused: 0 });
  expect((await verifyRegistry(house.graph)).wrong).toBeNull();
});
