import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/collection/check.ts';
import { missingClearance } from '../../src/collection/clearance.ts';
import type { Collection } from '../../src/collection/collection.ts';

const TODAY = '2026-11-23';
const check: Check = {
  organization: 'A1',
  title: '企业人员信息',
  subject: '企业',
  checkedAt: '2026-11-20T09:00:00+08:00',
  verdict: 'COLLECT',
  items: [
    { name: '员工人数', verdict: 'NEW' },
    { name: '法定代表人', verdict: 'EXISTS_CONDITIONAL' },
    { name: '住所', verdict: 'EXISTS_SHAREABLE' },
  ],
  matches: [],
  outcome: 'COLLECT_REST',
  concludedAt: '2026-11-20T10:00:00+08:00',
  exemptions: [{ item: '法定代表人', exemption: 'ON_SITE_VERIFICATION', reason: '现场核验' }],
  clearance: { items: ['员工人数', '法定代表人'], from: '2026-11-20', until: '2026-11-30' },
};
const collection: Collection = {
  name: '企业人员收集',
  organization: 'A1',
  subject: '企业',
  items: [{ name: '员工人数' }, { name: '法定代表人' }],
  check: 'C1',
};
const { clearance: _clearance, ...unconcluded } = check;

function lacks(
  changes: { collection?: Partial<Collection>; before?: Partial<Collection>; check?: Partial<Check> | null } = {},
  today = TODAY,
) {
  return missingClearance(
    {
      collection: { ...collection, ...changes.collection },
      before: changes.before === undefined ? null : { ...collection, ...changes.before },
      check: changes.check === null ? null : { ...check, ...changes.check },
    },
    today,
  ).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('registering a collection', () => {
  it('is free of objection when a check of the same organization clears every item', () => {
    expect(lacks()).toEqual([]);
    expect(lacks({ collection: { items: [{ name: '员工人数' }] } })).toEqual([]);
    expect(lacks({ collection: { items: [{ name: ' 员工人数 ' }] } })).toEqual([]);
  });

  it('names its check', () => {
    const { check: _check, ...bare } = collection;
    const none = missingClearance({ collection: bare, before: null, check: null }, TODAY);
    expect(none.map(({ code }) => code)).toEqual(['NO_CLEARANCE']);
  });

  it('needs one of its own organization that was concluded with a clearance', () => {
    expect(lacks({ check: null })).toEqual(['NO_CLEARANCE content.check']);
    expect(lacks({ check: { organization: 'A2' } })).toEqual(['NO_CLEARANCE content.check']);
    expect(missingClearance({ collection, before: null, check: unconcluded }, TODAY)).toHaveLength(1);
  });

  it('needs every item cleared: one that can be had by sharing is not', () => {
    const items = [{ name: '员工人数' }, { name: '住所' }];
    expect(lacks({ collection: { items } })).toEqual(['NO_CLEARANCE content.items.1.name']);
  });

  it('is cleared from the first to the last day, both included', () => {
    expect(['2026-11-19', '2026-11-20', '2026-11-30', '2026-12-01'].map((day) => lacks({}, day).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it('is about the subject that was checked; a check about any subject clears all', () => {
    expect(lacks({ collection: { subject: '自然人' } })).toEqual(['NO_CLEARANCE content.subject']);
    expect(lacks({ collection: { subject: '自然人' }, check: { subject: '' } })).toEqual([]);
  });

  it('claims no exemption that the check does not record', () => {
    expect(lacks({ collection: { exemption: 'ON_SITE_VERIFICATION' } })).toEqual([]);
    expect(lacks({ collection: { exemption: 'FIRST_SOURCE' } })).toEqual(['NO_CLEARANCE content.exemption']);
  });

  it('lists what is collected: without items nothing can be cleared', () => {
    expect(lacks({ collection: { items: [] } })).toEqual(['NO_CLEARANCE content.items']);
  });
});

describe('changing a registered collection', () => {
  it('needs no check when nothing more is collected', () => {
    expect(lacks({ collection: { endedOn: '2026-11-23', check: 'gone' }, before: {}, check: null })).toEqual([]);
    expect(lacks({ collection: { items: [{ name: '员工人数' }] }, before: {}, check: null })).toEqual([]);
  });

  it('needs one for each item that is added', () => {
    const items = [...collection.items!, { name: '住所' }];
    expect(lacks({ collection: { items }, before: {} })).toEqual(['NO_CLEARANCE content.items.2.name']);
  });

  it('needs one when another subject or organization is collected from or by', () => {
    expect(lacks({ before: { subject: '自然人' }, check: null })).toEqual(['NO_CLEARANCE content.check']);
    expect(lacks({ before: { organization: 'A2' }, check: null })).toEqual(['NO_CLEARANCE content.check']);
  });

  it('needs one for an exemption that is new', () => {
    const exemption = 'FIRST_SOURCE' as const;
    expect(lacks({ collection: { exemption }, before: { exemption }, check: null })).toEqual([]);
    expect(lacks({ collection: { exemption }, before: {} })).toEqual(['NO_CLEARANCE content.exemption']);
  });
});
