import { type Registration as Fields, registrationKind, registrationSchema } from '#src/operation/registration.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { isType, named, recordRef } from '../record.ts';

export const RegistrationKind = builder.enumType('RegistrationKind', {
  description: 'Kind of registration 登记类型.',
  values: registrationSchema.shape.kind.unwrap().options,
});

export const RegistrationState = builder.enumType('RegistrationState', {
  description: 'Where a registration stands 登记状态.',
  values: registrationSchema.shape.state.unwrap().options,
});

export const Registration = recordRef<Fields>(registrationKind);

Registration.implement({
  description: 'A registration of a resource or product 登记.',
  interfaces: [Node],
  isTypeOf: isType('Registration'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    subject: t.field({
      type: Node,
      description: 'What is registered 登记对象.',
      resolve: ({ content }, _args, context) => context.records.load(content.subject),
    }),
    holder: t.field({
      type: Organization,
      description: 'Who registered it 登记主体.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.holder),
    }),
    kind: t.field({ type: RegistrationKind, description: 'Kind 登记类型.', resolve: ({ content }) => content.kind }),
    code: t.string({ description: 'Registration code 登记编码.', resolve: ({ content }) => content.code }),
    codedOn: t.field({
      type: 'Date',
      description: 'Day of the code 赋码日期.',
      resolve: ({ content }) => content.codedOn,
    }),
    validTo: t.field({
      type: 'Date',
      description: 'Last day, included 有效期至.',
      resolve: ({ content }) => content.validTo,
    }),
    state: t.field({
      type: RegistrationState,
      description: 'Where it stands 状态.',
      resolve: ({ content }) => content.state,
    }),
  }),
});
