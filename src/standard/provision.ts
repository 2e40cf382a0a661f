import { z } from 'zod';
import { day, key, text } from '../record/fields.ts';
import { names, type RecordKind } from '../record/kind.ts';

/** One article or paragraph of an instrument 条款. */
export const provisionSchema = z.strictObject({
  instrument: key,
  article: text,
  text: text.optional(),
  effectiveOn: day.optional(),
  repealedOn: day.optional(),
});

/** A provision 条款, without its key. */
export type Provision = z.infer<typeof provisionSchema>;

/** Provisions as records. */
export const provisionKind: RecordKind = {
  kind: 'provision',
  type: 'Provision',
  sight: () => 'LAW',
  schema: provisionSchema,
  references: [names('instrument', 'Instrument', 'OF_INSTRUMENT')],
  contentOnly: ['text'],
};
