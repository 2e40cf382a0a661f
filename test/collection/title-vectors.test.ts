import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type CollectionCheck, checkCollection } from '../../src/collection/check.service.ts';
import { type Embedder, employEmbedder } from '../../src/collection/embedder.ts';
import type { EmbeddingAddress } from '../../src/collection/embedding.ts';
import { nearTitles } from '../../src/collection/near-titles.ts';
import { recordCheck } from '../../src/collection/recorded-check.service.ts';
import { startEmbedding, TitleVectors } from '../../src/collection/title-vectors.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { saveDataset } from '../../src/exchange/edit/edit.service.ts';
import { isFault } from '../../src/foundation/fault.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import type { Viewer } from '../../src/identity/viewer.ts';
import { versionOf } from '../../src/record/entry.ts';
import type { Content } from '../../src/record/kind.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { empty, local, stage } from '../stage/stage.ts';
import { type Behavior, embeddingServer } from './embedding-server.ts';

const dataset = (key: string, title: string, more: object = {}) => ({
  record: 'dataset',
  key,
  title,
  provider: 'A1',
  open: 'UNCONDITIONAL',
  ...more,
});
const city = (key: string, name: string, organization: string) => [
  { record: 'jurisdiction', key, name, kind: 'CITY' },
  { record: 'organization', key: organization, name: `${name}${organization}局`, kind: 'AGENCY', jurisdiction: key },
];
const GROUND = [...city('PA', '甲市', 'A1'), ...city('PB', '乙市', 'B1')];
/** Of no character in common, and told by no thesaurus. */
const MEANINGS = { 盥洗间: '公厕', 卫生设施: '公厕' };
const CATALOG = [
  dataset('D1', '盥洗间位置'),
  dataset('D2', '水库位置'),
  dataset('D3', '学校'),
  dataset('D4', '公厕草稿', { state: 'DRAFT' }),
  dataset('D5', '公厕保密点位', { level: 5 }),
  dataset('D6', '公厕管养', { open: 'NONE', items: [{ name: '不外传的信息项' }] }),
];
const INTENT = { title: '公厕', items: [] };

const files = bundles();
const opened = await stage();
let house: House = opened;
const server = await embeddingServer({ meanings: MEANINGS });
const ordinary: Behavior = { ...server.now };

/** A process that has just been started over an empty graph with these records. */
async function start(...lines: readonly object[]): Promise<void> {
  await empty(opened.graph);
  if (house !== opened) await house.close();
  ({ house } = await openHouse(connect(inject('graph')), opened.clock));
  const { refusals } = await loadBundle(house, [files.of(...(lines as never[]))]);
  expect(refusals).toEqual([]);
}

beforeEach(async () => {
  Object.assign(server.now, ordinary);
  server.asked.length = 0;
  await start(...GROUND, ...CATALOG);
});
afterEach(async () => {
  if (house !== opened) await house.close();
  house = opened;
});

function employ(more: Partial<EmbeddingAddress> = {}): { embedder: Embedder; vectors: TitleVectors } {
  const embedder = employEmbedder(house.graph, server.address(more));
  return { embedder, vectors: new TitleVectors({ graph: house.graph, clock: house.clock, embedder }) };
}

async function held(): Promise<string[]> {
  const rows = await query('MATCH (v:TitleVector) RETURN v.dataset AS id, v.title AS title ORDER BY id');
  return rows.map(({ id, title }) => `${id} ${title}`);
}

const near = async (viewer: Viewer = local, title = INTENT.title) =>
  nearTitles(house.desk(viewer), { title, jurisdiction: 'Jurisdiction:PA' });
const check = (viewer: Viewer = local): Promise<CollectionCheck> => checkCollection(house.desk(viewer), INTENT);

/** Again, when plans that are made while the machine is busy used up the time of an act. */
async function warmly<T>(deed: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again++) {
    try {
      return await deed();
    } catch (error) {
      if (again === 3 || !isFault(error, 'TIME_LIMIT')) throw error;
    }
  }
}

async function save(content: Content & { readonly key: string }): Promise<void> {
  const clerk = await as(house, 'CLERK', { organization: 'A1' });
  const [row] = await query('MATCH (r:Record {id: $id}) RETURN r.content AS content', { id: `Dataset:${content.key}` });
  const before = row === undefined ? null : (JSON.parse(row['content'] as string) as Content);
  const { refusals } = await saveDataset(house.desk(clerk), { content, basedOn: before && versionOf(before) });
  expect(refusals).toEqual([]);
}
const contentOf = ({ record: _record, ...content }: { record: string; key: string; title: string }) =>
  content as unknown as Content & { readonly key: string };

