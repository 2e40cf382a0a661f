import { type ProductOfAgreement, withAgreement } from '../agreements.ts';
import { nameOf } from '../naming.ts';
import { KM, PRICE, rule } from '../rule.ts';

/** 第二十三条第三款: the price of a product for industry has a ceiling and keeps to it. */
export const r23x9 = rule<ProductOfAgreement, 'Product'>({
  code: 'R23-9',
  title: { zh: '价格不得超过上限', en: 'Price above its ceiling' },
  citation: `${KM}第二十三条第三款；${PRICE}`,
  meaning: {
    zh: '产业发展、行业发展用途的收费产品应有最高限价且不超过；没有限价或者超过的，为问题。',
    en: 'A product for industry or a sector that has a price has a ceiling and stays under it; else it is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '申请核定上限价格，或者把价格降到上限以内。', en: 'Have a ceiling set, or lower the price to it.' },
  roots: ['Product'],
  members({ record }, view) {
    const { purpose, price } = record;
    const isForIndustry = purpose === 'INDUSTRY' || purpose === 'SECTOR';
    return isForIndustry && price != null && price > 0 ? withAgreement(record, view) : [];
  },
  check({ product }, view) {
    const { price, priceCap } = product;
    if (priceCap != null && price! <= priceCap) return [];
    const id = `Product:${product.key}`;
    return [
      {
        subject: id,
        evidence: [id],
        details: { why: priceCap == null ? 'noCap' : 'overCap' },
        message:
          priceCap == null
            ? {
                zh: `${nameOf(view, id)}收费${price}元，但没有核定上限价格。`,
                en: `${nameOf(view, id)} costs ${price} yuan, and no ceiling was set.`,
              }
            : {
                zh: `${nameOf(view, id)}收费${price}元，超过上限${priceCap}元。`,
                en: `${nameOf(view, id)} costs ${price} yuan, above its ceiling of ${priceCap}.`,
              },
      },
    ];
  },
});
