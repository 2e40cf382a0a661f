import { z } from 'zod';
import { day, key, stateFields, text } from '../record/fields.ts';
import { EVENTS_BY, names, type RecordKind } from '../record/kind.ts';

const criterion = z.strictObject({ passed: z.boolean().optional(), evidence: text.optional() });

/** A qualification to re-develop products 再开发资格 (第二十四条): four criteria, two agreements. */
export const qualificationSchema = z.strictObject({
  applicant: key,
  products: z.array(key),
  purpose: criterion.optional(),
  technical: criterion.optional(),
  capacity: criterion.optional(),
  security: criterion.optional(),
  securityAgreedOn: day.optional(),
  revenueAgreedOn: day.optional(),
  grantedBy: key.optional(),
  grantedOn: day.optional(),
  validTo: day.optional(),
  revokedOn: day.optional(),
  ...stateFields(['APPLIED', 'ASSESSED', 'QUALIFIED', 'REFUSED', 'REVOKED', 'EXPIRED']),
});

/** A qualification 再开发资格, without its key. */
export type Qualification = z.infer<typeof qualificationSchema>;

/** Once granted, a qualification is known, also when it ended. */
const GRANTED_STATES: ReadonlySet<unknown> = new Set(['QUALIFIED', 'REVOKED', 'EXPIRED']);

/** Qualifications as records. */
export const qualificationKind: RecordKind = {
  kind: 'qualification',
  type: 'Qualification',
  sight: ({ state }) => (GRANTED_STATES.has(state) ? 'QUALIFICATION_GRANTED' : 'QUALIFICATION_PENDING'),
  owner: ({ applicant }) => applicant,
  schema: qualificationSchema,
  references: [
    names('applicant', 'Organization', 'APPLIED_FOR_BY'),
    names('products.*', 'Product', 'QUALIFIES_FOR'),
    names('grantedBy', 'Organization', 'GRANTED_BY'),
    EVENTS_BY,
  ],
};
