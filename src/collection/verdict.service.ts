import { act } from '../access/act.ts';
import type { Circumstances } from '../access/decision.ts';
import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { formatMoment, momentOf } from '../calendar/moment.ts';
import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import { isAllowed } from '../identity/allowed.ts';
import { degreeOf } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type Kept, readRecords } from '../record/bulk.service.ts';
import type { Content } from '../record/kind.ts';
import { decidePair, type JudgedPair, type JudgePair, type Side } from './judge-pair.ts';
import type { HeldVerdict } from './standing.ts';
import { heldVerdicts, substanceOfRecord } from './verdict.store.ts';
import { judgeName, type Verdict, verdictKey, verdictKind } from './verdict.ts';
import { writeRecord } from './write-record.ts';

/** A verdict that was put on record. */
export interface SavedVerdict {
  readonly id: string;
}

interface State {
  readonly sides: readonly [Side, Side];
  /** Verdicts of the same judge on the pair, by id. */
  readonly before: ReadonlyMap<string, Content>;
}

/** The act of saying whether two datasets hold the same 认定重复. Whoever answers for one of them speaks for that one. */
export const judgePair = act<JudgePair, State, JudgedPair & { readonly before: Content | null }, SavedVerdict>({
  may: 'duplicate:judge',
  load: async (tx, { a, b }, { viewer, now }) => {
    const [one, other] = [datasetId(a), datasetId(b)];
    const own = `Verdict:${verdictKey([one, other], judgeName(viewer))}`;
    const held = await readRecords(tx, [one, other, own]);
    const records = [one, other].map((id) => {
      const record = held.get(id);
      if (record === undefined || degreeOf(viewer, record) !== 'OPEN') return notFound();
      return record;
    });
    const sides = records.map((record) => sideOf(record, viewer, now)) as [Side, Side];
    const mine = records.filter((_, i) => sides[i]!.mine);
    const before = held.get(own)?.content;
    const scopes = (mine.length > 0 ? mine : records).map(scopeOf);
    return { state: { sides, before: new Map(before === undefined ? [] : [[own, before]]) }, scopes };
  },
  decide: ({ sides, before }, command, circumstances) => {
    const lead = command.leadDepartment == null ? null : spelled(command.leadDepartment);
    const decision = decidePair(sides, { ...command, leadDepartment: lead }, circumstances);
    if (!('accepted' in decision)) return decision;
    return { accepted: { ...decision.accepted, before: [...before.values()][0] ?? null } };
  },
  save: (tx, { before, ...judged }, circumstances) =>
    writeRecord(tx, verdictKind, { content: contentOf(judged, circumstances), before }, circumstances),
});

/** All verdicts that the viewer may see, by pair 重复认定. */
export async function verdictsByPair(desk: Desk): Promise<ReadonlyMap<string, readonly HeldVerdict[]>> {
  return see(desk, { name: 'verdicts', limit: 10_000 }, heldVerdicts);
}

function sideOf(record: Kept, viewer: Viewer, now: number): Side {
  const { id, owner, content } = record;
  const { state = 'PUBLISHED', retiredAt } = content;
  const retired = retiredAt !== undefined && momentOf(retiredAt)! <= now;
  return {
    id,
    owner,
    published: state === 'PUBLISHED' && !retired,
    substance: substanceOfRecord(content),
    mine: isAllowed(viewer, 'duplicate:judge', [scopeOf(record)]),
  };
}

function scopeOf({ owner, place }: Pick<Kept, 'owner' | 'place'>) {
  return { organization: owner, jurisdictions: place === null ? [] : [place] };
}

function contentOf(
  { sides, verdict, reason, leadDepartment }: JudgedPair,
  { viewer, now }: Circumstances,
): Content & Verdict {
  const judge = judgeName(viewer);
  return {
    key: verdictKey(
      sides.map(({ id }) => id),
      judge,
    ),
    datasets: sides.map(({ id }) => keyOf(id)),
    verdict,
    ...(reason === null ? {} : { reason }),
    ...(leadDepartment === null ? {} : { leadDepartment: keyOf(leadDepartment) }),
    ...Object.fromEntries(Object.entries(judge).map(([field, id]) => [field, keyOf(id)])),
    speaksFor: sides.filter(({ mine }) => mine).map(({ id }) => keyOf(id)),
    substance: sides.map(({ substance }) => substance),
    judgedAt: formatMoment(now),
  };
}

function datasetId(id: string): string {
  const parsed = parseId(id);
  return parsed?.type === 'Dataset' ? `Dataset:${parsed.key}` : notFound();
}

function spelled(id: string): string {
  const parsed = parseId(id);
  return parsed === null ? id : `${parsed.type}:${parsed.key}`;
}

function keyOf(id: string): string {
  return parseId(id)!.key;
}

function notFound(): never {
  throw new Fault('NOT_FOUND', '没有这个数据集。There is no such dataset.');
}
