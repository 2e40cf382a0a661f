import { z } from 'zod';
import { day, text } from '../record/fields.ts';
import type { RecordKind } from '../record/kind.ts';

/** A law, regulation, rule, policy or standard 法律、法规、规章、政策、标准. */
export const instrumentSchema = z.strictObject({
  title: text,
  level: z.enum([
    'LAW',
    'ADMINISTRATIVE_REGULATION',
    'STATE_COUNCIL_DECISION',
    'LOCAL_REGULATION',
    'DEPARTMENT_RULE',
    'LOCAL_RULE',
    'POLICY',
    'STANDARD',
  ]),
  issuer: text.optional(),
  number: text.optional(),
  effectiveOn: day.optional(),
  repealedOn: day.optional(),
});

/** An instrument 规范性文件, without its key. */
export type Instrument = z.infer<typeof instrumentSchema>;

/** Instruments as records. */
export const instrumentKind: RecordKind = {
  kind: 'instrument',
  type: 'Instrument',
  sight: () => 'LAW',
  schema: instrumentSchema,
  references: [],
};
