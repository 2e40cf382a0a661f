import { act } from '../access/act.ts';
import type { Circumstances } from '../access/decision.ts';
import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { formatMoment, momentOf } from '../calendar/moment.ts';
import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import type { Tx } from '../graph/graph.service.ts';
import { isAllowed } from '../identity/allowed.ts';
import { degreeOf, sightsOf } from '../identity/sights.ts';
import { KEEPER_VIEWER, type Viewer } from '../identity/viewer.ts';
import { type Kept, readRecords } from '../record/bulk.service.ts';
import type { Content } from '../record/kind.ts';
import { agencyStock } from './agency-stock.ts';
import { agencySubstanceOfRecord, heldAgencyVerdicts } from './agency-verdict.store.ts';
import { type AgencyVerdict, type AgencyWord, agencyVerdictKind } from './agency-verdict.ts';
import { successions } from './collection.statements.ts';
import { type AgencySide, decideAgencies, type JudgeAgencies, type JudgedAgencies } from './judge-agencies.ts';
import { type AgencyTie, OneBody } from './one-body.ts';
import { type HeldVerdict, standingOf } from './standing.ts';
import type { SavedVerdict } from './verdict.service.ts';
import { judgeName, verdictKey } from './verdict.ts';
import { writeRecord } from './write-record.ts';

interface State {
  readonly sides: readonly [AgencySide, AgencySide];
  /** What the same judge found of the pair before. */
  readonly before: Content | null;
}

/** The act of saying how two organizations lie to each other 认定机构关系. Whoever answers for one of them speaks for that one. */
export const judgeAgencies = act<JudgeAgencies, State, JudgedAgencies & { before: Content | null }, SavedVerdict>({
  may: 'agency:judge',
  load: async (tx, { a, b }, { viewer, now }) => {
    const [one, other] = [organizationId(a), organizationId(b)];
    const own = `AgencyVerdict:${verdictKey([one, other], judgeName(viewer))}`;
    const held = await readRecords(tx, [one, other, own]);
    const records = [one, other].map((id) => {
      const record = held.get(id);
      if (record === undefined || degreeOf(viewer, record) !== 'OPEN') return notFound();
      return record;
    });
    const everybody = await everyBody(tx, now);
    const sides = records.map((record) => sideOf(record, everybody, viewer, now)) as [AgencySide, AgencySide];
    const mine = records.filter((_, i) => sides[i]!.mine);
    const scopes = (mine.length > 0 ? mine : records).map(scopeOfBody);
    return { state: { sides, before: held.get(own)?.content ?? null }, scopes };
  },
  decide: ({ sides, before }, command) => {
    const decision = decideAgencies(sides, command);
    return 'accepted' in decision ? { accepted: { ...decision.accepted, before } } : decision;
  },
  save: (tx, { before, ...judged }, circumstances) =>
    writeRecord(tx, agencyVerdictKind, { content: contentOf(judged, circumstances), before }, circumstances),
});

/** All verdicts on organizations that the viewer may see, by pair 机构关系认定. */
export async function agencyVerdictsByPair(desk: Desk): Promise<ReadonlyMap<string, readonly AgencyHeld[]>> {
  return see(desk, { name: 'agencyVerdicts', limit: 10_000 }, heldAgencyVerdicts);
}
type AgencyHeld = HeldVerdict<AgencyWord>;

/** Which organizations count as one body 视为同一机构: by what is on record, and by the verdicts that the viewer may see. */
export async function oneBodyFor(desk: Desk): Promise<OneBody> {
  const { bodies } = await agencyStock(desk);
  const onRecord = [...bodies.values()].flatMap(({ id, succeededBy }) =>
    succeededBy !== null && bodies.has(succeededBy) ? [{ a: id, b: succeededBy }] : [],
  );
  return new OneBody([...succeeded(onRecord), ...decided(await agencyVerdictsByPair(desk))]);
}

/** The others that count as one body with each of some organizations, ids. */
export async function kinOf(desk: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const oneBody = await oneBodyFor(desk);
  return new Map(ids.map((id) => [id, oneBody.membersOf(id).filter((other) => other !== id)]));
}

/** Those that count as one body, whoever may know of it: what an act must not contradict. */
async function everyBody(tx: Tx, now: number): Promise<OneBody> {
  const onRecord = await tx.run(successions, {});
  const verdicts = await heldAgencyVerdicts(tx, { now, sights: sightsOf(KEEPER_VIEWER) });
  return new OneBody([...succeeded(onRecord), ...decided(verdicts)]);
}

function succeeded(pairs: readonly { readonly a: string; readonly b: string }[]): AgencyTie[] {
  return pairs.map(({ a, b }) => ({ a, b, word: 'SUCCESSOR' }));
}

function decided(verdicts: ReadonlyMap<string, readonly AgencyHeld[]>): AgencyTie[] {
  return [...verdicts.values()].flatMap((some) => {
    const { verdict } = standingOf(some);
    return verdict === null ? [] : [{ a: verdict.sides[0], b: verdict.sides[1], word: verdict.verdict }];
  });
}

function sideOf(record: Kept, everybody: OneBody, viewer: Viewer, now: number): AgencySide {
  const { id, content } = record;
  const { retiredAt, uscc } = content as Content & { readonly uscc?: string };
  return {
    id,
    retired: retiredAt !== undefined && momentOf(retiredAt)! <= now,
    substance: agencySubstanceOfRecord(content),
    uscc: uscc?.trim().toUpperCase() ?? null,
    mine: isAllowed(viewer, 'agency:judge', [scopeOfBody(record)]),
    successors: everybody.successorsOf(id),
  };
}

/** An organization is its own, and its place's authority's. */
export function scopeOfBody({ id, place }: Pick<Kept, 'id' | 'place'>) {
  return { organization: id, jurisdictions: place === null ? [] : [place] };
}

function contentOf(
  { sides, verdict, reason }: JudgedAgencies,
  { viewer, now }: Circumstances,
): Content & AgencyVerdict {
  const judge = judgeName(viewer);
  const ids = sides.map(({ id }) => id);
  return {
    key: verdictKey(ids, judge),
    organizations: ids.map(keyOf),
    verdict,
    reason,
    ...Object.fromEntries(Object.entries(judge).map(([field, id]) => [field, keyOf(id)])),
    speaksFor: sides.filter(({ mine }) => mine).map(({ id }) => keyOf(id)),
    substance: sides.map(({ substance }) => substance),
    judgedAt: formatMoment(now),
  };
}

function organizationId(id: string): string {
  const parsed = parseId(id);
  return parsed?.type === 'Organization' ? `Organization:${parsed.key}` : notFound();
}

function keyOf(id: string): string {
  return parseId(id)!.key;
}

function notFound(): never {
  throw new Fault('NOT_FOUND', '没有这个机构。There is no such organization.');
}
