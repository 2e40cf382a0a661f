import { dayOfMoment } from '#src/calendar/day.ts';
import { momentOf } from '#src/calendar/moment.ts';
import { type GradedAsset, LevelBook } from '#src/classification/level-book.ts';
import { marksOf } from '#src/classification/triggers.ts';
import type { Policy } from '#src/clock/policy.ts';
import type { Flow } from '#src/compliance/facts.ts';
import type { Table, View } from '#src/compliance/view.ts';
import { ControlBook } from '#src/organization/control-book.ts';
import type { ControlRecord } from '#src/organization/ownership.ts';
import { officialCalendar } from '../calendar/notices.ts';
import { officialPolicy } from '../clock/profiles.ts';
import type { BundleRecord } from '../kunming/city.ts';

/** The view over records of a bundle, in memory: what the graph will answer later, and what that is compared with. */

const GRADED = { dataset: 'Dataset', database: 'Database', product: 'Product' } as const;
const NOBODY: readonly Flow[] = [];

const moment = (value: unknown, otherwise: number): number =>
  typeof value === 'string' ? (momentOf(value) ?? otherwise) : otherwise;

export function bundleView(records: readonly BundleRecord[], now: number, policy: Policy = officialPolicy): View {
  const today = dayOfMoment(now);
  const kinds = new Map<string, Map<string, BundleRecord>>();
  for (const record of records) {
    const kind = kinds.get(record.record) ?? new Map<string, BundleRecord>();
    if (record.key !== undefined) kind.set(record.key, record);
    kinds.set(record.record, kind);
  }
  const liveOf = (kind: string): BundleRecord[] =>
    [...(kinds.get(kind)?.values() ?? [])].filter((r) => r['retired'] !== true);
  const table = <T>(kind: string): Table<T> => {
    const live = liveOf(kind) as unknown as T[];
    const all = [...(kinds.get(kind)?.values() ?? [])] as unknown as T[];
    return { all: () => live, known: () => all, get: (key) => kinds.get(kind)?.get(key) as unknown as T | undefined };
  };

  const known: Flow[] = records
    .filter(
      (r) =>
        r.record === 'flow' &&
        moment(r['recordedAt'], now) <= now &&
        now < moment(r['retiredAt'], Number.POSITIVE_INFINITY),
    )
    .map((r) => ({
      ...(r as unknown as Flow),
      validFrom: moment(r['validFrom'], Number.NEGATIVE_INFINITY),
      validTo: r['validTo'] ? moment(r['validTo'], Number.POSITIVE_INFINITY) : null,
    }));
  const inForce = known.filter((flow) => flow.validFrom <= now && (flow.validTo === null || now < flow.validTo));
  const by = (flows: readonly Flow[], end: 'from' | 'to') => {
    const index = Map.groupBy(flows, (flow) => flow[end]);
    return (asset: string): readonly Flow[] => index.get(asset) ?? NOBODY;
  };

  const elementName = (key: string): string => (kinds.get('element')?.get(key)?.['name'] as string) ?? '';
  const mark = marksOf(policy);
  const assets = Object.entries(GRADED).flatMap(([kind, type]) =>
    liveOf(kind).map((record) => ({ ...record, id: `${type}:${record.key}` }) as unknown as GradedAsset),
  );
  const levels = LevelBook.of(assets, inForce, today, (element) => mark(elementName(element)));

  const organizations = table<View['organizations'] extends Table<infer T> ? T : never>('organization');
  const isOfTheState = (key: string): boolean => ['GOVERNMENT', 'AGENCY'].includes(organizations.get(key)?.kind ?? '');
  const controls = new ControlBook(liveOf('control') as unknown as ControlRecord[], isOfTheState);
  const joint = controls.joint(today);

  return {
    now,
    today,
    calendar: officialCalendar,
    policy,
    jurisdictions: table('jurisdiction'),
    organizations,
    instruments: table('instrument'),
    provisions: table('provision'),
    duties: table('duty'),
    elements: table('element'),
    datasets: table('dataset'),
    databases: table('database'),
    collections: table('collection'),
    backflows: table('backflow'),
    plans: table('plan'),
    agreements: table('agreement'),
    products: table('product'),
    registrations: table('registration'),
    disclosures: table('disclosure'),
    qualifications: table('qualification'),
    requests: table('request'),
    uses: table('use'),
    changes: table('change'),
    flowsInto: by(inForce, 'to'),
    flowsOutOf: by(inForce, 'from'),
    everInto: by(known, 'to'),
    everOutOf: by(known, 'from'),
    level: (asset) => levels.of(asset),
    connection: (a, b, on) => controls.connection(a, b, on),
    jointOf: (organization) => joint.get(organization) ?? organization,
    jointWith: (organization) => {
      const leader = joint.get(organization);
      return leader === undefined ? [organization] : [...joint.keys()].filter((one) => joint.get(one) === leader);
    },
  };
}
