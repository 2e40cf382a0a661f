import { describe, expect, it } from 'vitest';
import { firstInstant } from '#src/calendar/day.ts';
import { decideFinding, type JudgeFinding } from '#src/compliance/decide-finding.ts';
import { findingId, rankOfFinding } from '#src/compliance/finding-id.ts';
import { FINDING_STATES, type FindingState, type KeptLife, onFound, onVanished } from '#src/compliance/finding-life.ts';
import type { Finding } from '#src/compliance/rule.ts';

const NOW = firstInstant('2026-11-23') + 12 * 3_600_000;
const moment = { now: NOW, today: '2026-11-23', before: NOW - 1_000 };
const standing = { owner: 'Organization:O', place: 'Jurisdiction:J' };
const finding: Finding = {
  rule: 'R22-2',
  subject: 'Product:P',
  object: '',
  severity: 'VIOLATION',
  evidence: ['Product:P'],
  since: '2026-01-05',
  message: { zh: '收费。', en: 'It has a price.' },
  cure: { zh: '免费。', en: 'Make it free.' },
};
const kept = (state: FindingState, more: Partial<KeptLife> = {}): KeptLife => {
  const digest = onFound(undefined, finding, standing, moment)!.properties['digest'] as string;
  return { id: findingId(finding), state, severity: 'VIOLATION', digest, seenSince: 5, acceptedUntil: null, ...more };
};
const found = (life: KeptLife | undefined, seen = finding) => onFound(life, seen, standing, moment);

describe('a finding that a run finds', () => {
  it('is new, and dates from the records', () => {
    expect(found(undefined)!.properties).toMatchObject({
      id: 'Finding:R22-2|Product:P',
      state: 'NEW',
      since: firstInstant('2026-01-05'),
      firstSeenAt: NOW,
      owner: 'Organization:O',
    });
  });

  it('dates from when it was first seen where no record tells since when', () => {
    const undated = { ...finding, since: null };
    expect(found(undefined, undated)!.properties).toMatchObject({ since: NOW, seenSince: NOW });
    expect(found(kept('SEEN'), undated)!.properties).toMatchObject({ since: 5, state: 'SEEN' });
    expect(found(kept('CORRECTED'), undated)!.properties).toMatchObject({ since: NOW, state: 'REOPENED' });
  });

  it.each(['NEW', 'SEEN', 'IN_CORRECTION', 'ACCEPTED', 'REOPENED'] as const)(
    'stays as it is when it says the same: %s',
    (state) => {
      expect(found(kept(state))).toBeNull();
    },
  );

  it('keeps its state when it says something else', () => {
    const other = { ...finding, evidence: ['Product:P', 'Agreement:A'] };
    expect(found(kept('IN_CORRECTION'), other)!.properties).toMatchObject({
      state: 'IN_CORRECTION',
      evidence: ['Product:P', 'Agreement:A'],
    });
    expect(found(kept('IN_CORRECTION'), other)!.properties).not.toHaveProperty('firstSeenAt');
  });

  it('that had been corrected is reopened', () => {
    expect(found(kept('CORRECTED'))!.properties).toMatchObject({ state: 'REOPENED', lastSeenAt: null, seenSince: NOW });
  });

  it('is reopened the day after its acceptance ended, not on its last day', () => {
    expect(found(kept('ACCEPTED', { acceptedUntil: '2026-11-23' }))).toBeNull();
    expect(found(kept('ACCEPTED', { acceptedUntil: '2026-11-22' }))!.properties).toMatchObject({
      state: 'REOPENED',
      acceptedUntil: null,
      reason: null,
    });
  });

  it('is reopened when what was accepted for review turns out a violation, not the other way round', () => {
    expect(found(kept('ACCEPTED', { severity: 'REVIEW' }))!.properties).toMatchObject({ state: 'REOPENED' });
    expect(found(kept('ACCEPTED', { digest: 'other' }), { ...finding, severity: 'REVIEW' })!.properties).toMatchObject({
      state: 'ACCEPTED',
    });
  });
});

