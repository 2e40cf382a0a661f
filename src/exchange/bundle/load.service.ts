import { randomUUID } from 'node:crypto';
import type { Clock } from '../../calendar/clock.ts';
import { isEvaluated } from '../../compliance/evaluation.service.ts';
import { Fault } from '../../foundation/fault.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { noteScope, readableState, stateUnderLock } from '../../graph/registry.ts';
import { holdsAnything, openLoad, recordLoad } from '../exchange.statements.ts';
import { auditRefusals, loadAudit } from './audit-log.ts';
import { type LoadWriting, Touched } from './batch.ts';
import { type Count, Counts } from './counts.ts';
import { recordLoadDeed } from './deed.ts';
import { countOnly } from './dry-run.ts';
import { recordedUpToOf } from './history.ts';
import { beating, close, takeBack, undoInterrupted } from './journal.ts';
import { writeInLanes } from './lanes.ts';
import { holding, LOAD_OWNER } from './owner.ts';
import { noteParts } from './parts.store.ts';
import type { Progress } from './progress.ts';
import { type LineRefusal, refuse } from './refusals.ts';
import { openSource, type Source } from './source.ts';
import { type Validation, validate } from './validate.ts';
import { steps } from './write.ts';

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
  /** Findings and levels could not be brought up to date yet; the server does it later. */
  readonly findingsPending: boolean;
}

/** Up to here a load is one transaction: the server's memory bears it. */
const ONE_TRANSACTION_LINES = 20_000;
const ONE_TRANSACTION_CHARACTERS = 8 * 1024 * 1024;
/** Of a load that touches more it is not noted what; all rules are then run over everything. */
const MOST_NOTED = 5_000;
/** So often a bundle is checked anew when the registry changes while it is checked. */
const ATTEMPTS = 3;
const WORK: Work = { name: 'load', limit: 600_000 };

/**
 * Loads bundles 装载: everything is checked before the first write; one error and nothing is written. Large ones go in
 * batches under a journal that is undone when the load is interrupted. What was checked is what the registry still is when
 * the first line is written; else all is checked again. Throws `Fault` BAD_INPUT, CONFLICT, UNAVAILABLE.
 */
export async function loadBundle(
  house: { graph: Graph; clock: Clock },
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadReport> {
  const undone = await undoInterrupted(house.graph);
  const source = openSource(paths, options.onProgress ?? (() => undefined));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const report = await attemptLoad(house, source, options);
    if (report !== 'CHANGED')
      return { ...report, undone, findingsPending: report.written && !(await isEvaluated(house)) };
  }
  throw new Fault(
    'CONFLICT',
    '校验期间登记库不断变动，未写入，请重试。The registry kept changing while the bundle was checked; nothing was written, try again.',
  );
}

async function attemptLoad(
  house: { graph: Graph; clock: Clock },
  source: Source,
  { skipInvalid = false, dryRun = false }: LoadOptions,
): Promise<Omit<LoadReport, 'undone' | 'findingsPending'> | 'CHANGED'> {
  const { generation } = await house.graph.read(WORK, readableState);
  const before = await source.digests();
  const past = source.historyFile ?? source.audit?.records;
  const history = past === undefined ? [] : await historyRefusal(house.graph, past);
  if (history.length === 0) history.push(...(await auditRefusals(house.graph, source)));
  const validation = await validate(house.graph, source, { skipInvalid });
  using queues = validation.queues;
  const refusals = [...history, ...validation.refusals];
  if (history.length > 0 || (validation.refusedLines > 0 && !skipInvalid))
    return reportOf(new Counts(), validation, refusals, false);
  if (dryRun) return reportOf(await countOnly(house, queues), validation, refusals, false);
  const unchangedFiles = async () => {
    const after = await source.digests();
    if (after.some((digest, i) => digest !== before[i]))
      throw new Fault(
        'CONFLICT',
        '装载期间文件被改动，未写入。A file changed while it was loaded; nothing was written.',
      );
  };
  const files = source.files.map((file, i) => `${file} ${before[i]}`);
  const plan = { source, validation, generation, files, unchangedFiles, dumpedUpTo: await recordedUpToOf(source) };
  await loadAudit(house.graph, source);
  const counts = isSmall(validation) ? await writeAtOnce(house, plan) : await writeInBatches(house, plan);
  return counts === 'CHANGED' ? counts : reportOf(counts, validation, refusals, true);
}

interface Plan {
  readonly source: Source;
  readonly validation: Validation;
  /** The registry's generation when checking began. */
  readonly generation: number;
  readonly files: readonly string[];
  readonly unchangedFiles: () => Promise<void>;
  /** Up to when the registry recorded that this is a dump of; 0 for what is no dump. */
  readonly dumpedUpTo: number;
}

function isSmall({ records, flows, characters }: Validation): boolean {
  return records + flows <= ONE_TRANSACTION_LINES && characters <= ONE_TRANSACTION_CHARACTERS;
}

