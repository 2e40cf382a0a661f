import type { Circumstances } from '../access/decision.ts';
import type { Tx } from '../graph/graph.service.ts';
import { draftOf, linkRecords, placedBy, placeRecords, writeRecords } from '../record/bulk.service.ts';
import { entryOf, versionOf } from '../record/entry.ts';
import type { Content, RecordKind } from '../record/kind.ts';

/** Writes a record that an act of this room made, and tells what it said before and after 写入记录. */
export async function writeRecord(
  tx: Tx,
  kind: RecordKind,
  { content, before }: { readonly content: Content; readonly before: Content | null },
  { deed, recordedAt }: Circumstances,
) {
  const owned = kind.references.flatMap(({ as }) => as ?? []);
  const writing = { load: deed, recordedAt, owned, unheard: before === null };
  const { created, replaced } = await writeRecords(tx, [draftOf(kind, content)], writing);
  const entries = [...created, ...replaced];
  await linkRecords(
    tx,
    entries.flatMap(({ edges }) => edges),
  );
  await placeRecords(tx, placedBy(entries));
  const { id } = entryOf(kind, content);
  const subject = { id, before: before === null ? null : versionOf(before), after: versionOf(content) };
  return { result: { id }, subjects: [subject], changed: entries.length > 0 };
}
