import { type Request as Fields, requestKind, requestSchema } from '#src/sharing/request.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import { Node } from '../node.ts';
import { Duty } from '../organization/duty.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';
import { Provision } from '../standard/provision.ts';

export const SharingMethod = builder.enumType('SharingMethod', {
  description: 'How shared data is had 共享方式.',
  values: requestSchema.shape.method.unwrap().options,
});

export const RequestState = builder.enumType('RequestState', {
  description: 'Where a request stands 申请状态.',
  values: requestSchema.shape.state.unwrap().options,
});

export const Request = recordRef<Fields>(requestKind);

Request.implement({
  description: 'A sharing application 共享申请, or a demand that no entry answers 数据需求.',
  interfaces: [Node],
  isTypeOf: isType('Request'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    dataset: t.field({
      type: Dataset,
      description: 'The dataset asked for 申请的数据.',
      resolve: ({ content }, _args, context) => named(context, Dataset, content.dataset),
    }),
    requester: t.field({
      type: Organization,
      description: 'Who asks 申请单位.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.requester),
    }),
    scenario: t.string({
      description: 'What for 应用场景.',
      nullable: false,
      resolve: ({ content }) => content.scenario,
    }),
    duty: t.field({
      type: Duty,
      description: 'The duty it serves 职责.',
      resolve: ({ content }, _args, context) => named(context, Duty, content.duty),
    }),
    basis: t.field({
      type: [Provision],
      nullable: false,
      description: 'Legal basis 依据.',
      resolve: ({ content }, _args, context) => allNamed(context, Provision, content.basis),
    }),
    itemNames: t.stringList({
      description: 'Items asked for 申请的信息项.',
      nullable: false,
      resolve: ({ content }) => content.items ?? [],
    }),
    purpose: t.string({ description: 'Purpose 用途.', resolve: ({ content }) => content.purpose }),
    method: t.field({
      type: SharingMethod,
      description: 'How it is had 共享方式.',
      resolve: ({ content }) => content.method,
    }),
    term: t.field({
      type: 'Date',
      description: 'Last day of use, included 使用期限.',
      resolve: ({ content }) => content.term,
    }),
    state: t.field({
      type: RequestState,
      description: 'Where it stands 状态.',
      resolve: ({ content }) => content.state,
    }),
  }),
});
