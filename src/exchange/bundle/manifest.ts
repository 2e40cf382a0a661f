import { z } from 'zod';
import { digest } from '../../foundation/json.ts';
import { byCodePoint } from '../../foundation/text.ts';
import type { FlowChanges } from '../../lineage/bulk.service.ts';
import type { Entry } from '../../record/entry.ts';

/**
 * What a load wrote, line by line 所写清单: records by id and digest, with the moment of recording where it is the load's; former contents
 * and moments that a dump's history brought; assertions of flows, and those that were retired. The load's audit record bears the
 * digest over all of it.
 */
const writtenLine = z.union([
  z.tuple([z.literal('record'), z.string(), z.string(), z.int().nullable()]),
  z.tuple([z.literal('dated'), z.string(), z.int()]),
  z.tuple([z.literal('was'), z.string(), z.string(), z.int(), z.int()]),
  z.tuple([z.literal('flow'), z.string(), z.int(), z.string(), z.int().nullable()]),
  z.tuple([z.literal('retired'), z.string(), z.int(), z.int()]),
]);

/** One line of what a load wrote. */
export type WrittenLine = z.output<typeof writtenLine>;

/** What the audit record of a load says of the lines that tell what it wrote. */
export interface Manifest {
  /** How many parts they stand in. */
  readonly parts: number;
  readonly digest: string;
}

const lineOf = (line: WrittenLine): string => JSON.stringify(line);

/** Lines for records; `at` is when they were recorded, null where a history tells that of each. */
export function recordLines(entries: readonly Entry[], at: number | null): string[] {
  return entries.map(({ id, digest: of }) => lineOf(['record', id, of, at]));
}

/** What the registry knew of a record before. */
export interface Past {
  readonly id: string;
  readonly recordedAt: number;
  readonly versions: readonly { id: string; content: string; digest: string; from: number; to: number }[];
  /** Items that it had then. */
  readonly items: readonly { asset: string; name: string }[];
}

/** Lines for what a dump's history told of records. */
export function historyLines(rows: readonly Past[]): string[] {
  return rows.flatMap(({ id, recordedAt, versions }) => [
    lineOf(['dated', id, recordedAt]),
    ...versions.map(({ digest: of, from, to }) => lineOf(['was', id, of, from, to])),
  ]);
}

/** Lines for what flows changed. */
export function flowLines({ created, retired }: FlowChanges): string[] {
  return [
    ...created.map(({ key, recordedAt, digest: of, retiredAt = null }) =>
      lineOf(['flow', key, recordedAt, of, retiredAt]),
    ),
    ...retired.map(({ key, recordedAt, retiredAt }) => lineOf(['retired', key, recordedAt, retiredAt])),
  ];
}

/** Reads a line; null for a text that is none. */
export function readWritten(text: string): WrittenLine | null {
  try {
    const said = writtenLine.safeParse(JSON.parse(text));
    return said.success ? said.data : null;
  } catch {
    return null;
  }
}

/** The digest of one part. */
export function partDigest(lines: readonly string[]): string {
  return digest(lines.join('\n'));
}

/** What all parts come to; in which order they were written says nothing. */
export function manifestOf(parts: readonly string[]): Manifest {
  return { parts: parts.length, digest: digest(parts.toSorted(byCodePoint).join('\n')) };
}
