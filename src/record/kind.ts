import type { z } from 'zod';
import type { SightClass } from '../identity/sight-classes.ts';

/** The content of a record: what a bundle line says of it, without nulls, keys folded. */
export interface Content {
  readonly key: string;
  readonly source?: string;
  readonly note?: string;
  readonly retired?: boolean;
  /** From this moment on the record is left out of search, checks and rules; ISO 8601. */
  readonly retiredAt?: string;
  readonly [field: string]: unknown;
}

/** A field by which a record names another one. */
export interface Reference {
  /** Field names from the record inwards; `*` stands for every member of a list. */
  readonly path: readonly string[];
  /** Types it may name. One type: the field holds a key; several: it holds `Type:key`. */
  readonly to: readonly string[];
  /** The field holds `Type:key` even where only one type is allowed. */
  readonly written?: 'KEY' | 'ID';
  /** Relationship type in the graph, from the record to what it names; without it the name is only checked. */
  readonly as?: string;
}

/** A data item of an asset 信息项, as lineage and checks see it. */
export interface ItemContent {
  readonly name: string;
  readonly code?: string;
  /** Key of the standard element it realises. */
  readonly element?: string;
  /** Its own sharing attribute 共享属性. */
  readonly share?: string;
}

/** What makes a record an asset: something that data flows through. */
export interface AssetView {
  readonly name: string;
  /** Key of the organization that answers for it 责任单位. */
  readonly organization: string;
  /** Declared protection level 申报级别. */
  readonly level?: number;
  readonly items: readonly ItemContent[];
}

/** Something wrong with a record that its form alone does not show; `code` is a refusal's code. */
export interface Complaint {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
  /** A warning is told and does not stop the load. */
  readonly warning?: true;
}

/** One kind of record, declared once: its form, what it names, and how the graph shows it. */
export interface RecordKind {
  /** The bundle's word, `dataset`. */
  readonly kind: string;
  /** Label in the graph and type in GraphQL, `Dataset`. */
  readonly type: string;
  readonly schema: z.ZodObject;
  readonly references: readonly Reference[];
  /** Who may know of it, by kind and state 知悉类别. */
  readonly sight: (content: Content) => SightClass;
  /** Key of the organization it belongs to 所属单位; of an asset, who answers for it. */
  readonly owner?: (content: Content) => unknown;
  readonly asset?: (content: Content) => AssetView;
  /** Properties for queries, beside the record's own plain fields. */
  readonly extra?: (content: Content) => Readonly<Record<string, unknown>>;
  /** Fields that stay in the content alone, because no query asks for them. */
  readonly contentOnly?: readonly string[];
  readonly complaints?: (content: Content) => readonly Complaint[];
}

/** A reference to one record by key. */
export function names(field: string, type: string, as?: string): Reference {
  return { path: field.split('.'), to: [type], as };
}

/** A reference written as `Type:key`, to one of several types. */
export function refersTo(field: string, types: readonly string[], as?: string): Reference {
  return { path: field.split('.'), to: types, written: 'ID', as };
}

/** What every state record's events name. */
export const EVENTS_BY: Reference = names('events.*.by', 'Organization');
