import { formatMoment } from '../calendar/moment.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { SightClass } from '../identity/sight-classes.ts';
import type { Seen } from '../identity/sights.ts';
import { type Draft, draftOf, type Edge, type Entry, entryId, entryOf, entryOfDraft } from './entry.ts';
import type { Content, RecordKind } from './kind.ts';
import {
  createAssets,
  createRecords,
  createVersions,
  dateRecords,
  deleteCreated,
  linkRecords as drawLinks,
  pageContents,
  placeOwned,
  placeRecords as placeThese,
  readContents,
  readDigests,
  readReplaced,
  readVersions,
  replaceRecords,
  restoreRecords,
} from './record.statements.ts';

/** In whose name and when something is written. */
export interface Writing {
  /** Id of the load or act. */
  readonly load: string;
  /** When the registry records it, epoch milliseconds. */
  readonly recordedAt: number;
  /** Relationship types by which records name others. */
  readonly owned: readonly string[];
  /** The registry is known to hold none of these records. */
  readonly unheard: boolean;
}

/** What writing records came to. */
export interface Written {
  readonly created: readonly Entry[];
  readonly replaced: readonly Entry[];
  readonly unchanged: number;
}

/** Compares drafts with what the registry holds: which are new, which differ, how many are the same. */
export async function compare(tx: Tx, drafts: readonly Draft[], recordedAt: number): Promise<Written> {
  const ids = drafts.map((draft) => entryId(draft.kind, draft.content));
  const held = new Map((await tx.run(readDigests, { ids })).map((row) => [row.id, row]));
  return compareWith(held, drafts, recordedAt);
}

function compareWith(
  held: ReadonlyMap<string, { digest: string; retiredAt: number | null }>,
  drafts: readonly Draft[],
  recordedAt: number,
): Written {
  const byId = new Map(drafts.map((draft) => [entryId(draft.kind, draft.content), draft]));
  const created: Entry[] = [];
  const replaced: Entry[] = [];
  let unchanged = drafts.length - byId.size;
  for (const [id, draft] of byId) {
    const before = held.get(id);
    const now = dated(draft, before?.retiredAt ?? recordedAt);
    if (before === undefined) created.push(entryOfDraft(now));
    else if (before.digest === now.digest) unchanged++;
    else replaced.push(entryOfDraft(now));
  }
  return { created, replaced, unchanged };
}

/** A retired record without a moment is retired now, or since when it was. */
function dated(draft: Draft, retiredAt: number): Draft {
  const { kind, content } = draft;
  if (content.retired !== true || content.retiredAt !== undefined) return draft;
  return draftOf(kind, { ...content, retiredAt: formatMoment(retiredAt) });
}

/**
 * Writes drafts: creates the new ones, replaces those that differ, leaves the rest alone. What they name is drawn after
 * all of them are written, by `linkRecords`.
 */
export async function writeRecords(tx: Tx, drafts: readonly Draft[], writing: Writing): Promise<Written> {
  const { recordedAt, load, unheard } = writing;
  const written = unheard ? compareWith(new Map(), drafts, recordedAt) : await compare(tx, drafts, recordedAt);
  const propertiesOf = (entry: Entry) => ({ ...entry.properties, place: ownPlace(entry), load, recordedAt });
  for (const [kind, entries] of Map.groupBy(written.created, (entry) => entry.kind))
    await tx.run(kind.asset ? createAssets : createRecords, { type: kind.type, rows: entries.map(propertiesOf) });
  const replaced = written.replaced.map((entry) => ({ id: entry.id, properties: propertiesOf(entry) }));
  if (replaced.length > 0) await tx.run(replaceRecords, { rows: replaced, owned: writing.owned });
  return written;
}

/** The jurisdiction that a record itself names; null when it names none. */
function ownPlace({ edges }: Entry): string | null {
  return edges.find(({ type }) => type === 'IN_JURISDICTION')?.to ?? null;
}

/** Records whose jurisdiction follows from what others name. */
export interface Placing {
  /** Those that lie where who they belong to lies. */
  readonly ids: readonly string[];
  /** Organizations whose records may lie elsewhere now. */
  readonly organizations: readonly string[];
}

