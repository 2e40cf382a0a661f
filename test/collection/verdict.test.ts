import { describe, expect, it } from 'vitest';
import { decidePair, type JudgePair, type Side } from '../../src/collection/judge-pair.ts';
import { type HeldVerdict, isQueued, standingOf } from '../../src/collection/standing.ts';
import { judgeName, mirrored, substanceOf, VERDICT_WORDS } from '../../src/collection/verdict.ts';
import type { Role } from '../../src/identity/role.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';

const side = (id: string, more: Partial<Side> = {}): Side => ({
  id: `Dataset:${id}`,
  owner: `Organization:${id}`,
  published: true,
  substance: id,
  mine: true,
  ...more,
});
const [A, B] = [side('A'), side('B')];
function decide(sides: readonly [Side, Side], command: Partial<JudgePair>, role: Role = 'CLERK') {
  const decision = decidePair(sides, { a: '', b: '', verdict: 'SAME', ...command }, { viewer: { role } });
  if ('refused' in decision) return decision.refused.map(({ code, path }) => `${code} ${path.join('.')}`);
  if (!('accepted' in decision)) return decision;
  return [...decision.accepted.sides.map(({ id }) => id.slice('Dataset:'.length)), decision.accepted.verdict].join(' ');
}

describe('judging a pair', () => {
  it.each(VERDICT_WORDS)('%s is told in the order of ids, from whichever side it was said', (verdict) => {
    expect(decide([A, B], { verdict, reason: '理由' })).toBe(`A B ${verdict}`);
    expect(decide([B, A], { verdict, reason: '理由' })).toBe(`A B ${mirrored(verdict)}`);
  });

  it('wants a reason for keeping both, for nothing else', () => {
    for (const verdict of VERDICT_WORDS) {
      const due = verdict === 'KEEP_BOTH' ? ['REASON_MISSING reason'] : `A B ${verdict}`;
      expect(decide([A, B], { verdict, reason: '  ' })).toEqual(due);
    }
  });

  it('is about two published datasets', () => {
    expect(decide([A, A], {})).toEqual(['SAME_DATASET b']);
    expect(decide([A, side('B', { published: false })], {})).toEqual(['NOT_PUBLISHED b']);
  });

  it('lets the data authority alone name a lead department, one of the providers, where data are not different', () => {
    const leadDepartment = 'Organization:A';
    expect(decide([A, B], { leadDepartment }, 'AUTHORITY')).toBe('A B SAME');
    expect(decide([A, B], { leadDepartment }, 'REVIEWER')).toEqual(['NOT_AUTHORITY leadDepartment']);
    expect(decide([A, B], { leadDepartment: 'Organization:C' }, 'AUTHORITY')).toEqual(['NOT_PROVIDER leadDepartment']);
    expect(decide([A, B], { leadDepartment, verdict: 'DIFFERENT' }, 'AUTHORITY')).toEqual([
      'LEAD_NOT_WANTED leadDepartment',
    ]);
  });
});

it('an authority judges for its jurisdiction, also where the account names its organization; others for their organization', () => {
  const account = { ...PUBLIC_VIEWER, organization: 'Organization:A', jurisdiction: 'Jurisdiction:P' };
  expect(judgeName({ ...account, role: 'AUTHORITY' })).toEqual({ jurisdiction: 'Jurisdiction:P' });
  expect(judgeName({ ...account, role: 'CLERK' })).toEqual({ organization: 'Organization:A' });
});

let at = 0;
const verdict = (speaksFor: readonly string[], more: Partial<HeldVerdict> = {}): HeldVerdict => ({
  id: `Verdict:${++at}`,
  sides: ['A', 'B'],
  verdict: 'SAME',
  speaksFor,
  byAuthority: false,
  current: true,
  recordedAt: at,
  ...more,
});

describe('where a pair stands', () => {
  it('is judged when both sides were spoken for and agree, or one speaks for both', () => {
    expect(standingOf([verdict(['A']), verdict(['B'])]).verdict).not.toBeNull();
    expect(standingOf([verdict(['A', 'B'])]).verdict).not.toBeNull();
  });

  it('is open while one side is silent, or the two do not agree', () => {
    expect(standingOf([]).verdict).toBeNull();
    expect(standingOf([verdict(['A'])])).toEqual({ verdict: null, spokenFor: ['A'] });
    expect(standingOf([verdict(['A']), verdict(['B'], { verdict: 'DIFFERENT' })]).verdict).toBeNull();
  });

  it('is what the authority over both says, the latest; over one side it counts for that one', () => {
    const said = verdict(['A', 'B'], { byAuthority: true, verdict: 'DIFFERENT' });
    const later = verdict(['A', 'B'], { byAuthority: true, verdict: 'KEEP_BOTH' });
    expect(standingOf([verdict(['A']), verdict(['B']), said]).verdict).toBe(said);
    expect(standingOf([later, said]).verdict).toBe(later);
    expect(
      standingOf([verdict(['A']), verdict(['B'], { byAuthority: true, verdict: 'DIFFERENT' })]).verdict,
    ).toBeNull();
  });

  it('is open again when what was judged has changed', () => {
    expect(standingOf([verdict(['A', 'B'], { current: false })])).toEqual({ verdict: null, spokenFor: [] });
    expect(standingOf([verdict(['A'], { current: false }), verdict(['B'])]).verdict).toBeNull();
  });
});

describe('the queues', () => {
  const silent = standingOf([]);
  const half = standingOf([verdict(['A'])]);
  const disputed = standingOf([verdict(['A']), verdict(['B'], { verdict: 'DIFFERENT' })]);
  const judged = standingOf([verdict(['A', 'B'])]);
  const open = (own: readonly string[] | null) =>
    [silent, half, disputed, judged].map((standing) => isQueued('OPEN', standing, own));

  it('hold what is open: for one who answers for a side until it is spoken for, and all that is disputed', () => {
    expect(open(null)).toEqual([true, true, true, false]);
    expect(open(['A'])).toEqual([true, false, true, false]);
    expect(open(['B'])).toEqual([true, true, true, false]);
  });

  it('leave nothing out: each pair is open or judged, and all are in the whole list', () => {
    for (const standing of [silent, half, disputed, judged])
      for (const own of [null, ['A'], ['A', 'B']]) {
        expect(isQueued('JUDGED', standing, own)).toBe(!isQueued('OPEN', standing, own));
        expect(isQueued('ALL', standing, own)).toBe(true);
      }
  });
});

describe('the substance of a dataset', () => {
  const dataset = { title: '企业登记信息', items: ['名称', '住所'], subject: '企业', area: '昆明市', period: '2025年' };
  const before = substanceOf(dataset);

  it('changes with title, items, subject, area or period', () => {
    const changes = [
      { title: '企业登记' },
      { items: ['名称'] },
      { subject: '自然人' },
      { area: '呈贡区' },
      { period: '2026年' },
    ];
    for (const change of changes) expect(substanceOf({ ...dataset, ...change })).not.toBe(before);
  });

  it('stays the same when only spelling or order changes', () => {
    expect(substanceOf({ ...dataset, items: ['住所', ' 名称'], title: '企业登记信息 ' })).toBe(before);
    expect(substanceOf({ ...dataset, area: null })).toBe(substanceOf({ ...dataset, area: undefined }));
  });
});
