import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '#schema/schema.ts';
import { generateSdl } from '../../tools/sdl.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const fields = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, type, field }))
    : [],
);
const inputs = types.flatMap((type) =>
  isInputObjectType(type)
    ? Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }))
    : [],
);
const args = fields.flatMap(({ at, field }) => field.args.map((arg) => ({ at: `${at}(${arg.name})`, arg })));

/** Relay's own, whose meaning everybody knows. */
const RELAY =
  /^PageInfo\.|(Connection|Edge)\.(cursor|edges|node|pageInfo|totalCount)$|\((first|after|last|before|id)\)$|^Query\.(node|nodes)/;

describe('the printed schema', () => {
  it('is the one that is committed', () => {
    for (const { path, content } of generateSdl()) expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('keeps what outsiders rely on', () => {
    const core = buildSchema(readFileSync('test/schema/core.graphql', 'utf8'));
    const broken = findBreakingChanges(core, schema).map(({ type, description }) => `${type}: ${description}`);
    expect(broken).toEqual([]);
  });

  it('describes every type in English and Chinese', () => {
    const bare = types.filter(
      ({ description }) => !CHINESE.test(description ?? '') || !/[a-z]{3}/.test(description ?? ''),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('describes every field in English and Chinese', () => {
    const bare = [...fields, ...inputs].filter(
      ({ at, field }) => !RELAY.test(at) && !CHINESE.test(field.description ?? ''),
    );
    expect(bare.map(({ at }) => at)).toEqual([]);
  });

  it('describes every argument', () => {
    expect(args.filter(({ at, arg }) => !RELAY.test(at) && !arg.description).map(({ at }) => at)).toEqual([]);
  });

  it('writes words of enumerations in capitals', () => {
    const words = types.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name));
    expect(words.filter((word) => !/^[A-Z][A-Z0-9_]*$/.test(word))).toEqual([]);
  });
});

describe('nullability', () => {
  const inside = ({ type }: GraphQLField<unknown, unknown>) => (isNonNullType(type) ? type.ofType : type);

  it('has lists that are there and without gaps; only history, which may be of nothing, may be null', () => {
    const lists = fields.filter(({ field }) => isListType(inside(field)));
    const loose = lists.filter(({ field }) => {
      const list = inside(field);
      return !isNonNullType(field.type) || !(isListType(list) && isNonNullType(list.ofType));
    });
    expect(loose.map(({ at }) => at)).toEqual(['Query.history']);
  });

  it('has ids that are there', () => {
    const ids = fields.filter(({ field }) => field.name === 'id');
    expect(ids.filter(({ field }) => String(field.type) !== 'ID!').map(({ at }) => at)).toEqual([]);
  });

  it('has edges, nodes, cursors and pages that are there', () => {
    const relay = fields.filter(({ type }) => /(Connection|Edge)$/.test(type.name) && type.name !== 'LineageEdge');
    const own = relay.filter(({ field }) => /^(edges|node|cursor|pageInfo|totalCount)$/.test(field.name));
    expect(own.filter(({ field }) => !isNonNullType(field.type)).map(({ at }) => at)).toEqual([]);
  });

  it('has counts, totals and truths that are there', () => {
    const sure = fields.filter(({ field }) => /^(total|count|totalCount|complete|hidden)$/.test(field.name));
    expect(sure.filter(({ field }) => !isNonNullType(field.type)).map(({ at }) => at)).toEqual([]);
  });
});
