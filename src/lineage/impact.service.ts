import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { byCodePoint } from '../foundation/text.ts';
import { assetId } from './lineage.service.ts';
import * as store from './lineage.store.ts';
import { type AskedMoment, momentFor } from './moment.ts';

/** How much hangs on an asset: its whole downstream, counted 影响范围. */
export interface Impact {
  readonly total: number;
  readonly byKind: readonly { kind: string; count: number }[];
  readonly organizations: readonly { organization: string; count: number }[];
}

const TIME_LIMIT_MS = 20_000;

/** Counts all that lies downstream of an asset, the asset itself left out. Throws `Fault` NOT_FOUND, TIME_LIMIT. */
export async function impactOf(desk: Desk, of: string, asked: AskedMoment): Promise<Impact> {
  return see(desk, { name: 'impact', limit: TIME_LIMIT_MS }, async (tx, sight) => {
    const rows = await store.downstreamCounts(
      tx,
      await assetId(tx, of, sight.sights),
      momentFor(asked, sight),
      sight.sights,
    );
    return {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      byKind: sums(rows, ({ type }) => type).map(([kind, count]) => ({ kind, count })),
      organizations: sums(rows, ({ organization }) => organization).map(([organization, count]) => ({
        organization,
        count,
      })),
    };
  });
}

/** Counts added up under a name, largest first, ties by name; rows without that name are left out. */
function sums<Row extends { readonly count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | null,
): [string, number][] {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) totals.set(name, (totals.get(name) ?? 0) + row.count);
  }
  return [...totals].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
}
