import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { QUESTIONS } from '../../src/server/graphiql.ts';
import { createFace, listen, type Serving } from '../../src/server/server.ts';
import { tokenOf } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { post as postAs, servingOf } from './face.ts';

let house: House;
let token: string;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
  token = await tokenOf(house, 'AUDITOR');
});

/** Asks as an auditor, who sees all. */
const post = (serving: Serving, text: string, variables = {}) => postAs(serving, text, variables, { token });

const LINEAGE = 'query ($of: ID!) { lineage(of: $of, direction: UPSTREAM) { start complete } }';

/** Does something while a load is under way. */
async function duringLoad<T>(work: () => Promise<T>): Promise<T> {
  await query("MATCH (r:Registry) SET r.loading = 'a load of the test'");
  return work().finally(() => query('MATCH (r:Registry) SET r.loading = null'));
}

describe('an error', () => {
  it('is NOT_FOUND for an asset that is not there', async () => {
    const { status, errors } = await post(servingOf(house).serving, LINEAGE, { of: 'Dataset:none' });
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([200, 'NOT_FOUND']);
    expect(errors?.[0]?.message).toContain('Dataset:none');
  });

  it.each([
    ['an item at another grain', '{ lineage(of: "Item:Dataset:FR01#企业名称") { start } }'],
    ['too many paths', '{ lineagePaths(from: "Dataset:FR01", to: "Dataset:FR02", k: 51) { outcome } }'],
    ['too many vertices', '{ lineage(of: "Dataset:FR01", maxVertices: 10001) { start } }'],
    ['a negative depth', '{ lineage(of: "Dataset:FR01", depth: -1) { start } }'],
    ['a moment that is none', '{ impact(of: "Dataset:FR01", asOf: "2026-13-01") { total } }'],
    ['a moment without offset', '{ impact(of: "Dataset:FR01", asOf: "2026-01-01T10:00:00") { total } }'],
  ])('is BAD_INPUT for %s', async (_what, text) => {
    const { errors } = await post(servingOf(house).serving, text);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_INPUT']);
  });

  it('is BAD_INPUT for a moment that is none in a variable too', async () => {
    const text = 'query ($at: DateTime) { impact(of: "Dataset:FR01", asOf: $at) { total } }';
    const { data, errors } = await post(servingOf(house).serving, text, { at: 'yesterday' });
    expect(data?.['impact']).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_INPUT']);
  });

  it('is UNAVAILABLE with status 503 while a load is under way, and over with it', async () => {
    const { serving } = servingOf(house);
    const { status, errors } = await duringLoad(() => post(serving, LINEAGE, { of: 'Dataset:FR01' }));
    expect([status, errors?.[0]?.extensions?.['code']]).toEqual([503, 'UNAVAILABLE']);
    expect((await post(serving, LINEAGE, { of: 'Dataset:FR01' })).status).toBe(200);
  });

  it('that nobody foresaw is masked: an id for the log, no word of what happened', async () => {
    const broken: House = {
      ...house,
      desk: (viewer) => ({
        ...house.desk(viewer),
        graph: { ...house.graph, read: () => Promise.reject(new Error('the secret cause')) },
      }),
    };
    const { serving, lines } = servingOf(broken);
    const { status, text, errors } = await post(serving, LINEAGE, { of: 'Dataset:FR01' });
    const id = errors?.[0]?.extensions?.['id'];
    expect([status, errors?.[0]?.message]).toEqual([500, 'Unexpected error.']);
    expect(text).not.toMatch(/secret|stack|\.ts:/);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.filter((line) => line.includes(String(id)) && line.includes('the secret cause'))).toHaveLength(1);
  });

  it('of a question that is no GraphQL is told as it is', async () => {
    const { errors } = await post(servingOf(house).serving, '{ nonsense }');
    expect(errors?.[0]?.message).toContain('nonsense');
    expect(errors?.[0]?.message).not.toContain('Unexpected');
  });
});

