import { momentOf } from '../calendar/moment.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import { foldKey } from '../foundation/key.ts';
import type { AssetView, Content, RecordKind, Reference } from './kind.ts';

/** One relationship from a record to another one that it names. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** Place in the list the names stand in; 0 for a single name. */
  readonly at: number;
}

/** A record as the graph holds it: its content, and what queries see of it. */
export interface Entry {
  readonly id: string;
  readonly kind: RecordKind;
  readonly content: Content;
  /** Digest of the canonical content: equal digests, equal content. */
  readonly digest: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly edges: readonly Edge[];
  readonly asset: AssetView | null;
}

/** The record's id. */
export function entryId(kind: RecordKind, content: Content): string {
  return formatId(kind.type, content.key);
}

/** A record to be written, with its canonical text and the digest of that, worked out once. */
export interface Draft {
  readonly kind: RecordKind;
  readonly content: Content;
  readonly text: string;
  readonly digest: string;
}

/** The draft of a record. */
export function draftOf(kind: RecordKind, content: Content): Draft {
  const text = canonicalJson(content);
  return { kind, content, text, digest: digest(text) };
}

/** Builds the entry of a record from its content. Pure: the same content always gives the same entry. */
export function entryOf(kind: RecordKind, content: Content): Entry {
  return entryOfDraft(draftOf(kind, content));
}

/** The entry of a draft. */
export function entryOfDraft({ kind, content, text, digest: contentDigest }: Draft): Entry {
  const id = entryId(kind, content);
  const asset = kind.asset?.(content) ?? null;
  return {
    id,
    kind,
    content,
    digest: contentDigest,
    labels: asset === null ? [kind.type] : [kind.type, 'Asset'],
    properties: {
      ...plainFields(kind, content),
      ...kind.extra?.(content),
      ...(asset === null ? {} : { name: asset.name, declaredLevel: asset.level ?? null }),
      id,
      key: content.key,
      content: text,
      digest: contentDigest,
      retiredAt: retirement(content),
      sight: kind.sight(content),
      owner: ownerOf(kind, content, asset),
    },
    edges: kind.references.flatMap((reference) =>
      reference.as === undefined
        ? []
        : named(reference, content).map(({ id: to }, at) => ({ from: id, to, type: reference.as!, at })),
    ),
    asset,
  };
}

/** Id of the organization a record belongs to; null for what belongs to nobody. */
function ownerOf({ owner }: RecordKind, content: Content, asset: AssetView | null): string | null {
  const key = asset?.organization ?? owner?.(content);
  return typeof key === 'string' ? formatId('Organization', key) : null;
}

/** From when on a record is retired, epoch milliseconds; null when it is not. */
function retirement(content: Content): number | null {
  return content.retiredAt === undefined ? null : momentOf(content.retiredAt);
}

/** Fields that a property can hold as they are: texts, numbers, truths, lists of texts; not what is a relationship. */
function plainFields(kind: RecordKind, content: Content): Record<string, unknown> {
  const related = new Set(kind.references.map(({ path }) => path[0]));
  const plain: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(content)) {
    if (related.has(field) || kind.contentOnly?.includes(field)) continue;
    const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (scalar || (Array.isArray(value) && value.every((member) => typeof member === 'string'))) plain[field] = value;
  }
  return plain;
}

/** Every id a reference of this content names, with the path of the field that names it. */
export function named(reference: Reference, content: Content): { id: string; path: readonly (string | number)[] }[] {
  let found: { value: unknown; path: readonly (string | number)[] }[] = [{ value: content, path: [] }];
  for (const step of reference.path) {
    found = found.flatMap(({ value, path }) => {
      if (value === undefined || value === null) return [];
      if (step === '*') return (value as unknown[]).map((member, i) => ({ value: member, path: [...path, i] }));
      return [{ value: (value as Record<string, unknown>)[step], path: [...path, step] }];
    });
  }
  const written = reference.written === 'ID';
  return found
    .filter(({ value }) => typeof value === 'string')
    .map(({ value, path }) => ({
      id: written ? canonicalId(value as string) : formatId(reference.to[0]!, value as string),
      path,
    }));
}

/** An id in its one spelling: `Dataset: FR01` is `Dataset:FR01`. What is no id stays as it is. */
function canonicalId(text: string): string {
  const parsed = parseId(text);
  return parsed === null ? foldKey(text) : formatId(parsed.type, parsed.key);
}

/** Names a content 版本: equal versions, equal content. */
export function versionOf(content: Content): string {
  return digest(canonicalJson(content));
}
