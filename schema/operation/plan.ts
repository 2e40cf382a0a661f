import { type Plan as Fields, planKind, planSchema } from '#src/operation/plan.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { byIds, isType, named, recordRef } from '../record.ts';

export const OperationMode = builder.enumType('OperationMode', {
  description: 'Mode of authorised operation 授权模式.',
  values: planSchema.shape.mode.unwrap().options,
});

export const PlanState = builder.enumType('PlanState', {
  description: 'Where a plan stands 方案状态.',
  values: planSchema.shape.state.unwrap().options,
});

export const Plan = recordRef<Fields>(planKind);

Plan.implement({
  description: 'A plan of authorised operation 实施方案.',
  interfaces: [Node],
  isTypeOf: isType('Plan'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    title: t.string({ description: 'Title 标题.', nullable: false, resolve: ({ content }) => content.title }),
    implementer: t.field({
      type: Organization,
      description: 'Implementing institution 实施机构.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.implementer),
    }),
    scope: t.field({
      type: [Asset],
      nullable: false,
      description: 'Datasets and databases it covers 授权范围.',
      resolve: ({ content }, _args, context) => byIds(context, content.scope),
    }),
    mode: t.field({ type: OperationMode, description: 'Mode 授权模式.', resolve: ({ content }) => content.mode }),
    termFrom: t.field({ type: 'Date', description: 'First day 起始日期.', resolve: ({ content }) => content.termFrom }),
    termTo: t.field({
      type: 'Date',
      description: 'Last day, included 截止日期.',
      resolve: ({ content }) => content.termTo,
    }),
    state: t.field({ type: PlanState, description: 'Where it stands 状态.', resolve: ({ content }) => content.state }),
  }),
});
