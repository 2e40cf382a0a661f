import { beforeEach, expect, it } from 'vitest';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { saveDataset } from '../../src/exchange/edit/edit.service.ts';
import type { House } from '../../src/house/house.ts';
import { openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { historyOf } from '../../src/record/record.service.ts';
import { agency, bundles, city, dataset, element } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { empty, local, stage } from '../stage/stage.ts';

const bundle = bundles();
const house: House = await stage();
let clerk: Viewer;
beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  const lines = [city(), agency(), agency('OTHER'), element('E1'), dataset('A', ['名称'], { level: 1 })];
  await loadBundle(house, [bundle.of(...lines)]);
  clerk = await as(house, 'CLERK', { organization: 'AGENCY' });
});

/** Title, level, back to the first: three changes by two people, the last gives back what a former version said. */
async function threeChanges(): Promise<void> {
  const other = await as(house, 'CLERK', { organization: 'AGENCY', person: '另一人' });
  const first = (await historyOf(house.desk(local), 'Dataset:A'))!.at(-1)!;
  const { content } = first;
  let basedOn = first.version;
  for (const [viewer, said] of [
    [clerk, { ...content, title: '改名' }],
    [other, { ...content, title: '改名', level: 2 }],
    [clerk, content],
  ] as const) {
    const { done, refusals } = await saveDataset(house.desk(viewer), { content: said, basedOn });
    expect(refusals).toEqual([]);
    basedOn = done!.version;
  }
}

it('tells of each version who changed what from which version', async () => {
  await threeChanges();
  const history = (await historyOf(house.desk(clerk), 'Dataset:A'))!;
  expect(history.map(({ deed, changed }) => [deed?.act, deed?.actor.role, changed])).toEqual([
    ['bundle:load', 'KEEPER', expect.arrayContaining(['key', 'title'])],
    ['dataset:save', 'CLERK', ['title']],
    ['dataset:save', 'CLERK', ['level']],
    ['dataset:save', 'CLERK', ['level', 'title']],
  ]);
  const [first, second, third, fourth] = history.map(({ version }) => version);
  expect(history.map(({ from }) => from)).toEqual([null, first, second, third]);
  expect(fourth).toBe(first);
  const accounts = history.map(({ deed }) => deed?.actor.account);
  expect(accounts[1]).toBe(clerk.account);
  expect(accounts[2]).not.toBe(clerk.account);
  expect(accounts[3]).toBe(clerk.account);
});

it('still tells who did it after a dump was loaded elsewhere, of loads and of acts', async () => {
  await threeChanges();
  const before = (await historyOf(house.desk(local), 'Dataset:A'))!;
  const folder = bundle.fresh();
  await dumpBundle(house.graph, folder);
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  expect(await loadBundle(house, [folder])).toMatchObject({ refusals: [] });
  const after = (await historyOf(house.desk(local), 'Dataset:A'))!;
  expect(after.map(({ deed }) => deed?.id)).toEqual(before.map(({ deed }) => deed!.id));
  expect(after.map(({ deed: _, ...rest }) => rest)).toEqual(before.map(({ deed: _, ...rest }) => rest));
});

it('is told to those whose record it is and to no other agency', async () => {
  expect(await historyOf(house.desk(clerk), 'Dataset:A')).toHaveLength(1);
  const stranger = await as(house, 'CLERK', { organization: 'OTHER' });
  expect(await historyOf(house.desk(stranger), 'Dataset:A')).toBeNull();
});
