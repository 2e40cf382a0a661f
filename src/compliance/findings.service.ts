import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { addDays, type Day, firstInstant } from '../calendar/day.ts';
import { Fault } from '../foundation/fault.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { Tx } from '../graph/graph.service.ts';
import { degreeOf, mayMiss } from '../identity/sights.ts';
import { readRecords } from '../record/bulk.service.ts';
import {
  browseFindings,
  countFindings,
  findingsOfSubjects,
  readRules,
  sheetsOfOrganizations,
} from './compliance.statements.ts';
import { isCurrent } from './current.ts';
import { lastEvaluation } from './evaluation.store.ts';
import { rankOfRule } from './finding-id.ts';
import { FINDING_STATES, type FindingState } from './finding-life.ts';
import { type HeldFinding, maySeeFinding } from './held-finding.ts';
import type { ToldFinding } from './redaction.ts';
import type { AnyRule, Severity } from './rule.ts';
import { RULES } from './rules.ts';
import { findingsAsked, toldTo } from './told.store.ts';
import { type Veil, veilOf } from './veil.ts';

/** Which findings are asked for. */
export interface FindingsQuestion {
  readonly rule?: string | null;
  readonly subject?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
  /** Id of the organization that must act. */
  readonly organization?: string | null;
  readonly severity?: Severity | null;
  /** States; those that hold today unless asked. */
  readonly state?: readonly FindingState[] | null;
  /** Article of the regulation, `23` or `第二十三条`. */
  readonly article?: string | null;
  /** Id of a database: findings on it, and on what is aggregated into it. */
  readonly database?: string | null;
  /** Those that have held since this day or a later one, and since this day or an earlier one. */
  readonly sinceFrom?: Day | null;
  readonly sinceTo?: Day | null;
}

