import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { type Day, dayOfMoment } from '../calendar/day.ts';
import type { HolidayBooks } from '../calendar/holidays.ts';
import { committedCalendar, committedHolidays } from '../calendar/seed.ts';
import { type Calendar, calendarOf } from '../calendar/working-days.ts';
import type { Tx } from '../graph/graph.service.ts';
import { readLaw } from './clock.statements.ts';
import { type Holidays, localIn, noticeIn } from './holidays.ts';
import { type Policy, policyOn } from './policy.ts';
import { type Profile, profileSchema } from './profile.ts';
import { committedProfiles } from './seed.ts';

const TIME_LIMIT_MS = 10_000;

/** What clocks and thresholds go by on a day 适用规则. */
export interface Law {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

interface Loaded {
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly isRetired: boolean;
}

/**
 * The law of a day: profiles and holidays that the product ships, and those that were loaded, which stand in the place of a shipped one of the same key or
 * year; a retired one sets nothing. `known` is the moment at which it counts what is retired.
 */
export async function lawOn(tx: Tx, { day, known }: { readonly day: Day; readonly known: number }): Promise<Law> {
  const rows = await tx.run(readLaw, { types: ['Profile:', 'Holidays:'] });
  const loaded = rows.map(({ id, content, retiredAt }) => ({
    id,
    content: JSON.parse(content) as Loaded['content'],
    isRetired: retiredAt !== null && retiredAt <= known,
  }));
  const of = (type: string) => loaded.filter(({ id }) => id.startsWith(`${type}:`));
  const [profiles, holidays] = [of('Profile'), of('Holidays')];
  return {
    policy: policyOn(profilesWith(committedProfiles(), profiles), day),
    calendar: holidays.length === 0 ? committedCalendar() : calendarOf(holidaysWith(committedHolidays(), holidays)),
  };
}

/** The law of today, for a reading that needs nothing else of the graph. Throws `Fault` UNAVAILABLE, TIME_LIMIT. */
export function lawToday(desk: Desk): Promise<Law> {
  return see(desk, { name: 'law', limit: TIME_LIMIT_MS }, (tx, { now, known }) =>
    lawOn(tx, { day: dayOfMoment(now), known }),
  );
}

function profilesWith(shipped: readonly Profile[], loaded: readonly Loaded[]): Profile[] {
  const keys = new Set(loaded.map(({ content }) => content['key']));
  return [
    ...shipped.filter(({ profile }) => !keys.has(profile)),
    ...loaded.flatMap(({ content, isRetired }) => (isRetired ? [] : [profileOf(content)])),
  ];
}

function profileOf({ key, source, note: _, retired: _r, retiredAt: _at, ...said }: Loaded['content']): Profile {
  return { profile: String(key), source: String(source ?? ''), ...profileSchema.parse(said) };
}

function holidaysWith({ notices, statutory, local }: HolidayBooks, loaded: readonly Loaded[]): HolidayBooks {
  const all = loaded.map(({ content, isRetired }) => ({ said: content as unknown as Holidays, isRetired }));
  const valid = all.flatMap(({ said, isRetired }) => (isRetired ? [] : [said]));
  const years = new Set(all.flatMap(({ said }) => noticeIn(said)?.year ?? []));
  return {
    notices: [...notices.filter(({ year }) => !years.has(year)), ...valid.flatMap((said) => noticeIn(said) ?? [])],
    statutory,
    local: [...local, ...valid.flatMap((said) => localIn(said) ?? [])],
  };
}
