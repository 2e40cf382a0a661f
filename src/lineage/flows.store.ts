import { itemId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { type Assertion, mappedItems, type SaidFlow } from './flow.ts';
import {
  createFlows,
  createItemFlows,
  deleteCreatedFlows,
  moveEndedFlows,
  moveRetiredFlows,
  pageFlows as pageFlowsStatement,
  readAssertions,
  retireFlows,
  retireIntoPast,
  saveNamedItems,
  unretireFlows,
  unretirePastFlows,
} from './lineage.statements.ts';

const ERAS = ['FLOWS_TO', 'FLOWED_TO'] as const;
const MOVED_AT_ONCE = 5_000;
type Era = (typeof ERAS)[number];

/** An assertion that the registry holds. */
export interface HeldAssertion {
  readonly key: string;
  readonly digest: string;
  readonly recordedAt: number;
  readonly retiredAt: number | null;
  readonly era: Era;
  /** The load or act that recorded it. */
  readonly deed: string | null;
  /** The one that retired it, where one did later. */
  readonly endedBy: string | null;
}

/** What writing flows comes to. */
export interface FlowChanges {
  readonly created: readonly Assertion[];
  readonly retired: readonly { key: string; recordedAt: number; retiredAt: number; era: Era }[];
  /** Lines: those that told something new, those that changed what was known, those that said the same. */
  readonly count: { readonly created: number; readonly updated: number; readonly unchanged: number };
}

/** What the registry holds of some flows, each assertion by itself. */
export async function heldAssertions(
  tx: Tx,
  flows: readonly Pick<SaidFlow, 'key'>[],
): Promise<Map<string, HeldAssertion[]>> {
  const keys = [...new Set(flows.map(({ key }) => key))];
  const rows: HeldAssertion[] = [];
  for (const era of ERAS) for (const row of await tx.run(readAssertions, { keys, era })) rows.push({ ...row, era });
  return Map.groupBy(rows, ({ key }) => key);
}

/**
 * What flows change of what the registry holds. A flow without `recordedAt` meets the assertion known now: the same changes
 * nothing; another one retires it and is recorded now. One with `recordedAt` names exactly that assertion.
 */
export function flowChanges(
  flows: readonly SaidFlow[],
  held: ReadonlyMap<string, readonly HeldAssertion[]>,
  now: number,
): FlowChanges {
  const created = new Map<string, Assertion>();
  const retired: FlowChanges['retired'][number][] = [];
  const count = { created: 0, updated: 0, unchanged: 0 };
  for (const flow of flows) {
    const dated = flow.recordedAt !== undefined;
    const assertion: Assertion = { ...flow, recordedAt: flow.recordedAt ?? now };
    const assertions = held.get(assertion.key) ?? [];
    const known = dated ? [] : assertions.filter((one) => isKnown(one, now));
    const same = sameAs(assertion, dated ? assertions : known, dated);
    const name = `${assertion.key} ${assertion.recordedAt}`;
    if (same !== undefined && assertion.retiredAt !== undefined && same.retiredAt === null) {
      retired.push({ ...same, retiredAt: assertion.retiredAt });
      count.updated++;
    } else if (same !== undefined || created.has(name) || (!dated && retiredBefore(assertion, assertions)))
      count.unchanged++;
    else {
      for (const former of known) retired.push({ ...former, retiredAt: now });
      created.set(name, assertion);
      count[known.length > 0 ? 'updated' : 'created']++;
    }
  }
  return { created: [...created.values()], retired, count };
}

function sameAs({ digest, recordedAt }: Assertion, assertions: readonly HeldAssertion[], dated: boolean) {
  return assertions.find((one) => (dated ? one.recordedAt === recordedAt : one.digest === digest));
}

/** Whether the registry held this very assertion until the moment at which it is said to be retired. */
function retiredBefore({ digest, retiredAt }: Assertion, assertions: readonly HeldAssertion[]): boolean {
  return retiredAt !== undefined && assertions.some((one) => one.digest === digest && one.retiredAt === retiredAt);
}

function isKnown({ recordedAt, retiredAt }: HeldAssertion, now: number): boolean {
  return recordedAt <= now && (retiredAt === null || retiredAt > now);
}

/**
 * Writes flows with their item mappings. `sweptAt`: those that had ended or were retired by then stand as past.
 * `unheard`: the registry is known to hold none of these flows.
 */
export async function writeFlows(
  tx: Tx,
  flows: readonly SaidFlow[],
  { load, recordedAt, sweptAt, unheard }: { load: string; recordedAt: number; sweptAt: number; unheard: boolean },
): Promise<FlowChanges> {
  const changes = flowChanges(flows, unheard ? new Map() : await heldAssertions(tx, flows), recordedAt);
  const past = changes.retired.filter(({ era, retiredAt }) => era === 'FLOWS_TO' && retiredAt <= sweptAt);
  if (past.length > 0) await tx.run(retireIntoPast, { rows: past.map(plain), load });
  for (const era of ERAS) {
    const retired = changes.retired.filter(
      (row) => row.era === era && !(era === 'FLOWS_TO' && row.retiredAt <= sweptAt),
    );
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
  await tx.run(createFlows, { era, rows: assertions.map((one) => rowOf(one.from, one.to, one)), load });
  const pairs = assertions.flatMap(mappedPairs);
  if (pairs.length === 0) return;
  const ends = new Map(pairs.flatMap((pair) => pair.ends).map((end) => [end.id, end]));
  await tx.run(saveNamedItems, { rows: [...ends.values()], load });
  await tx.run(createItemFlows, {
    era,
    rows: pairs.map(({ ends: [from, to], said }) => rowOf(from.id, to.id, said)),
    load,
  });
}

/** A flow as its statement takes it: a list, in the order that the statement's header tells. */
function rowOf(from: string, to: string, said: Omit<Assertion, 'digest'> & { digest?: string }): unknown[] {
  const { key, digest, kind, transform, assertedBy, validFrom, validTo, recordedAt, retiredAt } = said;
  const { evidence, activity, source, note, items } = said;
  const moments = [validFrom, validTo, recordedAt, retiredAt];
  return [from, to, key, digest, kind, transform, assertedBy, evidence, activity, source, note, items, ...moments];
}

/** The item pairs that an assertion maps; each carries the assertion's time and source. */
function mappedPairs(assertion: Assertion) {
  const { from, to, items: _items, digest: _digest, ...said } = assertion;
  return mappedItems(assertion).map(([fromName, toName, transform = said.transform]) => ({
    ends: [endOf(from, fromName), endOf(to, toName)] as const,
    said: { ...said, from, to, transform: transform as Assertion['transform'] },
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
  await graph.batches(work, unretirePastFlows, { load });
}

/** Flows that leave some assets, in order of the assets' ids, as the graph holds them. */
export async function pageFlows(tx: Tx, after: string, size: number) {
  return tx.run(pageFlowsStatement, { after, size });
}

/** Moves some flows that had ended or were retired by a moment to the type that only questions about the past walk. */
export async function moveSome(tx: Tx, before: number): Promise<boolean> {
  const ended = await tx.run(moveEndedFlows, { before, size: MOVED_AT_ONCE });
  const retired = await tx.run(moveRetiredFlows, { before, size: MOVED_AT_ONCE });
  return ended.moved + retired.moved > 0;
}
