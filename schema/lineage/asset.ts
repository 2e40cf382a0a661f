import type { Held } from '#src/record/record.service.ts';
import { builder } from '../builder.ts';
import { Organization } from '../organization/organization.ts';
import { assetView, named } from '../record.ts';

/** Any asset behind the Asset interface. */
export const Asset = builder.interfaceRef<Held>('Asset');

Asset.implement({
  description:
    'Anything that data flows through 数据资产: a Collection, a Backflow, a Dataset, a Database or a Product.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号, e.g. Dataset:FR01.' }),
    name: t.string({ nullable: false, description: 'Name or title 名称.', resolve: (asset) => assetView(asset).name }),
    organization: t.field({
      type: Organization,
      description: 'Who answers for it 责任单位: collector, coordinator, provider, lead or developer.',
      resolve: (asset, _args, context) => named(context, Organization, assetView(asset).organization),
    }),
    declaredLevel: t.int({
      description: 'Level that its provider declared 申报级别.',
      resolve: (asset) => assetView(asset).level,
    }),
  }),
});
