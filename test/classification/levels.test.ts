import { describe, expect, test } from 'vitest';
import { brokenCouplings } from '#src/classification/couplings.ts';
import { triggersOn } from '#src/classification/fusion.ts';
import { floorOf, fused, LOWERING, lowered, takingOf } from '#src/classification/grading.ts';
import { type AssetFacts, type FlowFacts, LevelGraph } from '#src/classification/level-graph.ts';
import { computeLevels, type LevelChange, type Levels, levelOf, updateLevels } from '#src/classification/levels.ts';
import { marksOf, triggersBetween } from '#src/classification/triggers.ts';
import { whyLevel } from '#src/classification/why.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { officialPolicy } from '../clock/profiles.ts';

const mark = marksOf(officialPolicy);
const plain: AssetFacts = { declared: 0, ownFloor: 1, adjustedTo: 0, marks: 0 };
const world = (assets: Partial<AssetFacts>[], flows: (Partial<FlowFacts> & { from: number; to: number })[]) => {
  const graph = new LevelGraph();
  for (const facts of assets) graph.addAsset({ ...plain, ...facts });
  for (const flow of flows)
    graph.addFlow({ fixed: 0, whole: true, lowering: 0, join: false, aggregated: false, ...flow });
  const levels = computeLevels(graph);
  return { graph, levels, of: assets.map((_, asset) => levels.computed[asset]) };
};

describe('items', () => {
  test('the floor of an item', () => {
    const floor = (item: object) => floorOf({ name: 'x', ...item });
    expect(floor({})).toBe(1);
    expect(floor({ personal: 'PERSONAL' })).toBe(2);
    expect(floor({ personal: 'SENSITIVE' })).toBe(4);
    expect(floor({ personal: 'SENSITIVE', public: true })).toBe(1);
    expect(floor({ personal: 'PERSONAL', level: 3 })).toBe(3);
    expect(floor({ personal: 'SENSITIVE', public: true, level: 2 })).toBe(2);
  });

  test('a mapped item brings its own level; one without brings the whole source', () => {
    const items = new Map([
      ['a', { name: 'a', level: 1 }],
      ['b', { name: 'b', level: 2, personal: 'SENSITIVE' as const }],
      ['c', { name: 'c' }],
    ]);
    expect(takingOf(items, ['a'])).toEqual({ fixed: 1, whole: false });
    expect(takingOf(items, ['a', 'b'])).toEqual({ fixed: 4, whole: false });
    expect(takingOf(items, ['a', 'c'])).toEqual({ fixed: 1, whole: true });
    expect(takingOf(items, ['gone'])).toEqual({ fixed: 0, whole: true });
    expect(takingOf(items, [])).toEqual({ fixed: 0, whole: true });
    expect(takingOf(null, ['a'])).toEqual({ fixed: 0, whole: true });
  });

  test('lowering and fusion keep to the scale', () => {
    expect([1, 2, 3, 4, 5, 6].map((level) => lowered(level, LOWERING.BY_ONE))).toEqual([1, 1, 2, 3, 5, 6]);
    expect([1, 2, 3, 4, 5, 6].map((level) => lowered(level, LOWERING.TO_ONE))).toEqual([1, 1, 1, 1, 5, 6]);
    expect([0, 1, 2, 3, 4, 5, 6].map(fused)).toEqual([0, 2, 3, 4, 4, 5, 6]);
  });

  test('triggers of table K', () => {
    const person = mark('公民身份号码') | mark('姓名');
    expect(triggersBetween(person, mark('公民身份号码'))).toEqual(['KEY']);
    expect(triggersBetween(person, mark('户籍地址'))).toEqual(['LOCATION']);
    expect(triggersBetween(mark('诊断编码'), person)).toEqual(['HEALTH']);
    expect(triggersBetween(mark('统一社会信用代码'), person)).toEqual([]);
    expect(triggersBetween(mark('参保人标识'), mark('医疗总费用') | mark('参保人标识'))).toEqual(['FINANCE']);
    expect(triggersBetween(0, person)).toEqual([]);
  });

  test('couplings of level with share and open types', () => {
    const broken = (dataset: object) =>
      brokenCouplings(officialPolicy.couplings, dataset).map((c) => `${c.field} ${c.value}`);
    expect(broken({ open: 'UNCONDITIONAL', share: 'UNCONDITIONAL', level: 2 })).toEqual(['open UNCONDITIONAL']);
    expect(broken({ open: 'CONDITIONAL', share: 'UNCONDITIONAL', level: 4 })).toEqual([
      'open CONDITIONAL',
      'share UNCONDITIONAL',
    ]);
    expect(broken({ open: 'NONE', share: 'CONDITIONAL', level: 6 })).toEqual([]);
    expect(broken({ open: 'UNCONDITIONAL' })).toEqual([]);
  });
});

