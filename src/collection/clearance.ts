import type { Day } from '../calendar/day.ts';
import { foldKey } from '../foundation/key.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Check } from './check.ts';
import type { Collection } from './collection.ts';

/** A collection that is to be registered, with what was registered of it before and the check it names. */
export interface Registering {
  readonly collection: Collection;
  readonly before: Collection | null;
  readonly check: Check | null;
}

/**
 * Why a collection may not be registered 无收集许可: what it newly collects must be cleared by a concluded check of the same
 * organization, about the same subject, that has not run out. Changing the rest of a registered collection needs none.
 */
export function missingClearance({ collection, before, check }: Registering, today: Day): Refusal[] {
  const fresh = freshItems(collection, before);
  const exempt = collection.exemption !== undefined && collection.exemption !== before?.exemption;
  if (fresh.length === 0 && !exempt && before !== null) return [];
  if (collection.check === undefined) return [no('NO_CHECK', ['check'])];
  if (check === null || check.organization !== collection.organization) return [no('NOT_OWN_CHECK', ['check'])];
  if (check.clearance === undefined) return [no('NOT_CLEARED', ['check'])];
  const { items, from, until } = check.clearance;
  if (today < from || today > until) return [no('RUN_OUT', ['check'])];
  const cleared = new Set(items.map(foldKey));
  const exemptions = new Set((check.exemptions ?? []).map(({ exemption }) => exemption));
  return [
    ...(!check.subject || same(check.subject, collection.subject) ? [] : [no('OTHER_SUBJECT', ['subject'])]),
    ...((collection.items ?? []).length === 0 ? [no('NO_ITEMS', ['items'])] : []),
    ...fresh.filter(({ name }) => !cleared.has(name)).map(({ at }) => no('ITEM', ['items', String(at), 'name'])),
    ...(exempt && !exemptions.has(collection.exemption!) ? [no('EXEMPTION', ['exemption'])] : []),
  ];
}

/** Items that were not registered before for the same organization and subject. */
function freshItems({ items = [], organization, subject }: Collection, before: Collection | null) {
  const sameSource = before?.organization === organization && same(before.subject ?? '', subject);
  const known = new Set(sameSource ? (before.items ?? []).map(({ name }) => foldKey(name)) : []);
  return items.map(({ name }, at) => ({ name: foldKey(name), at })).filter(({ name }) => !known.has(name));
}

function same(a: string, b: string | undefined): boolean {
  return foldKey(a) === foldKey(b ?? '');
}

const WORDS = {
  NO_CHECK: '登记收集须写明查重记录。A collection names the recorded check that clears it.',
  NOT_OWN_CHECK: '没有本机构的这份查重记录。There is no such check of this organization.',
  NOT_CLEARED: '该查重记录尚无收集许可。This check gave no clearance.',
  RUN_OUT: '该收集许可不在有效期内。The clearance has run out or has not begun.',
  OTHER_SUBJECT: '查重时的主体与此不同。The check was about another subject.',
  NO_ITEMS: '许可按信息项给出，须列明信息项。A clearance is for items; list them.',
  ITEM: '该信息项没有收集许可。This item is not cleared.',
  EXEMPTION: '该豁免情形未在查重记录中说明。The check records no such exemption.',
} as const;

/** Every reason is one refusal for programs: there is no clearance for this. */
function no(why: keyof typeof WORDS, path: readonly string[]): Refusal {
  return { code: 'NO_CLEARANCE', message: WORDS[why], path: ['content', ...path] };
}
