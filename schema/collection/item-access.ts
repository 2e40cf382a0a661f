import type { ItemAccess as Access, SharingForm as Form } from '#src/collection/item-access.ts';
import { Backflow } from '../aggregation/backflow.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import type { Context } from '../context.ts';
import { Organization } from '../organization/organization.ts';

const AccessWay = builder.enumType('AccessWay', {
  description: 'How an item can be had 获取方式.',
  values: {
    OWN: {
      description: 'One’s own already 本机构已有: of the organization itself, or of who counts as one body with it.',
    },
    DOWNLOAD: { description: 'Downloaded by anybody 开放下载.' },
    SHARING: { description: 'By a sharing application 申请共享.' },
    CONDITIONAL_SHARING: { description: 'By a sharing application, on conditions 有条件共享.' },
    BACKFLOW: { description: 'By asking the coordinator of a backflow 申请回流.' },
    NOT_SHARED: { description: 'Not 不予共享.' },
  } as const,
});

const loaded = (context: Context, id: string | null) =>
  id === null ? null : (context.records.load(id) as Promise<unknown>);

const SharingForm = builder.objectRef<Form>('SharingForm').implement({
  description: 'A sharing application as far as a check can fill it in 共享申请表.',
  fields: (t) => ({
    dataset: t.id({
      nullable: false,
      description: 'The dataset asked for 申请的数据.',
      resolve: ({ dataset }) => dataset,
    }),
    title: t.exposeString('title', { nullable: false, description: 'Its title 名称.' }),
    requester: t.field({
      type: Organization,
      description: 'Who applies 申请单位; null where the check does not say.',
      resolve: ({ requester }, _args, context) => loaded(context, requester) as Promise<typeof Organization.$inferType>,
    }),
    scenario: t.exposeString('scenario', { nullable: false, description: 'What for 应用场景.' }),
    purpose: t.exposeString('purpose', { description: 'The purpose that the check was made with 用途.' }),
    items: t.exposeStringList('items', { nullable: false, description: 'All planned items that it gives 信息项.' }),
  }),
});

export const ItemAccess = builder.objectRef<Access>('ItemAccess').implement({
  description: 'One way to an item 获取途径.',
  fields: (t) => ({
    way: t.expose('way', { type: AccessWay, nullable: false, description: 'How 方式.' }),
    dataset: t.field({
      type: Dataset,
      description: 'Where it is 数据集.',
      resolve: ({ dataset }, _args, context) => loaded(context, dataset) as Promise<typeof Dataset.$inferType>,
    }),
    backflow: t.field({
      type: Backflow,
      description: 'What brings it back 回流; its organization is to be asked.',
      resolve: ({ backflow }, _args, context) => loaded(context, backflow) as Promise<typeof Backflow.$inferType>,
    }),
    url: t.exposeString('url', { description: 'Where it is downloaded 下载地址.' }),
    condition: t.exposeString('condition', { description: 'Conditions of sharing 共享条件.' }),
    reason: t.exposeString('reason', { description: 'Why it is not shared 不予共享理由.' }),
    form: t.expose('form', { type: SharingForm, description: 'The application, filled in as far as known 预填申请.' }),
  }),
});
