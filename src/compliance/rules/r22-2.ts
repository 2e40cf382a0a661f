import type { Product } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, PRICE, rule } from '../rule.ts';

/** 第二十二条: products for public governance and public welfare are free. */
export const r22x2 = rule<Product, 'Product'>({
  code: 'R22-2',
  title: { zh: '公共治理、公益事业应无偿', en: 'Public purposes are free' },
  citation: `${KM}第二十二条；${PRICE}`,
  meaning: {
    zh: '用于公共治理、公益事业的产品不收费；收费的，为问题。',
    en: 'Products for public governance or welfare are free; a price is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '取消收费并退还已收费用，或者重新核定用途。',
    en: 'Drop the price and pay back what was taken, or have the purpose decided anew.',
  },
  roots: ['Product'],
  members: ({ record }) =>
    record.purpose === 'PUBLIC_GOVERNANCE' || record.purpose === 'PUBLIC_WELFARE' ? [record] : [],
  check(product, view) {
    if (product.price == null || product.price <= 0) return [];
    const id = `Product:${product.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        message: {
          zh: `${nameOf(view, id)}用于公共治理或者公益事业，却收费${product.price}元。`,
          en: `${nameOf(view, id)} serves a public purpose, but costs ${product.price} yuan.`,
        },
      },
    ];
  },
});
