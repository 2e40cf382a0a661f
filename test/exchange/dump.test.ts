import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { momentOf } from '../../src/calendar/moment.ts';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { lineageOf } from '../../src/lineage/lineage.service.ts';
import { expected, loadCity } from '../stage/city.ts';
import { empty, local, stage } from '../stage/stage.ts';
import { filesOf } from './graph.ts';
import { type BundleLine, bundles, city, dataset, element, flow } from './lines.ts';

const bundle = bundles();
let house: House;
const first = bundle.fresh();
const seed = (file: string): Record<string, unknown>[] =>
  readFileSync(`seed/kunming/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Some of everything: renamed, retired, corrected, items gone, far times, plane-two characters, several versions. */
function edits(): BundleLine[][] {
  const [one, two, three] = seed('datasets').filter(({ items }) => (items as unknown[] | undefined)?.length);
  const flows = seed('flows')
    .filter(({ retiredAt, validTo }) => retiredAt === undefined && validTo === undefined)
    .map(({ recordedAt: _, ...undated }) => undated);
  return [
    [
      { ...one, title: '改名' },
      { ...two, items: [] },
      { ...three, retired: true },
    ],
    [
      { ...one, title: '再改名', note: '第二次' },
      { ...flows[0], evidence: '更正' },
      { ...flows[1], validTo: '9999-12-31T23:59:59Z' },
    ],
    [element('𠮷', { name: '\u0000 🏞 \u2028' }), element('\ue000'), element('豈'), city({ key: 'X:Y', name: '"\\' })],
    [flow('Dataset:FR01', 'Database:DB-DC', { items: [['统一社会信用代码', '自由 名称']], recordedAt: '2025-01-01' })],
  ];
}

beforeAll(async () => {
  house = await stage();
  await loadCity(house);
  for (const lines of edits())
    expect(await loadBundle(house, [bundle.of(...lines)])).toMatchObject({ refusals: [], written: true });
  await dumpBundle(house.graph, first);
});

/** What the registry answers to every question of lineage about the demo city. */
async function answers(): Promise<unknown[]> {
  const moment = (text: string | undefined) => (text === undefined ? null : momentOf(text));
  const told: unknown[] = [];
  for (const { question, answer } of expected.lineage) {
    if (answer.error !== undefined) continue;
    const { of, direction, depth, grain = 'ASSET', kinds = null, asOf, knownAt } = question;
    const asked = { of, direction, depth, grain, kinds, maxVertices: 500 };
    told.push(await lineageOf(house.desk(local), { ...asked, asOf: moment(asOf), knownAt: moment(knownAt) }));
  }
  return told;
}

describe('a dump', () => {
  it('is the same each time', async () => {
    const second = bundle.fresh();
    await dumpBundle(house.graph, second);
    expect(filesOf(second)).toEqual(filesOf(first));
  });

  it('goes into an empty folder only', async () => {
    await expect(dumpBundle(house.graph, first)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const file = join(bundle.folder({ 'a.txt': '' }), 'a.txt');
    await expect(dumpBundle(house.graph, file)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const begun = bundle.fresh();
    mkdirSync(join(begun, '.dump-begun'), { recursive: true });
    writeFileSync(join(begun, '.dump-begun', 'dataset.jsonl'), '{');
    await dumpBundle(house.graph, begun);
    expect(readdirSync(begun)).toContain('dataset.jsonl');
  });

  it('with its history goes into an empty graph only', async () => {
    const { written, refusals } = await loadBundle(house, [first]);
    expect(written).toBe(false);
    expect(refusals).toMatchObject([{ code: 'HISTORY_INTO_FULL_GRAPH', file: expect.stringContaining('history') }]);
  });

  it('without its history changes nothing in the registry it is of', async () => {
    const files = Object.entries(filesOf(first)).filter(([name]) => !/^(history|audit)\//.test(name));
    const report = await loadBundle(house, [bundle.folder(Object.fromEntries(files))]);
    expect(report).toMatchObject({ created: 0, updated: 0, refused: 0 });
  });

  it('whose history is damaged is refused before anything is written', async () => {
    const files = filesOf(first);
    const damaged = {
      ...files,
      'history/element.jsonl': '{"record":"element","key":"NONE","recordedAt":"2025-01-01"}\n{"record":"element"}\n',
    };
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    const { refusals } = await loadBundle(house, [bundle.folder(damaged)]);
    expect(refusals.map(({ code, line }) => [code, line])).toEqual([
      ['UNKNOWN_REFERENCE', 1],
      ['NOT_HISTORY', 2],
    ]);
    expect(await verifyRegistry(house.graph)).toMatchObject({ records: 0, flows: 0 });
    expect(await loadBundle(house, [first])).toMatchObject({ written: true });
  });

  it('loaded into an empty graph gives the same registry: the same dump, the same answers, the same former items', async () => {
    const before = await answers();
    await empty(house.graph);
    await openHouse(house.graph, house.clock);
    expect(await loadBundle(house, [first])).toMatchObject({ written: true, refused: 0 });
    const second = bundle.fresh();
    await dumpBundle(house.graph, second);
    expect(filesOf(second)).toEqual(filesOf(first));
    expect(await answers()).toEqual(before);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
    const [, two] = seed('datasets').filter(({ items }) => (items as unknown[] | undefined)?.length);
    const former = (two!['items'] as { name: string }[])[0]!.name;
    const line = flow(`Dataset:${two!['key']}`, 'Dataset:FR01', { items: [[former, '统一社会信用代码']] });
    expect(
      await loadBundle(house, [bundle.of(line, dataset('NEU', [], { provider: two!['provider'] as string }))]),
    ).toMatchObject({ created: 2, refused: 0 });
  });
});
