import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { EmbeddingAddress } from '../../src/collection/embedding.ts';

/** What a question to the endpoint says. */
export interface Asked {
  readonly model: string;
  readonly input: readonly string[];
  readonly dimensions?: number;
  readonly authorization: string | undefined;
}

/** How the endpoint behaves; changed while it runs. */
export interface Behavior {
  dimension: number;
  /** Words that mean what another word means. */
  meanings: Readonly<Record<string, string>>;
  /** Answers in its own way; true: it did. */
  answer: ((asked: Asked, response: ServerResponse) => boolean) | null;
}

/** A small embeddings endpoint of OpenAI's form over real HTTP: pairs of characters, hashed, after words of one meaning were made one. */
export async function embeddingServer(behavior: Partial<Behavior> = {}) {
  const now: Behavior = { dimension: 64, meanings: {}, answer: null, ...behavior };
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()) as Buffer[];
    const question: Asked = {
      ...(JSON.parse(Buffer.concat(body).toString()) as Omit<Asked, 'authorization'>),
      authorization: request.headers.authorization,
    };
    asked.push(question);
    if (request.url !== '/v1/embeddings') response.writeHead(404).end();
    else if (!now.answer?.(question, response)) response.end(JSON.stringify(answerTo(question, now)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  afterAll(close);
  const { port } = server.address() as AddressInfo;
  const address = (more: Partial<EmbeddingAddress> = {}): EmbeddingAddress => ({
    url: new URL(`http://127.0.0.1:${port}/v1/embeddings`),
    model: 'pairs',
    dimension: now.dimension,
    key: null,
    ...more,
  });
  return { now, asked, address, close, titles: () => asked.flatMap(({ input }) => input) };
}

/** What an endpoint in good order answers. */
export function answerTo({ input }: Pick<Asked, 'input'>, { dimension, meanings }: Omit<Behavior, 'answer'>) {
  return {
    object: 'list',
    data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text, dimension, meanings) })),
  };
}

function vectorOf(text: string, dimension: number, meanings: Readonly<Record<string, string>>): number[] {
  const meant = Object.entries(meanings).reduce((now, [word, meaning]) => now.replaceAll(word, meaning), text);
  const vector = new Array<number>(dimension).fill(0);
  for (let i = 0; i < meant.length; i++)
    for (const part of [meant.slice(i, i + 1), meant.slice(i, i + 2)]) {
      const at = [...part].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) % 99_991, 7) % dimension;
      vector[at]! += 1;
    }
  return vector;
}
