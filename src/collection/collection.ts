import { z } from 'zod';
import { ANSWERED_FOR_BY } from '../lineage/asset.ts';
import { day, key, shortText, text } from '../record/fields.ts';
import { type Content, names, type RecordKind } from '../record/kind.ts';
import { repeatedNames } from '../record/repeated.ts';

/** One agency gathers data at the source 数据收集 (第十三条). */
export const collectionSchema = z.strictObject({
  name: text,
  organization: key,
  items: z.array(z.strictObject({ name: shortText.min(1, 'EMPTY'), element: key.optional() })).optional(),
  subject: text.optional(),
  channel: text.optional(),
  basis: z.array(key).optional(),
  duty: key.optional(),
  startedOn: day.optional(),
  endedOn: day.optional(),
  exemption: z.enum(['FIRST_SOURCE', 'LEAD_DEPARTMENT', 'REFUSED_SHARING', 'ON_SITE_VERIFICATION']).optional(),
  exemptionReason: text.optional(),
  check: key.optional(),
});

/** An act of collection 收集, without its key. */
export type Collection = z.infer<typeof collectionSchema>;

/** Collections as records and assets. */
export const collectionKind: RecordKind = {
  kind: 'collection',
  type: 'Collection',
  sight: () => 'COLLECTION',
  schema: collectionSchema,
  references: [
    names('organization', 'Organization', ANSWERED_FOR_BY),
    names('basis.*', 'Provision', 'RESTS_ON'),
    names('duty', 'Duty', 'UNDER_DUTY'),
    names('items.*.element', 'Element'),
    names('check', 'Check', 'CLEARED_BY'),
  ],
  asset: (content) => {
    const { name, organization, items = [] } = content as Content & Collection;
    return { name, organization, items };
  },
  complaints: (content) => repeatedNames(content.items),
};
