import { z } from 'zod';
import { byCodePoint } from '../../foundation/text.ts';
import type { Tx } from '../../graph/graph.service.ts';
import {
  attributeFlows,
  attributeRecords,
  attributeVersions,
  loadsWithParts,
  pageParts,
  readAuthors,
  restorePart,
} from '../exchange.statements.ts';
import { type Batch, NOTHING_WRITTEN } from './batch.ts';

/** A line of `audit/written.jsonl` that tells what one deed wrote of what stands in the dump. */
const authorLine = z.strictObject({
  record: z.literal('author'),
  deed: z.string(),
  records: z.array(z.string()).default([]),
  /** Id, digest, from, to. */
  versions: z.array(z.tuple([z.string(), z.string(), z.int(), z.int()])).default([]),
  /** Key, since when it is recorded, and whether the deed retired it; else it recorded it. */
  flows: z.array(z.tuple([z.string(), z.int(), z.boolean()])).default([]),
});

/** A line of `audit/written.jsonl` that holds a part of what a load noted then, to the letter. */
const partLine = z.strictObject({
  record: z.literal('part'),
  load: z.string(),
  at: z.int(),
  lines: z.array(z.string()),
});

/** A line of `audit/written.jsonl`. */
export type AuthorshipLine = z.output<typeof authorLine> | z.output<typeof partLine>;
type Author = z.output<typeof authorLine>;

const ERAS = ['FLOWS_TO', 'FLOWED_TO'] as const;
const PARTS_AT_ONCE = 5;

/** Reads a line of `audit/written.jsonl`; null for a text that is none. */
export function readAuthorship(text: string): AuthorshipLine | null {
  try {
    const said = z.union([authorLine, partLine]).safeParse(JSON.parse(text));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}

/** What wrote some records, as lines of a dump, one a deed. */
export async function authorsOfRecords(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const authors = new Map<string, Author>();
  for (const { id, deed, former } of await tx.run(readAuthors, { ids })) {
    if (deed !== null) authorIn(authors, deed).records.push(id);
    for (const { digest, deed: earlier, from, to } of former as unknown as readonly Former[])
      if (earlier !== null) authorIn(authors, earlier).versions.push([id, digest, from, to]);
  }
  return linesOf(authors);
}

/** A former content, as verify and dumps meet it. */
export interface Former {
  readonly digest: string;
  readonly content: string;
  readonly deed: string | null;
  readonly from: number;
  readonly to: number;
}

/** What recorded and retired some assertions of flows, as lines of a dump, one a deed. */
export function authorsOfFlows(flows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const authors = new Map<string, Author>();
  for (const { key, recordedAt, deed, load, endedBy } of flows as unknown as readonly FlowMarks[]) {
    const author = deed ?? load;
    if (author != null) authorIn(authors, author).flows.push([key, recordedAt, false]);
    if (endedBy != null) authorIn(authors, endedBy).flows.push([key, recordedAt, true]);
  }
  return linesOf(authors);
}

/** In one order, so that two dumps can be compared. */
function linesOf(authors: ReadonlyMap<string, Author>): string[] {
  const inOrder = <Row>(rows: readonly Row[]) =>
    rows.toSorted((a, b) => byCodePoint(JSON.stringify(a), JSON.stringify(b)));
  return [...authors.values()]
    .sort((a, b) => byCodePoint(a.deed, b.deed))
    .map((author) => ({ ...author, versions: inOrder(author.versions), flows: inOrder(author.flows) }))
    .map((author) => JSON.stringify(author));
}

interface FlowMarks {
  readonly key: string;
  readonly recordedAt: number;
  readonly deed?: string | null;
  readonly load?: string | null;
  readonly endedBy?: string | null;
}

function authorIn(authors: Map<string, Author>, deed: string): Author {
  const known = authors.get(deed) ?? { record: 'author', deed, records: [], versions: [], flows: [] };
  authors.set(deed, known);
  return known;
}

/** What loads noted of what they wrote, as lines of a dump. */
export async function* dumpedParts(tx: Tx): AsyncGenerator<string> {
  for (const { load } of await tx.run(loadsWithParts, {}))
    for await (const { at, lines } of partsOf(tx, load)) yield JSON.stringify({ record: 'part', load, at, lines });
}

/** The parts of what a load noted, in order. */
export async function* partsOf(tx: Tx, load: string): AsyncGenerator<{ at: number; lines: readonly string[] }> {
  for (let after = -1; ; ) {
    const page = await tx.run(pageParts, { load, after, limit: PARTS_AT_ONCE });
    yield* page;
    if (page.length < PARTS_AT_ONCE) return;
    after = page.at(-1)!.at;
  }
}

/** Writes back what a load noted. */
export async function restoreNoted(tx: Tx, { load, at, lines }: z.output<typeof partLine>): Promise<void> {
  await tx.run(restorePart, { load, at, lines });
}

/** Says of what a dump brought which deeds wrote it, once all of it stands. */
export function attributing({ deed, records, versions, flows }: Author): Batch {
  return async (tx) => {
    if (records.length > 0) await tx.run(attributeRecords, { deed, ids: records });
    if (versions.length > 0) await tx.run(attributeVersions, { deed, rows: versions });
    if (flows.length > 0) for (const era of ERAS) await tx.run(attributeFlows, { era, deed, rows: flows });
    return NOTHING_WRITTEN;
  };
}