describe('a check with an endpoint', () => {
  it('also looks among titles that mean the same in other words, and says so', async () => {
    const without = await check();
    expect([without.sources.includes('EMBEDDINGS'), without.missingSources]).toEqual([false, []]);
    const { vectors } = employ();
    await vectors.catchUp();
    expect((await near())![0]).toBe('Dataset:D1');
    const withIt = await check();
    expect(withIt.sources).toEqual([...without.sources, 'EMBEDDINGS']);
    expect(withIt.missingSources).toEqual([]);
  });

  it('is put on record with what it found', async () => {
    const { vectors } = employ();
    await vectors.catchUp();
    const clerk = await as(house, 'CLERK', { organization: 'A1' });
    server.asked.length = 0;
    const { done, refusals } = await warmly(() => recordCheck(house.desk(clerk), { intent: INTENT }));
    expect([refusals, done === null]).toEqual([[], false]);
    expect(server.titles()).toEqual([INTENT.title]);
  }, 240_000);

  it('asks nothing more of the graph than one without, when there is none', async () => {
    const heard: string[] = [];
    const stop = house.graph.listen((name) => heard.push(name));
    await check();
    stop();
    expect(heard.filter((name) => /shelf|shelves|vector|nearest|candidates-seen/.test(name))).toEqual([]);
  });

  it.each<[string, Behavior['answer']]>([
    ['is away', (_asked, response) => !!response.destroy()],
    ['is slow', () => true],
    ['fails', (_asked, response) => !!response.writeHead(500).end('x')],
    ['says something else', (_asked, response) => !!response.end('<html>')],
    ['gives too few', (_asked, response) => !!response.end('{"data":[]}')],
    ['gives vectors of another length', (_asked, response) => !!response.end('{"data":[{"embedding":[1,2,3]}]}')],
    ['gives vectors of nothing', (_asked, response) => !!response.end('{"data":[{"embedding":[0,0,0,0]}]}')],
  ])('that %s does without and says so', async (_what, answer) => {
    const without = await check();
    await employ().vectors.catchUp();
    server.now.answer = answer;
    employ();
    expect(await check()).toEqual({ ...without, missingSources: ['EMBEDDINGS'] });
  });

  it('does without when the graph has lost an index', async () => {
    const without = await check();
    await employ().vectors.catchUp();
    const [shelf] = await query('MATCH (s:TitleShelf) RETURN s.name AS name');
    await house.graph.command(`DROP INDEX ${String(shelf!['name'])}`);
    expect(await check()).toEqual({ ...without, missingSources: ['EMBEDDINGS'] });
  });
});

