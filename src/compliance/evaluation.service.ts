import type { Clock } from '../calendar/clock.ts';
import { addDays, dayOfMoment, firstInstant } from '../calendar/day.ts';
import { lawOn } from '../clock/law.service.ts';
import { inBreaths, withBreaths } from '../foundation/breath.ts';
import { isFault } from '../foundation/fault.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { registryState, touchedSince } from '../graph/registry.ts';
import { AT_ONCE, ChangeWriter } from './change-writer.ts';
import { isCurrent, policyDigest } from './current.ts';
import { type Evaluation, keptLives, lastEvaluation, livesWith, readDelta, readFacts } from './evaluation.store.ts';
import { findingId, stretchesOf } from './finding-id.ts';
import type { KeptLife, RunMoment } from './finding-life.ts';
import { LiveView } from './live-view.ts';
import { type Residence, residenceOf } from './residence.ts';
import { Resident } from './resident.ts';
import type { AnyRule } from './rule.ts';
import { RULES } from './rules.ts';

const SHORT: Work = { name: 'evaluation: due', limit: 20_000 };
const READING: Work = { name: 'evaluation: read', limit: 3_600_000 };
/** So often all is read anew when the registry changes meanwhile. */
const ATTEMPTS = 5;
/** Above so many records and flows that changed, or decisions to be made again, an act does not wait for them. */
const AT_ONCE_AFTER_ACT = 5_000;

/** What came of a call: all was current, a run made it so, or a load is under way, which evaluates at its end. */
export type EvaluationOutcome = 'CURRENT' | 'EVALUATED' | 'LOADING' | 'CHANGING' | 'PENDING';

interface House {
  readonly graph: Graph;
  readonly clock: Clock;
}

/**
 * Brings findings and levels up to date 合规核算, if anything changed or a day or term began since the last run. Where the registry's facts are kept in memory
 * (`residence.ts`) only what a change touched is decided again; else all rules are run over all of it. What changed is written at once, or
 * in parts that nobody is told before the last. A run that is interrupted is done again by the next: nothing half is ever told. Up to
 * `atOnce` changes are one transaction. Throws `Fault` UNAVAILABLE, TIME_LIMIT.
 */
export async function evaluate(house: House, atOnce = AT_ONCE): Promise<EvaluationOutcome> {
  return evaluateWith(house, { atOnce, most: Number.POSITIVE_INFINITY, quick: Number.POSITIVE_INFINITY });
}

/** Brings all up to date after a change that is written already; false where that must wait, as the graph is away or too slow. */
export async function isEvaluated(house: House): Promise<boolean> {
  return isDone(() => evaluate(house));
}

/** An act waits for findings and levels where a run over everything is this quick; else the server brings them up to date soon after. */
const QUICK_MS = 3_000;

/** Brings all up to date after an act, if that is quick; false where it is left to the server 待核算. */
export async function isEvaluatedAfterAct(house: House): Promise<boolean> {
  const residence = residenceOf(house.graph);
  const manner = { atOnce: AT_ONCE, most: AT_ONCE_AFTER_ACT, quick: QUICK_MS };
  if (!residence?.building && (await isDone(() => evaluateWith(house, manner)))) return true;
  residence?.onLeft();
  return false;
}

/** How long until a day or a term begins, if nothing changes, milliseconds by the house's clock; 0 where all must be evaluated now. */
export async function untilNextRun({ graph, clock }: House): Promise<number> {
  const last = await graph.read(SHORT, lastEvaluation);
  const now = clock.now();
  return last === null || now < last.at ? 0 : Math.max(0, last.upTo - now);
}

async function isDone(evaluating: () => Promise<EvaluationOutcome>): Promise<boolean> {
  try {
    const outcome = await evaluating();
    return outcome === 'CURRENT' || outcome === 'EVALUATED';
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

interface Manner {
  readonly atOnce: number;
  /** More decisions than this are left for later. */
  readonly most: number;
  /** A run over everything that took longer the last time, in milliseconds, too. */
  readonly quick: number;
}

async function evaluateWith(house: House, manner: Manner): Promise<EvaluationOutcome> {
  const residence = residenceOf(house.graph);
  return residence === null
    ? attempts(house, null, manner)
    : residence.inTurn(() => residence.changing(() => attempts(house, residence, manner)));
}

async function attempts(house: House, residence: Residence | null, manner: Manner): Promise<EvaluationOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await (residence?.resident == null
      ? anew(house, residence, manner)
      : follow(house, residence, manner));
    if (outcome !== 'AGAIN') return outcome;
  }
  return 'CHANGING';
}

