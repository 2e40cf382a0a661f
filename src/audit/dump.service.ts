import { z } from 'zod';
import { Fault } from '../foundation/fault.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { create, lock } from './audit.store.ts';
import { headDigest, peekHead } from './head.ts';
import { headsInGraph } from './head-stream.ts';
import { jwsOf } from './heads-file.ts';
import { logState, restoreHeads, restoreRecords, saveTiles, takeLog, tilesAt } from './log.store.ts';
import { actorName, readContent } from './record.ts';
import { Edge, growingTiles } from './tiles.ts';
import { type Met, placesByDigest, sealedFrom, waitingAfter } from './verify.store.ts';

/** A record as a dump holds it: to the letter, also one that was damaged. */
const auditLine = z.strictObject({
  record: z.literal('audit'),
  id: z.string(),
  /** Its place; absent: it was not sealed yet. */
  sealed: z.int().nonnegative().optional(),
  digest: z.string(),
  content: z.string(),
});

/** A line of `audit/records.jsonl`. */
export type AuditLine = z.output<typeof auditLine>;

const PAGE = 2_000;
const WORK: Work = { name: 'audit: restore', limit: 600_000 };

/** The lines of `audit/records.jsonl`: sealed records in order of the log, then those that wait. */
export async function* dumpedRecords(tx: Tx): AsyncGenerator<string> {
  const open = new Map<string, AuditLine>();
  for (let after = ''; ; ) {
    const page = await waitingAfter(tx, after, PAGE);
    for (const met of page) open.set(met.id, lineOf(met));
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  for (let from = 0; ; ) {
    const page = await sealedFrom(tx, from, PAGE);
    for (const met of page) {
      open.delete(met.id ?? '');
      yield JSON.stringify(lineOf(met, met.sealed));
    }
    if (page.length < PAGE) break;
    from = page.at(-1)!.sealed + 1;
  }
  for (const line of open.values()) yield JSON.stringify(line);
}

/** The lines of `audit/heads.jsonl`: every signed head in the graph. */
export async function* dumpedHeads(tx: Tx): AsyncGenerator<string> {
  for await (const { size, jws } of headsInGraph(tx)) yield JSON.stringify({ size, head: jws });
}

function lineOf({ id, digest, content }: Met, sealed?: number): AuditLine {
  return { record: 'audit', id: id ?? '', sealed, digest: digest ?? '', content: content ?? '' };
}

/** Reads a line of `audit/records.jsonl`; null for a text that is none. */
export function readAuditLine(text: string): AuditLine | null {
  try {
    const said = auditLine.safeParse(JSON.parse(text));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}

/** Reads a line of `audit/heads.jsonl`; null for a text that is none. */
export function readHeadLine(text: string): { size: number; jws: string; log: string } | null {
  const jws = jwsOf(text);
  const head = jws === null ? null : peekHead(jws);
  return jws === null || head === null ? null : { size: head.size, jws, log: head.log };
}

/** How many records of a log are sealed in a graph; a dump's log goes into one without any. */
export async function sealedSoFar(graph: Graph): Promise<{ id: string; size: number }> {
  return (await graph.read(WORK, logState)) ?? { id: '', size: 0 };
}

/**
 * Writes a dump's audit log back 恢复审计日志, unchanged, into a graph whose own has nothing sealed: in batches, each whole;
 * interrupted it goes on where it was when it is called again with the same lines. Throws `Fault` CONFLICT.
 */
export async function restoreAudit(
  graph: Graph,
  heads: AsyncIterable<string>,
  records: AsyncIterable<string>,
): Promise<number> {
  const headLines = heads[Symbol.asyncIterator]();
  const nextHead = async () => {
    const { value, done } = await headLines.next();
    return done ? null : readHeadLine(value);
  };
  let head = await nextHead();
  const log = head?.log ?? null;
  let restored = 0;
  let batch: AuditLine[] = [];
  const flush = async () => {
    const upTo = restored + batch.filter(({ sealed }) => sealed !== undefined).length;
    const own: { size: number; jws: string }[] = [];
    for (; head !== null && head.size <= upTo; head = await nextHead()) own.push({ size: head.size, jws: head.jws });
    const lines = batch;
    await graph.write(WORK, (tx) => restoreSome(tx, log, lines, own));
    restored = upTo;
    batch = [];
  };
  for await (const text of records) {
    const line = readAuditLine(text);
    if (line === null) continue;
    batch.push(line);
    if (batch.length === PAGE) await flush();
  }
  if (batch.length > 0) await flush();
  return restored;
}

async function restoreSome(
  tx: Tx,
  id: string | null,
  lines: readonly AuditLine[],
  heads: readonly { size: number; jws: string }[],
): Promise<void> {
  const log = await takeLog(tx, 'restore');
  const sealed = lines.filter((line) => line.sealed !== undefined);
  const missing = sealed.filter((line) => line.sealed! >= log.size);
  if (sealed.length > 0 && missing.length > 0) {
    if (missing[0]!.sealed !== log.size || (id !== null && log.size > 0 && log.id !== id)) throw used();
    const edge = new Edge(log.size, await tilesAt(tx, growingTiles(log.size)));
    const full = missing.flatMap(({ digest }) => edge.add(digest));
    await restoreRecords(tx, missing.map(rowOf));
    await saveTiles(tx, [...full, ...edge.growing()]);
    const own = heads.filter((head) => head.size > log.size);
    const last = own.at(-1);
    const head = last === undefined ? log.head : headDigest(last.jws);
    await restoreHeads(tx, { id: id ?? log.id, size: edge.size, head, heads: own });
  }
  const open = lines.filter((line) => line.sealed === undefined);
  const there = await placesByDigest(tx, [...new Set(open.map(({ digest }) => digest))]);
  for (const line of open.filter(({ digest }) => !there.has(digest))) {
    const { properties, subjects } = rowOf(line);
    await lock(tx, subjects, line.id);
    await create(tx, properties, subjects);
  }
}

/** A record's properties as they follow from its line. */
function rowOf({ id, sealed, digest, content }: AuditLine) {
  const said = readContent(content);
  const stated =
    said === null ? {} : { at: said.at, act: said.act, actor: actorName(said.actor), request: said.request };
  const subjects = [...new Set(said?.subjects.map((subject) => subject.id) ?? [])].sort();
  return { properties: { id, digest, content, ...stated, ...(sealed === undefined ? {} : { sealed }) }, subjects };
}

function used(): Fault {
  return new Fault(
    'CONFLICT',
    '图中已有另一份审计日志，未写入。The graph has an audit log of its own by now; nothing was written.',
  );
}
