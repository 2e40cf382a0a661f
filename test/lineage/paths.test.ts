import { beforeAll, describe, expect, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import { pathsBetween } from '../../src/lineage/paths.service.ts';
import { local, stage } from '../stage/stage.ts';
import { clique, draw, idOf, ladder, nameOf } from './small-graph.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
});

/** The outcome, and each path by its vertices. */
async function paths(from: string, to: string, k = 3) {
  const proof = await pathsBetween(house.desk(local), { from: idOf(from), to: idOf(to), k });
  return {
    outcome: proof.outcome,
    paths: proof.paths.map(({ vertices }) => vertices.map(({ id }) => nameOf(id)).join('')),
    edges: proof.paths.map(({ edges }) => edges.length),
  };
}

describe('paths between two assets', () => {
  it('count three parallel flows as one path, and show all three as its evidence', async () => {
    await draw('A>B', 'A>B', 'A>B', 'B>C', 'A>D', 'D>E', 'E>C');
    expect(await paths('A', 'C')).toEqual({ outcome: 'FOUND', paths: ['ABC', 'ADEC'], edges: [4, 3] });
  });

  it('never visit a vertex twice, though a cycle of two lies before the target', async () => {
    await draw('A>B', 'B>A', 'B>C', 'C>B', 'C>D');
    expect(await paths('A', 'D', 10)).toEqual({ outcome: 'FOUND', paths: ['ABCD'], edges: [3] });
  });

  it('are a sure no where none is, also against the arrows', async () => {
    await draw('A>B', 'B>C', 'X>C');
    expect(await paths('A', 'X')).toEqual({ outcome: 'NO_PATH', paths: [], edges: [] });
    expect(await paths('C', 'A')).toEqual({ outcome: 'NO_PATH', paths: [], edges: [] });
  });

  it('come shortest first, ties by the ids along the way, and only as many as were asked for', async () => {
    await draw('A>D', 'A>B', 'A>C', 'B>Z', 'C>Z', 'D>Z', 'A>Z');
    expect((await paths('A', 'Z', 3)).paths).toEqual(['AZ', 'ABZ', 'ACZ']);
    expect((await paths('A', 'Z', 50)).paths).toEqual(['AZ', 'ABZ', 'ACZ', 'ADZ']);
  });

  it('find longer ones beyond the shortest, however much longer', async () => {
    await draw('A>Z', 'A>B', 'B>C', 'C>D', 'D>E', 'E>F', 'F>G', 'G>Z');
    expect((await paths('A', 'Z', 2)).paths).toEqual(['AZ', 'ABCDEFGZ']);
  });

  it('on a ladder of 30 rungs come at once, all of one length', async () => {
    await draw(...ladder(30));
    const begun = performance.now();
    const proof = await pathsBetween(house.desk(local), { from: idOf('J00'), to: idOf('J30'), k: 50 });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect([proof.outcome, proof.paths.length]).toEqual(['FOUND', 50]);
    expect(new Set(proof.paths.map(({ length }) => length))).toEqual(new Set([60]));
  });

  it('in a clique are direct, then over one, then over two', async () => {
    await draw(...clique(['A', 'B', 'C', 'D', 'E', 'F']));
    expect((await paths('A', 'F', 6)).paths).toEqual(['AF', 'ABF', 'ACF', 'ADF', 'AEF', 'ABCF']);
  });

  it('are refused from an asset to itself, from nowhere, and for too many', async () => {
    await draw('A>B');
    await expect(paths('A', 'A')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(paths('A', 'none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(paths('A', 'B', 0)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
