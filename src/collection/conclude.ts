import type { Decision } from '../access/decision.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import { foldKey } from '../foundation/key.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Check, CheckOutcome, Clearance, Exemption } from './check.ts';

/** What an organization concludes from a check, as it is asked for 查重处理. */
export interface ConcludeCheck {
  /** Id of the recorded check. */
  readonly check: string;
  readonly outcome: CheckOutcome;
  readonly exemptions: readonly Exemption[];
  /** Last day on which what is cleared may be registered as a collection. */
  readonly until?: Day | null;
}

/** What is added to the record of the check. */
export interface Conclusion {
  readonly outcome: CheckOutcome;
  readonly exemptions: readonly Exemption[];
  readonly clearance: Clearance | null;
}

/**
 * Decides what follows from a check 决定查重处理. COLLECT_REST alone gives a clearance: for items that are NEW, and for others only
 * with an exemption and its reason; the rest of them is to be had by sharing.
 */
export function decideConclusion(
  check: Check,
  command: ConcludeCheck,
  { now }: { readonly now: number },
): Decision<Conclusion> {
  if (check.outcome !== undefined) return { refused: [refusal('CONCLUDED', ['check'])] };
  const { outcome, exemptions } = command;
  const today = dayOfMoment(now);
  const collecting = outcome === 'COLLECT_REST';
  const refused = collecting
    ? [...clearanceRefusals(check, command, today), ...exemptionRefusals(check, exemptions)]
    : otherRefusals(check, command);
  if (refused.length > 0) return { refused };
  const clearance = collecting ? { items: clearable(check, exemptions), from: today, until: command.until! } : null;
  return { accepted: { outcome, exemptions, clearance } };
}

/** Names of the items that may be collected: NEW ones, and those exempted. */
function clearable({ items }: Check, exemptions: readonly Exemption[]): string[] {
  const exempted = new Set(exemptions.map(({ item }) => foldKey(item)));
  return items.filter(({ name, verdict }) => verdict === 'NEW' || exempted.has(foldKey(name))).map(({ name }) => name);
}

function clearanceRefusals(check: Check, { exemptions, until }: ConcludeCheck, today: Day): Refusal[] {
  return [
    ...(clearable(check, exemptions).length === 0 ? [refusal('NOTHING_TO_COLLECT', ['outcome'])] : []),
    ...(until == null ? [refusal('UNTIL_MISSING', ['until'])] : []),
    ...(until != null && until < today ? [refusal('UNTIL_PAST', ['until'])] : []),
  ];
}

/** What exists must be there to be reused, applied for or extended; exemptions and days belong to collecting. */
function otherRefusals(check: Check, { outcome, exemptions, until }: ConcludeCheck): Refusal[] {
  const obtainable = check.items.some(({ verdict }) => verdict !== 'NEW' && verdict !== 'EXISTS_NOT_SHARED');
  const held = check.items.some(({ verdict }) => verdict !== 'NEW');
  const near = check.matches.length > 0;
  const there = outcome === 'ASK_TO_EXTEND' ? near || held : obtainable || (check.items.length === 0 && near);
  return [
    ...(there ? [] : [refusal('NOTHING_THERE', ['outcome'])]),
    ...(exemptions.length > 0 ? [refusal('EXEMPTION_NOT_WANTED', ['exemptions'])] : []),
    ...(until == null ? [] : [refusal('UNTIL_NOT_WANTED', ['until'])]),
  ];
}

function exemptionRefusals({ items }: Check, exemptions: readonly Exemption[]): Refusal[] {
  const verdicts = new Map(items.map(({ name, verdict }) => [foldKey(name), verdict]));
  const seen = new Set<string>();
  return exemptions.flatMap(({ item, exemption, reason }, i) => {
    const name = foldKey(item);
    const repeated = seen.has(name);
    seen.add(name);
    const at = (field: string) => ['exemptions', String(i), field];
    return [
      ...(verdicts.has(name) ? [] : [refusal('UNKNOWN_ITEM', at('item'))]),
      ...(repeated ? [refusal('ITEM_REPEATED', at('item'))] : []),
      ...(reason.trim() === '' ? [refusal('REASON_MISSING', at('reason'))] : []),
      ...(exemption === 'REFUSED_SHARING' && verdicts.get(name) === 'EXISTS_SHAREABLE'
        ? [refusal('NOT_REFUSABLE', at('exemption'))]
        : []),
    ];
  });
}

/** Why a conclusion is refused. */
type ConclusionRefusal =
  | 'CONCLUDED'
  | 'NOTHING_TO_COLLECT'
  | 'NOTHING_THERE'
  | 'UNTIL_MISSING'
  | 'UNTIL_PAST'
  | 'UNTIL_NOT_WANTED'
  | 'EXEMPTION_NOT_WANTED'
  | 'UNKNOWN_ITEM'
  | 'ITEM_REPEATED'
  | 'REASON_MISSING'
  | 'NOT_REFUSABLE';

const WORDS: Readonly<Record<ConclusionRefusal, string>> = {
  CONCLUDED: '该查重记录已有处理结果，请重新查重。This check was concluded before; make a new one.',
  NOTHING_TO_COLLECT:
    '没有可以收集的信息项：均可共享获取，且无豁免。Nothing is left to collect: all of it can be had, and nothing is exempted.',
  NOTHING_THERE: '没有可以复用、申请或者扩充的数据。There is nothing to reuse, apply for or extend.',
  UNTIL_MISSING: '须写明许可的最后一天。The last day of the clearance is wanted.',
  UNTIL_PAST: '许可的最后一天已过。The last day of the clearance is over.',
  UNTIL_NOT_WANTED: '只有收集才有期限。Only collecting has a last day.',
  EXEMPTION_NOT_WANTED: '只有收集才需要豁免。Only collecting needs exemptions.',
  UNKNOWN_ITEM: '该信息项不在本次查重之内。This item was not checked.',
  ITEM_REPEATED: '同一信息项豁免了两次。This item is exempted twice.',
  REASON_MISSING: '须说明理由。A reason is wanted.',
  NOT_REFUSABLE:
    '无条件共享的信息项不存在被拒绝共享的情形。An item that is shared unconditionally cannot have been refused.',
};

function refusal(code: ConclusionRefusal, path: readonly string[]): Refusal {
  return { code, message: WORDS[code], path };
}
