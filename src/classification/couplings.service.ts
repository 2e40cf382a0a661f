import type { Desk } from '../access/desk.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import { policyOn } from '../clock/policy.ts';
import { committedProfiles } from '../clock/seed.ts';
import { brokenCouplings, type LevelCoupling } from './couplings.ts';

let kept: { readonly day: Day; readonly couplings: readonly LevelCoupling[] } | null = null;

function couplingsOn(day: Day): readonly LevelCoupling[] {
  if (kept?.day !== day) kept = { day, couplings: policyOn(committedProfiles(), day).couplings };
  return kept.couplings;
}

/** The couplings in force today that a dataset's share or open type breaks at its level 属性与级别不符. */
export function couplingsBrokenBy(
  { clock }: Pick<Desk, 'clock'>,
  dataset: Parameters<typeof brokenCouplings>[1],
): LevelCoupling[] {
  return brokenCouplings(couplingsOn(dayOfMoment(clock.now())), dataset);
}
