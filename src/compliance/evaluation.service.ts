import { setImmediate as breathe } from 'node:timers/promises';
import type { Clock } from '../calendar/clock.ts';
import { addDays, dayOfMoment, firstInstant } from '../calendar/day.ts';
import { committedCalendar } from '../calendar/seed.ts';
import { policyOn } from '../clock/policy.ts';
import { committedProfiles } from '../clock/seed.ts';
import { isFault } from '../foundation/fault.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { registryState, touchedSince } from '../graph/registry.ts';
import { AT_ONCE, ChangeWriter } from './change-writer.ts';
import { isCurrent, policyDigest } from './current.ts';
import { type Evaluation, keptLives, lastEvaluation, livesWith, readDelta, readFacts } from './evaluation.store.ts';
import { findingId } from './finding-id.ts';
import type { KeptLife, RunMoment } from './finding-life.ts';
import { LiveView } from './live-view.ts';
import { type Residence, residenceOf } from './residence.ts';
import { Resident } from './resident.ts';
import { RULES } from './rules.ts';

const READING: Work = { name: 'evaluation: read', limit: 3_600_000 };
/** So often all is read anew when the registry changes meanwhile. */
const ATTEMPTS = 5;
/** Above so many records and flows that changed, or decisions to be made again, an act does not wait for them. */
const AT_ONCE_AFTER_ACT = 5_000;
/** So many records are looked at before others get their turn. */
const BREATH = 2_000;

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
  if (residenceOf(house.graph)?.building) return false;
  return isDone(() => evaluateWith(house, { atOnce: AT_ONCE, most: AT_ONCE_AFTER_ACT, quick: QUICK_MS }));
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
  if (!resident.change(await readDelta(tx, scope), { now, known })) return null;
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
    const outcome = resident.settle();
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
    resident.settle();
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
    return { facts: await factsNow(tx, clock, last), kept: await keptLives(tx) };
  });
  if (typeof read === 'string') return read;
  const { facts, kept } = read;
  const resident = residence?.moveIn(facts.view) ?? new Resident(facts.view, 0);
  if (!(await run(graph, facts, kept, resident, atOnce))) return 'AGAIN';
  residence?.live(resident, facts.generation);
  return 'EVALUATED';
}

/** Fills the memory of a registry whose findings are current, so that the first act need not wait 预热. */
export async function warmUp(house: House): Promise<void> {
  const residence = residenceOf(house.graph);
  if (residence === null) return;
  await residence.inTurn(async () => {
    if (residence.resident !== null) return;
    using _building = residence.beginBuilding();
    const read = await house.graph.read(READING, async (tx) => {
      const last = await lastEvaluation(tx);
      const { generation, loading } = await registryState(tx);
      if (loading !== null || !isCurrent(last, generation, house.clock.now())) return null;
      return { facts: await factsNow(tx, house.clock, last), kept: await keptLives(tx) };
    });
    if (read === null) return;
    const { facts, kept } = read;
    const resident = residence.moveIn(facts.view);
    const found = new Set<string>();
    for (const rule of RULES)
      for await (const held of withBreaths(resident.build(rule))) {
        const id = findingId(held.finding);
        found.add(id);
        // Acts that came while all was read may stand in the facts already, and in what is kept not yet.
        if ((kept.get(id)?.state ?? 'CORRECTED') === 'CORRECTED') resident.owe(id, held);
      }
    for (const { id, state } of kept.values()) if (state !== 'CORRECTED' && !found.has(id)) resident.owe(id, null);
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
  const policy = policyOn(committedProfiles(), today);
  const view = new LiveView({ now, known, calendar: committedCalendar(), policy });
  const levels = await readFacts(tx, view);
  const before = last === null || last.at === 0 ? null : last.at;
  return { begun, generation, view, levels, moment: { now, today, before } };
}

/** Runs all rules and writes what they change. False: the registry is no longer what was read. */
async function run(
  graph: Graph,
  { begun, generation, view, levels, moment }: Facts,
  kept: ReadonlyMap<string, KeptLife>,
  resident: Resident,
  atOnce: number,
): Promise<boolean> {
  const writer = new ChangeWriter(graph, generation, atOnce);
  for (const [id, level] of levels) {
    const computed = view.levels.computedOf(id);
    if (computed !== level) await writer.level(id, computed);
  }
  const found = new Set<string>();
  for (const rule of RULES) {
    for await (const held of withBreaths(resident.build(rule))) {
      const id = findingId(held.finding);
      if (found.has(id)) continue;
      found.add(id);
      await writer.found(held, kept.get(id), moment);
    }
    if (writer.lost) return false;
  }
  for (const life of kept.values()) if (!found.has(life.id)) await writer.found(null, life, moment);
  const took = Math.round(performance.now() - begun);
  return writer.close({ rules: resident.counts(), at: moment.now, upTo: upToOf(view), took, policy: policyDigest() });
}

/** What is found, with a moment for others now and then. */
async function* withBreaths<T>(findings: Iterable<T | null>): AsyncGenerator<T> {
  let passed = 0;
  for (const found of findings) {
    if (found !== null) yield found;
    if (++passed % BREATH === 0) await breathe();
  }
}
