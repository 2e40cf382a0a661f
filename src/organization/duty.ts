import { z } from 'zod';
import { day, key, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/** A statutory duty of an organization 法定职责. */
export const dutySchema = z.strictObject({
  organization: key,
  title: text,
  basis: z.array(key).optional(),
  endedOn: day.optional(),
});

/** A duty 职责, without its key. */
export type Duty = z.infer<typeof dutySchema>;

/** Duties as records, with the provisions they rest on. */
export const dutyKind: RecordKind = {
  kind: 'duty',
  type: 'Duty',
  sight: () => 'LAW',
  owner: ({ organization }) => organization,
  schema: dutySchema,
  references: [names('organization', 'Organization', 'DUTY_OF'), names('basis.*', 'Provision', 'RESTS_ON')],
};
