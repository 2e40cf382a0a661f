import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Liken, Nearest } from './requests.ts';

const BATCH = 32;

/** Titles as vectors from an OpenAI-compatible endpoint, kept in a cache file (JSON lines) so that a second run asks nothing. */
export class Embeddings {
  readonly #vectors = new Map<string, Float32Array>();
  readonly #url: string;
  readonly #cache: string;

  constructor(url: string, cache: string) {
    this.#url = url;
    this.#cache = cache;
    if (!existsSync(cache)) return;
    for (const line of readFileSync(cache, 'utf8')
      .split('\n')
      .filter((one) => one !== '')) {
      const { title, vector } = JSON.parse(line) as { title: string; vector: number[] };
      this.#vectors.set(title, Float32Array.from(vector));
    }
  }

  /** Asks for the titles that are not known yet. */
  async load(titles: Iterable<string>): Promise<void> {
    const missing = [...new Set(titles)].filter((title) => !this.#vectors.has(title));
    for (let at = 0; at < missing.length; at += BATCH) {
      const input = missing.slice(at, at + BATCH);
      const answer = await fetch(`${this.#url}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'e5', input }),
      });
      if (!answer.ok) throw new Error(`embeddings: ${answer.status} ${await answer.text()}`);
      const { data } = (await answer.json()) as { data: { embedding: number[] }[] };
      for (const [i, { embedding }] of data.entries()) {
        const vector = embedding.map((value) => Math.round(value * 1e4) / 1e4);
        this.#vectors.set(input[i] ?? '', Float32Array.from(vector));
        appendFileSync(this.#cache, `${JSON.stringify({ title: input[i], vector })}\n`);
      }
    }
  }

  /** Cosine of two titles (vectors come normalized), stretched: this family of models puts everything between .7 and 1. */
  likeness(a: string, b: string): number | null {
    const [left, right] = [this.#vectors.get(a), this.#vectors.get(b)];
    if (!left || !right) return null;
    let dot = 0;
    for (let i = 0; i < left.length; i++) dot += (left[i] ?? 0) * (right[i] ?? 0);
    return Math.max(0, Math.min(1, (dot - 0.75) / 0.25));
  }

  /** For requests: likeness and nearest titles within a catalog. */
  sources(catalogs: ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]>): {
    liken: Liken;
    nearest: Nearest;
  } {
    return {
      liken: (_catalog, asked, found) => this.likeness(asked, found),
      nearest: (catalog, asked, limit) =>
        (catalogs.get(catalog) ?? [])
          .map(({ id, title }) => ({ id, score: this.likeness(asked, title) ?? 0 }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, limit)
          .map(({ id }) => id),
    };
  }
}