describe('days and moments', () => {
  it('take a bare day for its first instant in China', async () => {
    const text =
      'query ($at: DateTime) { lineage(of: "Dataset:FR01", direction: UPSTREAM, asOf: $at) { edges { from validFrom } } }';
    const at = (moment: string) => post(servingOf(house).serving, text, { at: moment });
    const [day, moment, zulu] = [
      await at('2026-01-01'),
      await at('2026-01-01T00:00:00+08:00'),
      await at('2025-12-31T16:00:00Z'),
    ];
    expect(day.errors).toBeUndefined();
    expect(moment.data).toEqual(day.data);
    expect(zulu.data).toEqual(day.data);
  });

  it('are written in China’s time, days as days', async () => {
    const text = `{ lineage(of: "Dataset:FR01", direction: UPSTREAM) { edges { validFrom recordedAt } }
      node(id: "Dataset:FR01") { ... on Dataset { publishedOn } } }`;
    const { data } = await post(servingOf(house).serving, text);
    const { edges } = data!['lineage'] as { edges: { validFrom: string; recordedAt: string }[] };
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) expect(edge.validFrom).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+08:00$/);
    expect((data!['node'] as { publishedOn: string | null }).publishedOn ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('the page for people', () => {
  it('comes whole from this server, with three questions', async () => {
    const response = await createFace(servingOf(house).serving).fetch('http://shuyuan/graphql', {
      headers: { accept: 'text/html' },
    });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('数源 Shuyuan');
    const loads =
      /(?:src|href|action)\s*=\s*["'](?:https?:)?\/\/[^"']+|@import\s+["'](?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/[^)]+|import\(\s*["']https?:[^"']+/g;
    const found = page.replace(/<script[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1));
    expect([...found.matchAll(loads)].map(([load]) => load)).toEqual([]);
    expect(QUESTIONS).toHaveLength(3);
  });

  it.each(QUESTIONS)('has the question $title, which the demo city answers', async ({ query: text }) => {
    const { status, errors } = await post(servingOf(house).serving, text);
    expect([status, errors]).toEqual([200, undefined]);
  });
});

describe('an answer', () => {
  it('never mixes two states of the registry: what was loaded between two readings is in all of it', async () => {
    const [line = ''] = readFileSync('seed/kunming/datasets.jsonl', 'utf8').split('\n');
    const dataset = JSON.parse(line) as { key: string; title: string };
    const file = join(mkdtempSync(join(tmpdir(), 'shuyuan-')), 'changed.jsonl');
    writeFileSync(file, JSON.stringify({ ...dataset, title: '中途更名的数据集' }));
    let loads = 0;
    const moving: House = {
      ...house,
      desk: (viewer) => ({
        ...house.desk(viewer),
        graph: {
          ...house.graph,
          read: async (work, body) => {
            if (work.name === 'records' && loads++ === 0) await loadBundle(house, [file]);
            return house.graph.read(work, body);
          },
        },
      }),
    };
    const text = `{ lineage(of: "Dataset:${dataset.key}", depth: 0) { vertices { name asset { name } } } }`;
    const { data } = await post(servingOf(moving).serving, text);
    expect(loads).toBeGreaterThan(1);
    expect(data?.['lineage']).toEqual({
      vertices: [{ name: '中途更名的数据集', asset: { name: '中途更名的数据集' } }],
    });
  });
});

describe('health, on a real port', () => {
  let base = '';
  let stop = () => Promise.resolve();
  beforeAll(async () => {
    const { server, port } = await listen(servingOf(house).serving, { host: '127.0.0.1', port: 0 });
    base = `http://127.0.0.1:${port}`;
    stop = () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    };
  });
  afterAll(() => stop());
  const get = async (path: string) => {
    const response = await fetch(`${base}${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('is live', async () => {
    expect(await get('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
  });

  it('is ready, and says which generation it reads', async () => {
    const { status, body } = await get('/health/ready');
    expect([status, body['status'], typeof body['generation']]).toEqual([200, 'ready', 'number']);
  });

  it('is not ready while a load is under way, though live', async () => {
    const [ready, live] = await duringLoad(async () => [await get('/health/ready'), await get('/health/live')]);
    expect([ready!.status, live!.status]).toEqual([503, 200]);
    expect(ready!.body['reason']).toContain('A load is under way');
  });

  it('knows no other address', async () => {
    expect((await get('/health/other')).status).toBe(404);
  });

  it('answers questions beside it', async () => {
    const response = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ node(id: "Dataset:FR01") { id } }' }),
    });
    expect(await response.json()).toEqual({ data: { node: { id: 'Dataset:FR01' } } });
  });
});