describe('a finding that a run finds no more', () => {
  it.each(FINDING_STATES.filter((state) => state !== 'CORRECTED'))('is corrected, last seen before: %s', (state) => {
    expect(onVanished(kept(state), moment)!.properties).toMatchObject({ state: 'CORRECTED', lastSeenAt: NOW - 1_000 });
  });
  it('stays corrected', () => {
    expect(onVanished(kept('CORRECTED'), moment)).toBeNull();
  });
});

describe('what a person decides of a finding', () => {
  const decided = (
    state: FindingState,
    command: Omit<JudgeFinding, 'finding'>,
    role: 'CLERK' | 'AUTHORITY' = 'CLERK',
  ) => decideFinding({ state }, { finding: 'Finding:F', ...command }, { viewer: { role }, now: NOW });
  const codes = (decision: ReturnType<typeof decided>) =>
    'refused' in decision
      ? decision.refused.map(({ code }) => code)
      : 'accepted' in decision
        ? decision.accepted
        : null;

  it('whoever must mend it takes note, and sets to work', () => {
    expect(codes(decided('NEW', { decision: 'SEE' }))).toMatchObject({ state: 'SEEN' });
    expect(codes(decided('SEEN', { decision: 'CORRECT' }))).toMatchObject({ state: 'IN_CORRECTION' });
    expect(codes(decided('REOPENED', { decision: 'CORRECT' }))).toMatchObject({ state: 'IN_CORRECTION' });
  });

  it('nothing can be decided of what is corrected', () => {
    for (const decision of ['SEE', 'CORRECT', 'ACCEPT', 'REOPEN'] as const)
      expect(codes(decided('CORRECTED', { decision, reason: 'r' }, 'AUTHORITY'))).toContain('FINDING_STATE');
  });

  it('who supervises accepts it with a reason until a day', () => {
    const accept = { decision: 'ACCEPT', reason: ' 系统改造中 ', until: '2026-11-23' } as const;
    expect(codes(decided('SEEN', accept, 'AUTHORITY'))).toEqual({
      state: 'ACCEPTED',
      reason: '系统改造中',
      acceptedUntil: '2026-11-23',
    });
    expect(codes(decided('SEEN', accept))).toEqual(['NOT_SUPERVISOR']);
    expect(codes(decided('SEEN', { ...accept, until: '2026-11-22' }, 'AUTHORITY'))).toEqual(['UNTIL_PAST']);
    expect(codes(decided('SEEN', { decision: 'ACCEPT', reason: ' ' }, 'AUTHORITY'))).toEqual([
      'REASON_MISSING',
      'UNTIL_MISSING',
    ]);
    expect(codes(decided('NEW', { decision: 'SEE', until: '2026-12-01' }))).toEqual(['UNTIL_NOT_WANTED']);
  });

  it('who supervises sends it back with a reason', () => {
    const back = { decision: 'REOPEN', reason: '未见成效' } as const;
    expect(codes(decided('ACCEPTED', back, 'AUTHORITY'))).toMatchObject({ state: 'REOPENED', acceptedUntil: null });
    expect(codes(decided('NEW', back, 'AUTHORITY'))).toEqual(['FINDING_STATE']);
  });
});

describe('the id of a finding', () => {
  it('is readable, and the same for the same rule, subject and object', () => {
    expect(findingId({ ...finding, object: 'Organization:O' })).toBe('Finding:R22-2|Product:P|Organization:O');
  });
  it('is a key also where subject and object are long, and still tells them apart', () => {
    const long = (end: string) => findingId({ ...finding, subject: `Product:${'长'.repeat(120)}`, object: end });
    expect(long('a')).toMatch(/^Finding:R22-2\|~[\w-]{22}$/);
    expect(long('a')).not.toBe(long('b'));
  });
  it('ranks by article, then number', () => {
    const ranks = ['R9-1', 'R9-10', 'R12-1', 'R100-1'].map((rule) => rankOfFinding({ ...finding, rule }));
    expect(ranks.toSorted()).toEqual(ranks);
  });
});
