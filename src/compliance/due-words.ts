import type { Clock, RunningLimit } from '#src/clock/clocks.ts';
import type { Words } from './rule.ts';

/**
 * How a due day is told 时限说明: the day with the limit that sets it, marked as law 法定 or as an internal target 内部目标; with what is not certain of
 * it: a limit that nobody has read in its instrument, a day that a calendar to come may move.
 */
export function dueWords({ limit, due, extended }: RunningLimit): Words {
  const isLaw = limit.nature === 'LAW';
  const zh = [`${isLaw ? '法定' : '内部目标'}：${limit.citation}`];
  const en = [limit.code, isLaw ? 'law' : 'internal target'];
  if (extended) {
    zh.push('已同意延期');
    en.push('extended');
  }
  if (!limit.verified) {
    zh.push('期限凭记忆，未核原文');
    en.push('from memory, not read in the instrument');
  }
  if (due.provisional) {
    zh.push(`暂定：${due.because}年放假安排尚未公布`);
    en.push(`provisional: the calendar of ${due.because} is not out`);
  }
  return { zh: `${due.day}（${zh.join('；')}）`, en: `${due.day} (${en.join(', ')})` };
}

/** The other limits of a clock, as sentences; empty where there are none. */
export function otherLimits({ limits, strictest }: Clock): Words {
  const others = limits.filter((running) => running !== strictest).map(dueWords);
  if (others.length === 0) return { zh: '', en: '' };
  return {
    zh: `其他时限：${others.map(({ zh }) => zh).join('、')}。`,
    en: ` Other limits: ${others.map(({ en }) => en).join('; ')}.`,
  };
}
