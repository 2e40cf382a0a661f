import { describe, expect, it } from 'vitest';
import type { Check, Exemption } from '../../src/collection/check.ts';
import { type ConcludeCheck, decideConclusion } from '../../src/collection/conclude.ts';

type Item = Check['items'][number];

const item = (name: string, verdict: Item['verdict']): Item => ({ name, verdict });
const check = (items: readonly Item[], more: Partial<Check> = {}): Check => ({
  organization: 'A1',
  title: '企业人员信息',
  checkedAt: '2026-11-23T09:00:00+08:00',
  verdict: 'REUSE_PART',
  items: [...items],
  matches: [],
  ...more,
});
const exempt = (name: string, exemption: Exemption['exemption'] = 'FIRST_SOURCE', reason = '法定首源'): Exemption => ({
  item: name,
  exemption,
  reason,
});
const NOW = { now: Date.parse('2026-11-23T10:00:00+08:00') };
const ask = (command: Partial<ConcludeCheck>): ConcludeCheck => ({
  check: 'Check:1',
  outcome: 'COLLECT_REST',
  exemptions: [],
  until: command.outcome === undefined ? '2026-12-31' : null,
  ...command,
});
const decide = (of: Check, command: Partial<ConcludeCheck> = {}) => {
  const decision = decideConclusion(of, ask(command), NOW);
  if ('refused' in decision) return decision.refused.map(({ code, path }) => `${code} ${path.join('.')}`);
  return 'accepted' in decision ? (decision.accepted.clearance ?? 'no clearance') : decision;
};

const ALL: readonly Item[] = [
  item('新项', 'NEW'),
  item('共享项', 'EXISTS_SHAREABLE'),
  item('条件项', 'EXISTS_CONDITIONAL'),
  item('回流项', 'EXISTS_BACKFLOW'),
  item('不共享项', 'EXISTS_NOT_SHARED'),
];

describe('collecting the rest', () => {
  it('is cleared for what is new alone: nothing that exists comes with it', () => {
    expect(decide(check(ALL))).toEqual({ items: ['新项'], from: '2026-11-23', until: '2026-12-31' });
  });

  it.each(ALL.slice(1))('is not cleared for $name, which is $verdict, unless it is exempted with a reason', (one) => {
    expect(decide(check([one]))).toEqual(['NOTHING_TO_COLLECT outcome']);
    expect(decide(check([one]), { exemptions: [exempt(one.name)] })).toMatchObject({ items: [one.name] });
    expect(decide(check([one]), { exemptions: [exempt(one.name, 'FIRST_SOURCE', ' ')] })).toEqual([
      'REASON_MISSING exemptions.0.reason',
    ]);
  });

  it('is not exempted by a refusal that there cannot have been: what is shared unconditionally', () => {
    const refused = (name: string) => decide(check(ALL), { exemptions: [exempt(name, 'REFUSED_SHARING')] });
    expect(refused('共享项')).toEqual(['NOT_REFUSABLE exemptions.0.exemption']);
    expect(refused('条件项')).toMatchObject({ items: ['新项', '条件项'] });
    expect(refused('不共享项')).toMatchObject({ items: ['新项', '不共享项'] });
  });

  it('exempts only what was checked, and each once', () => {
    expect(decide(check(ALL), { exemptions: [exempt('别项')] })).toEqual(['UNKNOWN_ITEM exemptions.0.item']);
    expect(decide(check(ALL), { exemptions: [exempt('共享项'), exempt('共享项 ')] })).toEqual([
      'ITEM_REPEATED exemptions.1.item',
    ]);
  });

  it('needs a last day, today at the earliest', () => {
    expect(decide(check(ALL), { until: null })).toEqual(['UNTIL_MISSING until']);
    expect(decide(check(ALL), { until: '2026-11-22' })).toEqual(['UNTIL_PAST until']);
    expect(decide(check(ALL), { until: '2026-11-23' })).toMatchObject({ until: '2026-11-23' });
  });

  it('is not cleared where no items were checked: a clearance is for items', () => {
    expect(decide(check([]))).toEqual(['NOTHING_TO_COLLECT outcome']);
  });
});

describe('reusing, applying and having extended', () => {
  const near = {
    matches: [{ dataset: 'D', title: '企业信息', score: 0.4, relation: 'OVERLAPS' as const, reasons: [] }],
  };

  it('clear nothing', () => {
    for (const outcome of ['REUSE', 'APPLY_FOR_SHARING', 'ASK_TO_EXTEND'] as const)
      expect(decide(check(ALL), { outcome })).toBe('no clearance');
  });

  it('need something that is there', () => {
    for (const outcome of ['REUSE', 'APPLY_FOR_SHARING'] as const) {
      expect(decide(check([item('新项', 'NEW')], near), { outcome })).toEqual(['NOTHING_THERE outcome']);
      expect(decide(check([item('不共享项', 'EXISTS_NOT_SHARED')]), { outcome })).toEqual(['NOTHING_THERE outcome']);
      expect(decide(check([], near), { outcome })).toBe('no clearance');
    }
    expect(decide(check([item('新项', 'NEW')], near), { outcome: 'ASK_TO_EXTEND' })).toBe('no clearance');
    expect(decide(check([item('新项', 'NEW')]), { outcome: 'ASK_TO_EXTEND' })).toEqual(['NOTHING_THERE outcome']);
  });

  it('take neither exemptions nor a last day', () => {
    const command = { outcome: 'REUSE' as const, exemptions: [exempt('共享项')], until: '2026-12-31' };
    expect(decide(check(ALL), command)).toEqual(['EXEMPTION_NOT_WANTED exemptions', 'UNTIL_NOT_WANTED until']);
  });
});

it('a check is concluded once', () => {
  const before = check(ALL, { outcome: 'REUSE', concludedAt: '2026-11-23T09:30:00+08:00' });
  expect(decide(before)).toEqual(['CONCLUDED check']);
});
