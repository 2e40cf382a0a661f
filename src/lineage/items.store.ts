import { itemId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { Entry } from '../record/entry.ts';
import { clearItems, deleteCreatedItems, existingItems, linkElements, saveItems } from './lineage.statements.ts';

/** Writes the items of assets that were created or replaced; former items stay, marked so, for what flowed through them. */
export async function writeItems(
  tx: Tx,
  created: readonly Entry[],
  replaced: readonly Entry[],
  load: string,
): Promise<void> {
  const former = replaced.filter(({ asset }) => asset !== null).map(({ id }) => id);
  if (former.length > 0) await tx.run(clearItems, { assets: former });
  const items = [...created, ...replaced].flatMap(({ id, asset }) =>
    (asset?.items ?? []).map((item, at) => ({ ...item, asset: id, id: itemId(id, item.name), at })),
  );
  if (items.length === 0) return;
  const rows = items.map(({ id, asset, name, code, share, at }) => ({
    id,
    asset,
    name,
    foldedName: foldKey(name),
    code: code ?? null,
    share: share ?? null,
    at,
    current: true,
  }));
  await tx.run(saveItems, { rows, load });
  const realised = items.flatMap(({ id, element }) =>
    element === undefined ? [] : [{ item: id, element: `Element:${element}` }],
  );
  if (realised.length > 0) await tx.run(linkElements, { rows: realised, load });
}

/** Which of these items exist, now or in the history of their asset. */
export async function existingItemIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(existingItems, { ids })).map(({ id }) => id));
}

/** Takes out the items that a load made. */
export async function undoItems(graph: Graph, load: string): Promise<void> {
  await graph.batches({ name: 'load: undo items', limit: 0 }, deleteCreatedItems, { load });
}
