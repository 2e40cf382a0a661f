import { writeFlows, writeItems } from '../../lineage/bulk.service.ts';
import type { SaidFlow } from '../../lineage/flow.ts';
import { type Draft, writeRecords } from '../../record/bulk.service.ts';
import type { Entry } from '../../record/entry.ts';
import { authorBatches } from './audit-log.ts';
import type { Batch } from './batch.ts';
import type { Counts } from './counts.ts';
import { historyBatches } from './history.ts';
import { ownedRelationships } from './kinds.ts';
import { Links } from './links.ts';
import { flowLines, recordLines } from './manifest.ts';
import type { Progress } from './progress.ts';
import type { Source } from './source.ts';
import type { Queue, Queues, Waiting } from './waiting.ts';

/** Most lines and characters that a batch holds: what a transaction bears, and what is in memory at once. */
const BATCH_LINES = 2_000;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/**
 * What a checked bundle comes to, step by step: records, what they name, where they lie, then dated flows, then flows that meet what is
 * known by then, then history and which deeds wrote all this. Batches of one step touch different things and may be written side by side.
 */
export async function* steps(
  source: Source,
  queues: Queues,
  counts: Counts,
): AsyncGenerator<AsyncIterable<Batch> | Iterable<Batch>> {
  using links = new Links();
  const { records, dated, undated } = queues;
  const told = (phase: Progress['phase'], before: number, total: number) => (done: number) =>
    source.onProgress({ phase, done: before + done, total });
  countRepeats(counts, queues);
  const recordLinesAt = (recordedAt: number) => (source.historyFile === null ? recordedAt : null);
  yield recordBatches(inBatches(records, told('WRITING_RECORDS', 0, records.size)), counts, links, recordLinesAt);
  yield links.drawing();
  yield links.placing();
  const flows = dated.size + undated.size;
  yield flowBatches(inBatches(dated, told('WRITING_FLOWS', 0, flows)), counts, false);
  yield flowBatches(inBatches(undated, told('WRITING_FLOWS', dated.size, flows)), counts, dated.size > 0);
  yield historyBatches(source);
  yield authorBatches(source);
}

/** The lines of a queue in batches, each of those that repeat another one left out. */
export function* inBatches<Said extends Draft | SaidFlow>(
  queue: Queue<Said>,
  onPassed?: (done: number) => void,
): Generator<Said[]> {
  let batch: Said[] = [];
  let characters = 0;
  for (const { said, number } of queue.lines(undefined, onPassed)) {
    if (queue.repeats.has(number)) continue;
    batch.push(said);
    characters += 'text' in said ? said.text.length : (said.items?.length ?? 0);
    if (batch.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Lines that say the same as another one of their bundle change nothing. */
export function countRepeats(counts: Counts, { records, dated, undated }: Queues): void {
  for (const { said } of records.lines(records.repeats)) counts.add(said.kind.kind, 'unchanged', 1);
  for (const queue of [dated, undated])
    for (const _ of queue.lines(queue.repeats) as Generator<Waiting<SaidFlow>>) counts.add('flow', 'unchanged', 1);
}

function* recordBatches(
  all: Iterable<Draft[]>,
  counts: Counts,
  links: Links,
  datedAt: (recordedAt: number) => number | null,
): Generator<Batch> {
  for (const drafts of all)
    yield async (tx, { load, recordedAt, held, touched }) => {
      const unheard = !held.records;
      const written = await writeRecords(tx, drafts, { load, recordedAt, owned: ownedRelationships, unheard });
      await writeItems(tx, written.created, written.replaced, load);
      const entries = [...written.created, ...written.replaced];
      const done = () => {
        countRecords(counts, drafts, written);
        for (const entry of entries) {
          links.add(entry);
          touched?.records.add(entry.id);
        }
      };
      return { wrote: recordLines(entries, datedAt(recordedAt)), done };
    };
}

/** Counts records by kind. */
export function countRecords(
  counts: Counts,
  drafts: readonly Draft[],
  { created, replaced }: { created: readonly Entry[]; replaced: readonly Entry[] },
): void {
  for (const { kind } of drafts) counts.add(kind.kind, 'unchanged', 1);
  for (const { kind } of created) counts.move(kind.kind, 'created');
  for (const { kind } of replaced) counts.move(kind.kind, 'updated');
}

function* flowBatches(all: Iterable<SaidFlow[]>, counts: Counts, datedBefore: boolean): Generator<Batch> {
  for (const flows of all)
    yield async (tx, writing) => {
      const unheard = !writing.held.flows && !datedBefore;
      const changes = await writeFlows(tx, flows, { ...writing, unheard });
      const done = () => {
        for (const { from, to } of flows) writing.touched?.flows.set(`${from}\n${to}`, { from, to });
        for (const what of ['created', 'updated', 'unchanged'] as const) counts.add('flow', what, changes.count[what]);
      };
      return { wrote: flowLines(changes), done };
    };
}
