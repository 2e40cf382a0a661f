import type { Sight } from '../access/see.ts';
import { foldKey } from '../foundation/key.ts';
import { type Moment, momentFor } from '../lineage/moment.ts';
import type { Filters } from './search-question.ts';

/** Filters with every one named, null where not asked, and the moment at which they are judged. */
export type Sieve = { readonly [Name in keyof Filters]-?: NonNullable<Filters[Name]> | null } & Moment & {
    /** Datasets retired by then are left out, epoch milliseconds. */
    readonly now: number;
  };

/** The sieve of filters: ids folded, values once, empty lists not asked. */
export function sieveOf(filters: Filters = {}, sight: Sight): Sieve {
  const asked = <T>(values: readonly T[] | null | undefined) =>
    values === undefined || values === null || values.length === 0 ? null : [...new Set(values)];
  const ids = (values: readonly string[] | null | undefined) => asked(values?.map(foldKey));
  return {
    organizations: ids(filters.organizations),
    jurisdictions: ids(filters.jurisdictions),
    databases: ids(filters.databases),
    share: asked(filters.share),
    open: asked(filters.open),
    cycle: asked(filters.cycle),
    level: asked(filters.level),
    theme: asked(filters.theme),
    state: asked(filters.state),
    now: sight.now,
    ...momentFor({}, sight),
  };
}
