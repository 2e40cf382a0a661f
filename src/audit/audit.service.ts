import type { Tx } from '../graph/graph.service.ts';
import { create, lock } from './audit.store.ts';
import { contentOf, type Deed, propertiesOf, subjectIds } from './record.ts';

/**
 * Puts a deed on record 记入审计, in the deed's own transaction: without its record the deed has not happened. The record
 * names the one before it about each of its subjects, and each subject bears the digest of the last record about it; only
 * these subjects are locked, in order of id. A sequencer seals the record afterwards.
 */
export async function recordDeed(tx: Tx, deed: Deed): Promise<{ digest: string }> {
  const ids = subjectIds(deed);
  const last = ids.length === 0 ? new Map<string, string | null>() : await lock(tx, ids, deed.id);
  const record = propertiesOf(contentOf(deed, last), deed);
  await create(tx, record, ids);
  return { digest: record.digest };
}
