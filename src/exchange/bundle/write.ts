import type { Tx } from '../../graph/graph.service.ts';
import { writeFlows, writeItems } from '../../lineage/bulk.service.ts';
import type { Flow } from '../../lineage/flow.ts';
import { type Draft, writeRecords } from '../../record/bulk.service.ts';
import { ownedRelationships } from './kinds.ts';
import type { LeftOut, Reading, Source } from './source.ts';

/** How many of a kind of record came to what. */
export interface Count {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** In whose name and when a load writes. */
export interface LoadWriting {
  readonly load: string;
  readonly recordedAt: number;
  readonly sweptAt: number;
}

/** Counts by the bundle's word for the kind, `dataset`, `flow` … */
export class Counts {
  readonly byKind = new Map<string, { created: number; updated: number; unchanged: number }>();

  add(kind: string, what: keyof Count, number: number): void {
    const count = this.byKind.get(kind) ?? { created: 0, updated: 0, unchanged: 0 };
    count[what] += number;
    this.byKind.set(kind, count);
  }

  /** One that was counted as unchanged turned out not to be. */
  move(kind: string, to: 'created' | 'updated'): void {
    this.add(kind, 'unchanged', -1);
    this.add(kind, to, 1);
  }

  get changed(): boolean {
    return [...this.byKind.values()].some(({ created, updated }) => created + updated > 0);
  }

  addAll(other: Counts): void {
    for (const [kind, count] of other.byKind)
      for (const what of ['created', 'updated', 'unchanged'] as const) this.add(kind, what, count[what]);
  }

  toJSON(): Record<string, Count> {
    return Object.fromEntries([...this.byKind].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** One part of a load that is written at once: records or flows, never both. */
export type Batch = (tx: Tx, writing: LoadWriting, counts: Counts) => Promise<void>;

/** Most lines and characters that a batch holds: what a transaction bears, and what is in memory at once. */
const BATCH_LINES = 2_000;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

/** What a checked bundle holds, by file: passes go over those files alone. */
export interface Contents {
  readonly leftOut: LeftOut;
  readonly recordFiles: ReadonlySet<number>;
  readonly datedFiles: ReadonlySet<number>;
  readonly undatedFiles: ReadonlySet<number>;
}

/** Cuts a bundle into batches: records first, then dated flows, then those that meet what is known by then. */
export async function* batches(source: Source, contents: Contents): AsyncGenerator<Batch> {
  for await (const drafts of draftsOf(source, contents)) yield recordBatch(drafts);
  for await (const flows of flowsOf(source, contents)) yield flowBatch(flows);
}

/** Records of a bundle in batches. */
export function draftsOf(source: Source, { leftOut, recordFiles }: Contents): AsyncGenerator<Draft[]> {
  const choice = { leftOut, files: recordFiles, only: 'records' } as const;
  return grouped(source.readings('WRITING_RECORDS', choice), draftOf);
}

/** Flows of a bundle in batches, dated ones first. */
export async function* flowsOf(source: Source, contents: Contents): AsyncGenerator<Flow[]> {
  const { leftOut, datedFiles, undatedFiles } = contents;
  const only = 'flows' as const;
  if (datedFiles.size > 0)
    yield* grouped(source.readings('WRITING_FLOWS', { leftOut, files: datedFiles, only }), datedFlow);
  if (undatedFiles.size > 0)
    yield* grouped(source.readings('WRITING_FLOWS', { leftOut, files: undatedFiles, only }), undatedFlow);
}

async function* grouped<Part>(
  readings: AsyncGenerator<Reading>,
  partOf: (reading: Reading) => Part | null,
): AsyncGenerator<Part[]> {
  let parts: Part[] = [];
  let characters = 0;
  for await (const reading of readings) {
    const part = partOf(reading);
    if (part === null) continue;
    parts.push(part);
    characters += reading.line.text.length;
    if (parts.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield parts;
    parts = [];
    characters = 0;
  }
  if (parts.length > 0) yield parts;
}

const draftOf = ({ parsed }: Reading): Draft | null => (parsed.is === 'record' ? parsed : null);
const datedFlow = ({ parsed }: Reading): Flow | null =>
  parsed.is === 'flow' && parsed.flow.recordedAt !== undefined ? parsed.flow : null;
const undatedFlow = ({ parsed }: Reading): Flow | null =>
  parsed.is === 'flow' && parsed.flow.recordedAt === undefined ? parsed.flow : null;

function recordBatch(drafts: readonly Draft[]): Batch {
  return async (tx, { load, recordedAt }, counts) => {
    const written = await writeRecords(tx, drafts, { load, recordedAt, owned: ownedRelationships });
    await writeItems(tx, written.created, written.replaced, load);
    countRecords(counts, drafts, written);
  };
}

/** Counts records by kind: lines that say the same as another one of their bundle change nothing either. */
export function countRecords(
  counts: Counts,
  drafts: readonly Draft[],
  { created, replaced }: { created: readonly Draft[]; replaced: readonly Draft[] },
): void {
  for (const { kind } of drafts) counts.add(kind.kind, 'unchanged', 1);
  for (const { kind } of created) counts.move(kind.kind, 'created');
  for (const { kind } of replaced) counts.move(kind.kind, 'updated');
}

function flowBatch(flows: readonly Flow[]): Batch {
  return async (tx, writing, counts) => {
    const { count } = await writeFlows(tx, flows, writing);
    for (const what of ['created', 'updated', 'unchanged'] as const) counts.add('flow', what, count[what]);
  };
}
