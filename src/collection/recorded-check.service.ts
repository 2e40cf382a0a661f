import { act, type Repeatable } from '../access/act.ts';
import type { Circumstances, Decision, Outcome } from '../access/decision.ts';
import type { Desk } from '../access/desk.ts';
import { dayOfMoment } from '../calendar/day.ts';
import { formatMoment } from '../calendar/moment.ts';
import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import { reachOf } from '../identity/permissions.ts';
import { degreeOf, sightsOf } from '../identity/sights.ts';
import { type Kept, readRecords } from '../record/bulk.service.ts';
import type { Content } from '../record/kind.ts';
import { type CollectionCheck, type CollectionIntent, checkWithin, nearOf } from './check.service.ts';
import { type Check, checkKind } from './check.ts';
import { type ConcludeCheck, type Conclusion, decideConclusion } from './conclude.ts';
import type { NearTitles } from './near-titles.ts';
import { writeRecord } from './write-record.ts';

/** A check to be made and recorded. */
export interface RecordCheck {
  readonly intent: CollectionIntent;
}

/** The record of a check. */
export interface SavedCheck {
  readonly id: string;
}

/** Matches that a check shows unless more are asked for; those are put on record. */
const SHOWN_MATCHES = 20;

/** The act of checking before collecting and putting on record what was shown 记录收集前查重. */
export async function recordCheck(
  desk: Desk,
  command: RecordCheck,
  repeatable?: Repeatable,
): Promise<Outcome<SavedCheck>> {
  const { viewer } = desk;
  const organization = command.intent.organization ?? viewer.organization;
  // Asked for before the act, which holds up every other one.
  const isAllowedSomewhere = reachOf('check:record', viewer.role) !== 'NONE';
  const near = isAllowedSomewhere ? await nearOf(desk, { ...command.intent, organization }) : undefined;
  return recording(near)(desk, command, repeatable);
}

const recording = (near: NearTitles | undefined) =>
  act<RecordCheck, CollectionCheck, Content & Check, SavedCheck>({
    may: 'check:record',
    load: async (tx, { intent }, { viewer, now }) => {
      const organization = intent.organization ?? viewer.organization;
      if (organization === null)
        throw new Fault('BAD_INPUT', '须写明拟收集机构。intent.organization: say who plans to collect.');
      const state = await checkWithin(tx, { now, sights: sightsOf(viewer) }, { ...intent, organization }, near);
      const { type, key } = parseId(organization)!;
      const body = (await readRecords(tx, [`${type}:${key}`])).get(`${type}:${key}`);
      return { state, scopes: [scopeOf(`${type}:${key}`, body)] };
    },
    decide: (shown, { intent }, circumstances) => ({ accepted: contentOf(shown, intent, circumstances) }),
    save: (tx, content, circumstances) => writeRecord(tx, checkKind, { content, before: null }, circumstances),
  });

/** The act of saying what follows from a check; it may give a clearance to collect 查重处理. */
export const concludeCheck = act<ConcludeCheck, Kept, { before: Content; after: Content }, SavedCheck>({
  may: 'check:record',
  load: async (tx, { check }, { viewer }) => {
    const id = parseId(check);
    const held = id?.type === 'Check' ? (await readRecords(tx, [`Check:${id.key}`])).get(`Check:${id.key}`) : undefined;
    if (held === undefined || degreeOf(viewer, held) !== 'OPEN')
      throw new Fault('NOT_FOUND', '没有这份查重记录。There is no such recorded check.');
    return { state: held, scopes: [scopeOf(held.owner, held)] };
  },
  decide: ({ content }, command, circumstances): Decision<{ before: Content; after: Content }> => {
    const decision = decideConclusion(content as Content & Check, command, circumstances);
    if (!('accepted' in decision)) return decision;
    return { accepted: { before: content, after: concluded(content, decision.accepted, circumstances) } };
  },
  save: (tx, { before, after }, circumstances) => writeRecord(tx, checkKind, { content: after, before }, circumstances),
});

function scopeOf(organization: string | null, { place = null }: Partial<Kept> = {}) {
  return { organization, jurisdictions: place === null ? [] : [place] };
}

/** What was asked and what was shown, as a record. */
function contentOf(
  { verdict, items, matches, plan }: CollectionCheck,
  { organization, title, purpose, subject, area, period, jurisdiction, items: intended }: CollectionIntent,
  { deed, now, viewer }: Circumstances,
): Content & Check {
  const definitions = new Map(intended.map(({ name, definition }) => [name, definition]));
  const said = { purpose, subject, area, period, jurisdiction: jurisdiction == null ? null : keyOf(jurisdiction) };
  return {
    key: `${dayOfMoment(now)}-${deed}`,
    organization: keyOf(organization ?? viewer.organization!),
    title,
    ...present(said),
    checkedAt: formatMoment(now),
    verdict,
    items: items.map(({ name, verdict: found, ...where }) => ({
      name,
      ...present({ definition: definitions.get(name) }),
      verdict: found,
      found: where.found.map(keyOf),
      backflows: where.backflows.map(keyOf),
    })),
    matches: matches
      .slice(0, SHOWN_MATCHES)
      .map(({ dataset, reasons, ...match }) => ({ ...match, dataset: keyOf(dataset), reasons: [...reasons] })),
    plan: plan.map(keyOf),
  };
}

function concluded(content: Content, { outcome, exemptions, clearance }: Conclusion, { now }: Circumstances): Content {
  return { ...content, outcome, concludedAt: formatMoment(now), ...present({ clearance }), exemptions };
}

/** Only what was said. */
function present<Value>(fields: Readonly<Record<string, Value | null | undefined>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Record<string, Value>;
}

function keyOf(id: string): string {
  return parseId(id)!.key;
}