describe('vectors of titles', () => {
  it('are made of the titles of published datasets and of nothing else', async () => {
    await employ().vectors.catchUp();
    expect(server.titles().sort()).toEqual(['公厕管养', '学校', '水库位置', '盥洗间位置']);
    expect(JSON.stringify(server.asked)).not.toContain('不外传');
  });

  it('follow acts', async () => {
    const { vectors } = employ();
    await vectors.catchUp();
    await save(contentOf(dataset('D2', '卫生设施名录')));
    await save(contentOf(dataset('D1', '盥洗间位置', { state: 'WITHDRAWN' })));
    await save(contentOf(dataset('D7', '公厕一览')));
    server.asked.length = 0;
    await vectors.catchUp();
    expect(await held()).toEqual(
      ['D2 卫生设施名录', 'D3 学校', 'D6 公厕管养', 'D7 公厕一览'].map((row) => `Dataset:${row}`),
    );
    expect(server.titles().sort()).toEqual(['公厕一览', '卫生设施名录']);
    server.asked.length = 0;
    await vectors.catchUp();
    expect(server.asked).toEqual([]);
  });

  it('follow loads, and are made once: not again by who starts anew', async () => {
    await employ().vectors.catchUp();
    await loadBundle(house, [files.of(dataset('D8', '卫生设施'))]);
    server.asked.length = 0;
    await employ().vectors.catchUp();
    expect(server.titles()).toEqual(['卫生设施']);
    expect(await held()).toHaveLength(5);
  });

  it('move with who answers for them to another place, and are not made again', async () => {
    const { vectors } = employ();
    await vectors.catchUp();
    server.asked.length = 0;
    const [row] = await query("MATCH (r:Record {id: 'Organization:A1'}) RETURN r.content AS content");
    const before = JSON.parse(row!['content'] as string) as Content;
    await loadBundle(house, [files.of({ record: 'organization', ...before, jurisdiction: 'PB' } as never)]);
    expect(await near()).toEqual([]);
    expect(server.titles()).toEqual([INTENT.title]);
    await vectors.catchUp();
    expect(server.titles()).toEqual([INTENT.title]);
    const found = await nearTitles(house.desk(local), { title: INTENT.title, jurisdiction: 'Jurisdiction:PB' });
    expect(found![0]).toBe('Dataset:D1');
  });

  it.each([
    ['another model', { model: 'pairs-2' }, 64],
    ['another dimension', { dimension: 16 }, 16],
  ])('are all made anew for %s', async (_what, more, dimension) => {
    await employ().vectors.catchUp();
    server.now.dimension = dimension;
    server.asked.length = 0;
    await employ(more).vectors.catchUp();
    expect(server.titles()).toHaveLength(4);
    expect((await near())![0]).toBe('Dataset:D1');
    const shelves = await query('MATCH (s:TitleShelf) RETURN s.name AS name');
    const indexes = await query("SHOW INDEXES YIELD name, type WHERE type = 'VECTOR' RETURN name");
    const names = (rows: Record<string, unknown>[]) => rows.map(({ name }) => name).sort();
    expect(names(indexes)).toEqual(expect.arrayContaining(names(shelves)));
    expect(shelves).toHaveLength(2);
    expect(await query('MATCH (v:TitleVector) RETURN DISTINCT size(v.vector) AS size')).toEqual([{ size: dimension }]);
  });

  it('are made for all others where the endpoint will not have one title', async () => {
    server.now.answer = ({ input }, response) =>
      input.includes('学校') ? !!response.writeHead(400).end('{"error":"no"}') : false;
    const { vectors } = employ();
    await vectors.catchUp();
    expect(await held()).toEqual(['D1 盥洗间位置', 'D2 水库位置', 'D6 公厕管养'].map((row) => `Dataset:${row}`));
    server.asked.length = 0;
    await vectors.catchUp();
    expect(server.asked).toEqual([]);
  });

  it('leave their shelves while the endpoint is away', async () => {
    const { embedder, vectors } = employ();
    await vectors.catchUp();
    server.now.answer = (_asked, response) => !!response.writeHead(500).end();
    const errors: unknown[] = [];
    const keeping = startEmbedding({ graph: house.graph, clock: house.clock, embedder }, (error) => errors.push(error));
    try {
      await save(contentOf(dataset('D7', '公厕一览')));
      while (errors.length === 0) await sleep(20);
      await save(contentOf(dataset('D1', '盥洗间位置', { state: 'WITHDRAWN' })));
      while ((await held()).length > 3) await sleep(50);
    } finally {
      await keeping.stop();
    }
    expect(await held()).toEqual(['D2 水库位置', 'D3 学校', 'D6 公厕管养'].map((row) => `Dataset:${row}`));
    expect(errors).toHaveLength(1);
  });

  it('come in the background: acts wait for nothing, and an endpoint that comes back is used', async () => {
    server.now.answer = () => true;
    const { embedder } = employ();
    const errors: unknown[] = [];
    const keeping = startEmbedding({ graph: house.graph, clock: house.clock, embedder }, (error) => errors.push(error));
    try {
      while (server.asked.length === 0) await sleep(20);
      await save(contentOf(dataset('D7', '公厕一览')));
      expect(await held()).toEqual([]);
      server.now.answer = null;
    } finally {
      await keeping.stop();
    }
    const again = startEmbedding({ graph: house.graph, clock: house.clock, embedder }, (error) => errors.push(error));
    while ((await held()).length < 5) await sleep(50);
    await again.stop();
    expect(errors).toEqual([]);
  });
});

describe('what a viewer may not know', () => {
  const hidden = (state: string, open: string) =>
    Array.from({ length: 150 }, (_, i) => dataset(`H${i}`, `公厕${i % 7}`, { state, open }));
  const answers = async (viewer: Viewer) => {
    server.asked.length = 0;
    await employ().vectors.catchUp();
    return { near: await near(viewer), check: await check(viewer) };
  };

  it('changes nothing of what he is answered: neither what is not opened for the public, nor drafts', async () => {
    const known = Array.from({ length: 60 }, (_, i) => dataset(`K${i}`, `卫生设施第${i}处`));
    await start(...GROUND, ...CATALOG, ...known);
    const publicly = await as(house, 'PUBLIC');
    const first = await answers(publicly);
    expect(first.near).toHaveLength(50);
    for (const more of [hidden('PUBLISHED', 'NONE'), hidden('DRAFT', 'UNCONDITIONAL')]) {
      await start(...GROUND, ...CATALOG, ...known, ...more);
      expect(await answers(publicly)).toEqual(first);
    }
  });

  it('is shown to who may know it: what is not opened, to the agencies of its own city', async () => {
    await employ().vectors.catchUp();
    const seen = async (viewer: Viewer) => ((await near(viewer)) ?? []).includes('Dataset:D6');
    expect(await seen(await as(house, 'CLERK', { organization: 'A1' }))).toBe(true);
    expect(await seen(await as(house, 'CLERK', { organization: 'B1' }))).toBe(false);
    expect(await seen(await as(house, 'PUBLIC'))).toBe(false);
  });

  it('stays hidden when it was open until a moment ago', async () => {
    await employ().vectors.catchUp();
    await save(contentOf(dataset('D1', '盥洗间位置', { open: 'NONE' })));
    expect(await near(await as(house, 'PUBLIC'))).not.toContain('Dataset:D1');
  });
});
