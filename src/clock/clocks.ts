import { addDays, addYears, type Day, yearOf } from '#src/calendar/day.ts';
import type { Calendar, CountedDay } from '#src/calendar/working-days.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import { inSpan } from './policy.ts';
import type { Limit, StartEvent } from './profile.ts';

/** What starts a clock 计时: the event, its day, whom it binds, and whether the authority consented to an extension. */
export interface Start {
  readonly event: StartEvent;
  readonly on: Day;
  /** Kind of the organization that must act; limits for other kinds do not apply. Unknown: only limits for every kind. */
  readonly kind?: string | undefined;
  /** Jurisdiction whose local holidays count. */
  readonly jurisdiction?: string | undefined;
  readonly extended?: boolean;
}

/** One limit running from one start; `due` is its last day. */
export interface RunningLimit {
  readonly limit: Limit;
  readonly due: CountedDay;
  readonly extended: boolean;
}

/** All limits that apply to a start, strictest first, and the one that decides. */
export interface Clock {
  readonly start: Start;
  readonly limits: readonly RunningLimit[];
  readonly strictest: RunningLimit;
}

/** True when the limit binds that start: its event, its kind of organization, and in force when it began (or reaching back). */
export function applies(limit: Limit, start: Start): boolean {
  if (!limit.startEvents.includes(start.event)) return false;
  if (limit.kinds && !limit.kinds.some((kind) => kind === start.kind)) return false;
  if (inSpan(limit, start.on)) return true;
  return limit.earlier === 'APPLIES' && limit.from != null && start.on < limit.from;
}

/** The last day of a limit that began on a day. */
export function dueDay(limit: Limit, start: Start, calendar: Calendar): CountedDay {
  switch (limit.unit) {
    case 'WORKING_DAYS': {
      const more = start.extended && limit.extension ? limit.extension.length : 0;
      return calendar.addWorkingDays(start.on, limit.length + more, start.jurisdiction);
    }
    case 'YEARS':
      return { day: addYears(start.on, limit.length), provisional: false };
    case 'CALENDAR_YEARS':
      return { day: `${yearOf(addYears(start.on, limit.length - 1))}-12-31`, provisional: false };
    case 'DATE':
      return { day: `${yearOf(start.on) + 1}-${limit.length}`, provisional: false };
    default:
      return limit satisfies never;
  }
}

/** The clock of a start; null when no limit applies to it. */
export function clockOf(limits: readonly Limit[], start: Start, calendar: Calendar): Clock | null {
  const running = limits
    .filter((limit) => applies(limit, start))
    .map((limit) => ({
      limit,
      due: dueDay(limit, start, calendar),
      extended: start.extended === true && limit.extension !== undefined,
    }))
    .sort((a, b) => byCodePoint(a.due.day, b.due.day) || byCodePoint(a.limit.profile, b.limit.profile));
  const strictest = running[0];
  return strictest ? { start, limits: running, strictest } : null;
}

/** Overdue 逾期: the day is after the due day. */
export function isOverdue(running: RunningLimit, on: Day): boolean {
  return on > running.due.day;
}

/** Time to warn: within the limit's warning days before its end, that day included. */
export function isToWarn(running: RunningLimit, on: Day): boolean {
  const days = running.limit.warnDays;
  return days !== undefined && on <= running.due.day && on >= addDays(running.due.day, -days);
}
