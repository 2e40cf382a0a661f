import { momentOf } from '../../calendar/moment.ts';
import { itemId } from '../../foundation/id.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { existingItemIds, heldAssertions } from '../../lineage/bulk.service.ts';
import { type Flow, flowDigest, flowKey } from '../../lineage/flow.ts';
import { existingIds } from '../../record/bulk.service.ts';
import {
  flowEndNamings,
  flowItemNamings,
  indexFlow,
  indexRecord,
  type KeyIndex,
  type Naming,
  namings,
} from './check.ts';
import { Fingerprints } from './fingerprints.ts';
import { formerItems } from './history.ts';
import type { Line } from './lines.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import type { Reading, Source } from './source.ts';

/** What checking a whole bundle found, before anything is written. */
export interface Validation {
  /** The first ones, at most `TOLD_REFUSALS`. */
  readonly refusals: readonly LineRefusal[];
  readonly refusedLines: number;
  readonly warnings: readonly LineRefusal[];
  readonly leftOut: ReadonlyMap<number, ReadonlySet<number>>;
  /** Lines that say something valid. */
  readonly records: number;
  readonly flows: number;
  /** Flows without `recordedAt`: they meet what is known now, so they are written last. */
  readonly undatedFlows: number;
}

/** Most refusals and warnings that a report lists; the rest is counted. */
export const TOLD_REFUSALS = 1_000;
const LOOKED_UP_AT_ONCE = 5_000;
const WORK: Work = { name: 'load: check', limit: 120_000 };

/** Checks a whole bundle: forms, keys, names of other records. Writes nothing. */
export async function validate(
  graph: Graph,
  source: Source,
  { skipInvalid }: { skipInvalid: boolean },
): Promise<Validation> {
  const state = new Checking();
  for await (const reading of source.readings('READING')) state.index(reading);
  for await (const line of source.history()) state.indexFormerItems(line);
  let round = 0;
  do {
    round = state.refusedLines;
    await checkNames(graph, source, state);
  } while (skipInvalid && state.refusedLines > round);
  return state;
}

/** What is known of a bundle while it is checked. */
class Checking implements Validation {
  readonly keys: KeyIndex = { keys: new Fingerprints(), items: new Fingerprints() };
  readonly refusals: LineRefusal[] = [];
  readonly warnings: LineRefusal[] = [];
  readonly leftOut = new Map<number, Set<number>>();
  /** Ids of records that were refused: what names them depends on a refused record. */
  readonly refusedIds = new Set<string>();
  refusedLines = 0;
  records = 0;
  flows = 0;
  undatedFlows = 0;

  index({ line, file, parsed }: Reading): void {
    if (parsed.is === 'refused') {
      if (parsed.id !== null) this.refusedIds.add(parsed.id);
      this.refuse(file, line, parsed.refusals);
      return;
    }
    const refusal =
      parsed.is === 'flow'
        ? indexFlow(this.keys, parsed.flow, line, file)
        : indexRecord(this.keys, parsed.kind, parsed.content, line, file);
    if (refusal !== null) {
      this.refuse(file, line, [refusal]);
      return;
    }
    if (parsed.is === 'flow') {
      this.flows++;
      if (parsed.flow.recordedAt === undefined) this.undatedFlows++;
      return;
    }
    this.records++;
    this.warnings.push(...parsed.warnings.slice(0, TOLD_REFUSALS - this.warnings.length));
  }

  /** Items that an asset had once may still be named by flows. */
  indexFormerItems(line: Line): void {
    for (const { asset, name } of formerItems(line)) this.keys.items.add(itemId(asset, name), '', 0, line.line);
  }

  refuse(file: number, line: Line, refusals: readonly LineRefusal[]): void {
    const lines = this.leftOut.get(file) ?? new Set();
    if (!lines.has(line.line)) this.refusedLines++;
    this.leftOut.set(file, lines.add(line.line));
    this.refusals.push(...refusals.slice(0, Math.max(0, TOLD_REFUSALS - this.refusals.length)));
  }

