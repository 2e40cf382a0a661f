import DataLoader from 'dataloader';
import type { Desk } from '#src/access/desk.ts';
import { provenancesOf } from '#src/operation/provenance.service.ts';
import type { Provenance } from '#src/operation/provenance.ts';
import type { Held } from '#src/record/record.service.ts';
import { recordsOf } from '#src/record/record.service.ts';
import { chainsOf } from '#src/redevelopment/chain.service.ts';
import type { Chain } from '#src/redevelopment/chain.ts';

/** What every resolver is handed: the window of one request, and loaders that ask once for many. */
export interface Context {
  readonly desk: Desk;
  /** Records by id; null for those that do not exist. */
  readonly records: DataLoader<string, Held | null>;
  readonly provenances: DataLoader<string, Provenance>;
  readonly chains: DataLoader<string, Chain>;
}

/** The context of one request. */
export function contextOf(desk: Desk): Context {
  return {
    desk,
    records: loader(async (ids) => {
      const found = await recordsOf(desk, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    provenances: loader(async (ids) => {
      const found = await provenancesOf(desk, ids);
      return ids.map((id) => found.get(id)!);
    }),
    chains: loader(async (ids) => {
      const found = await chainsOf(desk, ids);
      return ids.map((id) => found.get(id)!);
    }),
  };
}

const MOST_AT_ONCE = 5_000;

function loader<Value>(load: (ids: readonly string[]) => Promise<Value[]>): DataLoader<string, Value> {
  return new DataLoader(load, { maxBatchSize: MOST_AT_ONCE });
}
