import type { Sight } from '../access/see.ts';
import { idOfType } from '../foundation/id.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { Content } from '../record/kind.ts';
import { type AgencyVerdict, type AgencyWord, agencySubstanceOf } from './agency-verdict.ts';
import { agencyVerdicts } from './collection.statements.ts';
import { type HeldVerdict, holds, pairOf } from './standing.ts';

/** All verdicts on organizations that a viewer may see, by pair, held against what the organizations are today. */
export async function heldAgencyVerdicts(tx: Tx, { now, sights }: Pick<Sight, 'now' | 'sights'>) {
  const rows = await tx.run(agencyVerdicts, { now, sights });
  const byVerdict = [...Map.groupBy(rows, ({ id }) => id).entries()];
  const held = byVerdict.map(([id, sides]): HeldVerdict<AgencyWord> => {
    const { content, recordedAt } = sides[0]!;
    const said = JSON.parse(content) as AgencyVerdict;
    const [a = '', b = ''] = said.organizations.map((key) => `Organization:${key}`);
    const today = [a, b].map((side) => sides.find(({ organization }) => organization === side));
    return {
      id,
      sides: [a, b],
      verdict: said.verdict,
      speaksFor: said.speaksFor.map((key) => `Organization:${key}`),
      byAuthority: said.organization === undefined,
      current: holds(
        said,
        today.map((row) => (row === undefined ? null : agencySubstanceOf(row))),
      ),
      recordedAt,
    };
  });
  return Map.groupBy(held, ({ sides: [a, b] }) => pairOf(a, b));
}

/** What an organization is in substance, from its content: the same as from what stands beside it in the graph. */
export function agencySubstanceOfRecord(content: Content): string {
  const { name, jurisdiction, uscc } = content as Content & { name: string; jurisdiction?: string; uscc?: string };
  return agencySubstanceOf({ name, jurisdiction: jurisdiction && idOfType('Jurisdiction', jurisdiction), uscc });
}
