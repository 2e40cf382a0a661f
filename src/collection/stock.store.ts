import type { Tx } from '../graph/graph.service.ts';
import type { RegistryState } from '../graph/registry.ts';
import { titles, titlesBasis, titlesSince } from './collection.statements.ts';

/** A dataset as duplicates are looked for. */
export type TitleRow = Awaited<ReturnType<typeof page>>[number];

/** Rows of the catalog that may have changed since it was read before 目录变动. */
export interface CatalogChanges {
  readonly generation: number;
  /** Moment up to which the registry had recorded, epoch milliseconds. */
  readonly upTo: number;
  /** While this is the same, every change is recorded after `upTo`. */
  readonly basis: string;
  /** The rows are the whole catalog: what is not among them is gone. */
  readonly whole: boolean;
  readonly rows: readonly TitleRow[];
}

const PAGE = 2_000;

/**
 * Reads what changed since. Acts record later than anything before them, so that the moment tells; after a load, which may carry
 * moments of its own or be taken back, and after a change of places the whole catalog is read.
 */
export async function changesSince(
  tx: Tx,
  before: Pick<CatalogChanges, 'upTo' | 'basis'> | null,
  { generation, recordedUpTo: upTo }: RegistryState,
): Promise<CatalogChanges> {
  const basis = JSON.stringify(await tx.run(titlesBasis, {}));
  const whole = before?.basis !== basis;
  const rows = whole ? await wholeCatalog(tx) : [...(await tx.run(titlesSince, { since: before.upTo }))];
  return { generation, upTo, basis, whole, rows };
}

async function wholeCatalog(tx: Tx): Promise<TitleRow[]> {
  const read: TitleRow[] = [];
  for (let after = { title: '', id: '' }; ; ) {
    const rows = await page(tx, after);
    read.push(...rows);
    if (rows.length < PAGE) return read;
    after = rows.at(-1)!;
  }
}

async function page(tx: Tx, { title, id }: { title: string; id: string }) {
  return [...(await tx.run(titles, { after: title, afterId: id, size: PAGE }))];
}
