import { itemId, parseId } from '../../foundation/id.ts';
import { isAssetId } from '../../lineage/asset.ts';
import { mappedItems, type SaidFlow } from '../../lineage/flow.ts';
import type { Draft } from '../../record/bulk.service.ts';
import { entryId, named } from '../../record/entry.ts';
import { type Fingerprints, type NameSet, printOf, printOfDigest, type Sighting } from './fingerprints.ts';
import { type LineRefusal, refuse } from './refusals.ts';

/** Where a line stands. */
export interface At {
  readonly file: string;
  readonly line: number;
}

/** A name of another record, to be looked up. */
export interface Naming {
  readonly id: string;
  /** What to say if there is none. */
  readonly refusal: () => LineRefusal;
  /** For the name of an item: the asset it should belong to. */
  readonly asset?: string;
}

/** Keys of a load: each with where it stands; and the names of all items that its assets have. */
export interface KeyIndex {
  readonly keys: Fingerprints;
  readonly items: NameSet;
}

/** Adds a record to the index; where its key was given before, and whether with the same content. */
export function indexRecord(index: KeyIndex, draft: Draft, file: number, line: number): Sighting | null {
  const id = entryId(draft.kind, draft.content);
  for (const { name } of draft.kind.asset?.(draft.content).items ?? []) index.items.add(itemId(id, name));
  return index.keys.add(printOf(id), printOfDigest(draft.digest), file, line);
}

/** Adds a flow to the index; where the assertion was given before, and whether with the same content. */
export function indexFlow(index: KeyIndex, flow: SaidFlow, file: number, line: number): Sighting | null {
  const { key, recordedAt = null, digest, retiredAt = null } = flow;
  return index.keys.add(printOfDigest(key, recordedAt), printOfDigest(digest, retiredAt), file, line);
}

interface Names {
  readonly namings: Naming[];
  /** Of names of a wrong form. */
  readonly refusals: LineRefusal[];
}

/** Every record that this one names. */
export function recordNamings({ kind, content }: Pick<Draft, 'kind' | 'content'>, at: At): Names {
  const namings: Naming[] = [];
  const refusals: LineRefusal[] = [];
  for (const reference of kind.references) {
    for (const { id, path } of named(reference, content)) {
      const parsed = parseId(id);
      const value = reference.written === 'ID' ? id : id.slice(id.indexOf(':') + 1);
      if (parsed === null || !reference.to.includes(parsed.type))
        refusals.push(refuse('BAD_REFERENCE', at, path, value));
      else
        namings.push({
          id: `${parsed.type}:${parsed.key}`,
          refusal: () => refuse('UNKNOWN_REFERENCE', at, path, value),
        });
    }
  }
  return { namings, refusals };
}

/** The two assets that a flow joins, and the items that it maps at ends which list theirs. */
export function flowNamings(flow: SaidFlow, at: At): Names {
  const namings: Naming[] = [];
  const refusals: LineRefusal[] = [];
  for (const field of ['from', 'to'] as const) {
    const id = flow[field];
    if (parseId(id) === null || !isAssetId(id)) refusals.push(refuse('BAD_REFERENCE', at, [field], id));
    else namings.push({ id, refusal: () => refuse('UNKNOWN_REFERENCE', at, [field], id) });
  }
  for (const [i, names] of mappedItems(flow).entries())
    for (const [side, asset] of [flow.from, flow.to].entries()) {
      const name = names[side]!;
      if (!listsItems(asset)) continue;
      const refusal = () => refuse('UNKNOWN_ITEM', at, ['items', i, side], `${asset}#${name}`);
      namings.push({ id: itemId(asset, name), asset, refusal });
    }
  return { namings, refusals };
}

/** Whether an asset's items are written down with it; at databases and products their names are free. */
function listsItems(asset: string): boolean {
  return /^(Dataset|Collection|Backflow):/.test(asset);
}
