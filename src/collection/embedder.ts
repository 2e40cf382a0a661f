import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../graph/graph.service.ts';
import { type EmbeddingAddress, textOf, type Vector, vectorsIn } from './embedding.ts';

/** That texts could not be made into vectors. */
export class EmbeddingFailure extends Error {
  /** True when the endpoint is there and will not have these texts; false when another try may do. */
  readonly isOfTexts: boolean;
  constructor(message: string, isOfTexts: boolean) {
    super(message);
    this.isOfTexts = isOfTexts;
  }
}

/** Answers that say that it is the texts: bad request, too large, not to be processed. */
const OF_TEXTS = new Set([400, 413, 422]);
/** A question waits so long for its vector, milliseconds. */
const QUESTION_MS = 800;
const BATCH_MS = 30_000;
const TRIES = 2;
/** A number of JSON has some 20 characters. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_QUESTIONS_KEPT = 500;
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

const embedders = new WeakMap<Graph, Embedder>();

/** From now on checks over a graph also ask by meaning, with the vectors of an endpoint. */
export function employEmbedder(graph: Graph, address: EmbeddingAddress): Embedder {
  const embedder = new Embedder(address);
  embedders.set(graph, embedder);
  return embedder;
}

/** Who makes vectors for checks over a graph; null: nobody is configured. */
export function embedderOf(graph: Graph): Embedder | null {
  return embedders.get(graph) ?? null;
}

/** Makes texts into vectors by an endpoint that may be away, slow or wrong. */
export class Embedder {
  readonly model: string;
  readonly #address: EmbeddingAddress;
  /** Whether the endpoint must be told how long vectors are to be. */
  #saysLength = false;
  readonly #questions = new Map<string, Promise<Vector>>();
  #pauseMs = 0;
  #resumesAt = 0;

  constructor(address: EmbeddingAddress) {
    this.model = address.model;
    this.#address = address;
  }

  /** Length of the vectors, asked for where it is not configured. Throws `EmbeddingFailure`. */
  async dimension(signal?: AbortSignal): Promise<number> {
    return this.#address.dimension ?? (await this.ofTitles(['数据'], signal))[0]!.length;
  }

  /** The vector of a question's title, or null when it is not to be had in the time of a question. Never throws. */
  async ofQuestion(title: string): Promise<Vector | null> {
    const text = textOf(title);
    const known = this.#questions.get(text);
    if (known === undefined && performance.now() < this.#resumesAt) return null;
    const asking = known ?? this.#ask([text], AbortSignal.timeout(QUESTION_MS)).then(([vector]) => vector!);
    if (known === undefined) this.#keep(text, asking);
    try {
      const vector = await asking;
      this.#pauseMs = 0;
      return vector;
    } catch {
      // Who is away is not asked again at once: each question would wait for nothing.
      this.#questions.delete(text);
      if (performance.now() >= this.#resumesAt) {
        this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, 2 * this.#pauseMs));
        this.#resumesAt = performance.now() + this.#pauseMs;
      }
      return null;
    }
  }

  /** The vectors of titles, tried a few times. Throws `EmbeddingFailure`. */
  async ofTitles(titles: readonly string[], signal?: AbortSignal): Promise<Vector[]> {
    for (let attempt = 1; ; attempt++) {
      const limit = AbortSignal.timeout(BATCH_MS);
      try {
        return await this.#ask(titles.map(textOf), signal ? AbortSignal.any([signal, limit]) : limit);
      } catch (error) {
        if (!(error instanceof EmbeddingFailure) || error.isOfTexts || attempt === TRIES || signal?.aborted)
          throw error;
      }
      await sleep(SHORTEST_PAUSE_MS * 2 ** (attempt - 1), undefined, { signal }).catch(() => undefined);
    }
  }

  #keep(text: string, asking: Promise<Vector>): void {
    this.#questions.set(text, asking);
    const [oldest] = this.#questions.keys();
    if (this.#questions.size > MOST_QUESTIONS_KEPT) this.#questions.delete(oldest!);
  }

  async #ask(input: readonly string[], signal: AbortSignal): Promise<Vector[]> {
    const { dimension } = this.#address;
    const answer = await this.#post(input, this.#saysLength, signal);
    const vectors = vectorsIn(answer, input.length, dimension);
    if (vectors !== null) return vectors;
    const isOfAnyLength = dimension !== null && !this.#saysLength && vectorsIn(answer, input.length, null) !== null;
    const shortened = isOfAnyLength ? vectorsIn(await this.#post(input, true, signal), input.length, dimension) : null;
    if (shortened === null) throw new EmbeddingFailure(`no ${input.length} vectors of length ${dimension}`, false);
    this.#saysLength = true;
    return shortened;
  }

  async #post(input: readonly string[], saysLength: boolean, signal: AbortSignal): Promise<unknown> {
    const { url, model, dimension, key } = this.#address;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({
          model,
          input,
          encoding_format: 'float',
          ...(saysLength ? { dimensions: dimension } : {}),
        }),
        signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new EmbeddingFailure(`answered ${response.status}`, OF_TEXTS.has(response.status));
      }
      return JSON.parse(await textOfAnswer(response));
    } catch (error) {
      if (error instanceof EmbeddingFailure) throw error;
      throw new EmbeddingFailure(error instanceof Error ? `${error.name}: ${error.message}` : String(error), false);
    }
  }
}

/** What an answer says; no more than could be vectors. */
async function textOfAnswer({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new EmbeddingFailure('the answer has no end', false);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
