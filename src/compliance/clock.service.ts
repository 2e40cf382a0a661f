import type { Desk } from '../access/desk.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import { clockOf, isOverdue, isToWarn, type RunningLimit, type Start } from '../clock/clocks.ts';
import { type Law, lawToday } from '../clock/law.service.ts';
import type { StartEvent } from '../clock/profile.ts';
import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import { recordsOf } from '../record/record.service.ts';
import { dueWords } from './due-words.ts';

/** A limit that runs, as it stands today. */
export interface StandingLimit extends RunningLimit {
  /** The strictest of all that apply: it decides. */
  readonly decides: boolean;
  readonly overdue: boolean;
  readonly toWarn: boolean;
  readonly told: string;
}

/** What is asked of a clock: the event and its day, who must act (an id; null: anybody), and whether an extension was consented to. */
export interface ClockQuestion {
  readonly event: StartEvent;
  readonly on: Day;
  readonly organization: string | null;
  readonly extended: boolean;
}

/**
 * All limits that run from an event, strictest first 计时; none where no limit applies. Throws `Fault` BAD_INPUT, NOT_FOUND, UNAVAILABLE,
 * TIME_LIMIT.
 */
export async function clockFor(
  desk: Desk,
  { event, on, organization, extended }: ClockQuestion,
): Promise<StandingLimit[]> {
  const bearer = organization === null ? {} : await bearerOf(desk, organization);
  return standingLimits({ event, on, extended, ...bearer }, await lawToday(desk), dayOfMoment(desk.clock.now()));
}

async function bearerOf(desk: Desk, organization: string): Promise<Pick<Start, 'kind' | 'jurisdiction'>> {
  if (parseId(organization)?.type !== 'Organization')
    throw new Fault(
      'BAD_INPUT',
      `应为机构编号：${organization}。An id of an organization is wanted, not ${organization}.`,
    );
  const body = (await recordsOf(desk, [organization])).get(organization);
  if (!body) throw new Fault('NOT_FOUND', `没有这个机构：${organization}。No organization ${organization}.`);
  const { kind, jurisdiction } = body.content as { kind?: string; jurisdiction?: string };
  return { kind, jurisdiction };
}

function standingLimits(start: Start, { policy, calendar }: Law, today: Day): StandingLimit[] {
  const running = clockOf(policy.limits, start, calendar);
  return (running?.limits ?? []).map((limit) => {
    const { zh, en } = dueWords(limit);
    return {
      ...limit,
      decides: limit === running?.strictest,
      overdue: isOverdue(limit, today),
      toWarn: isToWarn(limit, today),
      told: `${zh} ${en}`,
    };
  });
}
