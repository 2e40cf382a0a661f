import type { ControlRecord } from '#src/organization/ownership.ts';

/** The definition of rules.md word by word, without any of the product's code: every simple chain of every pair, record by record. */
export function connectionByDefinition(
  controls: readonly ControlRecord[],
  state: ReadonlySet<string>,
  o: string,
  d: string,
): number {
  const organizations = [...new Set([o, d, ...controls.flatMap((c) => [c.from, c.to])])];
  const own = (x: string, y: string): number => {
    if (x === y) return 1;
    let sum = 0;
    const walk = (at: string, product: number, seen: readonly string[]): void => {
      for (const c of controls) {
        if (c.from !== at || seen.includes(c.to) || (c.kind !== 'HOLDS' && c.kind !== 'CONTROLS')) continue;
        const further = product * (c.kind === 'CONTROLS' ? 1 : c.ratio!);
        if (c.to === y) sum += further;
        else walk(c.to, further, [...seen, c.to]);
      }
    };
    walk(x, 1, [x]);
    return Math.min(1, sum);
  };
  const rel = (a: string, b: string): number => {
    let best = 0;
    for (const z of organizations) {
      if (state.has(z) && z !== a && z !== b) continue;
      best = Math.max(best, own(z, a) * own(z, b));
    }
    return best;
  };
  let best = rel(o, d);
  for (const c of controls) {
    if (c.kind === 'HOLDS' || c.kind === 'CONTROLS') continue;
    best = Math.max(best, rel(o, c.from) * rel(c.to, d), rel(o, c.to) * rel(c.from, d));
  }
  return best;
}
