import type { Desk } from '../access/desk.ts';
import type { Tx } from '../graph/graph.service.ts';
import { sightsOf } from '../identity/sights.ts';
import { hiddenRecords } from './compliance.statements.ts';
import type { HeldFinding } from './held-finding.ts';
import { namedBy, redacted, type ToldFinding } from './redaction.ts';
import { RULES } from './rules.ts';
import { veilOf } from './veil.ts';

const rules: ReadonlyMap<string, (typeof RULES)[number]> = new Map(RULES.map((rule) => [rule.code, rule]));

/** Findings as the viewer is told them 所告之问题: nothing in them tells of a record that he may not see. */
export async function toldTo(
  tx: Tx,
  { viewer, sealKey }: Pick<Desk, 'viewer' | 'sealKey'>,
  found: readonly HeldFinding[],
): Promise<ToldFinding[]> {
  const hidden = await hiddenAmong(tx, viewer, found);
  const veil = veilOf(sealKey);
  return found.map((finding) => redacted(finding, hidden, { rule: rules.get(finding.rule), veil }));
}

/** How the records that these findings rest on, and that the viewer may not see, are to him. */
async function hiddenAmong(
  tx: Tx,
  viewer: Desk['viewer'],
  found: readonly HeldFinding[],
): Promise<Map<string, 'HINTED' | 'DARK'>> {
  const sights = sightsOf(viewer);
  if (sights.everything || found.length === 0) return new Map();
  const rows = await tx.run(hiddenRecords, { ids: [...new Set(found.flatMap(namedBy))], sights });
  const unseen = rows.filter(({ id }) => !viewer.involved.includes(id));
  return new Map(unseen.map(({ id, hinted }) => [id, hinted ? 'HINTED' : 'DARK']));
}
