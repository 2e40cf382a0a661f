/** A record that is to be put in order: by its digest, after those it names. */
export interface Ordered {
  readonly digest: string;
  readonly previous: readonly string[];
}

/**
 * The order in which records are sealed 封存顺序: as given, but none before one that it names as previous. Those that name, at
 * first or second hand, one that waits outside are left for the next time.
 */
export function sealOrder<One extends Ordered>(given: readonly One[], outside: ReadonlySet<string>): One[] {
  const byDigest = new Map(given.map((one) => [one.digest, one]));
  const state = new Map<string, 'OPEN' | 'TAKEN' | 'LEFT'>();
  const order: One[] = [];
  for (const start of given) {
    const stack = [start];
    while (stack.length > 0) {
      const one = stack.at(-1)!;
      const known = state.get(one.digest);
      const next = known === undefined ? one.previous.flatMap((digest) => byDigest.get(digest) ?? []) : [];
      const unseen = next.filter(({ digest }) => !state.has(digest));
      if (known === undefined) state.set(one.digest, 'OPEN');
      if (unseen.length > 0) {
        stack.push(...unseen);
        continue;
      }
      stack.pop();
      if (state.get(one.digest) !== 'OPEN') continue;
      const left = one.previous.some((digest) => outside.has(digest) || state.get(digest) === 'LEFT');
      state.set(one.digest, left ? 'LEFT' : 'TAKEN');
      if (!left) order.push(one);
    }
  }
  return order;
}