/** The registry's recording never runs backwards, whatever the clock says; a dump is recorded as it was. */
function recordingAt(clock: Clock, recordedUpTo: number, { dumpedUpTo }: Plan): number {
  return dumpedUpTo > recordedUpTo ? dumpedUpTo : Math.max(clock.now(), recordedUpTo + 1);
}

async function writeAtOnce({ graph, clock }: { graph: Graph; clock: Clock }, plan: Plan): Promise<Counts | 'CHANGED'> {
  return graph.write(WORK, async (tx) => {
    const load = randomUUID();
    const { loading, generation, recordedUpTo, sweptAt } = await stateUnderLock(tx, load);
    if (loading !== null) throw busy(loading);
    if (generation !== plan.generation) return 'CHANGED';
    const recordedAt = recordingAt(clock, recordedUpTo, plan);
    const touched = new Touched();
    const noted = isDeed(plan);
    const writing = { load, recordedAt, sweptAt, touched, noted, held: await tx.run(holdsAnything, {}) };
    const counts = new Counts();
    const lines: string[] = [];
    for await (const batches of steps(plan.source, plan.validation.queues, counts))
      for await (const batch of batches) {
        const { wrote, done } = await batch(tx, writing);
        if (noted) lines.push(...wrote);
        done();
      }
    await plan.unchangedFiles();
    if (!isChange(counts, plan)) return counts;
    const { files } = plan;
    const at = clock.now();
    await tx.run(recordLoad, { load, owner: LOAD_OWNER, files, at, recordedAt, counts: JSON.stringify(counts) });
    if (noted) await recordLoadDeed(tx, { load, files, counts, parts: await noteParts(tx, load, lines) });
    const { records, flows } = touched;
    // History brings findings back that nobody who follows changes knows of.
    if (records.size + flows.size <= MOST_NOTED && plan.source.historyFile === null)
      await noteScope(tx, { records: [...records], flows: [...flows.values()] });
    return counts;
  });
}

async function writeInBatches(
  { graph, clock }: { graph: Graph; clock: Clock },
  plan: Plan,
): Promise<Counts | 'CHANGED'> {
  const load = randomUUID();
  return holding(load, async () => {
    const state = await graph.write(WORK, async (tx) => {
      const locked = await stateUnderLock(tx, load);
      if (locked.loading === load) return locked;
      if (locked.loading !== null) throw busy(locked.loading);
      if (locked.generation !== plan.generation) return 'CHANGED';
      await tx.run(openLoad, { load, owner: LOAD_OWNER, files: plan.files, at: clock.now() });
      return locked;
    });
    if (state === 'CHANGED') return state;
    const held = await graph.read(WORK, (tx) => tx.run(holdsAnything, {}));
    const recordedAt = recordingAt(clock, state.recordedUpTo, plan);
    const writing = { load, recordedAt, sweptAt: state.sweptAt, held, touched: null, noted: isDeed(plan) };
    try {
      return await beating(graph, load, () => writeJournaled(graph, plan, writing));
    } catch (error) {
      // The graph being away is no reason to hide what happened: the next start takes the load back.
      await takeBack(graph, load).catch(() => false);
      throw error;
    }
  });
}

async function writeJournaled(graph: Graph, plan: Plan, writing: LoadWriting): Promise<Counts> {
  const { load, recordedAt } = writing;
  const counts = new Counts();
  const parts = await writeInLanes(graph, writing, steps(plan.source, plan.validation.queues, counts));
  await plan.unchangedFiles();
  const changed = isChange(counts, plan);
  const { files } = plan;
  const deed = async (tx: Tx) =>
    changed && isDeed(plan) ? recordLoadDeed(tx, { load, files, counts, parts }) : undefined;
  const closing = { load, from: 'WRITING', state: 'DONE', recordedAt, changed, counts: JSON.stringify(counts) };
  await close(graph, closing, deed);
  return counts;
}

function isChange(counts: Counts, { source }: Plan): boolean {
  return counts.changed || source.historyFile !== null;
}

/** A dump that brings its own audit log is the registry as it was: nothing is added to that log. */
function isDeed({ source }: Plan): boolean {
  return source.audit === null;
}

/** History is loaded into an empty graph only. */
async function historyRefusal(graph: Graph, file: string): Promise<LineRefusal[]> {
  const { records } = await graph.read(WORK, (tx) => tx.run(holdsAnything, {}));
  return !records ? [] : [refuse('HISTORY_INTO_FULL_GRAPH', { file, line: 1 })];
}

function busy(load: string): Fault {
  return new Fault('CONFLICT', `另一个装载正在进行（${load}）。Another load is under way (${load}).`);
}

function reportOf(
  counts: Counts,
  { refusedLines, warnings }: Validation,
  refusals: readonly LineRefusal[],
  written: boolean,
): Omit<LoadReport, 'undone' | 'findingsPending'> {
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
  };
}
