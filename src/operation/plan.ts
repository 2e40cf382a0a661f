import { z } from 'zod';
import { day, key, stateFields, text } from '../record/fields.ts';
import { EVENTS_BY, names, type RecordKind, refersTo } from '../record/kind.ts';

/** An authorised-operation plan 授权运营实施方案 (第二十三条). */
export const planSchema = z.strictObject({
  title: text,
  implementer: key,
  scope: z.array(key),
  mode: z.enum(['WHOLE', 'FIELD', 'SCENARIO']).optional(),
  termFrom: day.optional(),
  termTo: day.optional(),
  ...stateFields(['DRAFT', 'SUBMITTED', 'FIRST_REVIEWED', 'DELIBERATING', 'APPROVED', 'RETURNED', 'REJECTED']),
});

/** A plan 实施方案, without its key. */
export type Plan = z.infer<typeof planSchema>;

/** Plans as records; their scope names datasets and databases. */
export const planKind: RecordKind = {
  kind: 'plan',
  type: 'Plan',
  sight: ({ state }) => (state === 'APPROVED' ? 'PLAN_APPROVED' : 'PLAN_DRAFT'),
  owner: ({ implementer }) => implementer,
  schema: planSchema,
  references: [
    names('implementer', 'Organization', 'IMPLEMENTED_BY'),
    refersTo('scope.*', ['Dataset', 'Database'], 'COVERS'),
    EVENTS_BY,
  ],
};
