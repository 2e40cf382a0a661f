import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../graph/graph.service.ts';
import {
  findLeaf,
  lastAbout,
  pageRecords,
  pageUnsealed,
  placesOf,
  recordBeyond,
  strayRecord,
  unboundSubject,
} from './audit.statements.ts';
import { digestOf, propertiesOf, readContent, type Written } from './record.ts';

/** A record as verify meets it: nothing of it is trusted. */
export interface Met {
  readonly id: string | null;
  readonly content: string | null;
  readonly digest: string | null;
  readonly stated: Readonly<Record<string, unknown>>;
  readonly subjects: readonly string[];
}

/** A record with the place that it claims. */
export interface MetSealed extends Met {
  readonly sealed: number;
  readonly open: boolean;
}

/** A record that was read, with the leaf that its content gives. */
export interface Leaf {
  readonly met: Met;
  readonly leaf: string;
  readonly said: Written | null;
}

/** The leaf that a record's content gives. */
export function leafOf(met: Met): Leaf {
  return { met, leaf: digestOf(met.content ?? ''), said: met.content === null ? null : readContent(met.content) };
}

/** Which part of a record differs from its content; null when all agree. */
export function differingPart({ met, leaf, said }: Leaf): string | null {
  if (said === null) return 'content';
  if (met.digest !== leaf) return 'digest';
  const { id, at, act, actor, request } = propertiesOf(met.content!, said);
  if (met.id !== id) return 'id';
  for (const [name, value] of Object.entries({ at, act, actor, request })) if (met.stated[name] !== value) return name;
  const due = [...new Set(said.subjects.map((subject) => subject.id))].sort();
  return isDeepStrictEqual([...met.subjects].sort(), due) ? null : 'CONCERNS';
}

/** Sealed records from a place on. */
export function sealedFrom(tx: Tx, from: number, limit: number): Promise<MetSealed[]> {
  return tx.run(pageRecords, { from, limit });
}

/** Records that wait, beyond an id. */
export function waitingAfter(tx: Tx, after: string, limit: number): Promise<(Met & { id: string })[]> {
  return tx.run(pageUnsealed, { after, limit });
}

/** Places of records by digest; null: it waits to be sealed. A digest without a record is left out. */
export async function placesByDigest(tx: Tx, digests: readonly string[]): Promise<Map<string, number | null>> {
  return new Map((await tx.run(placesOf, { digests })).map(({ digest, sealed }) => [digest, sealed]));
}

/** The record with a digest; null: there is none. */
export async function placeAndId(tx: Tx, digest: string): Promise<{ id: string; sealed: number | null } | null> {
  return (await tx.run(placesOf, { digests: [digest] }))[0] ?? null;
}

/** The place at which the stored tree holds a digest; null: nowhere. */
export async function leafPlace(tx: Tx, digest: string, width: number): Promise<number | null> {
  const tile = await tx.run(findLeaf, { digest });
  return tile === null ? null : tile.at * width + tile.hashes.indexOf(digest);
}

/** A record with a place beyond the end. */
export function beyond(tx: Tx, size: number): Promise<{ id: string | null; sealed: number } | null> {
  return tx.run(recordBeyond, { size });
}

/** A record that is neither sealed nor waits. */
export function stray(tx: Tx): Promise<{ id: string | null } | null> {
  return tx.run(strayRecord, {});
}

/** A subject whose last record is gone. */
export function unbound(tx: Tx): Promise<{ id: string; last: string | null } | null> {
  return tx.run(unboundSubject, {});
}

/** The last sealed record about a subject before a place; null: there is none. */
export function lastBefore(
  tx: Tx,
  subject: string,
  before: number,
): Promise<{ id: string | null; sealed: number } | null> {
  return tx.run(lastAbout, { subject, before });
}
