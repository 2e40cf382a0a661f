import { readdirSync, readFileSync } from 'node:fs';
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '#schema/schema.ts';
import { kindOfWord, recordKinds } from '../../src/exchange/bundle/kinds.ts';
import type { House } from '../../src/house/house.ts';
import { loadCity } from '../stage/city.ts';
import { stage } from '../stage/stage.ts';
import { answer } from './asking.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';
const node = (id: string) => answer<{ node: { id: string; __typename: string } | null }>(house, NODE, { id });

describe('node', () => {
  it.each([
    '',
    'FR01',
    ':FR01',
    'Dataset:',
    'Dataset',
    'dataset:FR01',
    'Data set:FR01',
    'Dataset:\u0000',
    `Dataset:${'x'.repeat(129)}`,
  ])('gives null for what is no id: %j', async (id) => {
    expect((await node(id)).node).toBeNull();
  });

  it.each(['Dataset:no such', 'Ghost:FR01', 'Item:Dataset:FR01#企业名称', 'Product:FR01', 'Dataset:FR01:x'])(
    'gives null for what is not there: %s',
    async (id) => {
      expect((await node(id)).node).toBeNull();
    },
  );

  it.each([' Dataset:FR01 ', 'Ｄａｔａｓｅｔ：ＦＲ０１', 'Dataset: FR01', 'Dataset:ＦＲ０１'])(
    'folds %j',
    async (id) => {
      expect((await node(id)).node).toEqual({ id: 'Dataset:FR01', __typename: 'Dataset' });
    },
  );
});

/** Every record of the demo city, by type. */
const ids = Map.groupBy(
  readdirSync('seed/kunming')
    .filter((file) => file.endsWith('.jsonl') && file !== 'flows.jsonl')
    .flatMap((file) => readFileSync(`seed/kunming/${file}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { record: string; key: string })
    .map(({ record, key }) => ({ type: kindOfWord(record)!.type, id: `${kindOfWord(record)!.type}:${key}` })),
  ({ type }) => type,
);
/** Records that acts make, which test/collection reads back, and later law, which test/clock does. */
const ELSEWHERE = ['Check', 'Verdict', 'AgencyVerdict', 'Profile', 'Holidays'];
const types = recordKinds.map(({ type }) => type).filter((type) => !ELSEWHERE.includes(type));

describe('every kind of record', () => {
  it('is in the demo city', () => {
    expect(types.filter((type) => !ids.has(type))).toEqual([]);
  });

  it.each(types)('%s answers with all its fields and those of what it names', async (type) => {
    const all = ids.get(type)!.map(({ id }) => id);
    const object = schema.getType(type) as GraphQLObjectType;
    const some = all.slice(0, 40);
    const asked = some.map((id, i) => `r${i}: node(id: ${JSON.stringify(id)}) { ...Whole }`);
    const text = `{ ${asked.join('\n')} }\nfragment Whole on ${type} ${selection(object, 1)}`;
    const found = await answer<Record<string, { id: string } | null>>(house, text);
    expect(Object.values(found).map((record) => record?.id)).toEqual(some);
  });
});

/** Every scalar and enum of a type, and `levels` levels of objects; fields that ask for arguments are left out. */
function selection(type: GraphQLObjectType, levels: number): string {
  const parts = Object.values(type.getFields()).flatMap((field: GraphQLField<unknown, unknown>) => {
    if (field.args.some((arg) => arg.defaultValue === undefined && String(arg.type).endsWith('!'))) return [];
    const named = getNamedType(field.type);
    if (isScalarType(named) || isEnumType(named)) return [field.name];
    if (levels === 0) return [];
    return [`${field.name} ${isObjectType(named) ? selection(named, levels - 1) : '{ __typename id: id }'}`];
  });
  return `{ ${['__typename', ...parts].join(' ')} }`;
}
