import { committedHolidays } from '../calendar/seed.ts';
import { committedProfiles } from '../clock/seed.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Evaluation } from './evaluation.store.ts';
import { RULES } from './rules.ts';

/** Whether the last run's answer holds at a moment 是否最新: of this state of the registry, this day, and by these rules. */
export function isCurrent(last: Evaluation | null, generation: number, now: number): boolean {
  if (last === null || last.writing !== null) return false;
  const { at, upTo } = last;
  return last.generation === generation && at <= now && now < upTo && last.policy === policyDigest();
}

let policy: string | null = null;

/** What a run goes by that ships with the program: profiles, holidays, rules. Another answer means that all is evaluated anew. */
export function policyDigest(): string {
  policy ??= digest(
    canonicalJson({
      profiles: committedProfiles(),
      holidays: committedHolidays(),
      rules: RULES.map(({ code, citation, title, cure }) => ({ code, citation, title, cure })),
    }),
  );
  return policy;
}
