import { writeLevels } from '../classification/levels.service.ts';
import type { Tx } from '../graph/graph.service.ts';
import { noteScope, type Scope } from '../graph/registry.ts';
import { assetTypes } from '../lineage/asset.ts';
import {
  closeEvaluation,
  factsOf,
  heldFlowsBetween,
  livesOf,
  lockEvaluation,
  openEvaluation,
  pageFacts,
  pageHeldFlows,
  pageLives,
  readEvaluation,
  saveFindings,
  saveRules,
} from './compliance.statements.ts';
import type { Stretch } from './finding-id.ts';
import type { FindingState, KeptLife, LifeChange } from './finding-life.ts';
import type { Delta, LiveView } from './live-view.ts';
import type { RuleCount } from './resident.ts';
import type { Severity } from './rule.ts';

const PAGE_RECORDS = 5_000;
const PAGE_ASSETS = 2_000;
const PAGE_FINDINGS = 5_000;

/** How the last run stands. */
export interface Evaluation {
  /** Moment of that run, epoch milliseconds. */
  readonly at: number;
  /** Until when its answer holds, unless something changes. */
  readonly upTo: number;
  readonly generation: number;
  readonly policy: string;
  /** Milliseconds that it took. */
  readonly took: number | null;
  /** Id of a run that is writing now. */
  readonly writing: string | null;
}

/** The last run; null when there was none. */
export async function lastEvaluation(tx: Tx): Promise<Evaluation | null> {
  return tx.run(readEvaluation, {});
}

/** Reads all records and flows into a view; answers the levels that the graph holds, by asset. */
export async function readFacts(tx: Tx, into: LiveView): Promise<Map<string, number | null>> {
  const levels = new Map<string, number | null>();
  const assets: string[] = [];
  const types = new Set<string>(assetTypes);
  for (let after = ''; ; ) {
    const page = await tx.run(pageFacts, { after, size: PAGE_RECORDS });
    for (const { id, content, computedLevel } of page) {
      // A record that is only named so far says nothing.
      if (content === '') continue;
      into.addRecord(id, JSON.parse(content) as Record<string, unknown>);
      if (!types.has(id.slice(0, id.indexOf(':')))) continue;
      assets.push(id);
      levels.set(id, computedLevel);
    }
    if (page.length < PAGE_RECORDS) break;
    after = page.at(-1)!.id;
  }
  for (let at = 0; at < assets.length; at += PAGE_ASSETS) {
    const upTo = assets[Math.min(at + PAGE_ASSETS, assets.length) - 1]!;
    const rows = await tx.run(pageHeldFlows, { after: assets[at - 1] ?? '', upTo });
    for (const row of rows) into.addFlow(row);
  }
  return levels;
}

/** What changed, as the graph holds it now. */
export async function readDelta(tx: Tx, { records, flows }: Scope): Promise<Delta> {
  const rows = await tx.run(factsOf, { ids: records });
  const held = flows.length === 0 ? [] : await tx.run(heldFlowsBetween, { pairs: flows });
  const byPair = Map.groupBy(held, ({ from, to }) => `${from}\n${to}`);
  return {
    records: rows
      .filter(({ content }) => content !== '')
      .map(({ id, content }) => ({ id, content: JSON.parse(content) as Record<string, unknown> })),
    pairs: flows.map(({ from, to }) => ({ from, to, flows: byPair.get(`${from}\n${to}`) ?? [] })),
  };
}

/** Some findings that the registry keeps. */
export async function livesWith(tx: Tx, ids: readonly string[]): Promise<Map<string, KeptLife>> {
  const rows = ids.length === 0 ? [] : await tx.run(livesOf, { ids });
  return new Map(
    rows.map(({ state, severity, ...life }) => [
      life.id,
      { ...life, state: state as FindingState, severity: severity as Severity },
    ]),
  );
}

/** The findings that the registry keeps in a stretch of their order, corrected ones too. */
export async function keptLives(tx: Tx, { from, upTo }: Stretch): Promise<Map<string, KeptLife>> {
  const lives = new Map<string, KeptLife>();
  for (let after = from; ; ) {
    const page = await tx.run(pageLives, { after, upTo, size: PAGE_FINDINGS });
    for (const { rank: _rank, state, severity, ...life } of page)
      lives.set(life.id, { ...life, state: state as FindingState, severity: severity as Severity });
    if (page.length < PAGE_FINDINGS) return lives;
    after = page.at(-1)!.rank;
  }
}

/** What a run writes. */
export interface Changes {
  readonly levels: readonly { readonly id: string; readonly level: number | null }[];
  readonly findings: readonly LifeChange[];
}

/** Takes the lock; tells the state of the registry, and which run writes in parts. */
export async function lock(tx: Tx, run: string) {
  return tx.run(lockEvaluation, { run });
}

/** Notes that a run writes in parts. */
export async function openWriting(tx: Tx, run: string): Promise<void> {
  await tx.run(openEvaluation, { run });
}

/** Writes a part of what changed. */
export async function writeChanges(tx: Tx, { levels, findings }: Changes): Promise<void> {
  await writeLevels(tx, levels);
  if (findings.length > 0) await tx.run(saveFindings, { rows: findings });
}

/** Notes the end of a run. */
export async function closeWriting(
  tx: Tx,
  {
    rules,
    ...end
  }: { rules: readonly RuleCount[]; at: number; upTo: number; took: number; policy: string; changed: boolean },
): Promise<void> {
  await tx.run(saveRules, { rows: rules });
  await tx.run(closeEvaluation, end);
  // A run touches nothing that rules read.
  if (end.changed) await noteScope(tx, { records: [], flows: [] });
}
