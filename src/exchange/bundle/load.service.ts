import { randomUUID } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import { Fault } from '../../foundation/fault.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { flowChanges, heldAssertions } from '../../lineage/bulk.service.ts';
import { compare, type Draft } from '../../record/bulk.service.ts';
import { beatLoad, closeLoad, countRecords, lockRegistry, openLoad, recordLoad } from '../exchange.statements.ts';
import { historyBatches } from './history.ts';
import { LOAD_OWNER, undo, undoInterrupted } from './journal.ts';
import type { Progress } from './progress.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import { openSource, type Source } from './source.ts';
import { type Validation, validate } from './validate.ts';
import { type Batch, batches, type Count, Counts, type LoadWriting } from './write.ts';

/** How a load is done. */
export interface LoadOptions {
  /** Write what is valid and list what was left out, instead of refusing all for one error. */
  readonly skipInvalid?: boolean;
  /** Check and count, write nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a load came to. */
export interface LoadReport {
  /** False when nothing was written: something was refused, or it was a dry run. */
  readonly written: boolean;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Lines that were refused. */
  readonly refused: number;
  readonly byKind: Readonly<Record<string, Count>>;
  /** The first refusals; `refused` counts all. */
  readonly refusals: readonly LineRefusal[];
  readonly warnings: readonly LineRefusal[];
  /** A load that had been interrupted and was taken back first. */
  readonly undone: string | null;
}

/** Up to here a load is one transaction: the server's memory bears it. */
const ONE_TRANSACTION_LINES = 20_000;
const ONE_TRANSACTION_BYTES = 48 * 1024 * 1024;
const BATCH_LINES = 2_000;
const WORK: Work = { name: 'load', limit: 600_000 };

/**
 * Loads bundles 装载: everything is checked before the first write; one error and nothing is written. Large ones go in
 * batches under a journal that is undone when the load is interrupted. Throws `Fault` BAD_INPUT, CONFLICT, UNAVAILABLE.
 */
export async function loadBundle(
  house: { graph: Graph; clock: Clock },
  paths: readonly string[],
  { skipInvalid = false, dryRun = false, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  const undone = await undoInterrupted(house.graph);
  const source = openSource(paths, onProgress);
  const before = await source.digests();
  const history = source.hasHistory ? await historyRefusal(house.graph, source) : [];
  const validation = await validate(house.graph, source, { skipInvalid });
  const refusals = [...history, ...validation.refusals];
  if (history.length > 0 || (validation.refusedLines > 0 && !skipInvalid))
    return reportOf(new Counts(), validation, refusals, false, undone);
  const plan = { source, validation, files: source.files.map((file, i) => `${file} ${before[i]}`) };
  const unchangedFiles = async () => {
    const after = await source.digests();
    if (after.some((digest, i) => digest !== before[i]))
      throw new Fault(
        'CONFLICT',
        '装载期间文件被改动，未写入。A file changed while it was loaded; nothing was written.',
      );
  };
  const counts = dryRun
    ? await count(house, plan)
    : isSmall(validation, source)
      ? await writeAtOnce(house, plan, unchangedFiles)
      : await writeInBatches(house, plan, unchangedFiles);
  return reportOf(counts, validation, refusals, !dryRun, undone);
}

interface Plan {
  readonly source: Source;
  readonly validation: Validation;
  readonly files: readonly string[];
}

function isSmall({ records, flows }: Validation, { bytes }: Source): boolean {
  return records + flows <= ONE_TRANSACTION_LINES && bytes <= ONE_TRANSACTION_BYTES;
}

function batchesOf({ source, validation: { leftOut, undatedFlows } }: Plan): AsyncGenerator<Batch> {
  return batches(source, leftOut, BATCH_LINES, undatedFlows > 0);
}

async function writeAtOnce({ graph, clock }: { graph: Graph; clock: Clock }, plan: Plan, check: () => Promise<void>) {
  return graph.write(WORK, async (tx) => {
    const load = randomUUID();
    const { loading, recordedUpTo, sweptAt } = await tx.run(lockRegistry, { load });
    if (loading !== null) throw busy(loading);
    const writing = { load, recordedAt: Math.max(clock.now(), recordedUpTo + 1), sweptAt };
    const counts = new Counts();
    for await (const batch of batchesOf(plan)) await batch(tx, writing, counts);
    for await (const batch of historyBatches(plan.source)) await batch(tx);
    await check();
    const { recordedAt } = writing;
    const changed = [...counts.byKind.values()].some(({ created, updated }) => created + updated > 0);
    if (changed || plan.source.hasHistory)
      await tx.run(recordLoad, {
        load,
        owner: LOAD_OWNER,
        files: plan.files,
        at: clock.now(),
        recordedAt,
        counts: JSON.stringify(counts),
      });
    return counts;
  });
}

async function writeInBatches(
  { graph, clock }: { graph: Graph; clock: Clock },
  plan: Plan,
  check: () => Promise<void>,
) {
  const load = randomUUID();
  const { recordedUpTo, sweptAt } = await graph.write(WORK, async (tx) => {
    const state = await tx.run(lockRegistry, { load });
    const { opened } = await tx.run(openLoad, { load, owner: LOAD_OWNER, files: plan.files, at: clock.now() });
    if (!opened) throw busy(state.loading ?? '');
    return state;
  });
  const writing: LoadWriting = { load, recordedAt: Math.max(clock.now(), recordedUpTo + 1), sweptAt };
  const counts = new Counts();
  try {
    await writeAhead(batchesOf(plan), (batch) =>
      journaled(graph, load, async (tx) => {
        const own = new Counts();
        await batch(tx, writing, own);
        return own;
      }).then((own) => counts.addAll(own)),
    );
    for await (const batch of historyBatches(plan.source)) await journaled(graph, load, batch);
    await check();
  } catch (error) {
    await undo(graph, load);
    throw error;
  }
  const close = { load, state: 'DONE', recordedAt: writing.recordedAt, counts: JSON.stringify(counts) };
  await graph.write(WORK, (tx) => tx.run(closeLoad, close));
  return counts;
}

/** One batch in one transaction, only while the load's journal is open. */
async function journaled<T>(graph: Graph, load: string, body: (tx: Tx) => Promise<T>): Promise<T> {
  return graph.write(WORK, async (tx) => {
    const { open } = await tx.run(beatLoad, { load });
    if (!open) throw new Fault('CONFLICT', '装载已被撤销。The load was taken back by another process.');
    return body(tx);
  });
}

/** Prepares the next batch while one is being written. */
async function writeAhead(all: AsyncGenerator<Batch>, write: (batch: Batch) => Promise<void>): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of all) {
    await writing;
    writing = write(batch);
    writing.catch(() => undefined);
  }
  await writing;
}

