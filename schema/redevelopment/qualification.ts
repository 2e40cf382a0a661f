import {
  type Qualification as Fields,
  qualificationKind,
  qualificationSchema,
} from '#src/redevelopment/qualification.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { Product } from '../operation/product.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';

export const QualificationState = builder.enumType('QualificationState', {
  description: 'Where a qualification stands 资格状态.',
  values: qualificationSchema.shape.state.unwrap().options,
});

export const Qualification = recordRef<Fields>(qualificationKind);

Qualification.implement({
  description: 'A qualification to re-develop products 再开发资格.',
  interfaces: [Node],
  isTypeOf: isType('Qualification'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    applicant: t.field({
      type: Organization,
      description: 'Who applied 申请主体.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.applicant),
    }),
    products: t.field({
      type: [Product],
      nullable: false,
      description: 'Products it may re-develop 再开发产品.',
      resolve: ({ content }, _args, context) => allNamed(context, Product, content.products),
    }),
    grantedBy: t.field({
      type: Organization,
      description: 'Who granted it 授予机关.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.grantedBy),
    }),
    grantedOn: t.field({
      type: 'Date',
      description: 'Day of grant 授予日期.',
      resolve: ({ content }) => content.grantedOn,
    }),
    validTo: t.field({
      type: 'Date',
      description: 'Last day, included 有效期至.',
      resolve: ({ content }) => content.validTo,
    }),
    revokedOn: t.field({
      type: 'Date',
      description: 'Day of revocation 撤销日期.',
      resolve: ({ content }) => content.revokedOn,
    }),
    securityAgreedOn: t.field({
      type: 'Date',
      description: 'Day of the security agreement 安全协议日期.',
      resolve: ({ content }) => content.securityAgreedOn,
    }),
    revenueAgreedOn: t.field({
      type: 'Date',
      description: 'Day of the revenue agreement 收益协议日期.',
      resolve: ({ content }) => content.revenueAgreedOn,
    }),
    state: t.field({
      type: QualificationState,
      description: 'Where it stands 状态.',
      resolve: ({ content }) => content.state,
    }),
  }),
});
