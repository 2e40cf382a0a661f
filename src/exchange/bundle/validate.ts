import { momentOf } from '../../calendar/moment.ts';
import type { Graph, Work } from '../../graph/graph.service.ts';
import { existingItemIds, heldAssertions } from '../../lineage/bulk.service.ts';
import { type Flow, flowDigest, flowKey } from '../../lineage/flow.ts';
import { existingIds } from '../../record/bulk.service.ts';
import { entryId } from '../../record/entry.ts';
import { flowEndNamings, flowItemNamings, type Naming, namings } from './check.ts';
import { Checking } from './checking.ts';
import type { LineRefusal } from './refusals.ts';
import { refuse } from './refusals.ts';
import type { Reading, Source } from './source.ts';
import type { Contents } from './write.ts';

/** What checking a whole bundle found, before anything is written. */
export interface Validation extends Contents {
  /** The first ones, at most `TOLD_REFUSALS`. */
  readonly refusals: readonly LineRefusal[];
  readonly refusedLines: number;
  readonly warnings: readonly LineRefusal[];
  /** Lines that say something valid, and how long they are. */
  readonly records: number;
  readonly flows: number;
  readonly characters: number;
}

const LOOKED_UP_AT_ONCE = 5_000;
const CHARACTERS_AT_ONCE = 4 * 1024 * 1024;
const WORK: Work = { name: 'load: check', limit: 120_000 };

/**
 * Checks a bundle: first every line by itself and against the lines before it, then every name against the bundle and the
 * registry. With `skipInvalid` the second part is repeated until no line is left that names a line left out.
 */
export async function validate(
  graph: Graph,
  source: Source,
  { skipInvalid }: { skipInvalid: boolean },
): Promise<Validation> {
  const state = new Checking();
  for await (const reading of source.readings('READING')) state.index(reading);
  for await (const { line, file } of source.history()) state.indexHistory(line, file);
  let round = 0;
  do {
    round = state.refusedLines;
    await checkNames(graph, source, state, skipInvalid);
  } while (skipInvalid && state.refusedLines > round);
  return state;
}

interface Pending {
  readonly reading: Reading;
  readonly records: readonly Naming[];
  readonly items: readonly Naming[];
}

/** Looks up every name that the bundle itself does not answer, in batches; withdraws lines that name nothing. */
async function checkNames(graph: Graph, source: Source, state: Checking, skipInvalid: boolean): Promise<void> {
  let pending: Pending[] = [];
  let dated: Reading[] = [];
  let characters = 0;
  const flush = async () => {
    if (pending.length > 0) await lookUp(graph, pending, state);
    if (dated.length > 0) await compareDated(graph, dated, state);
    pending = [];
    dated = [];
    characters = 0;
  };
  for await (const reading of source.readings('CHECKING', { leftOut: state.leftOut })) {
    const found = (skipInvalid && contradicted(reading, state)) || namesOf(reading, state);
    const waits = found.records.length + found.items.length > 0;
    const hasDate = reading.parsed.is === 'flow' && reading.parsed.flow.recordedAt !== undefined;
    if (found.refusals.length > 0) state.withdraw(reading, found.refusals);
    else if (waits) pending.push({ reading, ...found });
    if (hasDate) dated.push(reading);
    if (waits || hasDate) characters += reading.line.text.length;
    if (pending.length + dated.length >= LOOKED_UP_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await flush();
  }
  await flush();
}

/** Of the lines of one key either all are written or none: which of them is right nobody knows. */
function contradicted({ parsed, line }: Reading, { refusedIds }: Checking) {
  if (parsed.is !== 'record' || !refusedIds.has(entryId(parsed.kind, parsed.content))) return null;
  return { records: [], items: [], refusals: [refuse('SAME_KEY_REFUSED', line, ['key'], parsed.content.key)] };
}

function namesOf({ parsed, line }: Reading, { keys, refusedIds }: Checking) {
  if (parsed.is === 'refused') return { records: [], items: [], refusals: parsed.refusals };
  const { namings: all, refusals } =
    parsed.is === 'flow' ? flowEndNamings(parsed.flow, line) : namings(parsed.kind, parsed.content, line);
  const items = parsed.is === 'flow' ? flowItemNamings(parsed.flow, line) : [];
  return {
    refusals,
    records: all.filter(({ id }) => refusedIds.has(id) || !keys.keys.has(id)),
    items: items.filter(({ id, asset }) => refusedIds.has(asset!) || !keys.items.has(id)),
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
      missing.map(({ id, asset, refusal }) =>
        state.refusedIds.has(asset ?? id)
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
