import type { Role } from './role.ts';
import { type SightClass, type SightDegree, sightClasses, sightTable } from './sight-classes.ts';
import type { Viewer } from './viewer.ts';

/** What a role adds to what anybody sees: a column of the table, and where everything is open. */
interface Standing {
  readonly column: 'anybody' | 'city' | 'registry';
  /** Everything of his jurisdiction and what lies under it is open. */
  readonly under: boolean;
  readonly everything: boolean;
}

/** What each role sees beyond the public. */
export function standingOf(role: Role): Standing {
  switch (role) {
    case 'PUBLIC':
    case 'OPERATOR':
    case 'DEVELOPER':
    case 'ADMIN':
      return { column: 'anybody', under: false, everything: false };
    case 'CLERK':
    case 'REVIEWER':
      return { column: 'city', under: false, everything: false };
    case 'AUTHORITY':
    case 'GOVERNMENT':
      return { column: 'city', under: true, everything: false };
    case 'REGISTRY':
      return { column: 'registry', under: false, everything: false };
    case 'AUDITOR':
    case 'KEEPER':
      return { column: 'anybody', under: false, everything: true };
    default:
      return role satisfies never;
  }
}

/**
 * A viewer's sights as statements ask them 可见范围. A record is OPEN when `everything`, or its class is `openAnywhere`, or its
 * owner is `own`, or its place lies `under`, or it is `covered`, or its place lies in the `city` and its class is `openInCity`;
 * known (not DARK) likewise with `knownAnywhere` and `knownInCity`.
 */
export interface Sights {
  readonly everything: boolean;
  readonly own: readonly string[];
  readonly under: readonly string[];
  readonly city: readonly string[];
  readonly covered: readonly string[];
  readonly openAnywhere: readonly SightClass[];
  readonly knownAnywhere: readonly SightClass[];
  readonly openInCity: readonly SightClass[];
  readonly knownInCity: readonly SightClass[];
  readonly [key: string]: unknown;
}

/** What a viewer may know of, for parameters. */
export function sightsOf(viewer: Viewer): Sights {
  const { column, under, everything } = standingOf(viewer.role);
  const open = (where: 'anybody' | 'city' | 'registry') => (of: SightClass) => sightTable[of][where] === 'OPEN';
  const known = (where: 'anybody' | 'city' | 'registry') => (of: SightClass) => sightTable[of][where] !== 'DARK';
  return {
    everything,
    own: viewer.organization === null ? [] : [viewer.organization],
    under: under ? viewer.under : [],
    city: column === 'anybody' ? [] : viewer.city,
    covered: viewer.covered,
    openAnywhere: sightClasses.filter(open('anybody')),
    knownAnywhere: sightClasses.filter(known('anybody')),
    openInCity: sightClasses.filter(open(column)),
    knownInCity: sightClasses.filter(known(column)),
  };
}

/** What decides who may know of a record. */
export interface Seen {
  readonly id: string;
  readonly sight: SightClass;
  /** Id of the organization it belongs to. */
  readonly owner: string | null;
  /** Id of the jurisdiction it lies in. */
  readonly place: string | null;
}

/** Whether a record is a viewer's own, lies under his jurisdiction, concerns his organization, or he sees everything. */
export function standsBy(viewer: Viewer, record: Seen): boolean {
  const { everything, own, under, covered } = sightsOf(viewer);
  if (everything || viewer.involved.includes(record.id) || covered.includes(record.id)) return true;
  return (
    (record.owner !== null && own.includes(record.owner)) || (record.place !== null && under.includes(record.place))
  );
}

/** How a viewer sees a record: the statements' conditions, for one record at hand. */
export function degreeOf(viewer: Viewer, record: Seen): SightDegree {
  if (standsBy(viewer, record)) return 'OPEN';
  const inCity = record.place !== null && sightsOf(viewer).city.includes(record.place);
  const { anybody } = sightTable[record.sight];
  const column = inCity ? sightTable[record.sight][standingOf(viewer.role).column] : anybody;
  return brighter(anybody, column);
}

/** The one of two degrees that shows more. */
function brighter(a: SightDegree, b: SightDegree): SightDegree {
  if (a === 'OPEN' || b === 'OPEN') return 'OPEN';
  return a === 'HINTED' || b === 'HINTED' ? 'HINTED' : 'DARK';
}

/** Whether anything can be DARK for a viewer: then every answer about lineage says that it may be incomplete. */
export function mayMiss(viewer: Viewer): boolean {
  return !standingOf(viewer.role).everything;
}
