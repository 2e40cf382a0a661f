import type { Sight } from '../access/see.ts';

/** Which flows count 时点: in force at one moment, and known to the registry at another. Epoch milliseconds. */
export interface Moment {
  readonly asOf: number;
  readonly knownAt: number;
  /** Relationship types to walk: the second also reads flows that have gone to the past. */
  readonly eras: 'FLOWS_TO' | 'FLOWS_TO|FLOWED_TO';
}

/** What a question asks of time; null: now, and all that the registry knows. */
export interface AskedMoment {
  readonly asOf?: number | null;
  readonly knownAt?: number | null;
}

/**
 * The moment a question is about. Flows that had ended or were retired when the registry was last swept stand as FLOWED_TO:
 * a question about that moment or later needs not look at them; the time predicate decides in any case.
 */
export function momentFor({ asOf, knownAt }: AskedMoment, { now, known, registry }: Sight): Moment {
  const moment = { asOf: asOf ?? now, knownAt: knownAt ?? known };
  const present = moment.asOf >= registry.sweptAt && moment.knownAt >= registry.sweptAt;
  return { ...moment, eras: present ? 'FLOWS_TO' : 'FLOWS_TO|FLOWED_TO' };
}
