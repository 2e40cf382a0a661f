import { z } from 'zod';
import { day, key, stateFields, text } from '../record/fields.ts';
import { type Complaint, type Content, EVENTS_BY, names, type RecordKind } from '../record/kind.ts';

/** A sharing application, or a demand no entry answers 共享申请、数据需求 (第十六条). */
export const requestSchema = z.strictObject({
  dataset: key.optional(),
  wanted: z.strictObject({ title: text, items: z.array(text).optional() }).optional(),
  requester: key,
  scenario: text,
  duty: key.optional(),
  basis: z.array(key).optional(),
  items: z.array(text).optional(),
  purpose: text.optional(),
  method: z.enum(['API', 'BATCH', 'FILE']).optional(),
  term: day.optional(),
  ...stateFields([
    'DRAFT',
    'SUBMITTED',
    'SUPPLEMENT',
    'APPROVED',
    'REFUSED',
    'DELIVERED',
    'IN_USE',
    'CLOSED',
    'DEMAND_LISTED',
    'NEGOTIATING',
    'AGREED',
    'ESCALATED',
    'DECIDED',
  ]),
});

/** A request 共享申请, without its key. */
export type Request = z.infer<typeof requestSchema>;

/** Requests as records. */
export const requestKind: RecordKind = {
  kind: 'request',
  type: 'Request',
  sight: () => 'REQUEST',
  owner: ({ requester }) => requester,
  schema: requestSchema,
  references: [
    names('dataset', 'Dataset', 'REQUESTS'),
    names('requester', 'Organization', 'REQUESTED_BY'),
    names('duty', 'Duty', 'UNDER_DUTY'),
    names('basis.*', 'Provision', 'RESTS_ON'),
    EVENTS_BY,
  ],
  complaints: (content): Complaint[] => {
    const { dataset, wanted } = content as Content & Request;
    return dataset === undefined && wanted === undefined ? [{ code: 'MISSING_FIELD', path: ['dataset'] }] : [];
  },
};