describe('levels along lineage', () => {
  test('a source brings the higher of its declared and its computed level', () => {
    expect(
      world(
        [{ declared: 3 }, {}, {}],
        [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
      ).of,
    ).toEqual([1, 3, 3]);
    expect(world([{ declared: 1, ownFloor: 4 }, {}], [{ from: 0, to: 1 }]).of).toEqual([4, 4]);
  });

  test('lowering counts only with an approved adjustment, and goes no lower than it', () => {
    const flow = { from: 0, to: 1, lowering: LOWERING.TO_ONE };
    expect(world([{ ownFloor: 4 }, {}], [flow]).of[1]).toBe(4);
    expect(world([{ ownFloor: 4 }, { adjustedTo: 1 }], [flow]).of[1]).toBe(1);
    expect(world([{ ownFloor: 4 }, { adjustedTo: 3 }], [flow]).of[1]).toBe(3);
    expect(world([{ ownFloor: 4 }, { adjustedTo: 1 }], [{ ...flow, lowering: LOWERING.NONE }]).of[1]).toBe(4);
    expect(world([{ ownFloor: 4 }, { adjustedTo: 1, ownFloor: 2 }], [flow]).of[1]).toBe(2);
    expect(world([{ declared: 5 }, { adjustedTo: 1 }], [flow]).of[1]).toBe(5);
    // What was approved is the level, also where less is brought, or nothing.
    expect(world([{ ownFloor: 2 }, { adjustedTo: 3 }], [flow]).of[1]).toBe(3);
    expect(world([{ adjustedTo: 3 }], []).of[0]).toBe(3);
  });

  test('fusion raises by one below 4, and only with a JOIN of two sources', () => {
    const person = mark('公民身份号码');
    const sources = [{ declared: 2, marks: person }, { declared: 2, marks: person }, {}];
    const [a, b] = [
      { from: 0, to: 2 },
      { from: 1, to: 2 },
    ];
    expect(world(sources, [{ ...a, join: true }, b]).of[2]).toBe(3);
    expect(world(sources, [a, b]).of[2]).toBe(2);
    expect(world(sources, [{ ...a, join: true }]).of[2]).toBe(2);
    expect(
      world(sources, [
        { ...a, join: true },
        { ...b, aggregated: true },
      ]).of[2],
    ).toBe(2);
    expect(world([{ ...sources[0], declared: 4 }, sources[1]!, {}], [{ ...a, join: true }, b]).of[2]).toBe(4);
  });

  test('a cycle has the least levels that fit, and still a reason', () => {
    const { graph, levels, of } = world(
      [{ declared: 3 }, {}, {}],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
        { from: 2, to: 1 },
      ],
    );
    expect(of).toEqual([1, 3, 3]);
    expect(whyLevel(graph, levels, 2).map((step) => step.asset)).toEqual([2, 1, 0]);
    expect(
      world(
        [{}, {}],
        [
          { from: 0, to: 1 },
          { from: 1, to: 0 },
        ],
      ).of,
    ).toEqual([1, 1]);
  });

  test('a cycle that loses its origin falls, although its members hold each other up', () => {
    const { graph, levels } = world(
      [{ declared: 4 }, {}, {}],
      [
        { from: 1, to: 2 },
        { from: 2, to: 1 },
      ],
    );
    const flow = graph.addFlow({ from: 0, to: 1, fixed: 0, whole: true, lowering: 0, join: false, aggregated: false });
    updateLevels(graph, levels, [{ asset: 1, raisesOnly: true }]);
    expect([...levels.computed.slice(0, 3)]).toEqual([1, 4, 4]);
    graph.removeFlow(flow);
    updateLevels(graph, levels, [{ asset: 1, raisesOnly: false }]);
    expect([...levels.computed.slice(0, 3)]).toEqual([1, 1, 1]);
  });
});

