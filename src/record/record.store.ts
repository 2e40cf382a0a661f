import { formatMoment } from '../calendar/moment.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { SightClass } from '../identity/sight-classes.ts';
import type { Seen } from '../identity/sights.ts';
import { type Entry, entryId, entryOf } from './entry.ts';
import type { Content, RecordKind } from './kind.ts';
import {
  createAssets,
  createRecords,
  createVersions,
  dateRecords,
  deleteCreated,
  fillRecords,
  linkRecords,
  pageContents,
  placeOwned,
  placeRecords,
  readContents,
  readDigests,
  readReplaced,
  readVersions,
  replaceRecords,
  restoreRecords,
} from './record.statements.ts';

/** A record to be written. */
export interface Draft {
  readonly kind: RecordKind;
  readonly content: Content;
}

/** In whose name and when something is written. */
export interface Writing {
  /** Id of the load or act. */
  readonly load: string;
  /** When the registry records it, epoch milliseconds. */
  readonly recordedAt: number;
  /** Relationship types by which records name others. */
  readonly owned: readonly string[];
}

/** What writing records came to. */
export interface Written {
  readonly created: readonly Entry[];
  /** Those of the created ones that something written earlier named already. */
  readonly named: ReadonlySet<string>;
  readonly replaced: readonly Entry[];
  readonly unchanged: number;
}

/** Compares drafts with what the registry holds: which are new, which differ, how many are the same. */
export async function compare(tx: Tx, drafts: readonly Draft[], recordedAt: number): Promise<Written> {
  const byId = new Map(drafts.map((draft) => [entryId(draft.kind, draft.content), draft]));
  const held = new Map((await tx.run(readDigests, { ids: [...byId.keys()] })).map((row) => [row.id, row]));
  const created: Entry[] = [];
  const named = new Set([...held.values()].filter(({ digest }) => digest === null).map(({ id }) => id));
  const replaced: Entry[] = [];
  let unchanged = drafts.length - byId.size;
  for (const [id, { kind, content }] of byId) {
    const before = held.get(id);
    const entry = entryOf(kind, dated(content, before?.retiredAt ?? recordedAt));
    if (before === undefined || before.digest === null) created.push(entry);
    else if (before.digest === entry.digest) unchanged++;
    else replaced.push(entry);
  }
  return { created, named, replaced, unchanged };
}

/** A retired record without a moment is retired now, or since when it was. */
function dated(content: Content, retiredAt: number): Content {
  if (content.retired !== true || content.retiredAt !== undefined) return content;
  return { ...content, retiredAt: formatMoment(retiredAt) };
}

/** Writes drafts: creates the new ones, replaces those that differ, leaves the rest alone. */
export async function writeRecords(tx: Tx, drafts: readonly Draft[], writing: Writing): Promise<Written> {
  const written = await compare(tx, drafts, writing.recordedAt);
  const { created, named, replaced } = written;
  const propertiesOf = ({ properties }: Entry) => ({
    ...properties,
    load: writing.load,
    recordedAt: writing.recordedAt,
  });
  const row = (entry: Entry) => ({ id: entry.id, labels: entry.labels, properties: propertiesOf(entry) });
  for (const [kind, entries] of Map.groupBy(created, (entry) => entry.kind)) {
    const rows = entries.filter(({ id }) => !named.has(id)).map(propertiesOf);
    if (rows.length > 0) await tx.run(kind.asset ? createAssets : createRecords, { type: kind.type, rows });
  }
  const filled = created.filter(({ id }) => named.has(id));
  if (filled.length > 0) await tx.run(fillRecords, { rows: filled.map(row) });
  if (replaced.length > 0) await tx.run(replaceRecords, { rows: replaced.map(row), owned: writing.owned });
  await link(tx, [...created, ...replaced], writing.load);
  await place(tx, [...created, ...replaced]);
  return written;
}

const hasPlace = ({ properties, edges }: Entry) =>
  properties['owner'] !== null || edges.some(({ type }) => type === 'IN_JURISDICTION');

/** Says in which jurisdiction records lie, and records of organizations that were written after them. */
async function place(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const ids = entries.filter(hasPlace).map(({ id }) => id);
  if (ids.length > 0) await tx.run(placeRecords, { ids });
  const organizations = entries.filter(({ kind }) => kind.type === 'Organization').map(({ id }) => id);
  if (organizations.length > 0) await tx.run(placeOwned, { organizations });
}

async function link(tx: Tx, entries: readonly Entry[], load: string): Promise<void> {
  const edges = entries.flatMap((entry) => entry.edges);
  if (edges.length > 0) await tx.run(linkRecords, { edges, load });
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
    properties: { ...entry.properties, load: earlier, recordedAt },
  }));
  await tx.run(restoreRecords, { rows, load, owned });
  await link(
    tx,
    before.map(({ entry }) => entry),
    load,
  );
  await place(
    tx,
    before.map(({ entry }) => entry),
  );
}

/** A record as the registry holds it. */
export interface Held {
  readonly id: string;
  readonly content: Content;
  /** When the registry recorded this content, epoch milliseconds. */
  readonly recordedAt: number;
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
}

/** Former contents of a record, oldest first. */
export async function versionsOf(tx: Tx, id: string): Promise<Version[]> {
  const rows = await tx.run(readVersions, { id });
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Content }));
}

/** Which of these records the registry holds. */
export async function existingIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.run(readDigests, { ids });
  return new Set(rows.filter(({ digest }) => digest !== null).map(({ id }) => id));
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
