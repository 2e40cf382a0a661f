import DataLoader from 'dataloader';
import type { Desk } from '#src/access/desk.ts';
import { type Held, recordsOf } from '#src/record/record.service.ts';

/** A service's reading that answers for many ids at once. */
export type BatchReading<Value> = (desk: Desk, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/** What every resolver is handed: the window of one request, and loaders that ask once for many. */
export interface Context {
  readonly desk: Desk;
  /** Records by id; null for those that do not exist. */
  readonly records: DataLoader<string, Held | null>;
  /** The request's loader over a reading of any room; the reading must answer every id it is given. */
  batch<Value>(reading: BatchReading<Value>): DataLoader<string, Value>;
}

const MOST_AT_ONCE = 5_000;

/** The context of one request. */
export function contextOf(desk: Desk): Context {
  const batches = new Map<BatchReading<unknown>, DataLoader<string, unknown>>();
  return {
    desk,
    records: loader(async (ids) => {
      const found = await recordsOf(desk, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    batch<Value>(reading: BatchReading<Value>) {
      const known = batches.get(reading) ?? loader(async (ids) => answers(await reading(desk, ids), ids));
      batches.set(reading, known);
      return known as DataLoader<string, Value>;
    },
  };
}

function answers<Value>(found: ReadonlyMap<string, Value>, ids: readonly string[]): Value[] {
  return ids.map((id) => found.get(id)!);
}

function loader<Value>(load: (ids: readonly string[]) => Promise<Value[]>): DataLoader<string, Value> {
  return new DataLoader(load, { maxBatchSize: MOST_AT_ONCE });
}
