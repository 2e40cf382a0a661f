import { z } from 'zod';
import { foldKey } from '../foundation/key.ts';
import { day, key, moment, text } from '../record/fields.ts';
import { type Complaint, type Content, names, type RecordKind } from '../record/kind.ts';
import { collectionSchema } from './collection.ts';

/** Why what exists may be collected all the same 豁免情形. */
export const exemptionWord = collectionSchema.shape.exemption.unwrap();

/** What an organization does after a check 查重处理: reuse, apply, have it extended, or collect what is missing. */
export const CHECK_OUTCOMES = ['REUSE', 'APPLY_FOR_SHARING', 'ASK_TO_EXTEND', 'COLLECT_REST'] as const;

/** A check that was made and recorded, with what was shown, and what came of it 收集前查重记录 (第十三条). */
export const checkSchema = z.strictObject({
  organization: key,
  title: text,
  purpose: text.optional(),
  subject: text.optional(),
  area: text.optional(),
  period: text.optional(),
  jurisdiction: key.optional(),
  checkedAt: moment,
  verdict: z.enum(['REUSE', 'REUSE_PART', 'COLLECT', 'REVIEW']),
  items: z.array(
    z.strictObject({
      name: text.min(1, 'EMPTY'),
      definition: text.optional(),
      verdict: z.enum(['EXISTS_SHAREABLE', 'EXISTS_CONDITIONAL', 'EXISTS_NOT_SHARED', 'EXISTS_BACKFLOW', 'NEW']),
      found: z.array(key).optional(),
      backflows: z.array(key).optional(),
    }),
  ),
  matches: z.array(
    z.strictObject({
      dataset: key,
      title: text,
      score: z.number().min(0).max(1),
      relation: z.enum(['SAME', 'CONTAINS', 'CONTAINED', 'OTHER_PERIOD', 'SIBLING_AREA', 'OVERLAPS']),
      reasons: z.array(text),
    }),
  ),
  plan: z.array(key).optional(),
  outcome: z.enum(CHECK_OUTCOMES).optional(),
  concludedAt: moment.optional(),
  exemptions: z
    .array(z.strictObject({ item: text, exemption: exemptionWord, reason: text.min(1, 'EMPTY') }))
    .optional(),
  clearance: z.strictObject({ items: z.array(text), from: day, until: day }).optional(),
});

/** A recorded check 收集前查重记录, without its key. */
export type Check = z.infer<typeof checkSchema>;
/** What an organization does after a check. */
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];
/** An item that may be collected although it exists, and why 豁免. */
export type Exemption = NonNullable<Check['exemptions']>[number];
/** What an organization may collect, and from when until when 收集许可. */
export type Clearance = NonNullable<Check['clearance']>;

/** Recorded checks as records: for the organization that made them and its data authority. */
export const checkKind: RecordKind = {
  kind: 'check',
  type: 'Check',
  sight: () => 'CHECK',
  owner: ({ organization }) => organization,
  schema: checkSchema,
  references: [
    names('organization', 'Organization', 'CHECKED_BY'),
    names('jurisdiction', 'Jurisdiction'),
    names('items.*.found.*', 'Dataset'),
    names('items.*.backflows.*', 'Backflow'),
    names('matches.*.dataset', 'Dataset'),
    names('plan.*', 'Dataset'),
  ],
  contentOnly: ['purpose', 'subject', 'area', 'period', 'verdict'],
  complaints: (content) => complaintsOf(content as Content & Check),
};

/** A conclusion has a moment; it exempts and clears only items that were checked. */
function complaintsOf({ items, outcome, concludedAt, exemptions = [], clearance }: Check): Complaint[] {
  const concluded = outcome !== undefined || exemptions.length > 0 || clearance !== undefined;
  const missing = [
    ...(concluded && concludedAt === undefined ? ['concludedAt'] : []),
    ...((concluded || concludedAt !== undefined) && outcome === undefined ? ['outcome'] : []),
  ];
  const checked = new Set(items.map(({ name }) => foldKey(name)));
  const named = [
    ...exemptions.map(({ item }, i) => ({ item, path: ['exemptions', i, 'item'] })),
    ...(clearance?.items ?? []).map((item, i) => ({ item, path: ['clearance', 'items', i] })),
  ];
  return [
    ...missing.map((field) => ({ code: 'MISSING_FIELD', path: [field] })),
    ...named
      .filter(({ item }) => !checked.has(foldKey(item)))
      .map(({ item, path }) => ({ code: 'UNKNOWN_ITEM', path, value: item })),
  ];
}
