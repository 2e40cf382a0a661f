import { describe, expect, it } from 'vitest';
import { Embedder, EmbeddingFailure } from '../../src/collection/embedder.ts';
import { embeddingsFrom, textOf, vectorsIn } from '../../src/collection/embedding.ts';
import { fuseRanks } from '../../src/collection/fusion.ts';
import { reshelve } from '../../src/collection/title-shelf.ts';
import { answerTo, embeddingServer } from './embedding-server.ts';

const said = (more: Record<string, string>) => ({ SHUYUAN_EMBEDDINGS_MODEL: 'm', ...more });
const named = (url: string) => embeddingsFrom(said({ SHUYUAN_EMBEDDINGS_URL: url }))?.url.href;

describe('what the environment says of an endpoint', () => {
  it('is nothing without an address', () => {
    expect(embeddingsFrom({})).toBeNull();
    expect(embeddingsFrom(said({ SHUYUAN_EMBEDDINGS_URL: ' ' }))).toBeNull();
  });

  it('is the address of the endpoint, of its version, or of the server', () => {
    expect(named('http://h:1')).toBe('http://h:1/v1/embeddings');
    expect(named('https://h/v1/')).toBe('https://h/v1/embeddings');
    expect(named('https://h/openai/v3/embeddings?api-version=1')).toBe('https://h/openai/v3/embeddings?api-version=1');
  });

  it('names the variable that is wrong', () => {
    const url = { SHUYUAN_EMBEDDINGS_URL: 'http://h' };
    expect(() => embeddingsFrom(url)).toThrow(/SHUYUAN_EMBEDDINGS_MODEL/);
    for (const wrong of ['0', '5000', '1.5', 'x'])
      expect(() => embeddingsFrom(said({ ...url, SHUYUAN_EMBEDDINGS_DIMENSION: wrong }))).toThrow(/_DIMENSION/);
    for (const wrong of ['file:///x', 'h:1', 'http://user:secret@h'])
      expect(() => named(wrong)).toThrow(/^(?!.*secret).*_URL/);
  });
});

