import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearsSignIn } from '../../src/server/guards.ts';
import { DEFAULT_LIMITS, type Limits, limitsFrom } from '../../src/server/limits.ts';
import { createFace, listen, type Serving } from '../../src/server/server.ts';
import { tokenOf } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { stage } from '../stage/stage.ts';
import { post, servingOf } from './face.ts';

const house = await stage();
beforeAll(() => loadCity(house));
const serving = (limits: Partial<Limits> = {}, more: Partial<Serving> = {}): Serving => ({
  ...servingOf(house).serving,
  limits: { ...DEFAULT_LIMITS, ...limits },
  ...more,
});
const repeat = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const deep = (levels: number) =>
  `{ node(id: "Organization:11530100KMX0000811") { ... on Organization { ${'parent { '.repeat(levels)} id ${'} '.repeat(levels)} } } }`;

/** Attack questions, each with a word of the answer that refuses it. */
const attacks: readonly (readonly [string, string, string])[] = [
  ['deep nesting', deep(60), 'levels'],
  [
    'deep nesting by fragments',
    `{ ...f0 } ${repeat(40, (i) => `fragment f${i} on Query { ...f${i + 1} }`)} fragment f40 on Query { __typename }`,
    'levels',
  ],
  ['a flood of aliases', `{ ${repeat(200, (i) => `a${i}: __typename`)} }`, 'aliases'],
  [
    'a flood of aliases of a walk',
    `{ ${repeat(40, (i) => `a${i}: lineage(of: "Dataset:FR01") { start }`)} }`,
    'aliases',
  ],
  ['a flood of directives', `{ __typename ${'@include(if: true) '.repeat(200)} }`, 'directives'],
  ['circular fragments', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a __typename }', 'itself'],
  [
    'a fragment that spreads itself within a field',
    'query { node(id: "x") { ...a } } fragment a on Node { id ...a }',
    'itself',
  ],
  [
    'fragments that double again and again',
    `{ ...f0 } ${repeat(8, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} lineage(of: "Dataset:FR01", maxVertices: 10000) { vertices { id name asset { name } } } }`)} fragment f8 on Query { __typename }`,
    'values to answer',
  ],
  [
    'huge lists in lists',
    '{ lineage(of: "Dataset:FR01", maxVertices: 10000) { vertices { id asset { id organization { id name } ... on Dataset { items { name share open } basis { citation } } } } edges { from to } } }',
    'values to answer',
  ],
  ['field duplication', `{ ${'__typename '.repeat(20_000)} }`, 'tokens'],
  ['a list of values without end', `{ node(id: "${'x'.repeat(300_000)}") { id } }`, 'larger than'],
  ['a hundred thousand brackets', `${'{a'.repeat(50_000)}`, 'tokens'],
];

describe('an attack by', () => {
  it.each(attacks)('%s is refused before anything is asked of the graph', async (_what, text, words) => {
    let statements = 0;
    const stop = house.graph.listen(() => statements++);
    const begun = performance.now();
    const { errors, data } = await post(serving(), text);
    stop();
    expect(errors?.map(({ message }) => message).join()).toContain(words);
    expect([data ?? null, statements]).toEqual([null, 0]);
    expect(performance.now() - begun, 'milliseconds').toBeLessThan(2_000);
  });

  it('numbers of a variable is refused as the same numbers in the question are', async () => {
    const text =
      'query ($n: Int!) { lineage(of: "Dataset:FR01", maxVertices: $n) { vertices { id name asset { id name organization { id name } } } } }';
    const { errors } = await post(serving({ cost: 50_000 }), text, { n: 10_000 });
    expect(errors?.[0]?.message).toContain('values to answer');
    expect((await post(serving({ cost: 50_000 }), text, { n: 10 })).errors).toBeUndefined();
  });

  it('batches is refused', async () => {
    const body = JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ __typename }' })));
    const response = await createFace(serving()).fetch('http://shuyuan/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('"data"');
  });

  it('a body that does not say how long it is, is refused when it becomes too long', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(65_536))),
    });
    const response = await createFace(serving()).fetch('http://shuyuan/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('a page of another site, which sends what needs no leave, is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await createFace(serving()).fetch('http://shuyuan/graphql', {
        method: 'POST',
        headers: { 'content-type': type, origin: 'https://elsewhere.test' },
        body: '{"query":"{ __typename }"}',
      });
      expect([type, response.status]).toEqual([type, 415]);
    }
  });
});

describe('others are served', () => {
  let server: Server;
  let base = '';
  beforeAll(async () => {
    const listening = await listen(serving(), { host: '127.0.0.1', port: 0 });
    server = listening.server;
    base = `http://127.0.0.1:${listening.port}/graphql`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const ask = (query: string) =>
    fetch(base, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

  it('while attacks of every kind come, a hundred at once', async () => {
    const flood = Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        ask(attacks[i % attacks.length]![1]).then(
          (response) => response.text(),
          () => '"errors"',
        ),
      ),
    );
    const begun = performance.now();
    const honest = await ask('{ node(id: "Dataset:FR01") { id } }');
    expect(await honest.json()).toEqual({ data: { node: { id: 'Dataset:FR01' } } });
    expect(performance.now() - begun, 'milliseconds').toBeLessThan(10_000);
    expect((await flood).filter((text) => !text.includes('"errors"') || text.includes('"data":{'))).toEqual([]);
  });

  it('while a client sends its request drop by drop', async () => {
    const { port } = new URL(base);
    const slow = connect(Number(port), '127.0.0.1');
    slow.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
    expect((await ask('{ __typename }')).status).toBe(200);
    slow.destroy();
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
  });
});

