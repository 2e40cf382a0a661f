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

/** One edge of lineage 数据流, as a bundle line tells it. It has no key: see `flowKey`. */
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

/** A flow's identity: from, to, kind, who asserts it, and since when it is in force, as an instant. */
export function flowKey({ from, to, kind, assertedBy, validFrom }: Flow): string {
  return digest(JSON.stringify([from, to, kind, assertedBy, momentOf(validFrom)]));
}

/** Digest of what a flow says beyond its identity and beyond when the registry knew it. Moments count as instants. */
export function flowDigest(flow: Flow): string {
  const { recordedAt: _recordedAt, retiredAt: _retiredAt, validFrom, validTo, ...said } = flow;
  return digest(
    canonicalJson({
      ...said,
      validFrom: momentOf(validFrom),
      validTo: validTo === undefined ? null : momentOf(validTo),
    }),
  );
}

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

/** The assertion that a flow makes when the registry records it. */
export function assertionOf(flow: Flow, recordedAt: number): Assertion {
  const { items, validFrom, validTo, retiredAt, recordedAt: _recordedAt, ...said } = flow;
  return {
    ...said,
    key: flowKey(flow),
    digest: flowDigest(flow),
    ...(items === undefined ? {} : { items: JSON.stringify(items) }),
    validFrom: momentOf(validFrom)!,
    ...(validTo === undefined ? {} : { validTo: momentOf(validTo)! }),
    recordedAt,
    ...(retiredAt === undefined ? {} : { retiredAt: momentOf(retiredAt)! }),
  };
}
