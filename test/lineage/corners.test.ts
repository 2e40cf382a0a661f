import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import type { Edge, Vertex } from '../../src/lineage/answer.ts';
import { lineageOf } from '../../src/lineage/lineage.service.ts';
import { rollUp } from '../../src/lineage/roll-up.ts';
import { local, stage } from '../stage/stage.ts';
import { draw, idOf, nameOf } from './small-graph.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
});

/** Both sides of an asset: vertices as `name up down`, cuts as `name reason missing`. */
async function around(of: string, depth: number | null, maxVertices = 500) {
  const asked = { direction: 'BOTH', grain: 'ASSET', kinds: null, asOf: null, knownAt: null } as const;
  const { vertices, cuts } = await lineageOf(house.desk(local), { ...asked, of: idOf(of), depth, maxVertices });
  return {
    vertices: vertices.map((v) => `${nameOf(v.id)} ${v.upstreamDistance ?? '-'} ${v.downstreamDistance ?? '-'}`),
    cuts: cuts.map(({ at, reason, missing }) => `${nameOf(at!)} ${reason} ${missing}`),
  };
}

describe('a neighbor on both sides', () => {
  it('is missing once where both walks stop', async () => {
    await draw('A>B', 'B>A', 'C>A', 'A>D');
    expect(await around('A', 0)).toEqual({ vertices: ['A 0 0'], cuts: ['A DEPTH 3'] });
    expect(await around('A', null, 1)).toEqual({ vertices: ['A 0 0'], cuts: ['A VERTEX_LIMIT 3'] });
  });

  it('is not missing where one of the walks met it', async () => {
    await draw('A>B', 'B>A', 'B>C', 'C>B', 'B>D');
    expect(await around('A', 1)).toEqual({ vertices: ['A 0 0', 'B 1 1'], cuts: ['B DEPTH 2'] });
  });
});

describe('where the limit of vertices cuts', () => {
  it('a vertex near on one side still has its distance on the other', async () => {
    await draw('S>D1', 'D1>D2', 'D2>D3', 'D3>U', 'U>S', 'U>X');
    const { vertices, cuts } = await around('S', null, 3);
    expect(vertices).toEqual(['S 0 0', 'D1 4 1', 'U 1 4']);
    expect(cuts).toEqual(['D1 VERTEX_LIMIT 1', 'U VERTEX_LIMIT 2']);
  });
});

describe('a depth that no graph has', () => {
  it.each([1_000_000_000, 2_147_483_647])('%i is no limit', async (depth) => {
    await draw('A>B', 'B>C');
    expect(await around('A', depth)).toEqual(await around('A', null));
  });
});

describe('rolled up to organizations, parallel flows', () => {
  it('carry the values of the smallest (validFrom, from, to …), by the assets that they join', () => {
    const vertex = (id: string): Vertex => ({
      ...{ id, name: id, upstreamDistance: null, downstreamDistance: 0, upstreamCount: 0, downstreamCount: 0 },
      ...{ hidden: false, assetId: id },
    });
    const flow = (from: string, to: string, kind: Edge['kind']): Edge => ({
      ...{ from, to, kind, transform: null, assertedBy: 'x', evidence: null },
      ...{ validFrom: 0, validTo: null, recordedAt: 0, count: 1 },
    });
    const ids = ['Backflow:B', 'Product:P', 'Dataset:D', 'Dataset:E'];
    const edges = [flow('Product:P', 'Dataset:D', 'DERIVED'), flow('Backflow:B', 'Dataset:E', 'RETURNED')];
    const answering = ids.map((id, i) => ({
      id,
      organization: i < 2 ? 'Organization:1' : 'Organization:2',
      name: 'n',
    }));
    const answer = { start: ids[0]!, vertices: ids.map(vertex), edges, cuts: [], complete: true, cycles: [] };
    expect(rollUp(answer, answering).edges).toMatchObject([
      { from: 'Organization:1', to: 'Organization:2', kind: 'RETURNED', count: 2 },
    ]);
  });
});
