import { connectionOf, type FoundConnection } from '#src/organization/connection.service.ts';
import { builder } from '../builder.ts';
import { allNamed, named } from '../record.ts';
import { Control } from './control.ts';
import { Organization } from './organization.ts';

const ConnectionWay = builder.enumType('ConnectionWay', {
  description: 'How two organizations are tied 关联方式.',
  values: {
    NONE: { description: 'Not at all 无关联.' },
    SAME: { description: 'They are one 同一机构.' },
    OWNERSHIP: { description: 'By shares: parent, subsidiary, or sisters of one owner 持股.' },
    SIDE_EDGE: { description: 'By one tie that is no ownership, with shares on both sides 其他关系.' },
  },
});

const Connection = builder.objectRef<FoundConnection>('OrganizationConnection').implement({
  description:
    'How strongly two organizations are connected on a day 机构关联: shares multiplied along simple chains and summed over them.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Date', nullable: false, description: 'The day 日期.' }),
    ratio: t.float({
      nullable: false,
      description: 'Strength 关联比例, 0 to 1; the certain part where not all chains were counted.',
      resolve: ({ lower }) => lower,
    }),
    upperBound: t.float({
      nullable: false,
      description: 'What it is at most 上限; the same as `ratio` where all was counted.',
      resolve: ({ upper }) => upper,
    }),
    fullyCounted: t.exposeBoolean('fullyCounted', {
      nullable: false,
      description: 'False when the structure is too dense to count all chains 是否完全计算.',
    }),
    way: t.field({
      type: ConnectionWay,
      nullable: false,
      description: 'How they are tied 关联方式.',
      resolve: ({ via }) => via.kind,
    }),
    path: t.field({
      type: [Organization],
      nullable: false,
      description:
        'The strongest way 最强路径, from the first organization up to the common owner and down to the second.',
      resolve: ({ path }, _args, context) => allNamed(context, Organization, path),
    }),
    owners: t.field({
      type: [Organization],
      nullable: false,
      description: 'Who owns into both 共同所有者; with another tie, one on each side of it.',
      resolve: ({ via }, _args, context) => allNamed(context, Organization, 'common' in via ? [via.common].flat() : []),
    }),
    tie: t.field({
      type: Control,
      description: 'The tie that is no ownership, where there is one 其他关系.',
      resolve: ({ via }, _args, context) =>
        named(context, Control, via.kind === 'SIDE_EDGE' ? via.edge.key : undefined),
    }),
  }),
});

builder.queryField('connection', (t) =>
  t.field({
    type: Connection,
    nullable: false,
    description: 'The connection of two organizations 关联关系, with the strongest way.',
    args: {
      a: t.arg.id({ required: true, description: 'One organization 机构甲.' }),
      b: t.arg.id({ required: true, description: 'The other 机构乙.' }),
      on: t.arg({ type: 'Date', description: 'Day 日期; today unless given.' }),
    },
    resolve: (_root, { a, b, on }, { desk }) => connectionOf(desk, a, b, on ?? null),
  }),
);
