import { z } from 'zod';
import { count, day, key } from '../record/fields.ts';
import { names, type RecordKind, refersTo } from '../record/kind.ts';

/** An agreement on authorised operation 授权运营协议 (第二十三条). */
export const agreementSchema = z.strictObject({
  plan: key,
  operator: key,
  scope: z.array(key),
  selection: z.enum(['OPEN_TENDER', 'INVITED_TENDER', 'NEGOTIATION', 'OTHER_COMPETITION', 'DIRECT']).optional(),
  bidders: count.optional(),
  signedOn: day,
  termFrom: day,
  termTo: day,
  suspendedOn: day.optional(),
  terminatedOn: day.optional(),
});

/** An agreement 协议, without its key. */
export type Agreement = z.infer<typeof agreementSchema>;

/** Agreements as records. */
export const agreementKind: RecordKind = {
  kind: 'agreement',
  type: 'Agreement',
  sight: () => 'AGREEMENT',
  owner: ({ operator }) => operator,
  schema: agreementSchema,
  references: [
    names('plan', 'Plan', 'UNDER_PLAN'),
    names('operator', 'Organization', 'OPERATED_BY'),
    refersTo('scope.*', ['Dataset', 'Database'], 'COVERS'),
  ],
};
