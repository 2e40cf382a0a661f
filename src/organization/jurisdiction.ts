import { z } from 'zod';
import { key, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/** A place with an administration 行政区、园区. */
export const jurisdictionSchema = z.strictObject({
  name: text,
  kind: z.enum(['NATION', 'PROVINCE', 'CITY', 'DISTRICT', 'COUNTY', 'COUNTY_CITY', 'ZONE']),
  gbCode: z
    .string()
    .regex(/^\d{6}$/, 'BAD_GB_CODE')
    .optional(),
  partOf: key.optional(),
  locatedIn: z.array(key).optional(),
});

/** A jurisdiction 行政区、园区, without its key. */
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

/** Jurisdictions as records: partOf leads up to the nation; zones say where they lie. */
export const jurisdictionKind: RecordKind = {
  kind: 'jurisdiction',
  type: 'Jurisdiction',
  sight: () => 'BODY',
  schema: jurisdictionSchema,
  references: [names('partOf', 'Jurisdiction', 'PART_OF'), names('locatedIn.*', 'Jurisdiction', 'LOCATED_IN')],
};
