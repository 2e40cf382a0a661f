import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { placeFor } from './compared-place.ts';
import { embedderOf } from './embedder.ts';
import { nearestOf } from './title-shelf.store.ts';

/** Datasets whose titles are near a question's in meaning, nearest first 语义近邻; null: they could not be had just now. */
export type NearTitles = readonly string[] | null;

/** What is asked about, and where. */
interface Asked {
  readonly title: string;
  /** Id of the organization. */
  readonly organization?: string | null;
  /** Id of the place. */
  readonly jurisdiction?: string | null;
}

const LIMIT_MS = 5_000;
const NEIGHBORS = 50;

/**
 * Asks by meaning, before a check and apart from it: whatever goes wrong here, the check does without. Undefined when no endpoint is
 * configured; then nothing is asked.
 */
export async function nearTitles(desk: Desk, intent: Asked): Promise<NearTitles | undefined> {
  const embedder = embedderOf(desk.graph);
  if (embedder === null) return undefined;
  const vector = await embedder.ofQuestion(intent.title);
  if (vector === null) return null;
  const { model } = embedder;
  return see(desk, { name: 'nearTitles', limit: LIMIT_MS }, async (tx, sight) =>
    nearestOf(tx, { model, vector }, await placeFor(tx, intent), sight, NEIGHBORS),
  ).catch(() => null);
}
