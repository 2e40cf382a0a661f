import type { Desk } from '../access/desk.ts';
import type { Tx } from '../graph/graph.service.ts';
import { sightsOf } from '../identity/sights.ts';
import { browseFindings, findingsById, hiddenRecords } from './compliance.statements.ts';
import { rankOfRule } from './finding-id.ts';
import { FINDING_STATES } from './finding-life.ts';
import type { HeldFinding } from './held-finding.ts';
import { namedBy, redacted, ruleOfVeiled, type ToldFinding, veiledId } from './redaction.ts';
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

/** Findings as the registry keeps them, by the ids under which a viewer asks for them: readable, or opaque. */
export async function findingsAsked(
  tx: Tx,
  { viewer, sealKey }: Pick<Desk, 'viewer' | 'sealKey'>,
  ids: readonly string[],
): Promise<HeldFinding[]> {
  const veiled = new Set(ids.filter((id) => ruleOfVeiled(id) !== null));
  const rows = [...(await tx.run(findingsById, { ids: ids.filter((id) => !veiled.has(id)) }))];
  const sights = sightsOf(viewer);
  for (const rule of new Set([...veiled].map((id) => ruleOfVeiled(id)!))) {
    const prefix = `${rankOfRule(rule)} `;
    const own = await tx.run(browseFindings, { prefix, after: '', sieve: EVERY_STATE, sights, limit: MOST });
    const veil = veilOf(sealKey);
    rows.push(...own.filter(({ finding }) => veiled.has(veiledId(finding as unknown as HeldFinding, veil))));
  }
  return rows.map(({ finding }) => finding as unknown as HeldFinding);
}

const MOST = 10_000;
const EVERY_STATE = {
  states: FINDING_STATES,
  severity: null,
  rules: null,
  organization: null,
  database: null,
  now: 0,
  known: 0,
};

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
