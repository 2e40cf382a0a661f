import neo4j, { type ProfiledPlan } from 'neo4j-driver';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { House } from '../../src/house/house.ts';
import { sightsOf } from '../../src/identity/sights.ts';
import { KEEPER_VIEWER } from '../../src/identity/viewer.ts';
import { walkDownstream, walkUpstream } from '../../src/lineage/lineage.statements.ts';
import { walk } from '../../src/lineage/lineage.store.ts';
import { stage } from '../stage/stage.ts';
import { clique, draw, idOf, ladder, nameOf } from './small-graph.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
});

const NOW = { asOf: 1, knownAt: 1, eras: 'FLOWS_TO' } as const;
const ALL = sightsOf(KEEPER_VIEWER);
const WORK = { name: 'test', limit: 20_000 };

/** A walk's answer as `name distance`, in its own order. */
async function walked(
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  start: string,
  { depth = null, limit = 1_000 }: { depth?: number | null; limit?: number } = {},
): Promise<string[]> {
  const rows = await house.graph.read(WORK, (tx) =>
    walk(tx, direction, idOf(start), NOW, { depth, kinds: null, limit }, { sights: ALL }),
  );
  return rows.map(({ id, distance }) => `${nameOf(id)} ${distance}`);
}

describe('a walk', () => {
  it('counts edges, nearest first, in both directions', async () => {
    await draw('A>B', 'B>C', 'C>D', 'A>C');
    expect(await walked('DOWNSTREAM', 'A')).toEqual(['B 1', 'C 1', 'D 2']);
    expect(await walked('UPSTREAM', 'D')).toEqual(['C 1', 'A 2', 'B 2']);
    expect(await walked('DOWNSTREAM', 'A', { depth: 1 })).toEqual(['B 1', 'C 1']);
  });

  it('takes three parallel flows for one step', async () => {
    await draw('A>B', 'A>B', 'A>B', 'B>C');
    expect(await walked('DOWNSTREAM', 'A')).toEqual(['B 1', 'C 2']);
  });

  it('goes through a cycle of two before its target, and comes back to the start', async () => {
    await draw('A>B', 'B>A', 'B>C', 'C>D');
    expect(await walked('DOWNSTREAM', 'A')).toEqual(['B 1', 'A 2', 'C 2', 'D 3']);
  });

  it('breaks ties by id where the limit cuts', async () => {
    await draw('A>E', 'A>C', 'A>D', 'A>B', 'B>F');
    expect(await walked('DOWNSTREAM', 'A', { limit: 3 })).toEqual(['B 1', 'C 1', 'D 1']);
    expect(await walked('DOWNSTREAM', 'A', { limit: 5 })).toEqual(['B 1', 'C 1', 'D 1', 'E 1', 'F 2']);
  });

  it('from nowhere gives nothing', async () => {
    await draw('A>B');
    expect(await walked('DOWNSTREAM', 'none')).toEqual([]);
  });

  it('in a clique has everyone one step away', async () => {
    await draw(...clique(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']));
    expect(await walked('UPSTREAM', 'A')).toEqual(['B 1', 'C 1', 'D 1', 'E 1', 'F 1', 'G 1', 'H 1', 'A 2']);
  });
});

describe('on a ladder of 30 rungs, with a thousand million paths', () => {
  beforeAll(() => draw(...ladder(30)));

  it('a walk finds all 90 vertices at their distances', async () => {
    const rows = await walked('DOWNSTREAM', 'J00');
    expect(rows).toHaveLength(90);
    expect(rows.at(-1)).toBe('J30 60');
    expect((await walked('UPSTREAM', 'J30')).at(-1)).toBe('J00 60');
  });

  it.each([
    ['downstream', walkDownstream, 'J00'],
    ['upstream', walkUpstream, 'J30'],
  ] as const)('%s it takes work in proportion to the 120 flows', async (_way, statement, start) => {
    const { uri, user, password } = inject('graph');
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    const text = statement.text({ depth: '', eras: 'FLOWS_TO' });
    const params = {
      start: idOf(start),
      asOf: 1,
      knownAt: 1,
      kinds: null,
      among: null,
      limit: neo4j.int(1_000),
      sights: ALL,
    };
    const { summary } = await driver.executeQuery(`PROFILE ${text}`, params);
    await driver.close();
    expect(hitsOf(summary.profile as ProfiledPlan)).toBeLessThan(120 * 30);
  });
});

function hitsOf(plan: ProfiledPlan): number {
  return plan.children.reduce((sum, child) => sum + hitsOf(child), Number(plan.dbHits ?? 0));
}
