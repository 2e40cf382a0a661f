import { z } from 'zod';
import { day, key, stateFields, text } from '../record/fields.ts';
import { EVENTS_BY, names, type RecordKind, refersTo } from '../record/kind.ts';

/** A registration of a resource or product 公共数据资源、产品登记 (第二十三条). */
export const registrationSchema = z.strictObject({
  subject: key,
  holder: key,
  kind: z.enum(['INITIAL', 'CHANGE', 'CORRECTION', 'CANCELLATION']).optional(),
  code: text.optional(),
  codedOn: day.optional(),
  validTo: day.optional(),
  ...stateFields([
    'DRAFT',
    'SUBMITTED',
    'ACCEPTED',
    'IN_REVIEW',
    'IN_NOTICE',
    'OBJECTED',
    'CODED',
    'CANCELLED',
    'EXPIRED',
  ]),
});

/** A registration 登记, without its key. */
export type Registration = z.infer<typeof registrationSchema>;

/** From its code on a registration is public, also when it ended. */
const PUBLIC_STATES: ReadonlySet<unknown> = new Set(['CODED', 'CANCELLED', 'EXPIRED']);

/** Registrations as records. */
export const registrationKind: RecordKind = {
  kind: 'registration',
  type: 'Registration',
  sight: ({ state }) => (PUBLIC_STATES.has(state) ? 'REGISTRATION_CODED' : 'REGISTRATION_PENDING'),
  owner: ({ holder }) => holder,
  schema: registrationSchema,
  references: [
    refersTo('subject', ['Dataset', 'Database', 'Product', 'Collection', 'Backflow'], 'REGISTERS'),
    names('holder', 'Organization', 'HELD_BY'),
    EVENTS_BY,
  ],
};
