/** Assets: whatever data flows through 数据资产 — collections, backflows, datasets, databases, products. */

/** Types of assets, as ids begin. */
export const assetTypes = ['Collection', 'Backflow', 'Dataset', 'Database', 'Product'] as const;
/** A type of asset. */
export type AssetType = (typeof assetTypes)[number];

/** Relationship from every asset to the organization that answers for it 责任单位; written with the asset's record. */
export const ANSWERED_FOR_BY = 'ANSWERED_FOR_BY';

/** Whether an id is that of an asset, by its type. */
export function isAssetId(id: string): boolean {
  return (assetTypes as readonly string[]).includes(id.slice(0, id.indexOf(':')));
}
