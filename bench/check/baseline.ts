/** The naive way for comparison: character 1–3-gram TF-IDF on plain titles, cosine. */
export class NaiveIndex {
  readonly #df = new Map<string, number>();
  readonly #rows: { id: string; grams: Map<string, number> }[] = [];
  readonly #vectors = new Map<string, Map<string, number>>();

  constructor(titles: readonly { readonly id: string; readonly title: string }[]) {
    for (const { id, title } of titles) {
      const grams = gramsOf(title);
      this.#rows.push({ id, grams });
      for (const gram of grams.keys()) this.#df.set(gram, (this.#df.get(gram) ?? 0) + 1);
    }
    for (const { id, grams } of this.#rows) this.#vectors.set(id, this.#unit(grams));
  }

  /** Ids with cosines, best first. */
  ask(title: string, without: ReadonlySet<string>): { id: string; score: number }[] {
    const query = this.#unit(gramsOf(title));
    const found: { id: string; score: number }[] = [];
    for (const [id, vector] of this.#vectors) {
      if (without.has(id)) continue;
      let score = 0;
      for (const [gram, weight] of query) score += weight * (vector.get(gram) ?? 0);
      if (score > 0) found.push({ id, score });
    }
    return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  #unit(grams: ReadonlyMap<string, number>): Map<string, number> {
    const total = this.#rows.length;
    const vector = new Map(
      [...grams].map(([gram, tf]) => [gram, tf * (Math.log((1 + total) / (1 + (this.#df.get(gram) ?? 0))) + 1)]),
    );
    const norm = Math.hypot(...vector.values()) || 1;
    for (const [gram, weight] of vector) vector.set(gram, weight / norm);
    return vector;
  }
}

function gramsOf(title: string): Map<string, number> {
  const grams = new Map<string, number>();
  for (let n = 1; n <= 3; n++)
    for (let i = 0; i + n <= title.length; i++)
      grams.set(title.slice(i, i + n), (grams.get(title.slice(i, i + n)) ?? 0) + 1);
  return grams;
}

/** Dice measure of title bigrams, for pairs. */
export function bigramDice(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size || 1);
}
