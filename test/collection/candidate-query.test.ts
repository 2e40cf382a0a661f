import { expect, inject, it } from 'vitest';
import { candidateQuery, within } from '../../src/collection/candidate-query.ts';
import { candidatesOf } from '../../src/collection/check.store.ts';
import { prepare } from '../../src/collection/features.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { sightsOf } from '../../src/identity/sights.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { bundleOf, type Line } from '../access/worlds.ts';
import { empty, stage } from '../stage/stage.ts';
import { lexicon } from './matching-data.ts';

let house: House = await stage();

const GROUND: readonly Line[] = [
  { record: 'jurisdiction', key: 'P', name: '某市', kind: 'CITY' },
  { record: 'organization', key: 'O', name: '某局', kind: 'AGENCY', jurisdiction: 'P' },
];
const dataset = (key: string, title: string, state: string): Line => ({
  record: 'dataset',
  key,
  title,
  provider: 'O',
  state,
  open: 'UNCONDITIONAL',
});
const SEEN = [
  dataset('S1', '水库位置', 'PUBLISHED'),
  dataset('S2', '桥梁位置', 'PUBLISHED'),
  dataset('S3', '学校', 'PUBLISHED'),
];
const drafts = (title: string) => Array.from({ length: 40 }, (_, i) => dataset(`D${i}`, `${title}${i}`, 'DRAFT'));

/** Candidates for the public, best first, in a catalog that also holds what it may not know of. */
async function candidates(dark: readonly Line[], limit: number): Promise<string[]> {
  await empty(house.graph);
  await house.close();
  ({ house } = await openHouse(connect(inject('graph')), house.clock));
  const { refusals } = await loadBundle(house, [bundleOf([...GROUND, ...SEEN, ...dark])]);
  expect(refusals).toEqual([]);
  const query = candidateQuery(lexicon, prepare(lexicon, { title: '水库桥梁', home: '' }))!;
  const place = { jurisdiction: null, code: null, agency: null };
  const sight = { now: house.clock.now(), sights: sightsOf(PUBLIC_VIEWER) };
  const rows = await house.graph.read({ name: 'test', limit: 30_000 }, (tx) =>
    candidatesOf(tx, query, place, sight, limit),
  );
  return rows.map(({ id }) => id);
}

it('which datasets are judged does not depend on what the asker may not know of', async () => {
  const one = [];
  const all = [];
  for (const dark of [[], drafts('水库'), drafts('桥梁')]) {
    one.push(await candidates(dark, 1));
    all.push(await candidates(dark, 10));
  }
  expect([...all[0]!].sort()).toEqual(['Dataset:S1', 'Dataset:S2']);
  expect(all).toEqual([all[0], all[0], all[0]]);
  expect(one).toEqual([one[0], one[0], one[0]]);
}, 120_000);

it('finds what lies in one place, whatever its key is made of, and nothing of another place', async () => {
  const keys = ['530100', '53', 'A"B) OR (title:[水库 TO 水库]', 'A\\', '昆明', '昆明市'];
  await empty(house.graph);
  await house.close();
  ({ house } = await openHouse(connect(inject('graph')), house.clock));
  const lines = keys.flatMap((key, i): Line[] => [
    { record: 'jurisdiction', key, name: `某市${i}`, kind: 'CITY' },
    { record: 'organization', key: `O${i}`, name: `某局${i}`, kind: 'AGENCY', jurisdiction: key },
    { ...dataset(`S${i}`, '水库位置', 'PUBLISHED'), provider: `O${i}` },
    { ...dataset(`T${i}`, '学校', 'PUBLISHED'), provider: `O${i}` },
  ]);
  expect((await loadBundle(house, [bundleOf(lines)])).refusals).toEqual([]);
  const query = candidateQuery(lexicon, prepare(lexicon, { title: '水库', home: '' }))!;
  const sight = { now: house.clock.now(), sights: sightsOf(PUBLIC_VIEWER) };
  const found = (key: string) =>
    house.graph.read({ name: 'test', limit: 30_000 }, (tx) =>
      candidatesOf(tx, query, { jurisdiction: `Jurisdiction:${key}`, code: null, agency: null }, sight, 10),
    );
  for (const [i, key] of keys.entries()) expect((await found(key)).map(({ id }) => id)).toEqual([`Dataset:S${i}`]);
  expect(await found('nowhere')).toEqual([]);
}, 120_000);

it('a place named in a query cannot end the text that names it', () => {
  expect(within('A"B\\', 'x')).toBe('+place:"A\\"B\\\\"^0 +(x)');
});
