import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { type LineageQuestion, lineageOf } from '../../src/lineage/lineage.service.ts';
import { pathsBetween } from '../../src/lineage/paths.service.ts';
import { local, stage } from '../stage/stage.ts';
import { assetOf, nycBundle } from './nyc-bundle.ts';

interface Expected {
  readonly edges: number;
  readonly cyclicGroups: readonly string[][];
  readonly queries: readonly {
    node: string;
    directUpstream: string[];
    directDownstream: string[];
    upstream: string[];
    downstream: string[];
    upstreamRoots: string[];
    downstreamSinks: string[];
  }[];
  readonly paths: readonly { from: string; to: string; shortestLength: number }[];
}

describe.each(['products', 'dbt-nyc-cscl', 'dbt-nyc-green_fast_track'])('lineage of New York: %s', (name) => {
  const expected = JSON.parse(readFileSync(`test/lineage/nyc/${name}.expected.json`, 'utf8')) as Expected;
  let house: House;
  beforeAll(async () => {
    house = await stage();
    const report = await loadBundle(house, [nycBundle(name)]);
    expect(report.byKind['flow']?.created).toBe(expected.edges);
  });

  const ask = (of: string, direction: LineageQuestion['direction'], depth: number | null) =>
    lineageOf(house.desk(local), { of: assetOf(of), direction, depth, grain: 'ASSET', kinds: null, maxVertices: 500 });

  it.each(expected.queries)('$node', async (query) => {
    for (const [direction, direct, all, ends] of [
      ['UPSTREAM', query.directUpstream, query.upstream, query.upstreamRoots],
      ['DOWNSTREAM', query.directDownstream, query.downstream, query.downstreamSinks],
    ] as const) {
      const others = (ids: readonly { id: string }[]) =>
        ids.map(({ id }) => id).filter((id) => id !== assetOf(query.node));
      const whole = await ask(query.node, direction, null);
      const near = await ask(query.node, direction, 1);
      expect(whole.complete).toBe(true);
      expect(others(whole.vertices).sort()).toEqual(all.map(assetOf).sort());
      expect(others(near.vertices).sort()).toEqual(direct.filter((id) => id !== query.node).map(assetOf).sort());
      const last = whole.vertices.filter((v) => (direction === 'UPSTREAM' ? v.upstreamCount : v.downstreamCount) === 0);
      expect(others(last).sort()).toEqual(ends.filter((id) => id !== query.node).map(assetOf).sort());
    }
  });

  it.each(expected.paths)('$from → $to is $shortestLength long', async ({ from, to, shortestLength }) => {
    const proof = await pathsBetween(house.desk(local), { from: assetOf(from), to: assetOf(to), k: 1 });
    expect(proof.outcome).toBe('FOUND');
    expect(proof.paths[0]?.length).toBe(shortestLength);
  });

  it('finds the groups that lie on common cycles', async () => {
    const found = new Set<string>();
    for (const group of expected.cyclicGroups) {
      const { cycles } = await ask(group[0]!, 'BOTH', null);
      for (const cycle of cycles) found.add(cycle.join());
    }
    for (const group of expected.cyclicGroups) expect(found).toContain(group.map(assetOf).sort().join());
  });
});
