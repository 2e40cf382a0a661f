import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Embedder } from '../../src/collection/embedder.ts';
import type { EmbeddingAddress, Vector } from '../../src/collection/embedding.ts';
import type { Sources } from './requests.ts';

const BATCH = 64;

/** Titles as vectors, by the product's own way to an endpoint, kept in a cache file (JSON lines) so that a second run asks nothing. */
export class Embeddings {
  readonly #vectors = new Map<string, Float32Array>();
  readonly #embedder: Embedder;
  readonly #cache: string;

  constructor(address: EmbeddingAddress, cache: string) {
    this.#embedder = new Embedder(address);
    this.#cache = cache;
    if (!existsSync(cache)) return;
    for (const line of readFileSync(cache, 'utf8').split('\n')) {
      // A run that was stopped leaves half a line.
      if (!line.endsWith('}')) continue;
      const { title, vector } = JSON.parse(line) as { title: string; vector: Vector };
      this.#vectors.set(title, Float32Array.from(vector));
    }
  }

  /** Asks for the titles that are not known yet. */
  async load(titles: Iterable<string>): Promise<void> {
    const missing = [...new Set(titles)].filter((title) => !this.#vectors.has(title));
    for (let at = 0; at < missing.length; at += BATCH) {
      const input = missing.slice(at, at + BATCH);
      for (const [i, numbers] of (await this.#embedder.ofTitles(input)).entries()) {
        const vector = numbers.map((value) => Math.round(value * 1e4) / 1e4);
        this.#vectors.set(input[i]!, Float32Array.from(vector));
        appendFileSync(this.#cache, `${JSON.stringify({ title: input[i], vector })}\n`);
      }
    }
  }

  /** Cosine of two titles. */
  cosine(a: string, b: string): number {
    const [left, right] = [this.#vectors.get(a)!, this.#vectors.get(b)!];
    let dot = 0;
    for (let i = 0; i < left.length; i++) dot += left[i]! * right[i]!;
    return dot;
  }

  /**
   * Likeness of two titles, 0 to 1, given the mean cosine of unlike ones: models differ in where that lies, and some put everything
   * between .7 and 1.
   */
  likeness(a: string, b: string, unlike: number): number {
    return Math.max(0, Math.min(1, (this.cosine(a, b) - unlike) / (1 - unlike)));
  }

  /** Mean cosine of titles drawn by a fixed stride: of a catalog's titles hardly two are alike. */
  meanCosine(titles: readonly string[]): number {
    const turns = 4_000;
    let sum = 0;
    for (let i = 0; i < turns; i++)
      sum += this.cosine(titles[(i * 7_919) % titles.length]!, titles[(i * 104_729 + 13) % titles.length]!);
    return sum / turns;
  }

  /** For requests: nearest titles within a catalog, and likeness where it is to be judged by. */
  sources(
    catalogs: ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]>,
    unlike: number | null,
  ): Sources {
    return {
      liken: unlike === null ? null : (asked, found) => this.likeness(asked, found, unlike),
      nearest: (catalog, asked, limit, without) =>
        (catalogs.get(catalog) ?? [])
          .filter(({ id }) => !without.includes(id))
          .map(({ id, title }) => ({ id, score: this.cosine(asked, title) }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, limit)
          .map(({ id }) => id),
    };
  }
}
