import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import type { Tx } from '../graph/graph.service.ts';
import { readLevels, saveLevels } from './classification.statements.ts';

const TIME_LIMIT_MS = 10_000;

/** The levels computed last for assets 计算级别; null where none is known. Throws `Fault` UNAVAILABLE, TIME_LIMIT. */
export async function computedLevelsOf(desk: Desk, ids: readonly string[]): Promise<Map<string, number | null>> {
  const rows = await see(desk, { name: 'levels', limit: TIME_LIMIT_MS }, (tx) => tx.run(readLevels, { ids }));
  const levels = new Map(rows.map(({ id, computed }) => [id, computed]));
  return new Map(ids.map((id) => [id, levels.get(id) ?? null]));
}

/** Writes levels that a run computed anew, in a transaction that the caller opened; null takes one away. */
export async function writeLevels(tx: Tx, rows: readonly { id: string; level: number | null }[]): Promise<void> {
  if (rows.length > 0) await tx.run(saveLevels, { rows });
}
