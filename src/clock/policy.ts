import type { Day } from '#src/calendar/day.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import type { Coupling, Limit, Profile, RequiredDatabase, ThresholdCode, TriggerSet } from './profile.ts';

/** What the profiles in force on one day say together. Limits are all kept: each is asked by the day its clock started. */
export interface Policy {
  readonly limits: readonly Limit[];
  /** The threshold of the day, or of the day on which a past deed was done; where no profile was in force then, that of the day. */
  threshold(code: ThresholdCode, on?: Day): number;
  /** Calendar days that an update cycle tolerates; null for cycles without. */
  tolerance(cycle: string): number | null;
  triggerElements(set: TriggerSet): ReadonlySet<string>;
  /** Table D for a place: the list of a profile for that place, else the general one. */
  requiredDatabases(jurisdiction: string): readonly RequiredDatabase[];
  readonly couplings: readonly Coupling[];
}

interface Span {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

/** True when the day lies in the span; its end is not included. */
export function inSpan(span: Span, day: Day): boolean {
  return (span.from == null || span.from <= day) && (span.to == null || day < span.to);
}

/** The policy of a day. Of two profiles that set the same threshold or tolerance the later one counts (by `from`, then by name). */
export function policyOn(profiles: readonly Profile[], day: Day): Policy {
  const ordered = profiles.toSorted((a, b) => byCodePoint(order(a), order(b)));
  const setOn = (on: Day): Map<ThresholdCode, number> =>
    new Map(
      ordered
        .filter((p) => inSpan(p, on))
        .flatMap((p) => p.thresholds.filter((row) => inSpan(row, on)).map((row) => [row.code, row.value] as const)),
    );
  const inForce = ordered.filter((p) => inSpan(p, day));
  const rows = <T extends Span>(of: (profile: Profile) => readonly T[]): T[] =>
    inForce.flatMap((p) => of(p).filter((row) => inSpan(row, day)));

  const thresholds = setOn(day);
  const tolerances = new Map(rows((p) => p.cycleTolerances).map((row) => [row.cycle, row.days]));
  const elements = new Map(rows((p) => p.triggerElements).map((row) => [row.set, new Set(row.names)]));
  const required = (place: string | null): RequiredDatabase[] =>
    inForce
      .filter((p) => (p.place ?? null) === place)
      .flatMap((p) => p.requiredDatabases.filter((r) => inSpan(r, day)));
  const general = required(null);

  return {
    limits: ordered.flatMap((p) =>
      p.limits.map((limit) => ({ ...limit, profile: p.profile, from: limit.from ?? p.from, to: limit.to ?? p.to })),
    ),
    threshold(code, on = day) {
      const value = (on === day ? undefined : setOn(on).get(code)) ?? thresholds.get(code);
      if (value === undefined) throw new RangeError(`no profile in force on ${day} sets ${code}`);
      return value;
    },
    tolerance: (cycle) => tolerances.get(cycle) ?? null,
    triggerElements: (set) => elements.get(set) ?? new Set(),
    requiredDatabases(jurisdiction) {
      const own = required(jurisdiction);
      return own.length > 0 ? own : general;
    },
    couplings: rows((p) => p.couplings),
  };
}

function order(profile: Profile): string {
  return `${profile.from ?? '0000-00-00'} ${profile.profile}`;
}
