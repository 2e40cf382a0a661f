import { changeKind, changeSchema, type Change as Fields } from '#src/catalog/change.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { Duty } from '../organization/duty.ts';
import { isType, named, recordRef } from '../record.ts';
import { Provision } from '../standard/provision.ts';

export const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What changed 变化类别.',
  values: changeSchema.shape.kind.options,
});

export const Change = recordRef<Fields>(changeKind);

Change.implement({
  description: 'A change of law or duty that reaches catalog entries 依据变化.',
  interfaces: [Node],
  isTypeOf: isType('Change'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    kind: t.field({
      type: ChangeKind,
      nullable: false,
      description: 'What changed 变化类别.',
      resolve: ({ content }) => content.kind,
    }),
    provision: t.field({
      type: Provision,
      description: 'The provision that changed 变化的条款.',
      resolve: ({ content }, _args, context) => named(context, Provision, content.provision),
    }),
    duty: t.field({
      type: Duty,
      description: 'The duty that changed 变化的职责.',
      resolve: ({ content }, _args, context) => named(context, Duty, content.duty),
    }),
    publishedOn: t.field({
      type: 'Date',
      description: 'Day of publication 公布日期.',
      resolve: ({ content }) => content.publishedOn,
    }),
    effectiveOn: t.field({
      type: 'Date',
      nullable: false,
      description: 'First day in force 生效日期.',
      resolve: ({ content }) => content.effectiveOn,
    }),
  }),
});
