import type { Tx } from '../graph/graph.service.ts';
import {
  countUnsealed,
  extendLog,
  lockLog,
  pageHeads,
  readHead,
  readLog,
  readTiles,
  restoreLog,
  restoreRecords as restoreRecordsStatement,
  sealRecords,
  stillUnsealed,
  unsealedRecords,
  writeTiles,
} from './audit.statements.ts';
import { readContent } from './record.ts';
import type { Tile, TilePlace, Tiles } from './tiles.ts';

/** Where a log stands. */
export interface LogState {
  readonly id: string;
  /** How many records are sealed. */
  readonly size: number;
  /** Digest of the last head; null: there is none. */
  readonly head: string | null;
}

/** A record that waits to be sealed. */
export interface Waiting {
  readonly id: string;
  readonly digest: string;
  /** Digests of the records before it about the same subjects. */
  readonly previous: readonly string[];
}

/** Takes the log until the transaction ends. */
export function takeLog(tx: Tx, sealer: string): Promise<LogState> {
  return tx.run(lockLog, { sealer });
}

/** Where the log stands; null before the first record was sealed. */
export function logState(tx: Tx): Promise<LogState | null> {
  return tx.run(readLog, {});
}

/** How many records wait. */
export async function unsealedCount(tx: Tx): Promise<number> {
  return (await tx.run(countUnsealed, {})).unsealed;
}

/** The oldest records that wait. */
export async function waiting(tx: Tx, limit: number): Promise<Waiting[]> {
  const rows = await tx.run(unsealedRecords, { limit });
  return rows.map(({ id, content, digest }) => {
    const subjects = readContent(content)?.subjects ?? [];
    return { id, digest, previous: subjects.flatMap(({ previous }) => previous ?? []) };
  });
}

/** Which of these digests are of records that wait. */
export async function waitingAmong(tx: Tx, digests: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(stillUnsealed, { digests })).map(({ digest }) => digest));
}

/** Gives records places from `first` on. */
export async function place(tx: Tx, ids: readonly string[], first: number): Promise<void> {
  await tx.run(sealRecords, { rows: ids.map((id, i) => ({ id, sealed: first + i })) });
}

/** The tiles at some places. */
export async function tilesAt(tx: Tx, places: readonly TilePlace[]): Promise<Tile[]> {
  return tx.run(readTiles, { places });
}

/** The same, to look up by place. */
export async function tileBook(tx: Tx, places: readonly TilePlace[]): Promise<Tiles> {
  const found = new Map((await tilesAt(tx, places)).map(({ level, at, hashes }) => [`${level} ${at}`, hashes]));
  return ({ level, at }) => found.get(`${level} ${at}`);
}

/** Writes tiles. */
export async function saveTiles(tx: Tx, tiles: readonly Tile[]): Promise<void> {
  await tx.run(writeTiles, { tiles });
}

/** Extends the log to a size, under a head. */
export async function extend(tx: Tx, size: number, jws: string, digest: string): Promise<void> {
  await tx.run(extendLog, { size, jws, digest });
}

/** Heads beyond a size, in order. */
export function headsAfter(tx: Tx, after: number, limit: number): Promise<{ size: number; jws: string }[]> {
  return tx.run(pageHeads, { after, limit });
}

/** The signed head of a size; null: there is none. */
export async function headOfSize(tx: Tx, size: number): Promise<string | null> {
  return (await tx.run(readHead, { size }))?.jws ?? null;
}

/** Writes sealed records of a dump. */
export async function restoreRecords(
  tx: Tx,
  rows: readonly { properties: object; subjects: readonly string[] }[],
): Promise<void> {
  await tx.run(restoreRecordsStatement, { rows });
}

/** Notes how far a dump's log has come, and writes its heads. */
export async function restoreHeads(
  tx: Tx,
  log: LogState & { readonly heads: readonly { size: number; jws: string }[] },
): Promise<void> {
  await tx.run(restoreLog, log);
}
