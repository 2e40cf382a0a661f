import { z } from 'zod';
import { day, key } from '../record/fields.ts';
import { type Complaint, type Content, names, type RecordKind } from '../record/kind.ts';

/** A change of law or duty that reaches catalog entries 依据或职能变化 (第十二条). */
export const changeSchema = z.strictObject({
  kind: z.enum(['LAW', 'REGULATION', 'RULE', 'DUTY']),
  provision: key.optional(),
  duty: key.optional(),
  publishedOn: day.optional(),
  effectiveOn: day,
  extensions: z.array(z.strictObject({ organization: key, grantedOn: day })).optional(),
});

/** A change 依据变化, without its key. */
export type Change = z.infer<typeof changeSchema>;

/** Changes as records: each is of one provision or of one duty. */
export const changeKind: RecordKind = {
  kind: 'change',
  type: 'Change',
  sight: () => 'LAW',
  schema: changeSchema,
  references: [
    names('provision', 'Provision', 'CHANGES_PROVISION'),
    names('duty', 'Duty', 'CHANGES_DUTY'),
    names('extensions.*.organization', 'Organization'),
  ],
  complaints: (content): Complaint[] => {
    const { provision, duty } = content as Content & Change;
    if (provision === undefined && duty === undefined) return [{ code: 'MISSING_FIELD', path: ['provision'] }];
    return [];
  },
};
