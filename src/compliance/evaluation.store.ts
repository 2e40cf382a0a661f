import { setImmediate as breathe } from 'node:timers/promises';
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

// Pages are decoded in one go: small enough that others who are served by the process do not notice.
const PAGE_RECORDS = 1_000;
const PAGE_ASSETS = 250;
const PAGE_FINDINGS = 1_000;

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
  const records = ahead<Answered<typeof pageFacts>>((before) =>
    before !== null && before.length < PAGE_RECORDS
      ? null
      : tx.run(pageFacts, { after: before?.at(-1)?.id ?? '', size: PAGE_RECORDS }),
  );
  for await (const page of records)
    for (const { id, content, computedLevel } of page) {
      // A record that is only named so far says nothing.
      if (content === '') continue;
      into.addRecord(id, JSON.parse(content) as Record<string, unknown>);
      if (!types.has(id.slice(0, id.indexOf(':')))) continue;
      assets.push(id);
      levels.set(id, computedLevel);
    }
  let at = 0;
  const flows = ahead<Answered<typeof pageHeldFlows>>(() => {
    if (at >= assets.length) return null;
    const after = assets[at - 1] ?? '';
    at += PAGE_ASSETS;
    return tx.run(pageHeldFlows, { after, upTo: assets[Math.min(at, assets.length) - 1]! });
  });
  for await (const page of flows) for (const row of page) into.addFlow(row);
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
  const pages = ahead<Answered<typeof pageLives>>((before) =>
    before !== null && before.length < PAGE_FINDINGS
      ? null
      : tx.run(pageLives, { after: before?.at(-1)?.rank ?? from, upTo, size: PAGE_FINDINGS }),
  );
  for await (const page of pages)
    for (const { rank: _rank, state, severity, ...life } of page)
      lives.set(life.id, { ...life, state: state as FindingState, severity: severity as Severity });
  return lives;
}

/** The rows that a statement answers. */
type Answered<Statement> = Statement extends { types?: { result: infer Row } } ? Row[] : never;

/**
 * Pages, each asked for before the one before it is worked on: the graph reads the next while the program looks at this. `ask` is given the
 * page before, null at first, and answers null after the last.
 */
async function* ahead<Page>(ask: (before: Page | null) => Promise<Page> | null): AsyncGenerator<Page> {
  for (let asked = ask(null); asked !== null; ) {
    const page = await asked;
    asked = ask(page);
    // Where the work on this page fails, nobody waits for the next one.
    asked?.catch(() => undefined);
    if (asked !== null) await breathe();
    yield page;
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
