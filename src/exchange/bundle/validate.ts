import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { existingItemIds, heldAssertions } from '../../lineage/bulk.service.ts';
import type { SaidFlow } from '../../lineage/flow.ts';
import { existingIds } from '../../record/bulk.service.ts';
import { entryId } from '../../record/entry.ts';
import { holdsAnything } from '../exchange.statements.ts';
import { flowNamings, type Naming, recordNamings } from './check.ts';
import { Checking } from './checking.ts';
import type { LineRefusal } from './refusals.ts';
import { refuse } from './refusals.ts';
import type { Source } from './source.ts';
import type { Queue, Queues, Waiting } from './waiting.ts';

/** What checking a whole bundle found, before anything is written. */
export interface Validation {
  /** What may be written. */
  readonly queues: Queues;
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
 * Checks a bundle: first every line by itself and against the lines before it, then every name that the bundle did not answer
 * by then against the whole of it and the registry. With `skipInvalid` the second part is repeated until no line is left that
 * names a line left out.
 */
export async function validate(
  graph: Graph,
  source: Source,
  { skipInvalid }: { skipInvalid: boolean },
): Promise<Validation> {
  const state = new Checking(source.files);
  try {
    for await (const readings of source.readings()) for (const reading of readings) state.index(reading);
    for await (const lines of source.history()) for (const line of lines) state.indexHistory(line);
    const { flows } = await graph.read(WORK, (tx) => tx.run(holdsAnything, {}));
    let round = 0;
    do {
      round = state.refusedLines;
      await checkNames(graph, source, state, skipInvalid);
      if (flows) await checkDated(graph, state);
    } while (skipInvalid && state.refusedLines > round);
    return state;
  } catch (error) {
    state.queues[Symbol.dispose]();
    throw error;
  }
}

/** A line with the names in it that the bundle does not answer. */
interface Open {
  readonly names: readonly Naming[];
  readonly withdraw: (refusals: readonly LineRefusal[]) => void;
  readonly characters: number;
}

/**
 * Looks up every name that the bundle itself does not answer, in batches; withdraws lines that name nothing. While nothing
 * was refused, what was answered once stays so.
 */
async function checkNames(graph: Graph, source: Source, state: Checking, skipInvalid: boolean): Promise<void> {
  const all = state.refusedIds.size > 0;
  let open: Open[] = [];
  let characters = 0;
  const lookUpAll = async () => {
    if (open.length > 0) await graph.read(WORK, (tx) => lookUp(tx, open, state));
    open = [];
    characters = 0;
  };
  for (const one of openLines(source, state, { all, skipInvalid })) {
    open.push(one);
    characters += one.characters;
    if (open.length >= LOOKED_UP_AT_ONCE || characters >= CHARACTERS_AT_ONCE) await lookUpAll();
  }
  await lookUpAll();
}

function* openLines(
  source: Source,
  state: Checking,
  { all, skipInvalid }: { all: boolean; skipInvalid: boolean },
): Generator<Open> {
  const { records, dated, undated } = state.queues;
  const total = records.size + dated.size + undated.size;
  const chosen = <Said>(queue: Queue<Said>, before: number) =>
    queue.lines(all ? undefined : queue.unanswered, (done) =>
      source.onProgress({ phase: 'CHECKING', done: before + done, total }),
    );
  for (const waiting of chosen(records, 0)) {
    const withdraw = (refusals: readonly LineRefusal[]) => state.withdraw(records, waiting, refusals);
    const { kind, content, text } = waiting.said;
    if (skipInvalid && state.refusedIds.has(entryId(kind, content)))
      withdraw([refuse('SAME_KEY_REFUSED', state.at(waiting), ['key'], content.key)]);
    else yield* openLine(state, recordNamings(waiting.said, state.at(waiting)).namings, withdraw, text.length);
  }
  for (const [queue, before] of [
    [dated, records.size],
    [undated, records.size + dated.size],
  ] as const)
    for (const waiting of chosen(queue, before)) {
      const withdraw = (refusals: readonly LineRefusal[]) => state.withdraw(queue, waiting, refusals);
      const { items = '' } = waiting.said;
      yield* openLine(state, flowNamings(waiting.said, state.at(waiting)).namings, withdraw, items.length);
    }
}

function* openLine(
  state: Checking,
  namings: readonly Naming[],
  withdraw: Open['withdraw'],
  characters: number,
): Generator<Open> {
  const names = namings.filter((naming) => !state.answers(naming));
  if (names.length > 0) yield { names, withdraw, characters };
}

async function lookUp(tx: Tx, open: readonly Open[], state: Checking): Promise<void> {
  const ids = (ofItems: boolean) => [
    ...new Set(
      open.flatMap(({ names }) => names.filter(({ asset }) => (asset !== undefined) === ofItems).map(({ id }) => id)),
    ),
  ];
  const held = new Set([...(await existingIds(tx, ids(false))), ...(await existingItemIds(tx, ids(true)))]);
  for (const { names, withdraw } of open) {
    const missing = names.filter(({ id }) => !held.has(id));
    if (missing.length > 0) withdraw(missing.map((naming) => refusalOf(naming, state)));
  }
}

function refusalOf({ id, asset, refusal }: Naming, { refusedIds }: Checking): LineRefusal {
  const unknown = refusal();
  if (!refusedIds.has(asset ?? id)) return unknown;
  return refuse('DEPENDS_ON_REFUSED', unknown, unknown.field.split('.'), unknown.value);
}

/** A line with `recordedAt` names exactly that assertion: only `retiredAt` may be added to it. */
async function checkDated(graph: Graph, state: Checking): Promise<void> {
  const { dated } = state.queues;
  for (const lines of inParts(dated)) {
    const held = await graph.read(WORK, (tx) =>
      heldAssertions(
        tx,
        lines.map(({ said }) => said),
      ),
    );
    for (const waiting of lines) {
      const { key, digest, recordedAt, retiredAt = null, from, to } = waiting.said;
      const same = held.get(key)?.find((known) => known.recordedAt === recordedAt);
      if (same === undefined) continue;
      const changed =
        same.digest !== digest || (same.retiredAt !== null && retiredAt !== null && same.retiredAt !== retiredAt);
      if (changed) state.withdraw(dated, waiting, [refuse('FLOW_CHANGED', state.at(waiting), [], `${from} → ${to}`)]);
    }
  }
}

function* inParts(queue: Queue<SaidFlow>): Generator<Waiting<SaidFlow>[]> {
  let lines: Waiting<SaidFlow>[] = [];
  for (const line of queue.lines()) {
    lines.push(line);
    if (lines.length < LOOKED_UP_AT_ONCE) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