/** Takes what is in memory to where the registry stands, without writing anything; null where all must be read anew. */
export async function caughtUp(
  tx: Tx,
  { clock }: Pick<House, 'clock'>,
  residence: Residence,
): Promise<{ generation: number; last: Evaluation; now: number; known: number } | 'LOADING' | null> {
  const { resident } = residence;
  const { generation, loading, recordedUpTo } = await registryState(tx);
  if (loading !== null) return 'LOADING';
  const last = await lastEvaluation(tx);
  const now = clock.now();
  if (resident === null || last === null || last.writing !== null || last.policy !== policyDigest()) return null;
  const { view } = resident;
  if (now < view.now || now >= upToOf(view)) return null;
  const scope = await touchedSince(tx, residence.generation, generation, AT_ONCE_AFTER_ACT);
  if (scope === null) return null;
  const known = Math.max(now, recordedUpTo);
  if (!(await inBreaths(resident.changing(await readDelta(tx, scope), { now, known })))) return null;
  residence.generation = generation;
  return { generation, last, now, known };
}

/** Decides again what changes touched since the last run. */
async function follow(
  house: House,
  residence: Residence,
  { atOnce, most }: Manner,
): Promise<EvaluationOutcome | 'AGAIN'> {
  const resident = residence.resident!;
  const seen = await house.graph.read(READING, async (tx) => {
    const begun = performance.now();
    const at = await caughtUp(tx, house, residence);
    if (at === null || at === 'LOADING') return at;
    const { generation, last, now } = at;
    if (isCurrent(last, generation, now)) return 'CURRENT';
    if (resident.waiting > most) return 'PENDING';
    const outcome = await inBreaths(resident.settling());
    const kept = await livesWith(tx, [...outcome.findings.keys()]);
    return { begun, generation, last, now, outcome, kept };
  });
  if (seen === null) {
    residence.leave();
    return 'AGAIN';
  }
  if (typeof seen === 'string') {
    if (seen !== 'CURRENT') return seen;
    // Another process evaluated what is waiting here.
    await inBreaths(resident.settling());
    resident.told();
    return seen;
  }
  const { generation, last, now, outcome, kept } = seen;
  const moment = { now, today: resident.view.today, before: last.at === 0 ? null : last.at };
  const writer = new ChangeWriter(house.graph, generation, atOnce);
  for (const [id, level] of outcome.levels) await writer.level(id, level);
  for (const [id, held] of outcome.findings) await writer.found(held, kept.get(id), moment);
  const end = {
    rules: resident.counts(),
    at: now,
    upTo: upToOf(resident.view),
    took: last.took ?? 0,
    policy: policyDigest(),
  };
  if (!(await writer.close(end))) return 'AGAIN';
  resident.told();
  return 'EVALUATED';
}

/** Until when a view holds if nothing changes: midnight, or when something begins or ends. */
function upToOf(view: LiveView): number {
  return Math.min(firstInstant(addDays(view.today, 1)), view.nextChange);
}

interface Facts {
  /** When reading began, by the machine's own clock. */
  readonly begun: number;
  readonly generation: number;
  readonly view: LiveView;
  readonly levels: ReadonlyMap<string, number | null>;
  readonly moment: RunMoment;
}

/** Runs all rules over everything. */
async function anew(
  house: House,
  residence: Residence | null,
  { atOnce, quick }: Manner,
): Promise<EvaluationOutcome | 'AGAIN'> {
  const { graph, clock } = house;
  using _building = residence?.beginBuilding();
  const read = await graph.read(READING, async (tx) => {
    const { generation, loading } = await registryState(tx);
    if (loading !== null) return 'LOADING';
    const last = await lastEvaluation(tx);
    if (isCurrent(last, generation, clock.now())) return 'CURRENT';
    if (last !== null && (last.took ?? 0) > quick) return 'PENDING';
    return factsNow(tx, clock, last);
  });
  if (typeof read === 'string') return read;
  const facts = read;
  const resident = residence?.moveIn(facts.view) ?? new Resident(facts.view, 0);
  if (!(await run(graph, facts, resident, atOnce))) return 'AGAIN';
  residence?.live(resident, facts.generation);
  return 'EVALUATED';
}

