import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { type Held, readRecords, type Version, versionsOf } from './record.store.ts';

export type { Held, Version } from './record.store.ts';

const TIME_LIMIT_MS = 10_000;

/** Records by id 查记录; those that do not exist are left out. Throws `Fault` UNAVAILABLE, TIME_LIMIT. */
export async function recordsOf(desk: Desk, ids: readonly string[]): Promise<Map<string, Held>> {
  return see(desk, { name: 'records', limit: TIME_LIMIT_MS }, (tx) => readRecords(tx, ids));
}

/** A record's present content, and what it said before 历史版本, oldest first; null when there is none. */
export async function historyOf(desk: Desk, id: string): Promise<{ now: Held; former: Version[] } | null> {
  return see(desk, { name: 'history', limit: TIME_LIMIT_MS }, async (tx) => {
    const now = (await readRecords(tx, [id])).get(id);
    return now === undefined ? null : { now, former: await versionsOf(tx, id) };
  });
}
