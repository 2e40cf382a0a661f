import { z } from 'zod';
import { day, key, text } from '../record/fields.ts';
import { type Complaint, type Content, names, type RecordKind } from '../record/kind.ts';
import { usccFault } from './uscc.ts';

/** Kinds of organizations 机构类别. */
export const organizationKinds = [
  'GOVERNMENT',
  'AGENCY',
  'PUBLIC_INSTITUTION',
  'UTILITY',
  'VERTICAL',
  'COMPANY',
  'UNINCORPORATED',
  'SOCIAL',
] as const;

/** What a body is for its jurisdiction 职责角色. */
export const organizationRoles = ['DATA_AUTHORITY', 'GOVERNMENT', 'SUPERVISOR'] as const;

/** A body: government, agency, institution, utility, vertical body, company 机构. */
export const organizationSchema = z.strictObject({
  name: text,
  kind: z.enum(organizationKinds),
  jurisdiction: key.optional(),
  parent: key.optional(),
  uscc: text.optional(),
  aliases: z.array(text).optional(),
  roles: z.array(z.enum(organizationRoles)).optional(),
  superior: key.optional(),
  retiredOn: day.optional(),
  succeededBy: key.optional(),
});

/** An organization 机构, without its key. */
export type Organization = z.infer<typeof organizationSchema>;

/** Organizations as records. */
export const organizationKind: RecordKind = {
  kind: 'organization',
  type: 'Organization',
  sight: () => 'BODY',
  schema: organizationSchema,
  references: [
    names('jurisdiction', 'Jurisdiction', 'IN_JURISDICTION'),
    names('parent', 'Organization', 'CHILD_OF'),
    names('superior', 'Organization', 'REPORTS_TO'),
    names('succeededBy', 'Organization', 'SUCCEEDED_BY'),
  ],
  complaints: usccComplaints,
};

/** A wrong last digit is an error, a wrong position 17 a warning: codes of before 2015 carry such. */
function usccComplaints(content: Content): Complaint[] {
  const code = (content as Content & Organization).uscc;
  const fault = code === undefined ? null : usccFault(code);
  if (fault === null) return [];
  const complaint = { code: fault, path: ['uscc'], value: code };
  return [fault === 'USCC_POSITION_17' ? { ...complaint, warning: true } : complaint];
}
