import { graphql } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { contextOf } from '#schema/context.ts';
import { schema } from '#schema/schema.ts';
import { recordKinds } from '../../src/exchange/bundle/kinds.ts';
import type { House } from '../../src/house/house.ts';
import { degreeOf } from '../../src/identity/sights.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { type Kept, readRecords } from '../../src/record/bulk.service.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';

const AT_ONCE = 200;
let house: House;
let records: readonly Kept[];
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
  const ids = (await query('MATCH (r:Record) RETURN r.id AS id ORDER BY id')).map(({ id }) => String(id));
  records = [...(await house.graph.read({ name: 'test', limit: 60_000 }, (tx) => readRecords(tx, ids))).values()];
}, 120_000);

/** Which of all records `node` gives a viewer. */
async function found(viewer: Viewer): Promise<string[]> {
  const nodes: string[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const fields = records
      .slice(from, from + AT_ONCE)
      .map(({ id }, i) => `n${i}: node(id: ${JSON.stringify(id)}) { id }`);
    const contextValue = contextOf(house.desk(viewer));
    const { data, errors } = await graphql({ schema, source: `{ ${fields.join(' ')} }`, contextValue });
    expect(errors).toBeUndefined();
    nodes.push(...Object.values(data as Record<string, { id: string } | null>).flatMap((node) => node?.id ?? []));
  }
  return nodes;
}

it.each([
  ['the public', (at: House) => as(at, 'PUBLIC')],
  ['an administrator', (at: House) => as(at, 'ADMIN')],
  ['a clerk', (at: House) => as(at, 'CLERK', { organization: '11530100KMX0000811' })],
  ['the registration body', (at: House) => as(at, 'REGISTRY', { organization: '11530100KMX0000811' })],
])(
  'node(id) gives %s records of every type that he sees, and null for every other one',
  async (_who, cast) => {
    const viewer = await cast(house);
    const open = records.filter((record) => degreeOf(viewer, record) === 'OPEN').map(({ id }) => id);
    expect(await found(viewer)).toEqual(open);
    expect(open.length).toBeLessThan(records.length);
  },
  120_000,
);

it('the demo city has records of nearly every kind, so that this says something', () => {
  const met = new Set(records.map(({ id }) => id.slice(0, id.indexOf(':'))));
  const unmet = recordKinds.filter(({ type }) => !met.has(type)).map(({ type }) => type);
  expect(unmet.toSorted()).toEqual(['AgencyVerdict', 'Check', 'Holidays', 'Profile', 'Verdict']);
});