describe('requests a minute', () => {
  it('are counted for each client, who is told when to come again', async () => {
    const face = createFace(serving({ requests: 5 }));
    const from = (remoteAddress: string) =>
      face.fetch('http://shuyuan/graphql?query={__typename}', {}, { req: { socket: { remoteAddress } } } as never);
    for (let i = 0; i < 5; i++) expect((await from('10.0.0.1')).status).toBe(200);
    const refused = await from('10.0.0.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('10.0.0.2')).status).toBe(200);
  });
});

describe('the form of the API', () => {
  const INTROSPECTION = '{ __schema { types { name fields { name } } } }';
  const mayIntrospect = bearsSignIn;

  it('is not told to the public, also when the same question was answered to another just before', async () => {
    const face = createFace(serving({}, { mayIntrospect }));
    const ask = async (headers: Record<string, string>, query = INTROSPECTION) => {
      const response = await face.fetch('http://shuyuan/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return response.text();
    };
    const authorization = `Bearer ${await tokenOf(house, 'AUDITOR')}`;
    for (let round = 0; round < 2; round++) {
      expect(await ask({ authorization })).toContain('"__schema":{');
      expect(await ask({})).toContain('FORBIDDEN');
      expect(await ask({}, '{ __type(name: "Query") { name } }')).toContain('FORBIDDEN');
      expect(await ask({}, '{ ...a } fragment a on Query { x: __schema { types { name } } }')).toContain('FORBIDDEN');
      expect(await ask({}, '{ __typename }')).toContain('"Query"');
    }
  });

  it('is not told to the public by guesses at the right name', async () => {
    const { errors } = await post(serving({}, { mayIntrospect }), '{ lineag(of: "Dataset:FR01") { start } }');
    expect(errors?.[0]?.message).toContain('lineag');
    expect(errors?.[0]?.message).not.toContain('lineage');
    const told = await post(serving(), '{ lineag(of: "Dataset:FR01") { start } }');
    expect(told.errors?.[0]?.message).toContain('lineage');
  });
});

describe('every answer', () => {
  it('bears headers that keep browsers from guessing, framing and telling; no other site may read it', async () => {
    const ask = (headers: Record<string, string>, method = 'GET') =>
      createFace(serving()).fetch('http://shuyuan/graphql?query={__typename}', { method, headers });
    const { headers } = await ask({ origin: 'https://elsewhere.test', accept: 'application/json' });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await ask(
      { origin: 'https://elsewhere.test', 'access-control-request-method': 'POST' },
      'OPTIONS',
    );
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('that takes too long ends with TIME_LIMIT', async () => {
    const slow = {
      ...house,
      desk: () => ({ ...house.desk({} as never), graph: { ...house.graph, read: () => new Promise(() => undefined) } }),
    };
    const late = serving({ seconds: 1 }, { house: slow as never });
    const { errors } = await post(late, '{ node(id: "Dataset:FR01") { id } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('TIME_LIMIT');
  });
});

describe('questions known by name', () => {
  const operations = { texts: { one: '{ node(id: "Dataset:FR01") { id } }' }, only: true };
  const ask = async (body: object, only = true) => {
    const face = createFace(serving({}, { operations: { ...operations, only } }));
    const response = await face.fetch('http://shuyuan/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.text();
  };
  const known = { extensions: { persistedQuery: { version: 1, sha256Hash: 'one' } } };

  it('are answered by their key, and others refused where nothing else may be asked', async () => {
    expect(await ask(known)).toContain('Dataset:FR01');
    expect(await ask({ query: '{ __typename }' })).not.toContain('"data":{');
    expect(await ask({ query: '{ __typename }' }, false)).toContain('"data":{');
  });
});

describe('limits', () => {
  it('come from the environment, each by its name', () => {
    expect(limitsFrom({})).toEqual(DEFAULT_LIMITS);
    expect(limitsFrom({ SHUYUAN_LIMIT_DEPTH: '7', SHUYUAN_LIMIT_REQUESTS: '' })).toEqual({
      ...DEFAULT_LIMITS,
      depth: 7,
    });
    expect(() => limitsFrom({ SHUYUAN_LIMIT_COST: '-1' })).toThrow('SHUYUAN_LIMIT_COST');
  });
});
