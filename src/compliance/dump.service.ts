import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { formatMoment, momentOf } from '../calendar/moment.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson } from '../foundation/json.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { browseFindings, forgetFindings, restoreFindings } from './compliance.statements.ts';
import { lastEvaluation } from './evaluation.store.ts';
import { findingId, rankOfFinding } from './finding-id.ts';
import { FINDING_STATES } from './finding-life.ts';
import type { HeldFinding } from './held-finding.ts';

const PAGE = 2_000;
const EVERYTHING = { states: FINDING_STATES, severity: null, rules: null, organization: null, database: null };
const SIGHTS = { everything: true, own: [], under: [] };

const text = z.string();
const moment = text.transform((said, context) => {
  const instant = momentOf(said);
  if (instant === null) context.addIssue({ code: 'custom', message: 'BAD_MOMENT' });
  return instant ?? 0;
});

/** A finding as a dump holds it: what it said last, and its life 办理情况. */
const findingLine = z.strictObject({
  record: z.literal('finding'),
  key: text,
  rule: text.regex(/^R\d{1,3}-\d{1,3}$/),
  subject: text,
  object: text.optional(),
  severity: z.enum(['VIOLATION', 'REVIEW']),
  state: z.enum(FINDING_STATES),
  since: moment,
  firstSeenAt: moment,
  seenSince: moment,
  lastSeenAt: moment.optional(),
  evidence: z.array(text),
  message: text,
  cure: text,
  details: z.looseObject({}).optional(),
  owner: text.optional(),
  place: text.optional(),
  reason: text.optional(),
  decidedBy: text.optional(),
  decidedAt: moment.optional(),
  acceptedUntil: text.refine(isDay).optional(),
});

/** A finding that a dump brings back. */
export interface DumpedFinding {
  readonly id: string;
  readonly subject: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * The lines of `history/finding.jsonl`: every finding that the registry keeps, corrected ones too, in their order. Throws `Fault` UNAVAILABLE while a run
 * writes in parts.
 */
export async function* dumpedFindings(tx: Tx): AsyncGenerator<string> {
  await refuseHalf(tx);
  for (let after = ''; ; ) {
    const sieve = { ...EVERYTHING, now: 0, known: 0 };
    const page = await tx.run(browseFindings, { prefix: '', after, sieve, sights: SIGHTS, limit: PAGE });
    const found = page.map(({ finding }) => finding as unknown as HeldFinding & { readonly seenSince: number });
    for (const finding of found) yield lineOf(finding);
    if (found.length < PAGE) break;
    after = found.at(-1)!.rank;
  }
  await refuseHalf(tx);
}

async function refuseHalf(tx: Tx): Promise<void> {
  const last = await lastEvaluation(tx);
  if (last !== null && last.writing !== null)
    throw new Fault('UNAVAILABLE', '正在写入合规核算结果，请稍后再试。Findings are being written; try again later.');
}

function lineOf(finding: HeldFinding & { readonly seenSince: number }): string {
  const { id, rank: _rank, details, rule, subject, object, ...said } = finding;
  const {
    digest: _digest,
    since,
    firstSeenAt,
    seenSince,
    lastSeenAt,
    decidedAt,
    ...rest
  } = said as typeof said & {
    digest: string;
  };
  return canonicalJson({
    record: 'finding',
    key: keyIn(id),
    rule,
    subject,
    ...(object == null ? {} : { object }),
    ...rest,
    ...(details == null ? {} : { details: JSON.parse(details) }),
    since: formatMoment(since),
    firstSeenAt: formatMoment(firstSeenAt),
    seenSince: formatMoment(seenSince),
    ...(lastSeenAt == null ? {} : { lastSeenAt: formatMoment(lastSeenAt) }),
    ...(decidedAt == null ? {} : { decidedAt: formatMoment(decidedAt) }),
  });
}

/**
 * Reads a line of `history/finding.jsonl`; null for a value that is none. A dump is believed what became of a finding; what it says of today is found again,
 * so its digest is left out.
 */
export function readFindingLine(value: unknown): DumpedFinding | null {
  const said = findingLine.safeParse(value);
  if (!said.success) return null;
  const { record: _record, key, details, ...finding } = said.data;
  const { rule, subject, object = '' } = finding;
  const id = findingId({ rule, subject, object });
  if (keyIn(id) !== key) return null;
  const told = details === undefined ? {} : { details: canonicalJson(details) };
  const rank = rankOfFinding({ rule, subject, object });
  return { id, subject, properties: { ...finding, ...told, id, rank, digest: '' } };
}

/** Writes a dump's findings back 恢复合规问题; the next run finds again those that hold. */
export async function restoreDumped(tx: Tx, findings: readonly DumpedFinding[]): Promise<void> {
  if (findings.length > 0) await tx.run(restoreFindings, { rows: findings });
}

/** Takes out the findings of a registry that holds nothing any more. */
export async function forgetAllFindings(graph: Graph): Promise<void> {
  await graph.batches({ name: 'findings: forget', limit: 600_000 }, forgetFindings, {});
}

function keyIn(id: string): string {
  return id.slice('Finding:'.length);
}
