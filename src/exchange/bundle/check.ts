import { momentOf } from '../../calendar/moment.ts';
import { itemId, parseId } from '../../foundation/id.ts';
import { canonicalJson } from '../../foundation/json.ts';
import { isAssetId } from '../../lineage/asset.ts';
import { type Flow, flowDigest, flowKey } from '../../lineage/flow.ts';
import { entryId, named } from '../../record/entry.ts';
import type { Content, RecordKind } from '../../record/kind.ts';
import type { Fingerprints } from './fingerprints.ts';
import type { Line } from './lines.ts';
import { type LineRefusal, refuse } from './refusals.ts';

/** A name of another record, to be looked up. */
export interface Naming {
  readonly id: string;
  readonly refusal: LineRefusal;
}

/** Keys of a load: each with where it stands; and the names of all items that its assets have. */
export interface KeyIndex {
  readonly keys: Fingerprints;
  readonly items: Fingerprints;
}

/** Adds a record to the index; refuses a key that was given before with other content. */
export function indexRecord(
  index: KeyIndex,
  kind: RecordKind,
  content: Content,
  line: Line,
  file: number,
): LineRefusal | null {
  const id = entryId(kind, content);
  const before = index.keys.add(id, canonicalJson(content), file, line.line);
  for (const { name } of kind.asset?.(content).items ?? []) index.items.add(itemId(id, name), '', file, line.line);
  return before === null || before.same ? null : refuse('DUPLICATE_KEY', line, ['key'], content.key);
}

/** Adds a flow to the index; refuses an assertion that was given before with other content. */
export function indexFlow(index: KeyIndex, flow: Flow, line: Line, file: number): LineRefusal | null {
  const said = `${flowDigest(flow)} ${flow.retiredAt === undefined ? '' : momentOf(flow.retiredAt)}`;
  const before = index.keys.add(assertionKey(flow), said, file, line.line);
  return before === null || before.same ? null : refuse('DUPLICATE_KEY', line, [], flow.from);
}

function assertionKey(flow: Flow): string {
  return `flow:${flowKey(flow)}:${flow.recordedAt === undefined ? '' : momentOf(flow.recordedAt)}`;
}

/** Every record that this one names, with the refusal to give if there is none; and names of a wrong form. */
export function namings(
  kind: RecordKind,
  content: Content,
  line: Line,
): { namings: Naming[]; refusals: LineRefusal[] } {
  const found: Naming[] = [];
  const refusals: LineRefusal[] = [];
  for (const reference of kind.references) {
    for (const { id, path } of named(reference, content)) {
      const parsed = parseId(id);
      const value = reference.written === 'ID' ? id : id.slice(id.indexOf(':') + 1);
      if (parsed === null || !reference.to.includes(parsed.type))
        refusals.push(refuse('BAD_REFERENCE', line, path, value));
      else found.push({ id: `${parsed.type}:${parsed.key}`, refusal: refuse('UNKNOWN_REFERENCE', line, path, value) });
    }
  }
  return { namings: found, refusals };
}

/** The two assets that a flow joins. */
export function flowEndNamings(flow: Flow, line: Line): { namings: Naming[]; refusals: LineRefusal[] } {
  const found: Naming[] = [];
  const refusals: LineRefusal[] = [];
  for (const field of ['from', 'to'] as const) {
    const id = flow[field];
    if (parseId(id) === null || !isAssetId(id)) refusals.push(refuse('BAD_REFERENCE', line, [field], id));
    else found.push({ id, refusal: refuse('UNKNOWN_REFERENCE', line, [field], id) });
  }
  return { namings: found, refusals };
}

/** Items that a flow maps at ends which list their items; at databases and products names are free. */
export function flowItemNamings(flow: Flow, line: Line): Naming[] {
  return (flow.items ?? []).flatMap(([fromName, toName], i) =>
    (
      [
        [flow.from, fromName, 0],
        [flow.to, toName, 1],
      ] as const
    )
      .filter(([asset]) => listsItems(asset))
      .map(([asset, name, side]) => ({
        id: itemId(asset, name),
        refusal: refuse('UNKNOWN_ITEM', line, ['items', i, side], `${asset}#${name}`),
      })),
  );
}

/** Whether an asset's items are written down with it. */
export function listsItems(asset: string): boolean {
  return /^(Dataset|Collection|Backflow):/.test(asset);
}
