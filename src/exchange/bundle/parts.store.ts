import type { Tx } from '../../graph/graph.service.ts';
import { createPart } from '../exchange.statements.ts';
import { partDigest } from './manifest.ts';

const LINES_A_PART = 4_000;

/** Notes a part of what a load wrote, in the transaction that wrote it; its digest, null when nothing was written. */
export async function notePart(tx: Tx, load: string, at: number, lines: readonly string[]): Promise<string | null> {
  if (lines.length === 0) return null;
  await tx.run(createPart, { load, at, lines });
  return partDigest(lines);
}

/** Notes all that a load wrote in one transaction; the digests of the parts. */
export async function noteParts(tx: Tx, load: string, lines: readonly string[]): Promise<string[]> {
  const digests: string[] = [];
  for (let from = 0; from < lines.length; from += LINES_A_PART) {
    const part = lines.slice(from, from + LINES_A_PART);
    digests.push((await notePart(tx, load, digests.length, part))!);
  }
  return digests;
}
