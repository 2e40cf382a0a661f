import { Fault } from '../foundation/fault.ts';
import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { reachOf } from '../identity/permissions.ts';
import type { Viewer } from '../identity/viewer.ts';
import {
  lastOfAct,
  deedsBehind as readDeedsBehind,
  recordsAbout,
  recordsInTime,
  recordsNamed,
  recordsOfAct,
  recordsOfActor,
} from './audit.statements.ts';
import { consistencyOf, type Inclusion, inclusionsOf, treeHead } from './proof.service.ts';
import { readContent, type Written } from './record.ts';

/** A window onto the audit log: who asks, of which graph. */
export interface AuditDesk {
  readonly graph: Graph;
  readonly viewer: Viewer;
}

/** Which records are asked for; what is left out does not narrow. */
export interface AuditQuestion {
  readonly subject?: string | null;
  /** An account; without one issuer and subject, a space between. */
  readonly actor?: string | null;
  readonly act?: string | null;
  /** Moments, epoch milliseconds; `to` is not included. */
  readonly from?: number | null;
  readonly to?: number | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A record of the log as it is shown. */
export interface Shown extends Written {
  readonly digest: string;
  /** Its place in the log, from 0 on; null: it waits to be sealed. */
  readonly sealed: number | null;
}

/** One page of records, latest first. */
export interface AuditPage {
  readonly edges: readonly { readonly cursor: string; readonly node: Shown }[];
  readonly hasNextPage: boolean;
}

const WORK: Work = { name: 'audit: read', limit: 10_000 };
const PAGE = 50;
const MOST = 1_000;
const CURSOR = /^(\d{1,15}) (.{1,200})$/s;
const LAST = '\u{10ffff}';

/** Whether a viewer may read the audit log 可否查阅审计日志. */
export function mayReadAudit({ role }: Viewer): boolean {
  return reachOf('audit:read', role) === 'ALL';
}

/** Records of the log 查阅审计日志, latest first, a page at a time. Throws `Fault` FORBIDDEN, BAD_INPUT. */
export async function auditRecords(desk: AuditDesk, question: AuditQuestion): Promise<AuditPage> {
  return reading(desk, async (tx) => {
    const first = question.first ?? PAGE;
    if (!(first >= 0 && first <= MOST))
      throw new Fault('BAD_INPUT', `first 应在 0 到 ${MOST} 之间。first must be 0 to ${MOST}.`);
    const rows = await rowsOf(tx, question, first + 1);
    const edges = rows.slice(0, first).flatMap(({ id, at, content, digest, sealed }) => {
      const said = readContent(content);
      if (said === null) throw damaged(id);
      return { cursor: cursorOf(at, id), node: { ...said, digest, sealed } };
    });
    return { edges, hasNextPage: rows.length > first };
  });
}

/** The last signed head 最新树头; null while nothing is sealed. Throws `Fault` FORBIDDEN. */
export function lastTreeHead(desk: AuditDesk): Promise<{ size: number; jws: string } | null> {
  return reading(desk, treeHead);
}

/** A record's proof, with the head that it is proved for. */
export type Proved = Inclusion & { readonly head: string };

/**
 * Proofs that records stand in the log 存在性证明, under its last signed head, by place; a few statements for all of them.
 * Throws `Fault` FORBIDDEN.
 */
export function inclusions(desk: AuditDesk, places: readonly string[]): Promise<Map<string, Proved>> {
  return reading(desk, async (tx) => {
    const head = await treeHead(tx);
    if (head === null) throw new Fault('BAD_INPUT', '尚无树头。Nothing is sealed yet.');
    const proofs = await inclusionsOf(tx, places.map(Number), head.size);
    return new Map(places.map((place, i) => [place, { ...proofs[i]!, head: head.jws }]));
  });
}

/** Proof that the log of one size begins with that of a smaller one 一致性证明. Throws `Fault` FORBIDDEN, BAD_INPUT. */
export function consistency(desk: AuditDesk, from: number, to: number): Promise<readonly string[]> {
  return reading(desk, (tx) => consistencyOf(tx, from, to));
}

/** Sealed records about some subjects, oldest first, and how many wait, for an evidence pack, within its transaction. */
export async function recordsForPack(tx: Tx, subjects: readonly string[], most: number) {
  const everything = { act: null, actor: null, ...bounds({}), limit: most };
  const rows = await tx.run(recordsAbout, { subjects, ...everything });
  const sealed = rows.flatMap(({ content, sealed: at }) => (at === null ? [] : { content, sealed: at })).reverse();
  return { sealed, waiting: rows.length - sealed.length };
}

/** What the log says of the deeds behind a record's contents, oldest first: those named, and all others about it. */
export async function deedsBehind(tx: Tx, id: string, deeds: readonly string[]): Promise<Written[]> {
  const rows = await tx.run(readDeedsBehind, { id, deeds });
  return rows.map((row) => readContent(row.content) ?? raise(damaged(row.id)));
}

/** Audit records by id, within a transaction; those that are not there, or are damaged, are left out. */
export async function deedsNamed(tx: Tx, ids: readonly string[]): Promise<Map<string, Written>> {
  const rows = await tx.run(recordsNamed, { ids });
  return new Map(rows.flatMap(({ id, content }) => readable(id, content)));
}

/** The last record of certain acts about each of some subjects, within a transaction. */
export async function lastDeeds(
  tx: Tx,
  subjects: readonly string[],
  acts: readonly string[],
): Promise<Map<string, Written>> {
  const rows = await tx.run(lastOfAct, { subjects, acts });
  return new Map(rows.flatMap(({ subject, content }) => readable(subject, content)));
}

function readable(name: string, content: string): [string, Written][] {
  const said = readContent(content);
  return said === null ? [] : [[name, said]];
}

/** All records of an act, latest first, some at a time, within a transaction; those that are damaged are left out. */
export async function* deedsOfAct(tx: Tx, act: string, size: number): AsyncGenerator<Written[]> {
  for (let after: string | null = null; ; ) {
    const rows: { id: string; at: number; content: string }[] = await rowsOf(tx, { act, after }, size);
    yield rows.flatMap(({ content }) => readContent(content) ?? []);
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = cursorOf(last.at, last.id);
  }
}

function raise(fault: Fault): never {
  throw fault;
}

function rowsOf(tx: Tx, question: AuditQuestion, limit: number) {
  const { subject, act = null, actor = null } = question;
  const asked = { act, actor, ...bounds(question), limit };
  if (subject != null) return tx.run(recordsAbout, { ...asked, subjects: [subject] });
  if (actor !== null) return tx.run(recordsOfActor, { ...asked, actor });
  return act === null ? tx.run(recordsInTime, asked) : tx.run(recordsOfAct, { ...asked, act });
}

function bounds({ from, to, after }: AuditQuestion) {
  const [, at, id] = after == null ? [] : (CURSOR.exec(Buffer.from(after, 'base64url').toString()) ?? []);
  if (after != null && at === undefined) throw new Fault('BAD_INPUT', '游标不对。The cursor is not one of this list.');
  return {
    from: from ?? 0,
    to: to ?? Number.MAX_SAFE_INTEGER,
    beforeAt: at === undefined ? Number.MAX_SAFE_INTEGER : Number(at),
    beforeId: id ?? LAST,
  };
}

function cursorOf(at: number, id: string): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

async function reading<T>({ graph, viewer }: AuditDesk, body: (tx: Tx) => Promise<T>): Promise<T> {
  if (!mayReadAudit(viewer)) throw new Fault('FORBIDDEN', '无权查阅审计日志。You may not read the audit log.');
  return graph.read(WORK, body);
}

function damaged(id: string): Fault {
  return new Fault(
    'UNAVAILABLE',
    `审计记录已损坏：${id}，请运行 shuyuan verify。Audit record ${id} is damaged: run shuyuan verify.`,
  );
}
