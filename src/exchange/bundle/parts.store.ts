import type { Tx } from '../../graph/graph.service.ts';
import { createPart } from '../exchange.statements.ts';
import { partDigest } from './manifest.ts';

const LINES_A_PART = 4_000;

/** Notes all that a load wrote in one transaction; the digests of the parts. */
export async function noteParts(tx: Tx, load: string, lines: readonly string[]): Promise<string[]> {
  const digests: string[] = [];
  for (let from = 0; from < lines.length; from += LINES_A_PART) {
    const part = lines.slice(from, from + LINES_A_PART);
    await tx.run(createPart, { load, at: digests.length, lines: part });
    digests.push(partDigest(part));
  }
  return digests;
}