describe('an answer of the endpoint', () => {
  const of = (...embeddings: unknown[]) => ({ data: embeddings.map((embedding) => ({ embedding })) });

  it('gives vectors of length one in the order of the texts', () => {
    expect(vectorsIn(of([3, 4], [0, 2]), 2, 2)).toEqual([
      [0.6, 0.8],
      [0, 1],
    ]);
    const turned = { data: [1, 0].map((index) => ({ index, embedding: [index, 1 - index] })) };
    expect(vectorsIn(turned, 2, null)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it.each([
    ['of another form', { vectors: [[1]] }],
    ['of no form', null],
    ['with one too few', of([1, 0])],
    ['with one twice', { data: [0, 0].map((index) => ({ index, embedding: [1, 0] })) }],
    ['with one of another length', of([1, 0], [1, 0, 0])],
    ['with one without direction', of([1, 0], [0, 0])],
    ['with words for numbers', of([1, 0], ['1', '0'])],
    ['with numbers that are none', of([1, 0], [null, 1])],
    ['beyond all measure', of([1, 0], [Number.POSITIVE_INFINITY, 1])],
  ])('%s is none', (_what, answer) => {
    expect(vectorsIn(answer, 2, 2)).toBeNull();
  });
});

it('of a title no more is sent than a model reads', () => {
  expect(textOf(` ${'数'.repeat(300)}`)).toBe('数'.repeat(256));
});

describe('fusing by rank', () => {
  it('puts first what several sources put high, and of equals the first id', () => {
    expect(
      fuseRanks(
        [
          ['a', 'b', 'c'],
          ['d', 'b'],
        ],
        9,
      ),
    ).toEqual(['b', 'a', 'd', 'c']);
  });

  it('leaves a single ranking as it is, and cuts', () => {
    expect(fuseRanks([['b', 'a', 'c'], []], 2)).toEqual(['b', 'a']);
  });
});

describe('putting vectors on their shelves', () => {
  const wanted = new Map([['D1', { title: '水库', shelf: 'S1' }]]);
  const held = (title: string, shelf: string) => [{ dataset: 'D1', title, shelf }];

  it('leaves what stands where it should', () => {
    expect(reshelve(wanted, held('水库', 'S1'), new Set(['S1']))).toEqual({
      discard: [],
      move: [],
      missing: new Map(),
    });
  });

  it('moves what only lies elsewhere now', () => {
    const { discard, move, missing } = reshelve(wanted, held('水库', 'S2'), new Set(['S1', 'S2']));
    expect([discard, move, missing.size]).toEqual([[], [{ dataset: 'D1', from: 'S2', to: 'S1' }], 0]);
  });

  it.each([
    ['another title', held('桥梁', 'S1'), new Set(['S1'])],
    ['another model', held('水库', 'S0'), new Set(['S1'])],
  ])('makes it anew for %s', (_why, there, ours) => {
    expect(reshelve(wanted, there, ours)).toEqual({ discard: ['D1'], move: [], missing: wanted });
  });

  it('discards what is no longer searched', () => {
    expect(reshelve(new Map(), held('水库', 'S1'), new Set(['S1'])).discard).toEqual(['D1']);
  });
});

describe('the endpoint', async () => {
  const server = await embeddingServer();

  it('is told the key and the model, and of the length of vectors only when they come in another', async () => {
    const vectors = await new Embedder(server.address({ key: 'k', model: 'm' })).ofTitles(['水库']);
    expect(vectors[0]).toHaveLength(64);
    expect(server.asked.at(-1)).toMatchObject({ authorization: 'Bearer k', model: 'm', input: ['水库'] });
    expect(server.asked.at(-1)).not.toHaveProperty('dimensions');
    server.now.answer = (asked, response) => {
      const dimension = asked.dimensions ?? 64;
      response.end(JSON.stringify(answerTo(asked, { dimension, meanings: {} })));
      return true;
    };
    const shorter = new Embedder(server.address({ dimension: 16 }));
    expect((await shorter.ofTitles(['水库']))[0]).toHaveLength(16);
    const before = server.asked.length;
    expect((await shorter.ofTitles(['桥梁']))[0]).toHaveLength(16);
    expect(server.asked.length).toBe(before + 1);
    server.now.answer = null;
  });

  it('may leave it open how long vectors are', async () => {
    expect(await new Embedder(server.address({ dimension: null })).dimension()).toBe(64);
  });

  it('is not asked twice for the same question', async () => {
    const embedder = new Embedder(server.address());
    const before = server.asked.length;
    const [one, two] = await Promise.all([embedder.ofQuestion('水库'), embedder.ofQuestion('水库')]);
    expect(one).toEqual(two);
    expect(await embedder.ofQuestion('水库')).toEqual(one);
    expect(server.asked.length).toBe(before + 1);
  });

  it('that is away is not asked again by the next question', async () => {
    server.now.answer = (_asked, response) => {
      response.writeHead(500).end();
      return true;
    };
    const embedder = new Embedder(server.address());
    const before = server.asked.length;
    expect(await embedder.ofQuestion('水库')).toBeNull();
    expect(await embedder.ofQuestion('桥梁')).toBeNull();
    expect(server.asked.length).toBe(before + 1);
    server.now.answer = null;
  });

  it('is tried again for titles, unless it is the titles', async () => {
    let refusals = 1;
    const refuseWith = (status: number) => () => {
      server.now.answer = (_asked, response) => {
        if (refusals-- <= 0) return false;
        response.writeHead(status).end();
        return true;
      };
    };
    refuseWith(503)();
    expect(await new Embedder(server.address()).ofTitles(['水库'])).toHaveLength(1);
    refusals = 1;
    refuseWith(400)();
    const trying = new Embedder(server.address()).ofTitles(['水库']);
    await expect(trying).rejects.toThrow(EmbeddingFailure);
    await expect(trying).rejects.toMatchObject({ isOfTexts: true });
    server.now.answer = null;
  });

  it('cannot send the key elsewhere', async () => {
    const other = await embeddingServer();
    server.now.answer = (_asked, response) => {
      response.writeHead(307, { location: other.address().url.href }).end();
      return true;
    };
    expect(await new Embedder(server.address({ key: 'k' })).ofQuestion('水库')).toBeNull();
    expect(other.asked).toEqual([]);
    server.now.answer = null;
  });
});
