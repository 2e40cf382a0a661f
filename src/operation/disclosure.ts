import { z } from 'zod';
import { day, key } from '../record/fields.ts';
import { names, type RecordKind, refersTo } from '../record/kind.ts';

/** A yearly disclosure 定期披露 of authorisations or of products (第二十三条). */
export const disclosureSchema = z.strictObject({
  by: key,
  year: z.int().min(1900).max(9999),
  publishedOn: day.optional(),
  items: z.array(key).optional(),
  kind: z.enum(['AUTHORISATION', 'PRODUCTS']).optional(),
});

/** A disclosure 披露, without its key. */
export type Disclosure = z.infer<typeof disclosureSchema>;

/** Disclosures as records. */
export const disclosureKind: RecordKind = {
  kind: 'disclosure',
  type: 'Disclosure',
  sight: ({ publishedOn }) => (publishedOn === undefined ? 'DISCLOSURE_PENDING' : 'DISCLOSURE_PUBLISHED'),
  owner: ({ by }) => by,
  schema: disclosureSchema,
  references: [
    names('by', 'Organization', 'DISCLOSED_BY'),
    refersTo('items.*', ['Agreement', 'Product', 'Dataset', 'Database', 'Plan'], 'DISCLOSES'),
  ],
};
