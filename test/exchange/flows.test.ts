import { beforeEach, describe, expect, it } from 'vitest';
import { clockFrom } from '../../src/calendar/clock.ts';
import { momentOf } from '../../src/calendar/moment.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { sweep } from '../../src/exchange/bundle/sweep.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { lineageOf } from '../../src/lineage/lineage.service.ts';
import { empty, local, stage } from '../stage/stage.ts';
import { generationOf } from './graph.ts';
import { type BundleLine, bundles, flow, world } from './lines.ts';

const bundle = bundles();
const staged = await stage();

/** The registry on another day: the same graph, another clock. */
const on = (today: string): House => ({
  ...staged,
  clock: clockFrom(today)!,
  desk: (viewer) => ({
    graph: staged.graph,
    clock: clockFrom(today)!,
    viewer,
    request: 'test',
    sealKey: null,
    traced: new Set(),
    generations: new Set(),
  }),
});
const load = async (house: House, ...lines: readonly BundleLine[]) => {
  const { created, updated, unchanged, refusals } = await loadBundle(house, [bundle.of(...lines)]);
  return refusals.length > 0 ? refusals.map(({ code }) => code) : [created, updated, unchanged];
};
/** Evidence of the flows A → B that are in force and known, as of two days. */
const evidence = async (house: House, asOf: string | null = null, knownAt: string | null = null) => {
  const moment = (text: string | null) => (text === null ? null : momentOf(text));
  const asked = {
    of: 'Dataset:A',
    direction: 'DOWNSTREAM',
    depth: 1,
    grain: 'ASSET',
    kinds: null,
    maxVertices: 9,
  } as const;
  const { edges } = await lineageOf(house.desk(local), { ...asked, asOf: moment(asOf), knownAt: moment(knownAt) });
  return edges.map((edge) => (edge as { evidence?: string | null }).evidence ?? null).sort();
};
const ab = (more: BundleLine = {}) => flow('Dataset:A', 'Dataset:B', more);
const march = on('2026-03-01');
const april = on('2026-04-01');
const may = on('2026-05-01');

beforeEach(async () => {
  await empty(staged.graph);
  await openHouse(staged.graph, clockFrom('2026-01-01')!);
  await load(on('2026-01-01'), ...world);
});

describe('a flow’s identity', () => {
  it('is the instant it is in force from, however that is written', async () => {
    await load(march, ab({ validFrom: '2024-01-01' }));
    for (const validFrom of ['2024-01-01T00:00:00+08:00', '2023-12-31T16:00:00Z', '2023-12-31T16:00:00.000Z'])
      expect(await load(march, ab({ validFrom }))).toEqual([0, 0, 1]);
    expect(await load(march, ab({ validFrom: '2024-01-01T00:00:00Z' }))).toEqual([1, 0, 0]);
  });

  it('is also who asserts it and of what kind: several may assert the same', async () => {
    expect(await load(march, ab(), ab({ assertedBy: '血缘系统' }), ab({ kind: 'SUPPLIED' }))).toEqual([3, 0, 0]);
    expect(await load(april, ab({ assertedBy: '血缘系统', evidence: '日志' }))).toEqual([0, 1, 0]);
    expect(await evidence(may)).toEqual(['日志', null, null].sort());
  });
});

describe('a line without recordedAt', () => {
  it('meets the assertion known now: the same changes nothing, another one is recorded now and the known one retired', async () => {
    await load(march, ab({ evidence: '旧' }));
    const generation = await generationOf(staged);
    expect(await load(april, ab({ evidence: '旧' }))).toEqual([0, 0, 1]);
    expect(await generationOf(staged)).toBe(generation);
    expect(await load(april, ab({ evidence: '新' }))).toEqual([0, 1, 0]);
    expect(await evidence(may)).toEqual(['新']);
    expect(await evidence(may, null, '2026-03-15')).toEqual(['旧']);
    expect(await evidence(may, null, '2026-02-15')).toEqual([]);
    expect((await verifyRegistry(staged.graph)).wrong).toBeNull();
  });

  it('ends what is in force with validTo, and is recorded again when it goes back to what was said before', async () => {
    await load(march, ab());
    expect(await load(april, ab({ validTo: '2026-03-20' }))).toEqual([0, 1, 0]);
    expect(await evidence(may)).toEqual([]);
    expect(await evidence(may, '2026-03-10')).toEqual([null]);
    expect(await load(may, ab())).toEqual([0, 1, 0]);
    expect(await evidence(may)).toEqual([null]);
  });

  it('with retiredAt retires the known one, once', async () => {
    await load(march, ab());
    expect(await load(april, ab({ retiredAt: '2026-03-20' }))).toEqual([0, 1, 0]);
    expect(await load(april, ab({ retiredAt: '2026-03-20' }))).toEqual([0, 0, 1]);
    expect(await evidence(may)).toEqual([]);
    expect((await verifyRegistry(staged.graph)).wrong).toBeNull();
  });
});

