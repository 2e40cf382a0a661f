import type { AnyRule, Finding } from '#src/compliance/rule.ts';
import { type BundleRecord, NOW } from '../kunming/city.ts';
import { bundleView } from './bundle-view.ts';

/** Small worlds in domain words for the rules' own tests. Today is 2026-11-23, a Monday. Everything is innocent unless a test says otherwise. */

type Fields = Record<string, unknown>;
const record = (kind: string, key: string, fields: Fields): BundleRecord => ({ record: kind, key, ...fields });

/** The city KM with a district PL, its bureaus A, B, C, its data authority DA, the district's DP, a utility U, companies O, D, E. */
export const PEOPLE: readonly BundleRecord[] = [
  record('jurisdiction', 'KM', { name: '某市', kind: 'CITY' }),
  record('jurisdiction', 'PL', { name: '某区', kind: 'DISTRICT' }),
  ...['A', 'B', 'C'].map((key) =>
    record('organization', key, { name: `市${key}局`, kind: 'AGENCY', jurisdiction: 'KM' }),
  ),
  record('organization', 'DA', { name: '市数据局', kind: 'AGENCY', jurisdiction: 'KM', roles: ['DATA_AUTHORITY'] }),
  record('organization', 'DP', { name: '区数据局', kind: 'AGENCY', jurisdiction: 'PL', roles: ['DATA_AUTHORITY'] }),
  record('organization', 'U', { name: '供水公司', kind: 'UTILITY', jurisdiction: 'KM' }),
  ...['O', 'D', 'E'].map((key) =>
    record('organization', key, { name: `${key}公司`, kind: 'COMPANY', jurisdiction: 'KM' }),
  ),
];

export const dataset = (key: string, fields: Fields = {}): BundleRecord =>
  record('dataset', key, {
    title: `数据${key}`,
    provider: 'A',
    collector: 'A',
    approver: 'DA',
    jurisdiction: 'KM',
    form: 'TABLE',
    items: [{ name: '项' }],
    share: 'UNCONDITIONAL',
    open: 'NONE',
    openReason: '涉及公共安全',
    cycle: 'IRREGULAR',
    publishedOn: '2025-06-01',
    ...fields,
  });
export const database = (key: string, fields: Fields = {}): BundleRecord =>
  record('database', key, {
    name: `库${key}`,
    kind: 'BASIC',
    domain: '人口',
    lead: 'A',
    participants: ['B'],
    jurisdiction: 'KM',
    ...fields,
  });
export const collection = (key: string, fields: Fields = {}): BundleRecord =>
  record('collection', key, {
    name: `采集${key}`,
    organization: 'B',
    subject: '企业',
    startedOn: '2025-01-01',
    ...fields,
  });
export const backflow = (key: string, fields: Fields = {}): BundleRecord =>
  record('backflow', key, {
    name: `回流${key}`,
    coordinator: 'B',
    items: ['月份'],
    cycle: 'MONTHLY',
    agreedOn: '2025-01-01',
    lastReturnedOn: '2026-11-01',
    state: 'RETURNING',
    ...fields,
  });
export const flow = (from: string, to: string, kind: string, fields: Fields = {}): BundleRecord => ({
  record: 'flow',
  from,
  to,
  kind,
  assertedBy: 'A',
  validFrom: '2025-07-01T00:00:00+08:00',
  recordedAt: '2025-07-02T09:00:00+08:00',
  ...fields,
});
export const plan = (key: string, fields: Fields = {}): BundleRecord =>
  record('plan', key, {
    title: `方案${key}`,
    implementer: 'A',
    scope: [],
    termFrom: '2025-03-01',
    termTo: '2030-02-28',
    state: 'APPROVED',
    events: [event('FIRST_REVIEWED', '2024-12-01T10:00:00+08:00'), event('APPROVED', '2025-01-15T10:00:00+08:00')],
    ...fields,
  });
export const agreement = (key: string, fields: Fields = {}): BundleRecord =>
  record('agreement', key, {
    plan: 'PL-1',
    operator: 'O',
    scope: [],
    selection: 'OPEN_TENDER',
    bidders: 3,
    signedOn: '2025-03-10',
    termFrom: '2025-03-10',
    termTo: '2030-02-28',
    ...fields,
  });
export const product = (key: string, fields: Fields = {}): BundleRecord =>
  record('product', key, {
    name: `产品${key}`,
    developer: 'O',
    purpose: 'INDUSTRY',
    versions: [{ version: '1.0', deliveredOn: '2025-10-20' }],
    ...fields,
  });
export const element = (key: string, name: string): BundleRecord => record('element', key, { name });
export const request = (key: string, fields: Fields = {}): BundleRecord =>
  record('request', key, {
    dataset: 'S',
    requester: 'B',
    scenario: '资格审核',
    state: 'IN_USE',
    events: [event('APPROVED', '2025-08-25T10:00:00+08:00'), event('DELIVERED', '2025-08-26T10:00:00+08:00')],
    ...fields,
  });
export const event = (act: string, at: string, by = 'DA'): Fields => ({ act, at, by });
export const other = record;

/** All findings of a rule in a world, as `subject [REVIEW] ← evidence`. */
export function found(rule: AnyRule, ...records: BundleRecord[]): string[] {
  return findings(rule, ...records).map(
    ({ subject, severity, evidence }) => `${subject}${severity === 'REVIEW' ? ' REVIEW' : ''} ← ${evidence.join(' ')}`,
  );
}

export function findings(rule: AnyRule, ...records: BundleRecord[]): readonly Finding[] {
  return rule.run(bundleView([...PEOPLE, ...records], NOW)).findings;
}

/** How many members of its population a rule sees in a world. */
export function population(rule: AnyRule, ...records: BundleRecord[]): number {
  return rule.run(bundleView([...PEOPLE, ...records], NOW)).population;
}
