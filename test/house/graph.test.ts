import { beforeAll, describe, expect, it } from 'vitest';
import { recordKinds } from '../../src/exchange/bundle/kinds.ts';
import type { House } from '../../src/house/house.ts';
import { LABELS, namedTypes, TYPES } from '../../tools/graph.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

describe('docs/graph.md', () => {
  it('names every label that stands in the graph', async () => {
    const rows = await query('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label');
    const named = new Set([...LABELS.map(({ name }) => name), ...recordKinds.map(({ type }) => type)]);
    expect(rows.map(({ label }) => label).filter((label) => !named.has(String(label)))).toEqual([]);
  });

  it('names every relationship type that stands in the graph', async () => {
    const rows = await query('MATCH ()-[r]->() RETURN DISTINCT type(r) AS type');
    const named = new Set([...TYPES.map(({ name }) => name), ...namedTypes().map(({ type }) => type)]);
    expect(rows.map(({ type }) => type).filter((type) => !named.has(String(type)))).toEqual([]);
  });

  it('names every property of what no kind of record declares', async () => {
    for (const { name, holds } of LABELS.filter((label) => !['Record', 'Asset'].includes(label.name))) {
      const rows = await query(`MATCH (n:${name}) UNWIND keys(n) AS key RETURN DISTINCT key`);
      expect(rows.map(({ key }) => key).filter((key) => !holds.includes(`\`${key}\``))).toEqual([]);
    }
  });
});