const randomAsset = (chance: Chance): AssetFacts => ({
  declared: chance.is(0.5) ? chance.below(6) + 1 : 0,
  ownFloor: chance.pick([1, 1, 2, 4]),
  adjustedTo: chance.is(0.2) ? chance.below(4) + 1 : 0,
  marks: chance.is(0.5) ? mark(chance.pick(['公民身份号码', '统一社会信用代码', '居住地址', '诊断编码'])) : 0,
});
const randomFlow = (chance: Chance, assets: number): FlowFacts => {
  const whole = chance.is(0.8);
  return {
    from: chance.below(assets),
    to: chance.below(assets),
    fixed: whole && chance.is(0.7) ? 0 : chance.below(4) + 1,
    whole,
    lowering: chance.pick([0, 0, 1, 2]),
    join: chance.is(0.4),
    aggregated: chance.is(0.2),
  };
};
const atMost = (a: AssetFacts, b: AssetFacts): boolean =>
  a.declared <= b.declared && a.ownFloor <= b.ownFloor && a.adjustedTo === b.adjustedTo && (a.marks & ~b.marks) === 0;

/** One random change of the graph, and what it must be reported as. */
function change(graph: LevelGraph, facts: AssetFacts[], flows: Map<number, FlowFacts>, chance: Chance): LevelChange {
  const kind = chance.below(4);
  if (kind === 0) {
    const flow = randomFlow(chance, graph.assetCount);
    flows.set(graph.addFlow(flow), flow);
    return { asset: flow.to, raisesOnly: true };
  }
  if (kind === 1 && flows.size > 0) {
    const flow = chance.pick([...flows.keys()]);
    const { to } = flows.get(flow)!;
    flows.delete(flow);
    graph.removeFlow(flow);
    return { asset: to, raisesOnly: false };
  }
  if (kind === 2 && chance.is(0.3)) {
    const asset = graph.addAsset(plain);
    facts.push(plain);
    return { asset, raisesOnly: true };
  }
  const asset = chance.below(graph.assetCount);
  const next = randomAsset(chance);
  const raisesOnly = atMost(facts[asset]!, next);
  graph.setAsset(asset, next);
  facts[asset] = next;
  return { asset, raisesOnly };
}

const shown = (graph: LevelGraph, levels: Levels): number[] => [...levels.computed.slice(0, graph.assetCount)];

test('levels after changes are those of a full computation, on random graphs with cycles', () => {
  for (let seed = 0; seed < 1_500; seed++) {
    const chance = chanceOf(seed);
    const graph = new LevelGraph();
    const facts = Array.from({ length: 2 + chance.below(12) }, () => randomAsset(chance));
    for (const asset of facts) graph.addAsset(asset);
    const flows = new Map<number, FlowFacts>();
    for (let i = chance.below(24); i > 0; i--) {
      const flow = randomFlow(chance, facts.length);
      flows.set(graph.addFlow(flow), flow);
    }
    const levels = computeLevels(graph);
    for (let step = 0; step < 8; step++) {
      const changes = Array.from({ length: 1 + chance.below(3) }, () => change(graph, facts, flows, chance));
      updateLevels(graph, levels, changes);
      expect(shown(graph, levels), `seed ${seed}, step ${step}`).toEqual(shown(graph, computeLevels(graph)));
    }
    for (let asset = 0; asset < graph.assetCount; asset++) {
      const reasons = whyLevel(graph, levels, asset);
      expect(reasons[0]?.level, `seed ${seed}, asset ${asset}`).toBe(levelOf(graph, levels, asset));
      expect(triggersOn(graph, asset).length <= 4).toBe(true);
    }
  }
}, 120_000);

test('100,000 assets and 500,000 flows with cycles are computed in seconds, and one lowering at once', () => {
  const chance = chanceOf(7);
  const graph = new LevelGraph();
  const assets = 100_000;
  for (let i = 0; i < assets; i++) graph.addAsset({ ...plain, declared: chance.is(0.01) ? 3 : 1, marks: 0 });
  for (let i = 0; i < 5 * assets; i++) {
    const to = chance.below(assets);
    const from = chance.is(0.001) ? chance.below(assets) : Math.max(0, to - 1 - chance.below(50));
    graph.addFlow({ from, to, fixed: 1, whole: chance.is(0.3), lowering: 0, join: false, aggregated: chance.is(0.5) });
  }
  const start = performance.now();
  const levels = computeLevels(graph);
  expect(performance.now() - start).toBeLessThan(10_000);
  const before = performance.now();
  graph.setAsset(assets - 5, { ...plain, declared: 0 });
  updateLevels(graph, levels, [{ asset: assets - 5, raisesOnly: false }]);
  expect(performance.now() - before).toBeLessThan(300);
}, 60_000);
