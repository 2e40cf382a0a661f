import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { inBreaths } from '../foundation/breath.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson } from '../foundation/json.ts';
import { byCodePoint } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import { degreeOf, standsBy } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type Kept, readRecords } from '../record/bulk.service.ts';
import { caughtUp, evaluate, warmUp } from './evaluation.service.ts';
import { readDelta } from './evaluation.store.ts';
import { findingId, rankOfFinding } from './finding-id.ts';
import { type HeldFinding, maySeeFinding } from './held-finding.ts';
import type { Delta } from './live-view.ts';
import type { ToldFinding } from './redaction.ts';
import { keepInMemory, type Residence, residenceOf } from './residence.ts';
import type { Held, Outcome } from './resident.ts';
import { toldTo } from './told.store.ts';

/** A flow that somebody thinks of 拟建数据流. */
export interface PlannedFlow {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly transform?: string | null;
  /** Names of items of the source that would be taken; all of it if absent. */
  readonly items?: readonly string[] | null;
}

/** A level that would be another one. */
export interface LevelChange {
  readonly asset: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What would come of a planned flow 拟建数据流风险. */
export interface FlowRisk {
  /** Findings that would appear, or turn from review into violation. */
  readonly findings: readonly ToldFinding[];
  readonly levels: readonly LevelChange[];
}

const WORK = { name: 'flow risk', limit: 60_000 };

/**
 * What breaks the rules, and which level rises, if this flow were there: decided on the facts as they are, and nothing of it is written or kept
 * 拟建数据流风险预判. For whoever answers for what the data would go into, the authority over it, and who sees everything; each finding and level under
 * the conditions under which they would be told if the flow were there. Throws `Fault` NOT_FOUND, FORBIDDEN, BAD_INPUT, UNAVAILABLE.
 */
export async function flowRiskOf(desk: Desk, planned: PlannedFlow): Promise<FlowRisk> {
  if (planned.from === planned.to)
    throw new Fault('BAD_INPUT', '数据流的两端不能相同。A flow leads from one asset to another.');
  const residence = await ready(desk);
  return residence.inTurn(() =>
    see(desk, WORK, async (tx, { viewer }) => {
      const ends = await readRecords(tx, [planned.from, planned.to]);
      permit(viewer, planned, ends);
      const { outcome, now } = await residence.changing(() => whatIf(tx, desk, residence, planned));
      const levels = levelsIn(outcome);
      const held = await readRecords(
        tx,
        levels.map(({ asset }) => asset),
      );
      return {
        findings: await toldTo(
          tx,
          desk,
          findingsIn(outcome, now).filter((finding) => maySeeFinding(viewer, finding)),
        ),
        levels: levels.filter(({ asset }) => held.has(asset) && standsBy(viewer, held.get(asset)!)),
      };
    }),
  );
}

/** What comes out with the flow and without it. Throws `Fault` UNAVAILABLE. */
async function whatIf(tx: Tx, desk: Desk, residence: Residence, planned: PlannedFlow) {
  const at = await caughtUp(tx, desk, residence);
  if (at === null || at === 'LOADING') throw notReady();
  const { from, to } = planned;
  const is = await readDelta(tx, { records: [], flows: [{ from, to }] });
  const outcome = await inBreaths(residence.resident!.ifChanged(withFlow(is, planned, at), is, at));
  return { outcome, now: at.now };
}

/** The facts in memory; filled now where nobody did before. */
async function ready(desk: Desk): Promise<Residence> {
  const residence = residenceOf(desk.graph) ?? keepInMemory(desk.graph);
  if (residence.building) throw notReady();
  if (residence.resident === null) {
    await evaluate(desk);
    await warmUp(desk);
  }
  if (residence.resident === null) throw notReady();
  return residence;
}

function notReady(): Fault {
  return new Fault('UNAVAILABLE', '正在核算，请稍后再试。All is being evaluated; try again later.');
}

function permit(viewer: Viewer, { from, to }: PlannedFlow, ends: ReadonlyMap<string, Kept>): void {
  for (const end of [from, to])
    if (!ends.has(end) || degreeOf(viewer, ends.get(end)!) !== 'OPEN')
      throw new Fault('NOT_FOUND', `没有这个数据资产（${end}）。There is no such asset.`);
  if (!standsBy(viewer, ends.get(to)!))
    throw new Fault(
      'FORBIDDEN',
      '只有数据流去向的责任单位及其主管部门可以预判。Only who answers for what the data would go into, and the authority over it, may ask.',
    );
}

function withFlow(
  { records, pairs }: Delta,
  planned: PlannedFlow,
  { now, known }: { now: number; known: number },
): Delta {
  const { from, to, kind, transform = null, items } = planned;
  const mapped = items == null || items.length === 0 ? null : JSON.stringify(items.map((item) => [item, item]));
  const flow = {
    from,
    to,
    kind,
    transform,
    items: mapped,
    validFrom: now,
    validTo: null,
    recordedAt: known,
    retiredAt: null,
  };
  return { records, pairs: pairs.map((pair) => ({ ...pair, flows: [...pair.flows, flow] })) };
}

/** Findings that would be new, or graver than they are, in the order of the articles. */
function findingsIn({ would, is }: { would: Outcome; is: Outcome }, now: number): HeldFinding[] {
  const found: HeldFinding[] = [];
  for (const [id, held] of would.findings) {
    const known = is.findings.get(id) ?? null;
    if (held !== null && (known === null || known.finding.severity !== held.finding.severity))
      found.push(asHeld(held, now));
  }
  return found.sort((a, b) => byCodePoint(a.rank, b.rank));
}

function asHeld({ finding, standing }: Held, now: number): HeldFinding {
  const { rule, subject, object, severity, evidence, message, cure, details } = finding;
  return {
    id: findingId(finding),
    rank: rankOfFinding(finding),
    rule,
    subject,
    ...(object === '' ? {} : { object }),
    severity,
    state: 'NEW',
    since: now,
    firstSeenAt: now,
    lastSeenAt: now,
    evidence,
    message: `${message.zh}${message.en}`,
    cure: `${cure.zh}${cure.en}`,
    ...(details === undefined ? {} : { details: canonicalJson(details) }),
    ...(standing.owner === null ? {} : { owner: standing.owner }),
    ...(standing.place === null ? {} : { place: standing.place }),
  };
}

function levelsIn({ would, is }: { would: Outcome; is: Outcome }): LevelChange[] {
  return [...would.levels]
    .map(([asset, after]) => ({ asset, before: is.levels.get(asset) ?? null, after }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => byCodePoint(a.asset, b.asset));
}
