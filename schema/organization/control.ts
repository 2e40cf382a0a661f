import { controlKind, controlSchema, type Control as Fields } from '#src/organization/control.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { isType, named, recordRef } from '../record.ts';
import { Organization } from './organization.ts';

export const ControlKind = builder.enumType('ControlKind', {
  description: 'Kind of tie between organizations 关系类别.',
  values: controlSchema.shape.kind.options,
});

export const Control = recordRef<Fields>(controlKind);

Control.implement({
  description: 'A tie of ownership or control between two organizations 控制关系.',
  interfaces: [Node],
  isTypeOf: isType('Control'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    from: t.field({
      type: Organization,
      description: 'Who holds or controls 控制方.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.from),
    }),
    to: t.field({
      type: Organization,
      description: 'Who is held or controlled 被控制方.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.to),
    }),
    kind: t.field({
      type: ControlKind,
      nullable: false,
      description: 'Kind of tie 关系类别.',
      resolve: ({ content }) => content.kind,
    }),
    ratio: t.float({
      description: 'Share of capital 持股比例, 0 to 1; for HOLDS.',
      resolve: ({ content }) => content.ratio,
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: false,
      description: 'First day 起始日期.',
      resolve: ({ content }) => content.validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      description: 'Day it ended, not included 终止日期.',
      resolve: ({ content }) => content.validTo,
    }),
  }),
});
