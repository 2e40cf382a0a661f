import type { Tx } from '../graph/graph.service.ts';
import { createRecord, lockSubjects } from './audit.statements.ts';
import type { Properties } from './record.ts';

/** Locks what a deed is about, until the transaction ends; answers the digest of the last record about each. */
export async function lock(tx: Tx, ids: readonly string[], record: string): Promise<Map<string, string | null>> {
  const rows = await tx.run(lockSubjects, { ids, record });
  return new Map(rows.map(({ id, last }) => [id, last]));
}

/** Writes a record that is not sealed yet; its subjects bear its digest from now on. */
export async function create(
  tx: Tx,
  record: Omit<Properties, 'at' | 'act' | 'actor' | 'request'>,
  subjects: readonly string[],
): Promise<void> {
  await tx.run(createRecord, { record, subjects, digest: record.digest });
}
