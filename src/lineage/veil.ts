import type { Edge } from './answer.ts';
import type { Reached } from './walk.ts';

/** A vertex that a walk reached, with an opaque id when the viewer may not see what it is. */
export interface Sighted extends Reached {
  readonly veil: string | null;
}

/**
 * Ids as one answer shows them 遮蔽: a hidden vertex goes by an opaque id that is good for this answer only, and everything is
 * ordered, limited and joined by the shown ids.
 */
export class Veil {
  readonly #shown = new Map<string, string>();
  readonly #real = new Map<string, string>();

  /** Takes up what a walk reached, under the ids that are shown; a vertex that two walks reached keeps its first one. */
  learn(rows: readonly Sighted[]): Reached[] {
    return rows.map(({ id, distance, veil }) => {
      if (veil !== null && !this.#shown.has(id)) {
        this.#shown.set(id, veil);
        this.#real.set(veil, id);
      }
      return { id: this.shown(id), distance };
    });
  }

  /** The id that is shown of a vertex. */
  shown(id: string): string {
    return this.#shown.get(id) ?? id;
  }

  /** The vertex behind a shown id. */
  real(shown: string): string {
    return this.#real.get(shown) ?? shown;
  }

  /** Whether a shown id stands for a hidden vertex. */
  hides(shown: string): boolean {
    return this.#real.has(shown);
  }

  /** Flows between shown vertices. At a hidden end nothing is told of who says so and why, and assertions merge. */
  cover(edges: readonly Edge[]): Edge[] {
    const covered: Edge[] = [];
    const merged = new Map<string, Edge>();
    for (const edge of edges) {
      const shown = { ...edge, from: this.shown(edge.from), to: this.shown(edge.to) };
      if (!this.hides(shown.from) && !this.hides(shown.to)) {
        covered.push(shown);
        continue;
      }
      const place = JSON.stringify([shown.from, shown.to, shown.kind]);
      const known = merged.get(place);
      merged.set(place, known === undefined ? bare(shown) : join(known, shown));
    }
    return [...covered, ...merged.values()];
  }
}

function bare(edge: Edge): Edge {
  return { ...edge, assertedBy: 'hidden', evidence: null, transform: null };
}

/** The first of both in force, for as long and since as early as either says. */
function join(a: Edge, b: Edge): Edge {
  return {
    ...a,
    validFrom: Math.min(a.validFrom, b.validFrom),
    validTo: a.validTo === null || b.validTo === null ? null : Math.max(a.validTo, b.validTo),
    recordedAt: Math.min(a.recordedAt, b.recordedAt),
    count: a.count + b.count,
  };
}