/** One page of findings, in the order of the articles. */
export interface FindingPage {
  readonly edges: readonly { readonly cursor: string; readonly finding: ToldFinding }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

const WORK = { name: 'findings', limit: 20_000 };
const USUAL = 1_000;
const MOST = 10_000;
const VEILED_CURSOR = '~';
/** States in which a finding holds today. */
export const HOLDING: readonly FindingState[] = FINDING_STATES.filter((state) => state !== 'CORRECTED');

/** What breaks the rules today 合规问题. Throws `Fault` BAD_INPUT, UNAVAILABLE, TIME_LIMIT. */
export async function findingsOf(desk: Desk, question: FindingsQuestion): Promise<FindingPage> {
  const first = question.first ?? USUAL;
  if (!Number.isInteger(first) || first < 0 || first > MOST)
    throw new Fault('BAD_INPUT', `first 应在 0 至 ${MOST} 之间。first must be 0 to ${MOST}.`);
  const veil = veilOf(desk.sealKey);
  const after = question.after == null ? '' : rankIn(question.after, veil);
  const subject = question.subject == null ? null : idOf(question.subject);
  return tell(desk, async (tx, sight) => {
    const sieve = sieveOf(question, sight);
    const { found, totalCount } =
      subject === null
        ? await browse(tx, sight, question.rule ?? null, sieve, after, first + 1)
        : await aboutSubject(tx, desk, subject, question.rule ?? null, sieve, after);
    const page = await toldTo(tx, desk, found.slice(0, first));
    const edges = page.map((finding) => ({ cursor: cursorOf(finding, veil), finding }));
    return { edges, hasNextPage: found.length > first, hasPreviousPage: after !== '', totalCount };
  });
}

/** Findings that hold today, about each of some records. */
export async function findingsAbout(
  desk: Desk,
  subjects: readonly string[],
): Promise<Map<string, readonly ToldFinding[]>> {
  const found = await tell(desk, async (tx) =>
    seenOf(tx, desk, (await tx.run(findingsOfSubjects, { subjects, states: HOLDING })).map(heldOf)),
  );
  const bySubject = Map.groupBy(found, ({ subject }) => subject);
  return new Map(subjects.map((subject) => [subject, bySubject.get(subject) ?? []]));
}

/** Findings by the id under which the viewer is told them; null for those that do not exist for him. */
export async function findingsWith(desk: Desk, ids: readonly string[]): Promise<Map<string, ToldFinding | null>> {
  const found = await tell(desk, async (tx) => seenOf(tx, desk, await findingsAsked(tx, desk, ids)));
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Map(ids.map((id) => [id, byId.get(id) ?? null]));
}

const heldOf = ({ finding }: { readonly finding: unknown }) => finding as HeldFinding;

async function seenOf(tx: Tx, desk: Desk, found: readonly HeldFinding[]): Promise<ToldFinding[]> {
  return toldTo(
    tx,
    desk,
    found.filter((finding) => maySeeFinding(desk.viewer, finding)),
  );
}

/** A rule with what the last run of it saw; nulls before the first, and for who does not see all that it counted. */
export interface RuleWithCounts {
  readonly rule: AnyRule;
  readonly population: number | null;
  readonly violations: number | null;
  readonly reviews: number | null;
}

/** All rules in the order of the articles, with what the last run saw 规则一览. */
export async function rulesOf(desk: Desk): Promise<RuleWithCounts[]> {
  const whole = !mayMiss(desk.viewer);
  const rows = whole ? await tell(desk, (tx) => tx.run(readRules, {})) : [];
  const counts = new Map(rows.map((row) => [row.code, row]));
  return RULES.map((rule) => {
    const { population = null, violations = null, reviews = null } = counts.get(rule.code) ?? {};
    return { rule, population, violations, reviews };
  });
}

/** When all rules were run last, and whether their answer still holds; until when, for who knows of all that begins and ends. */
export interface EvaluationState {
  readonly at: number | null;
  readonly upTo: number | null;
  readonly current: boolean;
}

/** How current findings and levels are 核算状态. */
export async function evaluationOf(desk: Desk): Promise<EvaluationState> {
  return see(desk, WORK, async (tx, { registry, now }) => {
    const last = await lastEvaluation(tx);
    const ran = last !== null && last.at > 0;
    return {
      at: ran ? last.at : null,
      upTo: ran && !mayMiss(desk.viewer) ? last.upTo : null,
      current: isCurrent(last, registry.generation, now),
    };
  });
}

/** Findings of one rule, severity and state that an organization must act on. */
export interface SheetLine {
  readonly rule: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly count: number;
  /** Since when the oldest of them has held, epoch milliseconds. */
  readonly oldest: number;
}

/** What organizations must act on, counted 机构合规情况; corrected ones too, as their record. */
export async function sheetsOf(desk: Desk, organizations: readonly string[]): Promise<Map<string, SheetLine[]>> {
  const rows = await tell(desk, (tx, { sights }) => tx.run(sheetsOfOrganizations, { organizations, sights }));
  const byOrganization = Map.groupBy(rows, ({ organization }) => organization);
  return new Map(organizations.map((id) => [id, (byOrganization.get(id) ?? []) as unknown as SheetLine[]]));
}

/** When findings that hold today were seen last: in the last run, whichever they are. */
export async function lastSeenOf(desk: Desk, ids: readonly string[]): Promise<Map<string, number | null>> {
  const { at } = await evaluationOf(desk);
  return new Map(ids.map((id) => [id, at]));
}

/** A reading of findings: refused while a run writes in parts, so that nobody sees half of it. */
async function tell<T>(desk: Desk, body: (tx: Tx, sight: Sight) => Promise<T>): Promise<T> {
  return see(desk, WORK, async (tx, sight) => {
    const last = await lastEvaluation(tx);
    if (last !== null && last.writing !== null)
      throw new Fault('UNAVAILABLE', '正在写入合规核算结果，请稍后再试。Findings are being written; try again later.');
    return body(tx, sight);
  });
}

function sieveOf(
  { severity, state, article, organization, database, sinceFrom, sinceTo }: FindingsQuestion,
  { now, known }: Sight,
) {
  return {
    states: state == null || state.length === 0 ? HOLDING : state,
    severity: severity ?? null,
    rules: article == null ? null : rulesOfArticle(article),
    organization: organization == null ? null : idOf(organization),
    database: database == null ? null : idOf(database),
    sinceFrom: sinceFrom == null ? null : firstInstant(sinceFrom),
    sinceUpTo: sinceTo == null ? null : firstInstant(addDays(sinceTo, 1)),
    now,
    known,
  };
}

type Sieve = ReturnType<typeof sieveOf>;

async function browse(tx: Tx, { sights }: Sight, rule: string | null, sieve: Sieve, after: string, limit: number) {
  const prefix = rule === null ? '' : `${rankOfRule(foldKey(rule))} `;
  const rows = await tx.run(browseFindings, { prefix, after, sieve, sights, limit });
  const { count: totalCount } = await tx.run(countFindings, { prefix, sieve, sights });
  return { found: rows.map(({ finding }) => finding as unknown as HeldFinding), totalCount };
}

/** Findings about a record; who may not see that record is not told by its name that there are any. */
async function aboutSubject(
  tx: Tx,
  { viewer }: Desk,
  subject: string,
  rule: string | null,
  sieve: Sieve,
  after: string,
) {
  const record = (await readRecords(tx, [subject])).get(subject);
  // Asked in any case: that nothing was asked would tell that there is such a record.
  const rows = await tx.run(findingsOfSubjects, { subjects: [subject], states: sieve.states });
  if (record !== undefined && degreeOf(viewer, record) !== 'OPEN') return { found: [], totalCount: 0 };
  const found = rows
    .map(({ finding }) => finding as unknown as HeldFinding)
    .filter(
      (finding) =>
        maySeeFinding(viewer, finding) &&
        (rule === null || finding.rule === foldKey(rule)) &&
        (sieve.severity === null || finding.severity === sieve.severity) &&
        (sieve.rules === null || sieve.rules.includes(finding.rule)) &&
        (sieve.organization === null || finding.owner === sieve.organization) &&
        (sieve.sinceFrom === null || finding.since >= sieve.sinceFrom) &&
        (sieve.sinceUpTo === null || finding.since < sieve.sinceUpTo) &&
        (sieve.database === null || finding.subject === sieve.database),
    );
  return { found: found.filter(({ rank }) => rank > after), totalCount: found.length };
}

function rulesOfArticle(article: string): string[] {
  const text = foldKey(article);
  return RULES.filter(({ code, citation }) =>
    /^\d+$/.test(text) ? code.startsWith(`R${Number(text)}-`) : citation.includes(text),
  ).map(({ code }) => code);
}

function idOf(text: string): string {
  const parsed = parseId(text);
  return parsed === null ? foldKey(text) : formatId(parsed.type, parsed.key);
}

function cursorOf({ rank, veiled }: ToldFinding, veil: Veil): string {
  return veiled ? `${VEILED_CURSOR}${veil.hide(rank)}` : Buffer.from(rank).toString('base64url');
}

function rankIn(cursor: string, veil: Veil): string {
  const rank = cursor.startsWith(VEILED_CURSOR)
    ? (veil.see(cursor.slice(VEILED_CURSOR.length)) ?? '')
    : Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{3}-\d{3} /.test(rank)) throw new Fault('BAD_INPUT', '分页游标不对。The cursor is not one of this list.');
  return rank;
}