describe('a line with recordedAt', () => {
  const dated = (more: BundleLine = {}) => ab({ recordedAt: '2025-06-01', ...more });

  it('names exactly that assertion, and only retiredAt may be added', async () => {
    expect(await load(march, dated())).toEqual([1, 0, 0]);
    expect(await load(march, dated({ recordedAt: '2025-05-31T16:00:00Z' }))).toEqual([0, 0, 1]);
    expect(await load(march, dated({ evidence: '新' }))).toEqual(['FLOW_CHANGED']);
    expect(await load(march, dated({ validTo: '2027-01-01' }))).toEqual(['FLOW_CHANGED']);
    expect(await load(march, ab())).toEqual([0, 0, 1]);
    expect(await load(march, dated({ retiredAt: '2025-09-01' }))).toEqual([0, 1, 0]);
    expect(await load(march, dated({ retiredAt: '2025-09-01' }), dated({ retiredAt: '2025-09-01' }))).toEqual([
      0, 0, 2,
    ]);
    expect(await load(march, dated({ retiredAt: '2025-10-01' }))).toEqual(['FLOW_CHANGED']);
    expect(await evidence(march)).toEqual([]);
    expect(await evidence(march, null, '2025-08-01')).toEqual([null]);
    expect((await verifyRegistry(staged.graph)).wrong).toBeNull();
  });

  it('of another moment is another assertion', async () => {
    await load(
      march,
      dated({ retiredAt: '2025-09-01', evidence: '旧' }),
      dated({ recordedAt: '2025-09-01', evidence: '新' }),
    );
    expect(await evidence(march)).toEqual(['新']);
    expect(await evidence(march, null, '2025-07-01')).toEqual(['旧']);
    expect(await load(april, ab({ evidence: '新' }))).toEqual([0, 0, 1]);
  });
});

describe('time', () => {
  it('of recording never runs backwards, even where the clock does', async () => {
    await load(may, ab({ evidence: '一' }));
    await load(march, ab({ evidence: '二' }));
    expect(await evidence(march)).toEqual(['二']);
    expect(await evidence(may)).toEqual(['二']);
  });

  it('moves what has ended or was retired to the past, where questions about the past still find it', async () => {
    await load(
      march,
      ab({ validTo: '2026-04-10', evidence: '终', items: [['名称', '名称']] }),
      ab({ kind: 'SUPPLIED', evidence: '留' }),
    );
    expect(await evidence(april)).toEqual(['终', '留'].sort());
    await sweep(staged.graph, may.clock);
    expect((await verifyRegistry(staged.graph)).wrong).toBeNull();
    expect(await evidence(may)).toEqual(['留']);
    expect(await evidence(may, '2026-04-01')).toEqual(['终', '留'].sort());
    expect(await evidence(april)).toEqual(['终', '留'].sort());
    expect(await load(april, ab({ validTo: '2026-04-10', evidence: '终', items: [['名称', '名称']] }))).toEqual([
      0, 0, 1,
    ]);
    expect(await load(april, ab({ evidence: '续' }))).toEqual([0, 1, 0]);
    await sweep(staged.graph, march.clock);
    expect(await evidence(may)).toEqual(['续', '留'].sort());
    expect((await verifyRegistry(staged.graph)).wrong).toBeNull();
  });
});
