import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../calendar/clock.ts';
import { addDays, dayOfMoment, firstInstant } from '../calendar/day.ts';
import { committedCalendar } from '../calendar/seed.ts';
import { policyOn } from '../clock/policy.ts';
import { committedProfiles } from '../clock/seed.ts';
import { isFault } from '../foundation/fault.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Graph, Work } from '../graph/graph.service.ts';
import { registryState } from '../graph/registry.ts';
import { AT_ONCE, ChangeWriter } from './change-writer.ts';
import { type Evaluation, keptLives, lastEvaluation, type RuleCount, readFacts } from './evaluation.store.ts';
import { findingId } from './finding-id.ts';
import { onFound, onVanished, type RunMoment } from './finding-life.ts';
import { LiveView } from './live-view.ts';
import { standingOf } from './responsible.ts';
import { RULES } from './rules.ts';

const READING: Work = { name: 'evaluation: read', limit: 3_600_000 };
/** So often all is read anew when the registry changes meanwhile. */
const ATTEMPTS = 5;

/** What came of a call: all was current, a run made it so, or a load is under way, which evaluates at its end. */
export type EvaluationOutcome = 'CURRENT' | 'EVALUATED' | 'LOADING' | 'CHANGING';

/**
 * Brings findings and levels up to date 合规核算, if anything changed or a day or term began since the last run. All rules are run over one state of
 * the registry; what changed is written at once, or in parts that nobody is told before the last. A run that is interrupted is done
 * again by the next: nothing half is ever told. Up to `atOnce` changes are one transaction. Throws `Fault` UNAVAILABLE, TIME_LIMIT.
 */
export async function evaluate(
  { graph, clock }: { graph: Graph; clock: Clock },
  atOnce = AT_ONCE,
): Promise<EvaluationOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const seen = await read(graph, clock);
    if (typeof seen === 'string') return seen;
    if (await run(graph, seen, atOnce)) return 'EVALUATED';
  }
  return 'CHANGING';
}

/** Brings all up to date after a change that is written already; false where that must wait, as the graph is away or too slow. */
export async function isEvaluated(house: { graph: Graph; clock: Clock }): Promise<boolean> {
  try {
    const outcome = await evaluate(house);
    return outcome === 'CURRENT' || outcome === 'EVALUATED';
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

/** An act waits for findings and levels where a run is this quick; else the server brings them up to date soon after. */
const QUICK_MS = 3_000;

/** Brings all up to date after an act, if that is quick; false where it is left to the server 待核算. */
export async function isEvaluatedAfterAct(house: { graph: Graph; clock: Clock }): Promise<boolean> {
  const last = await house.graph.read(READING, lastEvaluation);
  if (last !== null && (last.took ?? 0) > QUICK_MS) return false;
  return isEvaluated(house);
}

interface Seen {
  /** When reading began, by the machine's own clock. */
  readonly begun: number;
  readonly generation: number;
  readonly view: LiveView;
  readonly levels: ReadonlyMap<string, number | null>;
  readonly kept: Awaited<ReturnType<typeof keptLives>>;
  readonly moment: RunMoment;
  readonly upTo: number;
}

async function read(graph: Graph, clock: Clock): Promise<Seen | 'CURRENT' | 'LOADING'> {
  return graph.read(READING, async (tx) => {
    const begun = performance.now();
    const { generation, loading, recordedUpTo } = await registryState(tx);
    if (loading !== null) return 'LOADING';
    const now = clock.now();
    const last = await lastEvaluation(tx);
    if (isCurrent(last, generation, now)) return 'CURRENT';
    const today = dayOfMoment(now);
    const view = new LiveView({
      now,
      known: Math.max(now, recordedUpTo),
      calendar: committedCalendar(),
      policy: policyOn(committedProfiles(), today),
    });
    const levels = await readFacts(tx, view);
    const kept = await keptLives(tx);
    const upTo = Math.min(firstInstant(addDays(today, 1)), view.nextChange);
    const before = last === null || last.at === 0 ? null : last.at;
    return { begun, generation, view, levels, kept, moment: { now, today, before }, upTo };
  });
}

/** Whether the last run's answer holds at a moment 是否最新: of this state of the registry, this day, and by these rules. */
export function isCurrent(last: Evaluation | null, generation: number, now: number): boolean {
  if (last === null || last.writing !== null) return false;
  const { at, upTo } = last;
  return last.generation === generation && at <= now && now < upTo && last.policy === policyDigest();
}

let policy: string | null = null;

/** What a run goes by: profiles, the years whose holidays are known, rules. Another answer means that all is evaluated anew. */
function policyDigest(): string {
  policy ??= digest(
    canonicalJson({
      profiles: committedProfiles(),
      years: Array.from({ length: 200 }, (_, i) => committedCalendar().isKnown(`${1950 + i}-06-01`)),
      rules: RULES.map(({ code, citation, title, cure }) => ({ code, citation, title, cure })),
    }),
  );
  return policy;
}

/** Runs all rules and writes what they change. False: the registry is no longer what was read. */
async function run(graph: Graph, read: Seen, atOnce: number): Promise<boolean> {
  const { begun, generation, view, levels, kept, moment, upTo } = read;
  const writer = new ChangeWriter(graph, generation, atOnce);
  for (const [id, level] of levels) {
    const computed = view.levels.computedOf(id);
    if (computed !== level) await writer.level(id, computed);
  }
  const found = new Set<string>();
  const rules: RuleCount[] = [];
  for (const rule of RULES) {
    const seen = { population: 0 };
    const counts = { VIOLATION: 0, REVIEW: 0 };
    for (const finding of rule.findings(view, seen)) {
      const id = findingId(finding);
      if (found.has(id)) continue;
      found.add(id);
      counts[finding.severity] += 1;
      const change = onFound(kept.get(id), finding, standingOf(view, finding.subject), moment);
      if (change !== null) await writer.finding(change);
    }
    rules.push({
      code: rule.code,
      population: seen.population,
      violations: counts.VIOLATION,
      reviews: counts.REVIEW,
    });
    if (writer.lost) return false;
    await breathe();
  }
  for (const life of kept.values()) {
    const change = found.has(life.id) ? null : onVanished(life, moment);
    if (change !== null) await writer.finding(change);
  }
  const took = Math.round(performance.now() - begun);
  return writer.close({ rules, at: moment.now, upTo, took, policy: policyDigest() });
}
