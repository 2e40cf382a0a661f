import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { isRecordedReading } from '../audit/reading.service.ts';
import { deedsBehind } from '../audit/records.service.ts';
import { degreeOf, standsBy } from '../identity/sights.ts';
import { type PastVersion, pastOf } from './past.ts';
import { type Held, readRecords, versionsOf } from './record.store.ts';

export type { PastVersion } from './past.ts';
export type { Held } from './record.store.ts';

const TIME_LIMIT_MS = 10_000;

/** Records by id that the viewer may see 查记录; all others are left out. Throws `Fault` UNAVAILABLE, TIME_LIMIT. */
export async function recordsOf(desk: Desk, ids: readonly string[]): Promise<Map<string, Held>> {
  return see(desk, { name: 'records', limit: TIME_LIMIT_MS }, async (tx, { viewer }) => {
    const held = await readRecords(tx, ids);
    const seen = [...held].filter(([, record]) => degreeOf(viewer, record) === 'OPEN');
    for (const [id, { content }] of seen) if (isRecordedReading(content)) desk.traced.add(id);
    return new Map(seen);
  });
}

/**
 * Every content a record has had, with who brought it about and from which one 历史版本, oldest first, the present one last.
 * Former contents were not for everybody's eyes: they are for those whose own record it is, its data authority and
 * auditors; null for all others, or when there is none.
 */
export async function historyOf(desk: Desk, id: string): Promise<PastVersion[] | null> {
  return see(desk, { name: 'history', limit: TIME_LIMIT_MS }, async (tx, { viewer }) => {
    const now = (await readRecords(tx, [id])).get(id);
    if (now === undefined || !standsBy(viewer, now)) return null;
    if (isRecordedReading(now.content)) desk.traced.add(id);
    const former = (await versionsOf(tx, id)).map((one) => ({ ...one, recordedAt: one.from, replacedAt: one.to }));
    const kept = [...former, { ...now, replacedAt: null }];
    const deeds = await deedsBehind(
      tx,
      id,
      kept.flatMap(({ load }) => load ?? []),
    );
    return pastOf(id, kept, deeds);
  });
}