/** Counts what a load would do. */
async function count({ graph, clock }: { graph: Graph; clock: Clock }, { source, validation }: Plan): Promise<Counts> {
  const counts = new Counts();
  let drafts: Draft[] = [];
  const flush = async () => {
    const found = await graph.read(WORK, (tx) => compare(tx, drafts, clock.now()));
    for (const { kind } of found.created) counts.add(kind.kind, 'created', 1);
    for (const { kind } of found.replaced) counts.add(kind.kind, 'updated', 1);
    counts.add('record', 'unchanged', found.unchanged);
    drafts = [];
  };
  for await (const { parsed } of source.readings('CHECKING', validation.leftOut)) {
    if (parsed.is === 'record') drafts.push(parsed);
    if (drafts.length >= BATCH_LINES) await flush();
    if (parsed.is !== 'flow') continue;
    const held = await graph.read(WORK, (tx) => heldAssertions(tx, [parsed.flow]));
    const { created, retired, unchanged } = flowChanges([parsed.flow], held, clock.now());
    counts.add('flow', 'created', created.length - (retired.length > 0 ? 1 : 0));
    counts.add('flow', 'updated', retired.length);
    counts.add('flow', 'unchanged', unchanged);
  }
  await flush();
  return counts;
}

/** History is loaded into an empty graph only. */
async function historyRefusal(graph: Graph, source: Source): Promise<LineRefusal[]> {
  const { records } = await graph.read(WORK, (tx) => tx.run(countRecords, {}));
  const file = source.files.find((path) => /history/.test(path)) ?? '';
  return records === 0 ? [] : [refuse('HISTORY_INTO_FULL_GRAPH', { file, line: 1 })];
}

function busy(load: string): Fault {
  return new Fault('CONFLICT', `另一个装载正在进行（${load}）。Another load is under way (${load}).`);
}

function reportOf(
  counts: Counts,
  { refusedLines, warnings }: Validation,
  refusals: readonly LineRefusal[],
  written: boolean,
  undone: string | null,
): LoadReport {
  const all = [...counts.byKind.values()];
  const sum = (what: keyof Count) => all.reduce((total, count) => total + count[what], 0);
  return {
    written,
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    refused: Math.max(refusedLines, refusals.length > 0 ? 1 : 0),
    byKind: counts.toJSON(),
    refusals,
    warnings,
    undone,
  };
}
