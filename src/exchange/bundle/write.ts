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

/** Cuts a bundle into batches: records first, then dated flows, then those that meet what is known by then. */
export async function* batches(
  source: Source,
  leftOut: LeftOut,
  size: number,
  undated: boolean,
): AsyncGenerator<Batch> {
  yield* grouped(source.readings('WRITING_RECORDS', leftOut), size, draftOf, recordBatch);
  yield* grouped(source.readings('WRITING_FLOWS', leftOut), size, datedFlow, flowBatch);
  if (undated) yield* grouped(source.readings('WRITING_FLOWS', leftOut), size, undatedFlow, flowBatch);
}

async function* grouped<Part>(
  readings: AsyncGenerator<Reading>,
  size: number,
  partOf: (reading: Reading) => Part | null,
  batch: (parts: readonly Part[]) => Batch,
): AsyncGenerator<Batch> {
  let parts: Part[] = [];
  for await (const reading of readings) {
    const part = partOf(reading);
    if (part === null) continue;
    parts.push(part);
    if (parts.length < size) continue;
    yield batch(parts);
    parts = [];
  }
  if (parts.length > 0) yield batch(parts);
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
    for (const { kind } of written.created) counts.add(kind.kind, 'created', 1);
    for (const { kind } of written.replaced) counts.add(kind.kind, 'updated', 1);
    const changed = new Set([...written.created, ...written.replaced].map(({ id }) => id));
    for (const { kind, content } of drafts)
      if (!changed.has(`${kind.type}:${content.key}`)) counts.add(kind.kind, 'unchanged', 1);
  };
}

function flowBatch(flows: readonly Flow[]): Batch {
  return async (tx, writing, counts) => {
    const { created, retired, unchanged } = await writeFlows(tx, flows, writing);
    const replacing = new Set(retired.map(({ key }) => key));
    const updated = created.filter(({ key }) => replacing.has(key)).length;
    counts.add('flow', 'created', created.length - updated);
    counts.add('flow', 'updated', retired.length);
    counts.add('flow', 'unchanged', unchanged);
  };
}
