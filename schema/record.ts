import type { AssetView, Content, RecordKind } from '#src/record/kind.ts';
import type { Held } from '#src/record/record.service.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';

/** A record behind a GraphQL object: its id and its content. */
export interface RecordOf<Fields> extends Held {
  readonly content: Content & Fields;
}

const kinds = new Map<string, RecordKind>();

/** Declares the GraphQL type of a kind of record; each room gives it its fields. */
export function recordRef<Fields>(kind: RecordKind) {
  kinds.set(kind.type, kind);
  return builder.objectRef<RecordOf<Fields>>(kind.type);
}

/** What an asset's record says of it as an asset. */
export function assetView({ id, content }: Held): AssetView {
  return kinds.get(id.slice(0, id.indexOf(':')))!.asset!(content);
}

/** Whether a value behind an interface is a record of that type. */
export function isType(type: string): (value: unknown) => boolean {
  return (value) => (value as Held).id.startsWith(`${type}:`);
}

/** A GraphQL type whose objects are records. */
interface Ref<Shape> {
  readonly name: string;
  readonly $inferType: Shape;
}

/** The record that a field names by key; null when the field is empty. */
export async function named<Shape>(context: Context, ref: Ref<Shape>, key: string | undefined): Promise<Shape | null> {
  return key === undefined ? null : ((await context.records.load(`${ref.name}:${key}`)) as Shape | null);
}

/** The records that a field names by key, in order. */
export async function allNamed<Shape>(
  context: Context,
  ref: Ref<Shape>,
  keys: readonly string[] = [],
): Promise<Shape[]> {
  const ids = keys.map((key) => `${ref.name}:${key}`);
  return (await byIds(context, ids)) as Shape[];
}

/** Records by id, in order; those that do not exist are left out. */
export async function byIds(context: Context, ids: readonly string[] = []): Promise<Held[]> {
  const found = await Promise.all(ids.map((id) => context.records.load(id)));
  return found.filter((record) => record !== null);
}
