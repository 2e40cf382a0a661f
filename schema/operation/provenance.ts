import { provenancesOf } from '#src/operation/provenance.service.ts';
import { type Provenance as Answer, gapInWords } from '#src/operation/provenance.ts';
import { Database } from '../aggregation/database.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import { Asset } from '../lineage/asset.ts';
import { Organization } from '../organization/organization.ts';
import { byIds, type RecordOf } from '../record.ts';
import { Provision } from '../standard/provision.ts';
import { Product } from './product.ts';

const Provenance = builder.objectRef<Answer>('Provenance').implement({
  description: 'Where a product comes from 产品溯源: its whole upstream, now, without itself.',
  fields: (t) => ({
    origins: t.field({
      type: [Asset],
      nullable: false,
      description: 'First assets of every chain: nothing lies upstream of them 源头.',
      resolve: ({ origins }, _args, context) => byIds(context, origins),
    }),
    datasets: t.field({
      type: [Dataset],
      nullable: false,
      description: 'Datasets upstream 数据集.',
      resolve: async ({ datasets }, _args, context) =>
        (await byIds(context, datasets)) as (typeof Dataset.$inferType)[],
    }),
    databases: t.field({
      type: [Database],
      nullable: false,
      description: 'Databases upstream 数据库.',
      resolve: async ({ databases }, _args, context) =>
        (await byIds(context, databases)) as (typeof Database.$inferType)[],
    }),
    organizations: t.field({
      type: [Organization],
      nullable: false,
      description: 'Who answers for what lies upstream 责任单位.',
      resolve: async ({ organizations }, _args, context) =>
        (await byIds(context, organizations)) as (typeof Organization.$inferType)[],
    }),
    products: t.field({
      type: [Product],
      nullable: false,
      description: 'Products it was made from, nearest first 上游产品.',
      resolve: async ({ products }, _args, context) =>
        (await byIds(context, products)) as (typeof Product.$inferType)[],
    }),
    legalBases: t.field({
      type: [Provision],
      nullable: false,
      description: 'Provisions on which it was collected 收集依据.',
      resolve: async ({ legalBases }, _args, context) =>
        (await byIds(context, legalBases)) as (typeof Provision.$inferType)[],
    }),
    complete: t.exposeBoolean('complete', {
      nullable: false,
      description: 'False when a part of the chain is missing, hidden or cut 是否完整; why stands in gaps.',
    }),
    gaps: t.stringList({
      nullable: false,
      description: 'What is missing, in words 缺口.',
      resolve: ({ gaps }) => gaps.map(gapInWords),
    }),
  }),
});

builder.objectField(Product, 'provenance', (t) =>
  t.field({
    type: Provenance,
    nullable: false,
    description: 'Where the product comes from, down to the acts of collection and their legal bases 产品溯源.',
    resolve: ({ id }: RecordOf<unknown>, _args, context) => context.batch(provenancesOf).load(id),
  }),
);
