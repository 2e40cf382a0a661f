import { z } from 'zod';
import { ANSWERED_FOR_BY } from '../lineage/asset.ts';
import { day, key, level, levelAdjustment, text } from '../record/fields.ts';
import { type Content, names, type RecordKind } from '../record/kind.ts';

/** A data product or service 公共数据产品和服务, delivered or re-developed. */
export const productSchema = z.strictObject({
  name: text,
  developer: key,
  agreement: key.optional(),
  qualification: key.optional(),
  purpose: z.enum(['PUBLIC_GOVERNANCE', 'PUBLIC_WELFARE', 'INDUSTRY', 'SECTOR']).optional(),
  price: z.number().nonnegative().optional(),
  priceCap: z.number().nonnegative().optional(),
  priceUnit: text.optional(),
  level: level.optional(),
  levelAdjustment: levelAdjustment.optional(),
  versions: z.array(z.strictObject({ version: text, deliveredOn: day })).optional(),
  description: text.optional(),
});

/** A product 数据产品, without its key. */
export type Product = z.infer<typeof productSchema>;

/** Products as records and assets; their items are named by flows alone. */
export const productKind: RecordKind = {
  kind: 'product',
  type: 'Product',
  sight: (content) => (firstDelivery(content as Content & Product) ? 'PRODUCT_DELIVERED' : 'PRODUCT_UNDELIVERED'),
  schema: productSchema,
  references: [
    names('developer', 'Organization', ANSWERED_FOR_BY),
    names('agreement', 'Agreement', 'UNDER_AGREEMENT'),
    names('qualification', 'Qualification', 'UNDER_QUALIFICATION'),
    names('levelAdjustment.by', 'Organization'),
  ],
  asset: (content) => {
    const { name, developer, level } = content as Content & Product;
    return { name, organization: developer, level, items: [] };
  },
  extra: (content) => ({ firstDeliveredOn: firstDelivery(content as Content & Product) }),
};

/** The earliest delivery of any version 首次交付; undefined when none was delivered. */
export function firstDelivery({ versions = [] }: Product): string | undefined {
  return versions.map(({ deliveredOn }) => deliveredOn).sort()[0];
}
