import { byCodePoint } from '#src/foundation/text.ts';

/**
 * Organizations that count as one 视为一体 (R27-3): joined by CONTROLS or SAME_CONTROLLER over any number of steps. Gives for each organization that is
 * joined with another the smallest id of its group; others stand for themselves.
 */
export function jointOrganizations(
  edges: Iterable<{ readonly from: string; readonly to: string; readonly kind: string }>,
): ReadonlyMap<string, string> {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    for (let on = id; on !== at; ) {
      const up = leader.get(on) ?? at;
      leader.set(on, at);
      on = up;
    }
    return at;
  };
  for (const { from, to, kind } of edges) {
    if (kind !== 'CONTROLS' && kind !== 'SAME_CONTROLLER') continue;
    const [x, y] = [find(from), find(to)].sort(byCodePoint) as [string, string];
    leader.set(x, x);
    leader.set(y, x);
  }
  return new Map([...leader.keys()].map((id) => [id, find(id)]));
}
