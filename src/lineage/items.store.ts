import { itemId } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { Entry } from '../record/entry.ts';
import {
  clearItems,
  createItems,
  currentItems,
  deleteCreatedItems,
  existingItems,
  linkElements,
  saveItems,
  saveNamedItems,
} from './lineage.statements.ts';

/**
 * Writes the items of assets that were created or replaced; former items stay, marked so, for what flowed through them.
 * What they realise is said after all records are written, by `linkItems`.
 */
export async function writeItems(
  tx: Tx,
  created: readonly Entry[],
  replaced: readonly Entry[],
  load: string,
): Promise<void> {
  const former = replaced.filter(({ asset }) => asset !== null).map(({ id }) => id);
  if (former.length > 0) await tx.run(clearItems, { assets: former });
  const made = created.flatMap(itemsOf);
  const kept = replaced.flatMap(itemsOf);
  if (made.length > 0)
    await tx.run(createItems, {
      rows: made.map(({ element: _, ...item }) => ({ asset: item.asset, properties: { ...item, load } })),
    });
  if (kept.length > 0) await tx.run(saveItems, { rows: kept.map(({ element: _, ...item }) => item), load });
}

/** An item and the standard element that it realises, by their ids. */
export type Realised = readonly [item: string, element: string];

/** Which standard elements the items of a record realise. */
export function realisedBy({ id, asset }: Entry): Realised[] {
  return (asset?.items ?? []).flatMap(({ name, element }): Realised[] =>
    element === undefined ? [] : [[itemId(id, name), `Element:${element}`]],
  );
}

/** Says which standard elements items realise; both must be there. */
export async function linkItems(tx: Tx, realised: readonly Realised[]): Promise<void> {
  if (realised.length > 0) await tx.run(linkElements, { rows: realised });
}

/** The items of a record as the graph holds them. */
function itemsOf({ id, asset }: Entry) {
  return (asset?.items ?? []).map(({ name, code, share, element }, at) => ({
    id: itemId(id, name),
    asset: id,
    name,
    foldedName: foldKey(name),
    code: code ?? null,
    share: share ?? null,
    at,
    current: true,
    element,
  }));
}

/** Writes items that assets had once and that flows may still name. */
export async function writeFormerItems(
  tx: Tx,
  items: readonly { asset: string; name: string }[],
  load: string,
): Promise<void> {
  const rows = items.map(({ asset, name }) => ({ id: itemId(asset, name), asset, name, foldedName: foldKey(name) }));
  if (rows.length > 0) await tx.run(saveNamedItems, { rows, load });
}

/** The present items of some assets as queries see them, each with the element it realises. */
export async function currentItemsOf(tx: Tx, assets: readonly string[]) {
  return Map.groupBy(await tx.run(currentItems, { assets }), ({ asset }) => asset);
}

/** Which of these items exist, now or in the history of their asset. */
export async function existingItemIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await tx.run(existingItems, { ids })).map(({ id }) => id));
}

/** Takes out the items that a load made. */
export async function undoItems(graph: Graph, load: string): Promise<void> {
  await graph.batches({ name: 'load: undo items', limit: 0 }, deleteCreatedItems, { load });
}
