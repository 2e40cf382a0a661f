import { type ReadBody, type RelatedBodies, relateOrganizations } from './agency-body.ts';
import type { Lexicon } from './lexicon.ts';

/** Two registered organizations that may be one body, one body and its successor, or a body and its branch 待认定机构. */
export interface AgencyPair extends RelatedBodies {
  /** Ids, the smaller one first; the relation is of `b` to `a`. */
  readonly a: string;
  readonly b: string;
}

/** Pairs of organizations of one city that names do not tell apart, nor the registry relates itself. */
export function agencyPairs(lexicon: Lexicon, bodies: readonly ReadBody[]): AgencyPair[] {
  const seen = new Set<string>();
  return groupsOf(bodies).flatMap((group) =>
    group.flatMap((one, i) =>
      group.slice(i + 1).flatMap((other) => {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const name = `${a.id}\n${b.id}`;
        if (a.id === b.id || seen.has(name)) return [];
        seen.add(name);
        const found = relateOrganizations(lexicon, a, b);
        return found.registered || found.relation === 'DIFFERENT' ? [] : [{ a: a.id, b: b.id, ...found }];
      }),
    ),
  );
}

/** Bodies that share a code, a kind of body or what is left of a name: others cannot be related. */
function groupsOf(bodies: readonly ReadBody[]): ReadBody[][] {
  const groups = new Map<string, ReadBody[]>();
  for (const body of bodies) {
    const kinds = body.readings.flatMap(({ rest, bodies: known }) => [rest, ...known.map((one) => one.body)]);
    const code = body.uscc === null ? [] : [`code ${body.uscc.trim().toUpperCase()}`];
    for (const kind of new Set([...kinds, ...code])) groups.set(kind, [...(groups.get(kind) ?? []), body]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
