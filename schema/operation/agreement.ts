import { agreementKind, agreementSchema, type Agreement as Fields } from '#src/operation/agreement.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { byIds, isType, named, recordRef } from '../record.ts';
import { Plan } from './plan.ts';

export const Selection = builder.enumType('Selection', {
  description: 'How an operator was chosen 选择方式.',
  values: agreementSchema.shape.selection.unwrap().options,
});

export const Agreement = recordRef<Fields>(agreementKind);

Agreement.implement({
  description: 'An agreement 协议 on authorised operation of public data 公共数据授权运营.',
  interfaces: [Node],
  isTypeOf: isType('Agreement'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    plan: t.field({
      type: Plan,
      description: 'The plan it rests on 实施方案.',
      resolve: ({ content }, _args, context) => named(context, Plan, content.plan),
    }),
    operator: t.field({
      type: Organization,
      description: 'Operating institution 运营机构.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.operator),
    }),
    scope: t.field({
      type: [Asset],
      nullable: false,
      description: 'Datasets and databases it covers 授权范围.',
      resolve: ({ content }, _args, context) => byIds(context, content.scope),
    }),
    selection: t.field({
      type: Selection,
      description: 'How the operator was chosen 选择方式.',
      resolve: ({ content }) => content.selection,
    }),
    bidders: t.int({ description: 'How many competed 竞争者数.', resolve: ({ content }) => content.bidders }),
    signedOn: t.field({
      type: 'Date',
      nullable: false,
      description: 'Day of signing 签订日期.',
      resolve: ({ content }) => content.signedOn,
    }),
    termFrom: t.field({
      type: 'Date',
      nullable: false,
      description: 'First day 起始日期.',
      resolve: ({ content }) => content.termFrom,
    }),
    termTo: t.field({
      type: 'Date',
      nullable: false,
      description: 'Last day, included 截止日期.',
      resolve: ({ content }) => content.termTo,
    }),
    suspendedOn: t.field({
      type: 'Date',
      description: 'Day of suspension 中止日期.',
      resolve: ({ content }) => content.suspendedOn,
    }),
    terminatedOn: t.field({
      type: 'Date',
      description: 'Day of termination 终止日期.',
      resolve: ({ content }) => content.terminatedOn,
    }),
  }),
});