/** Fills the memory of a registry whose findings are current, so that the first act need not wait 预热; not of one that was too large. */
export async function warmUp(house: House): Promise<void> {
  const residence = residenceOf(house.graph);
  if (residence === null) return;
  await residence.inTurn(async () => {
    if (residence.resident !== null || residence.tooLarge) return;
    using _building = residence.beginBuilding();
    const read = await house.graph.read(READING, async (tx) => {
      const last = await lastEvaluation(tx);
      const { generation, loading } = await registryState(tx);
      if (loading !== null || !isCurrent(last, generation, house.clock.now())) return null;
      return factsNow(tx, house.clock, last);
    });
    if (read === null) return;
    const facts = read;
    const resident = residence.moveIn(facts.view);
    await inBreaths(facts.view.preparing());
    for await (const { rule, kept } of ruleByRule(house.graph)) {
      const found = new Set<string>();
      for await (const held of withBreaths(resident.build(rule))) {
        const id = findingId(held.finding);
        found.add(id);
        // Acts that came while all was read may stand in the facts already, and in what is kept not yet.
        if ((kept.get(id)?.state ?? 'CORRECTED') === 'CORRECTED') resident.owe(id, held);
      }
      for (const { id, state } of kept.values()) if (state !== 'CORRECTED' && !found.has(id)) resident.owe(id, null);
    }
    resident.oweLevels(facts.levels);
    residence.live(resident, facts.generation);
  });
}

async function factsNow(tx: Tx, clock: Clock, last: Evaluation | null): Promise<Facts> {
  const begun = performance.now();
  const { generation, recordedUpTo } = await registryState(tx);
  const now = clock.now();
  const today = dayOfMoment(now);
  const known = Math.max(now, recordedUpTo);
  const view = new LiveView({ now, known, ...(await lawOn(tx, { day: today, known })) });
  const levels = await readFacts(tx, view);
  const before = last === null || last.at === 0 ? null : last.at;
  return { begun, generation, view, levels, moment: { now, today, before } };
}

/** Runs all rules and writes what they change. False: the registry is no longer what was read. */
async function run(
  graph: Graph,
  { begun, generation, view, levels, moment }: Facts,
  resident: Resident,
  atOnce: number,
): Promise<boolean> {
  const writer = new ChangeWriter(graph, generation, atOnce);
  await inBreaths(view.preparing());
  for await (const [id, level] of withBreaths(levels)) {
    const computed = view.levels.computedOf(id);
    if (computed !== level) await writer.level(id, computed);
  }
  for await (const { rule, kept } of ruleByRule(graph)) {
    const found = new Set<string>();
    for await (const held of withBreaths(resident.build(rule))) {
      const id = findingId(held.finding);
      if (found.has(id)) continue;
      found.add(id);
      await writer.found(held, kept.get(id), moment);
    }
    for await (const life of withBreaths(kept.values()))
      if (!found.has(life.id)) await writer.found(null, life, moment);
    if (writer.lost) return false;
  }
  const took = Math.round(performance.now() - begun);
  return writer.close({ rules: resident.counts(), at: moment.now, upTo: upToOf(view), took, policy: policyDigest() });
}

/**
 * All rules in the order of their findings, each with what the registry keeps of it: of one rule at a time, as a large registry keeps millions. What is kept
 * may have changed since the facts were read; then nothing of the run is written.
 */
async function* ruleByRule(graph: Graph): AsyncGenerator<{ rule: AnyRule; kept: ReadonlyMap<string, KeptLife> }> {
  const stretches = stretchesOf(RULES.map(({ code }) => code));
  for (const [slot, rule] of RULES.entries())
    yield { rule, kept: await graph.read(READING, (tx) => keptLives(tx, stretches[slot]!)) };
}