/** Which records to place once these are written and linked. */
export function placedBy(entries: readonly Entry[]): Placing {
  const ofOwner = entries.filter((entry) => ownPlace(entry) === null && entry.properties['owner'] !== null);
  const organizations = entries.filter(({ kind }) => kind.type === 'Organization');
  return { ids: ofOwner.map(({ id }) => id), organizations: organizations.map(({ id }) => id) };
}

/** Says in which jurisdiction records lie; after `linkRecords`. */
export async function placeRecords(tx: Tx, { ids, organizations }: Placing): Promise<void> {
  if (ids.length > 0) await tx.run(placeThese, { ids });
  if (organizations.length > 0) await tx.run(placeOwned, { organizations });
}

/** Draws the relationships by which records name others; those that they name must be there. */
export async function linkRecords(tx: Tx, edges: readonly Edge[]): Promise<void> {
  if (edges.length > 0) await tx.run(drawLinks, { edges: edges.map(({ from, to, type, at }) => [from, to, type, at]) });
}

/** A record as it was before a load replaced it. */
export interface Before {
  readonly entry: Entry;
  readonly recordedAt: number;
  readonly load: string | null;
}

/** Some of the records that a load replaced, as they were before it. */
export async function replacedBy(
  tx: Tx,
  load: string,
  size: number,
  kindOf: (type: string) => RecordKind | undefined,
): Promise<Before[]> {
  const rows = await tx.run(readReplaced, { load, size });
  return rows.map(({ id, content, recordedAt, load: earlier }) => ({
    entry: entryOf(kindOf(id.slice(0, id.indexOf(':')))!, JSON.parse(content) as Content),
    recordedAt,
    load: earlier,
  }));
}

/** Takes out the records that a load made. */
export async function undoCreated(graph: Graph, load: string): Promise<void> {
  await graph.batches({ name: 'load: undo records', limit: 0 }, deleteCreated, { load });
}

/** Gives records back what they said before a load. */
export async function restore(
  tx: Tx,
  before: readonly Before[],
  { load, owned }: { load: string; owned: readonly string[] },
): Promise<void> {
  const rows = before.map(({ entry, recordedAt, load: earlier }) => ({
    id: entry.id,
    properties: { ...entry.properties, place: ownPlace(entry), load: earlier, recordedAt },
  }));
  await tx.run(restoreRecords, { rows, load, owned });
  await linkRecords(
    tx,
    before.flatMap(({ entry }) => entry.edges),
  );
  await placeRecords(tx, placedBy(before.map(({ entry }) => entry)));
}

/** A record as the registry holds it. */
export interface Held {
  readonly id: string;
  readonly content: Content;
  /** When the registry recorded this content, epoch milliseconds. */
  readonly recordedAt: number;
  /** Id of the load or act that wrote it. */
  readonly load: string | null;
}

/** A record with what decides who may know of it. */
export interface Kept extends Held, Seen {}

/** Records by id; those that do not exist are left out. */
export async function readRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, Kept>> {
  const rows = await tx.run(readContents, { ids });
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, sight: row.sight as SightClass, content: JSON.parse(row.content) as Content },
    ]),
  );
}

/** What a record said before, and when the registry recorded it and recorded better. */
export interface Version {
  readonly content: Content;
  readonly from: number;
  readonly to: number;
  readonly digest: string;
  /** Id of the load or act that wrote it; null where it came with a dump. */
  readonly load: string | null;
}

/** Former contents of a record, oldest first. */
export async function versionsOf(tx: Tx, id: string): Promise<Version[]> {
  const rows = await tx.run(readVersions, { id });
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Content }));
}

/** Which of these records the registry holds. */
export async function existingIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(readDigests, { ids })).map(({ id }) => id));
}

/** Writes what a dump knows of the past of records: former contents, and since when the present one is recorded. */
export async function loadHistory(
  tx: Tx,
  dates: readonly { id: string; recordedAt: number }[],
  versions: readonly { id: string; content: string; digest: string; from: number; to: number }[],
): Promise<void> {
  await tx.run(dateRecords, { rows: dates });
  if (versions.length > 0) await tx.run(createVersions, { rows: versions });
}

/** One page of the records of a type, in order of id; contents as canonical JSON. */
export async function pageRecords(tx: Tx, prefix: string, after: string, size: number) {
  return tx.run(pageContents, { prefix, after, size });
}
