import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LoadOptions, loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import type { House } from '../../src/house/house.ts';
import { openHouse } from '../../src/house/house.ts';
import { lineageOf } from '../../src/lineage/lineage.service.ts';
import { historyOf, recordsOf } from '../../src/record/record.service.ts';
import { empty, local, stage } from '../stage/stage.ts';
import { generationOf, wholeRegistry } from './graph.ts';
import { agency, type BundleLine, bundles, city, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
const house: House = await stage();
const load = (lines: readonly BundleLine[], options: LoadOptions = {}) =>
  loadBundle(house, [bundle.of(...lines)], options);
const sum = ({ created, updated, unchanged, refused }: Awaited<ReturnType<typeof load>>) => [
  created,
  updated,
  unchanged,
  refused,
];
const contentOf = async (id: string) => (await recordsOf(house.desk(local), [id])).get(id)?.content;
const upstream = (of: string, grain: 'ASSET' | 'ITEM' = 'ASSET') =>
  lineageOf(house.desk(local), { of, direction: 'UPSTREAM', depth: null, grain, kinds: null, maxVertices: 50 });

beforeEach(async () => {
  await empty(house.graph);
  await openHouse(house.graph, house.clock);
  expect(sum(await load(world))).toEqual([6, 0, 0, 0]);
});

describe('loading again', () => {
  it('changes nothing where nothing differs, and says so', async () => {
    const lines = [...world, flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称']] })];
    await load(lines);
    const generation = await generationOf(house);
    expect(sum(await load(lines))).toEqual([0, 0, 7, 0]);
    expect(await generationOf(house)).toBe(generation);
  });

  it('replaces the whole record where it differs and keeps what it said before', async () => {
    await load([element('E1', { code: 'DE1', name: '旧' })]);
    expect(sum(await load([element('E1', { name: '新' })]))).toEqual([0, 1, 0, 0]);
    const history = await historyOf(house.desk(local), 'Element:E1');
    expect(history?.map(({ content }) => content['name'])).toEqual(['元素 E1', '旧', '新']);
    expect(history![2]!.content).toEqual({ key: 'E1', name: '新' });
    expect(history![1]!.replacedAt).toBe(history![2]!.recordedAt);
  });

  it('redraws references and items; former items stay for what flowed through them', async () => {
    await load([
      agency('OTHER'),
      dataset('A', ['名称', '地址'], { items: [{ name: '名称', element: 'E1' }, { name: '地址' }] }),
    ]);
    await load([flow('Dataset:A', 'Dataset:B', { items: [['地址', '名称']] })]);
    await load([dataset('A', ['电话'], { provider: 'OTHER' })]);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
    const { vertices } = await upstream('Item:Dataset:B#名称', 'ITEM');
    expect(vertices.map(({ id }) => id)).toEqual(['Item:Dataset:B#名称', 'Item:Dataset:A#地址']);
    expect(await load([flow('Dataset:A', 'Dataset:B', { kind: 'SUPPLIED', items: [['名称', '名称']] })])).toMatchObject(
      { created: 1 },
    );
    expect(await load([flow('Dataset:A', 'Dataset:B', { kind: 'RETURNED', items: [['传真', '名称']] })])).toMatchObject(
      { refused: 1 },
    );
  });

  it('takes null for absent, in any depth', async () => {
    const nulls = { abstract: null, items: [{ name: '名称', code: null }, { name: '地址' }], levelAdjustment: null };
    expect(sum(await load([dataset('A', [], nulls)]))).toEqual([0, 0, 1, 0]);
  });

  it('takes a key in full width for the same key, and texts as they are written', async () => {
    expect(
      sum(await load([dataset(' Ａ', ['名称', '地址'], { title: '示例数据 A', provider: 'ＡＧＥＮＣＹ' })])),
    ).toEqual([0, 0, 1, 0]);
    expect(sum(await load([dataset('A', ['名称', '地址'], { title: '示例数据 Ａ' })]))).toEqual([0, 1, 0, 0]);
    expect((await contentOf('Dataset:A'))?.['title']).toBe('示例数据 Ａ');
  });
});

describe('retired records', () => {
  it('are retired now, once, unless the line says when; and come back with a line that does not', async () => {
    await load([dataset('A', ['名称', '地址'], { retired: true })]);
    const { retiredAt } = (await contentOf('Dataset:A'))!;
    expect(retiredAt).toMatch(/^2026-11-23T/);
    expect(sum(await load([dataset('A', ['名称', '地址'], { retired: true })]))).toEqual([0, 0, 1, 0]);
    await load([dataset('A', ['名称', '地址'], { retired: true, retiredAt: '2025-01-01' })]);
    expect((await contentOf('Dataset:A'))?.retiredAt).toBe('2025-01-01');
    await load([dataset('A', ['名称', '地址'], { retired: false })]);
    expect(await contentOf('Dataset:A')).not.toHaveProperty('retired');
    expect(sum(await load([world[3]!]))).toEqual([0, 0, 1, 0]);
    expect(await historyOf(house.desk(local), 'Dataset:A')).toHaveLength(4);
  });
});

describe('how a bundle is written down', () => {
  it('makes no difference: order of files and lines, packed or not, one file or a folder', async () => {
    const flows = [flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称']] }), flow('Dataset:B', 'Database:DB')];
    const lines = [...world, ...flows];
    const ways = [
      bundle.folder({ '1.jsonl': [...lines].reverse() }),
      bundle.folder({ 'deep/er/2.jsonl.gz': [...flows, ...world] }),
      `${bundle.folder({ 'single.txt': lines.map((line) => JSON.stringify(line)).join('\r\n') })}/single.txt`,
      bundle.folder({
        'a.jsonl': flows,
        'b.jsonl.gz': gzipSync(world.map((line) => `\n${JSON.stringify(line)}\n`).join('')),
        '.c.jsonl': '{',
      }),
      bundle.folder({ 'a.jsonl': `\ufeff${JSON.stringify(flows[0])}\n${JSON.stringify(flows[1])}`, 'b.jsonl': world }),
    ];
    const dumps: unknown[] = [];
    for (const way of ways) {
      await empty(house.graph);
      await openHouse(house.graph, house.clock);
      expect((await loadBundle(house, [way])).created).toBe(8);
      const { files } = await wholeRegistry(house, bundle.fresh());
      dumps.push(
        Object.fromEntries(
          Object.entries(files).map(([name, text]) => [name, text.replace(/"recorded(At|UpTo)":"[^"]*"/g, '')]),
        ),
      );
    }
    for (const dump of dumps) expect(dump).toEqual(dumps[0]);
  });
});

describe('--skip-invalid', () => {
  it('leaves out what is wrong and, through any number of steps, what depends on it, and lists them', async () => {
    const folder = bundle.folder({
      'a.jsonl': [
        flow('Dataset:Y', 'Dataset:A'),
        { record: 'registration', key: 'R', subject: 'Dataset:Y', holder: 'AGENCY' },
        dataset('Y', [], { provider: 'X' }),
      ],
      'b.jsonl': [agency('X', { jurisdiction: 'Z' }), element('FINE')],
      'c.jsonl': [city({ key: 'Z', kind: 'PLANET' })],
    });
    const report = await loadBundle(house, [folder], { skipInvalid: true });
    expect(report).toMatchObject({ written: true, created: 1, refused: 5 });
    const told = report.refusals.map(({ code, file, line }) => [code, file.slice(folder.length + 1), line]);
    expect(told.sort()).toEqual([
      ['DEPENDS_ON_REFUSED', 'a.jsonl', 1],
      ['DEPENDS_ON_REFUSED', 'a.jsonl', 2],
      ['DEPENDS_ON_REFUSED', 'a.jsonl', 3],
      ['DEPENDS_ON_REFUSED', 'b.jsonl', 1],
      ['UNKNOWN_WORD', 'c.jsonl', 1],
    ]);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });

  it('keeps what depends on a record that the registry holds already, but not on items that only the refused line had', async () => {
    const lines = [
      dataset('A', ['名称', '传真'], { level: 9 }),
      dataset('B', ['名称', '传真'], { provider: 'NOBODY' }),
      flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称']] }),
      flow('Dataset:B', 'Dataset:A', { items: [['传真', '名称']] }),
    ];
    expect(await load(lines, { skipInvalid: true })).toMatchObject({ created: 1, refused: 3 });
    expect((await upstream('Dataset:B')).vertices).toHaveLength(2);
  });

  it('writes no line of a key that is said in two ways, whichever comes first', async () => {
    const lines = [
      element('K', { name: '甲' }),
      element('K', { name: '乙' }),
      dataset('X', [], { items: [{ name: '甲', element: 'K' }] }),
    ];
    expect(await load(lines, { skipInvalid: true })).toMatchObject({ created: 0, refused: 3 });
    expect(await contentOf('Element:K')).toBeUndefined();
  });
});

describe('--dry-run', () => {
  it('counts what a load would do, kind by kind, and writes nothing', async () => {
    await load([flow('Dataset:A', 'Dataset:B'), flow('Dataset:B', 'Database:DB')]);
    const lines = [
      ...world.slice(0, 3),
      dataset('A', ['名称']),
      dataset('C'),
      dataset('C'),
      flow('Dataset:A', 'Dataset:B', { evidence: '合同' }),
      flow('Dataset:B', 'Database:DB'),
      flow('Dataset:C', 'Dataset:A'),
      flow('Dataset:A', 'Dataset:C', { recordedAt: '2025-01-01' }),
      flow('Dataset:A', 'Dataset:C'),
    ];
    const before = await wholeRegistry(house, bundle.fresh());
    const dry = await load(lines, { dryRun: true });
    expect(await wholeRegistry(house, bundle.fresh())).toEqual(before);
    const wet = await load(lines);
    expect(dry.byKind).toEqual(wet.byKind);
    expect(dry.byKind).toMatchObject({
      dataset: { created: 1, updated: 1, unchanged: 1 },
      flow: { created: 2, updated: 1, unchanged: 2 },
      element: { created: 0, updated: 0, unchanged: 1 },
    });
  });
});

describe('two loads at once', () => {
  it('follow each other or one is told of the other; the registry is never a mix', async () => {
    const sides = ['甲', '乙'].map((name) => Array.from({ length: 300 }, (_, i) => element(`K${i}`, { name })));
    const outcomes = await Promise.allSettled(sides.map((lines) => load(lines)));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' });
    const ids = sides[0]!.map(({ key }) => `Element:${key}`);
    const names = [...(await recordsOf(house.desk(local), ids)).values()].map(({ content }) => content['name']);
    expect(names).toHaveLength(300);
    expect(new Set(names).size).toBe(1);
  });

  it('in one process are seen as alive: a long load is not taken back by another', async () => {
    const long = load(Array.from({ length: 20_001 }, (_, i) => element(`K${i}`)));
    let told: unknown = null;
    for (let done = false; !done && told === null; ) {
      done = await Promise.race([long.then(() => true), new Promise<false>((next) => setTimeout(next, 20, false))]);
      await load([element('OTHER')]).catch((error: unknown) => {
        told = error;
      });
    }
    expect(told).toMatchObject({ code: 'CONFLICT' });
    expect((await long).created).toBe(20_001);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });
});
