import { z } from 'zod';
import { momentOf } from '../calendar/moment.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import { key, moment, text } from '../record/fields.ts';

/** Kinds of flows 数据流类型. */
export const flowKinds = [
  'COLLECTED',
  'RETURNED',
  'AGGREGATED',
  'SUPPLIED',
  'DERIVED',
  'MADE_INTO',
  'REDEVELOPED',
  'REINGESTED',
] as const;
/** A kind of flow. */
export type FlowKind = (typeof flowKinds)[number];

/** What a flow does to the data on its way 加工方式. */
export const transforms = [
  'COPY',
  'FILTER',
  'RENAME',
  'FORMAT',
  'JOIN',
  'STATISTICS',
  'TAG',
  'DEIDENTIFY',
  'ANONYMISE',
  'MODEL',
  'OTHER',
] as const;
/** A way of working on data. */
export type Transform = (typeof transforms)[number];

/** One edge of lineage 数据流, as a bundle line tells it. It has no key: see `saidOf`. */
export const flowSchema = z.strictObject({
  from: key,
  to: key,
  kind: z.enum(flowKinds),
  transform: z.enum(transforms).optional(),
  items: z.array(z.union([z.tuple([text, text]), z.tuple([text, text, z.enum(transforms)])])).optional(),
  assertedBy: text.min(1, 'EMPTY'),
  evidence: text.optional(),
  activity: text.optional(),
  validFrom: moment,
  validTo: moment.optional(),
  recordedAt: moment.optional(),
  retiredAt: moment.optional(),
  source: text.optional(),
  note: text.optional(),
});

/** A flow 数据流: who says that data goes from where to where, since when, and since when the registry knows. */
export type Flow = z.infer<typeof flowSchema>;

/** One assertion of a flow as the graph holds it. Moments are epoch milliseconds. */
export interface Assertion {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly digest: string;
  readonly kind: FlowKind;
  readonly transform?: Transform;
  readonly assertedBy: string;
  readonly evidence?: string;
  readonly activity?: string;
  readonly source?: string;
  readonly note?: string;
  /** The item mapping, as JSON. */
  readonly items?: string;
  readonly validFrom: number;
  readonly validTo?: number;
  readonly recordedAt: number;
  readonly retiredAt?: number;
}

/** What a flow's line says 数据流断言: an assertion that the registry has yet to record, unless the line says when it did. */
export type SaidFlow = Omit<Assertion, 'recordedAt'> & { readonly recordedAt?: number };

/**
 * What a flow says, with its identity (from, to, kind, who asserts it, since when it is in force) and the digest of what it
 * says beyond when the registry knew it. Moments count as instants.
 */
export function saidOf(flow: Flow): SaidFlow {
  const { items, validFrom, validTo, retiredAt, recordedAt, ...said } = flow;
  const from = momentOf(validFrom)!;
  const to = validTo === undefined ? undefined : momentOf(validTo)!;
  return {
    ...said,
    key: digest(JSON.stringify([said.from, said.to, said.kind, said.assertedBy, from])),
    digest: digest(canonicalJson({ ...said, items, validFrom: from, validTo: to })),
    ...(items === undefined ? {} : { items: JSON.stringify(items) }),
    validFrom: from,
    ...(to === undefined ? {} : { validTo: to }),
    ...(recordedAt === undefined ? {} : { recordedAt: momentOf(recordedAt)! }),
    ...(retiredAt === undefined ? {} : { retiredAt: momentOf(retiredAt)! }),
  };
}

/** The identity and the digest that an assertion has by what the graph holds of it. */
export function printsOf(held: Omit<Assertion, 'key' | 'digest' | 'recordedAt' | 'retiredAt'>): {
  key: string;
  digest: string;
} {
  const { from, to, kind, transform, assertedBy, evidence, activity, source, note, items, validFrom, validTo } = held;
  const said = { from, to, kind, transform, assertedBy, evidence, activity, source, note };
  return {
    key: digest(JSON.stringify([from, to, kind, assertedBy, validFrom])),
    digest: digest(
      canonicalJson({ ...said, items: items == null ? undefined : JSON.parse(items), validFrom, validTo }),
    ),
  };
}

/** The item pairs that a flow maps, each with its own way of working where it has one. */
export function mappedItems({ items }: Pick<SaidFlow, 'items'>): readonly [string, string, string?][] {
  return items === undefined ? [] : JSON.parse(items);
}
