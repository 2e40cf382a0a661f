/** How many of a kind of record came to what. */
export interface Count {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Counts by the bundle's word for the kind, `dataset`, `flow` … */
export class Counts {
  readonly byKind = new Map<string, { created: number; updated: number; unchanged: number }>();

  add(kind: string, what: keyof Count, number: number): void {
    const count = this.byKind.get(kind) ?? { created: 0, updated: 0, unchanged: 0 };
    count[what] += number;
    this.byKind.set(kind, count);
  }

  /** One that was counted as unchanged turned out not to be. */
  move(kind: string, to: 'created' | 'updated'): void {
    this.add(kind, 'unchanged', -1);
    this.add(kind, to, 1);
  }

  get changed(): boolean {
    return [...this.byKind.values()].some(({ created, updated }) => created + updated > 0);
  }

  toJSON(): Record<string, Count> {
    return Object.fromEntries([...this.byKind].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
