import { momentOf } from '#src/calendar/moment.ts';
import { type Product as Fields, firstDelivery, productKind, productSchema } from '#src/operation/product.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { isType, named, recordRef } from '../record.ts';
import { Agreement } from './agreement.ts';

export const ProductPurpose = builder.enumType('ProductPurpose', {
  description: 'What a product is for 产品用途.',
  values: productSchema.shape.purpose.unwrap().options,
});

type Version = NonNullable<Fields['versions']>[number];

const ProductVersion = builder.objectRef<Version>('ProductVersion').implement({
  description: 'A delivered version of a product 产品版本.',
  fields: (t) => ({
    version: t.exposeString('version', { nullable: false, description: 'Its number or name 版本号.' }),
    deliveredOn: t.expose('deliveredOn', { type: 'Date', nullable: false, description: 'Day of delivery 交付日期.' }),
  }),
});

export const Product = recordRef<Fields>(productKind);

Product.implement({
  description: 'A data product or service 数据产品, delivered by an operator or re-developed from others.',
  interfaces: [Node, Asset],
  isTypeOf: isType('Product'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    agreement: t.field({
      type: Agreement,
      description: 'The agreement it is made under 授权运营协议.',
      resolve: ({ content }, _args, context) => named(context, Agreement, content.agreement),
    }),
    purpose: t.field({
      type: ProductPurpose,
      description: 'What it is for 用途.',
      resolve: ({ content }) => content.purpose,
    }),
    price: t.float({ description: 'Price in yuan 价格（元）.', resolve: ({ content }) => content.price }),
    priceCap: t.float({ description: 'Ceiling in yuan 上限价格（元）.', resolve: ({ content }) => content.priceCap }),
    priceUnit: t.string({ description: 'What is priced 计价单位.', resolve: ({ content }) => content.priceUnit }),
    description: t.string({ description: 'What it offers 说明.', resolve: ({ content }) => content.description }),
    versions: t.field({
      type: [ProductVersion],
      nullable: false,
      description: 'Delivered versions 版本.',
      resolve: ({ content }) => content.versions ?? [],
    }),
    firstDeliveredOn: t.field({
      type: 'Date',
      description: 'Earliest delivery 首次交付日期; null when none was delivered.',
      resolve: ({ content }) => firstDelivery(content),
    }),
    retiredAt: t.field({
      type: 'DateTime',
      description: 'Since when it is retired 停用时刻; null when it is not.',
      resolve: ({ content }) => (content.retiredAt === undefined ? null : momentOf(content.retiredAt)),
    }),
  }),
});
