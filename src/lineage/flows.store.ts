import { momentOf } from '../calendar/moment.ts';
import { itemId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { type Assertion, assertionOf, type Flow, flowKey } from './flow.ts';
import {
  createFlows,
  createItemFlows,
  deleteCreatedFlows,
  moveEndedFlows,
  moveRetiredFlows,
  pageFlows as pageFlowsStatement,
  readAssertions,
  retireFlows,
  saveNamedItems,
  unretireFlows,
} from './lineage.statements.ts';

const ERAS = ['FLOWS_TO', 'FLOWED_TO'] as const;
type Era = (typeof ERAS)[number];

/** An assertion that the registry holds. */
export interface HeldAssertion {
  readonly key: string;
  readonly digest: string;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
  readonly era: Era;
}

/** What writing flows comes to. */
export interface FlowChanges {
  readonly created: readonly Assertion[];
  readonly retired: readonly { key: string; recordedAt: number; retiredAt: number; era: Era }[];
  readonly unchanged: number;
}

/** What the registry holds of some flows, each assertion by itself. */
export async function heldAssertions(tx: Tx, flows: readonly Flow[]): Promise<Map<string, HeldAssertion[]>> {
  const keys = [...new Set(flows.map(flowKey))];
  const rows: HeldAssertion[] = [];
  for (const era of ERAS) for (const row of await tx.run(readAssertions, { keys, era })) rows.push({ ...row, era });
  return Map.groupBy(rows, ({ key }) => key);
}

/**
 * What flows change of what the registry holds. A flow without `recordedAt` meets the assertion known now: the same changes
 * nothing; another one retires it and is recorded now. One with `recordedAt` names exactly that assertion.
 */
export function flowChanges(
  flows: readonly Flow[],
  held: ReadonlyMap<string, readonly HeldAssertion[]>,
  now: number,
): FlowChanges {
  const created = new Map<string, Assertion>();
  const retired: FlowChanges['retired'][number][] = [];
  let unchanged = 0;
  for (const flow of flows) {
    const recordedAt = flow.recordedAt === undefined ? now : momentOf(flow.recordedAt)!;
    const assertion = assertionOf(flow, recordedAt);
    const same = (held.get(assertion.key) ?? []).find((known) =>
      flow.recordedAt === undefined ? isKnown(known, now) : known.recordedAt === recordedAt,
    );
    const name = `${assertion.key} ${recordedAt}`;
    if (same?.digest === assertion.digest || created.has(name)) {
      const ends = same !== undefined && assertion.retiredAt !== undefined && same.retiredAt === null;
      if (ends) retired.push({ ...same, retiredAt: assertion.retiredAt! });
      else unchanged++;
      continue;
    }
    if (same !== undefined) retired.push({ ...same, retiredAt: now });
    created.set(name, assertion);
  }
  return { created: [...created.values()], retired, unchanged };
}

function isKnown({ recordedAt, retiredAt }: HeldAssertion, now: number): boolean {
  return recordedAt <= now && (retiredAt === null || retiredAt > now);
}

/** Writes flows with their item mappings. `sweptAt`: those that had ended or were retired by then stand as past. */
export async function writeFlows(
  tx: Tx,
  flows: readonly Flow[],
  { load, recordedAt, sweptAt }: { load: string; recordedAt: number; sweptAt: number },
): Promise<FlowChanges> {
  const changes = flowChanges(flows, await heldAssertions(tx, flows), recordedAt);
  for (const era of ERAS) {
    const retired = changes.retired.filter((row) => row.era === era);
    if (retired.length > 0) await tx.run(retireFlows, { era, rows: retired.map(plain), load });
    const created = changes.created.filter((assertion) => eraOf(assertion, sweptAt) === era);
    if (created.length > 0) await createAll(tx, created, era, load);
  }
  return changes;
}

const plain = ({ key, recordedAt, retiredAt }: FlowChanges['retired'][number]) => ({ key, recordedAt, retiredAt });

/** Whether an assertion stands among the present flows or the past ones. */
export function eraOf({ validTo, retiredAt }: Assertion, sweptAt: number): Era {
  return Math.min(validTo ?? Infinity, retiredAt ?? Infinity) <= sweptAt ? 'FLOWED_TO' : 'FLOWS_TO';
}

async function createAll(tx: Tx, assertions: readonly Assertion[], era: Era, load: string): Promise<void> {
  const rows = assertions.map(({ from, to, ...properties }) => ({ from, to, properties: { ...properties, load } }));
  await tx.run(createFlows, { era, rows });
  const pairs = assertions.flatMap(mappedPairs);
  if (pairs.length === 0) return;
  await tx.run(saveNamedItems, { rows: pairs.flatMap(({ ends }) => ends), load });
  await tx.run(createItemFlows, {
    era,
    rows: pairs.map(({ ends, properties }) => ({
      from: ends[0].id,
      to: ends[1].id,
      properties: { ...properties, load },
    })),
  });
}

/** The item pairs that an assertion maps; each carries the assertion's time and source. */
function mappedPairs({ from, to, items, digest: _digest, ...said }: Assertion) {
  const mapping = items === undefined ? [] : (JSON.parse(items) as [string, string, string?][]);
  return mapping.map(([fromName, toName, transform]) => ({
    ends: [endOf(from, fromName), endOf(to, toName)] as const,
    properties: { ...said, ...(transform === undefined ? {} : { transform }) },
  }));
}

function endOf(asset: string, name: string) {
  return { id: itemId(asset, name), asset, name, foldedName: foldKey(name) };
}

/** Takes out the flows that a load recorded, and takes back its retirements. */
export async function undoFlows(graph: Graph, load: string): Promise<void> {
  const work = { name: 'load: undo flows', limit: 0 };
  await graph.batches(work, deleteCreatedFlows, { load });
  await graph.batches(work, unretireFlows, { load });
}

/** Flows that leave some assets, in order of the assets' ids, as the graph holds them. */
export async function pageFlows(tx: Tx, after: string, size: number) {
  return tx.run(pageFlowsStatement, { after, size });
}

/** Moves flows that had ended or were retired by a moment to the type that only questions about the past walk. */
export async function sweepFlows(graph: Graph, before: number): Promise<void> {
  const work = { name: 'sweep', limit: 0 };
  await graph.batches(work, moveEndedFlows, { before });
  await graph.batches(work, moveRetiredFlows, { before });
}
