import { describe, expect, test } from 'vitest';
import { type Clock, clockOf, type Start } from '#src/clock/clocks.ts';
import { policyOn } from '#src/clock/policy.ts';
import { dueWords, otherLimits } from '#src/compliance/due-words.ts';
import { officialCalendar } from '../calendar/notices.ts';
import { officialPolicy, profiles } from '../clock/profiles.ts';

const clock = (start: Start, policy = officialPolicy): Clock => clockOf(policy.limits, start, officialCalendar)!;

describe('how a due day is told', () => {
  test('the strictest limit with its provision, the others beside it, each marked as law', () => {
    const both = clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19', kind: 'AGENCY' });
    expect(dueWords(both.strictest)).toEqual({
      zh: '2026-11-02（法定：政务数据共享条例（国务院令第809号）第十七条）',
      en: '2026-11-02 (U-10, law)',
    });
    expect(otherLimits(both)).toEqual({
      zh: '其他时限：2026-11-09（法定：昆明市公共数据管理办法（征求意见稿）第十二条第二款）。',
      en: ' Other limits: 2026-11-09 (U-15, law).',
    });
    expect(otherLimits(clock({ event: 'CHANGE_EFFECTIVE', on: '2026-10-19', kind: 'UTILITY' }))).toEqual({
      zh: '',
      en: '',
    });
  });
  test('a limit from memory, an extension, and a day that a calendar to come may move say so', () => {
    const delivered = clock({ event: 'PRODUCT_FIRST_DELIVERED', on: '2026-03-02' });
    expect(dueWords(delivered.strictest).zh).toContain('期限凭记忆，未核原文');
    expect(dueWords(delivered.strictest).en).toContain('from memory, not read in the instrument');
    const late = clock({ event: 'CHANGE_EFFECTIVE', on: '2026-12-24', kind: 'AGENCY', extended: true });
    const told = late.limits.map(dueWords);
    expect(told.map(({ zh }) => zh.includes('暂定：2027年放假安排尚未公布'))).toEqual([true, true]);
    expect(told.filter(({ zh }) => zh.includes('已同意延期'))).toHaveLength(1);
  });
  test('an internal target is not told as law', () => {
    const lenient = profiles.find(({ profile }) => profile === 'KM-DRAFT-2025')!;
    const target = {
      ...lenient,
      limits: lenient.limits.map((limit) => ({ ...limit, nature: 'INTERNAL' as const })),
    };
    const own = clock({ event: 'OPINION_RECEIVED', on: '2026-10-19' }, policyOn([target], '2026-11-23'));
    expect(dueWords(own.strictest).zh).toContain('内部目标：');
    expect(dueWords(own.strictest).zh).not.toContain('法定');
  });
});
