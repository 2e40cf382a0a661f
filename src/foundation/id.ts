import { foldKey, keyFaultOf } from './key.ts';

/** A readable id taken apart: `Dataset:FR01` is type `Dataset`, key `FR01`. Split at the first colon. */
export interface RecordId {
  readonly type: string;
  readonly key: string;
}

const TYPE = /^[A-Z][A-Za-z]*$/;

/** Takes an id apart and folds its key; null when it is not of the form `Type:key`. */
export function parseId(id: string): RecordId | null {
  const folded = foldKey(id);
  const colon = folded.indexOf(':');
  if (colon < 0) return null;
  const type = folded.slice(0, colon);
  const key = foldKey(folded.slice(colon + 1));
  if (!TYPE.test(type) || keyFaultOf(key) !== null) return null;
  return { type, key };
}

/** The id of a record of one type, from its id or its bare key as people type them; null when it is none. */
export function idOfType(type: string, text: string): string | null {
  const folded = foldKey(text);
  const key = foldKey(folded.startsWith(`${type}:`) ? folded.slice(type.length + 1) : folded);
  return keyFaultOf(key) === null ? formatId(type, key) : null;
}

/** The id of a record. */
export function formatId(type: string, key: string): string {
  return `${type}:${key}`;
}

/** An item's id, `Item:<asset id>#<item name>`, taken apart; null when it is none. Keys of assets hold no `#`. */
export function parseItemId(id: string): { asset: string; name: string } | null {
  const folded = foldKey(id);
  if (!folded.startsWith('Item:')) return null;
  const hash = folded.indexOf('#');
  if (hash < 0 || hash === folded.length - 1) return null;
  const asset = parseId(folded.slice('Item:'.length, hash));
  return asset && { asset: formatId(asset.type, asset.key), name: folded.slice(hash + 1) };
}

/** The id of an item of an asset. */
export function itemId(asset: string, name: string): string {
  return `Item:${asset}#${foldKey(name)}`;
}
