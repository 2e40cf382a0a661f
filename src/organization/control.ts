import { z } from 'zod';
import { day, key } from '../record/fields.ts';
import { type Complaint, type Content, names, type RecordKind } from '../record/kind.ts';

/** Who holds, controls or is otherwise tied to whom 控制与关联关系. */
export const controlSchema = z.strictObject({
  from: key,
  to: key,
  kind: z.enum(['HOLDS', 'CONTROLS', 'SAME_CONTROLLER', 'LEGAL_REPRESENTATIVE', 'SUBCONTRACTS_TO', 'BENEFITS_FROM']),
  ratio: z.number().min(0).max(1).optional(),
  validFrom: day,
  validTo: day.optional(),
});

/** A tie between two organizations 控制关系, without its key. */
export type Control = z.infer<typeof controlSchema>;

/** Controls as records. HOLDS carries the share of capital; no other kind does. */
export const controlKind: RecordKind = {
  kind: 'control',
  type: 'Control',
  sight: () => 'CONTROL',
  owner: ({ from }) => from,
  schema: controlSchema,
  references: [names('from', 'Organization', 'CONTROL_FROM'), names('to', 'Organization', 'CONTROL_TO')],
  complaints: ratioComplaints,
};

function ratioComplaints(content: Content): Complaint[] {
  const { kind, ratio } = content as Content & Control;
  if (kind === 'HOLDS' && ratio === undefined) return [{ code: 'MISSING_FIELD', path: ['ratio'] }];
  if (kind !== 'HOLDS' && ratio !== undefined) return [{ code: 'RATIO_NOT_HELD', path: ['ratio'], value: ratio }];
  return [];
}