  /** Takes a valid line out again because it names what is not there. */
  withdraw(reading: Reading, refusals: readonly LineRefusal[]): void {
    const { parsed, file, line } = reading;
    if (this.leftOut.get(file)?.has(line.line)) return;
    if (parsed.is === 'record') {
      this.records--;
      this.refusedIds.add(`${parsed.kind.type}:${parsed.content.key}`);
    } else if (parsed.is === 'flow') {
      this.flows--;
      if (parsed.flow.recordedAt === undefined) this.undatedFlows--;
    }
    this.refuse(file, line, refusals);
  }
}

interface Pending {
  readonly reading: Reading;
  readonly records: readonly Naming[];
  readonly items: readonly Naming[];
}

/** Looks up every name that the bundle itself does not answer, in batches; withdraws lines that name nothing. */
async function checkNames(graph: Graph, source: Source, state: Checking): Promise<void> {
  const pending: Pending[] = [];
  const dated: Reading[] = [];
  for await (const reading of source.readings('CHECKING', state.leftOut)) {
    const found = namesOf(reading, state);
    if (found.refusals.length > 0) state.withdraw(reading, found.refusals);
    else if (found.records.length + found.items.length > 0) pending.push({ reading, ...found });
    if (reading.parsed.is === 'flow' && reading.parsed.flow.recordedAt !== undefined) dated.push(reading);
    if (pending.length >= LOOKED_UP_AT_ONCE) await lookUp(graph, pending.splice(0), state);
    if (dated.length >= LOOKED_UP_AT_ONCE) await compareDated(graph, dated.splice(0), state);
  }
  if (pending.length > 0) await lookUp(graph, pending, state);
  if (dated.length > 0) await compareDated(graph, dated, state);
}

function namesOf({ parsed, line }: Reading, { keys, refusedIds }: Checking) {
  if (parsed.is === 'refused') return { records: [], items: [], refusals: parsed.refusals };
  const { namings: all, refusals } =
    parsed.is === 'flow' ? flowEndNamings(parsed.flow, line) : namings(parsed.kind, parsed.content, line);
  const items = parsed.is === 'flow' ? flowItemNamings(parsed.flow, line) : [];
  return {
    refusals,
    records: all.filter(({ id }) => refusedIds.has(id) || !keys.keys.has(id)),
    items: items.filter(({ id }) => !keys.items.has(id)),
  };
}

async function lookUp(graph: Graph, pending: readonly Pending[], state: Checking): Promise<void> {
  const ids = (part: 'records' | 'items') => [...new Set(pending.flatMap((line) => line[part].map(({ id }) => id)))];
  const [records, items] = await graph.read(WORK, async (tx) => [
    await existingIds(tx, ids('records')),
    await existingItemIds(tx, ids('items')),
  ]);
  for (const { reading, ...names } of pending) {
    const missing = [
      ...names.records.filter(({ id }) => !records!.has(id)),
      ...names.items.filter(({ id }) => !items!.has(id)),
    ];
    if (missing.length === 0) continue;
    state.withdraw(
      reading,
      missing.map(({ id, refusal }) =>
        state.refusedIds.has(id)
          ? refuse('DEPENDS_ON_REFUSED', reading.line, refusal.field.split('.'), refusal.value)
          : refusal,
      ),
    );
  }
}

/** A line with `recordedAt` names exactly that assertion: only `retiredAt` may be added to it. */
async function compareDated(graph: Graph, readings: readonly Reading[], state: Checking): Promise<void> {
  const flows = readings.map(({ parsed }) => (parsed as { flow: Flow }).flow);
  const held = await graph.read(WORK, (tx) => heldAssertions(tx, flows));
  for (const [i, flow] of flows.entries()) {
    const recordedAt = momentOf(flow.recordedAt!);
    const same = held.get(flowKey(flow))?.find((known) => known.recordedAt === recordedAt);
    if (same === undefined) continue;
    const retiredAt = flow.retiredAt === undefined ? null : momentOf(flow.retiredAt);
    const changed =
      same.digest !== flowDigest(flow) ||
      (same.retiredAt !== null && retiredAt !== null && same.retiredAt !== retiredAt);
    const reading = readings[i]!;
    if (changed) state.withdraw(reading, [refuse('FLOW_CHANGED', reading.line, [], `${flow.from} → ${flow.to}`)]);
  }
}
