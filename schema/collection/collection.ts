import { collectionKind, type Collection as Fields } from '#src/collection/collection.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Duty } from '../organization/duty.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';
import { Provision } from '../standard/provision.ts';
import { Check, CollectionExemption } from './recorded-check.ts';

export const Collection = recordRef<Fields>(collectionKind);

Collection.implement({
  description: 'An act of collection 收集: one agency gathers data at the source.',
  interfaces: [Node, Asset],
  isTypeOf: isType('Collection'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    itemNames: t.stringList({
      description: 'Data items that are collected 收集的信息项.',
      nullable: false,
      resolve: ({ content }) => (content.items ?? []).map((item) => item.name),
    }),
    subject: t.string({ description: 'What one row is about 主体.', resolve: ({ content }) => content.subject }),
    channel: t.string({ description: 'How it is collected 渠道.', resolve: ({ content }) => content.channel }),
    basis: t.field({
      type: [Provision],
      nullable: false,
      description: 'Legal basis 法定依据.',
      resolve: ({ content }, _args, context) => allNamed(context, Provision, content.basis),
    }),
    duty: t.field({
      type: Duty,
      description: 'The duty it serves 职责.',
      resolve: ({ content }, _args, context) => named(context, Duty, content.duty),
    }),
    startedOn: t.field({
      type: 'Date',
      description: 'First day 开始日期.',
      resolve: ({ content }) => content.startedOn,
    }),
    endedOn: t.field({
      type: 'Date',
      description: 'Day it ended 结束日期.',
      resolve: ({ content }) => content.endedOn,
    }),
    exemption: t.field({
      type: CollectionExemption,
      description: 'Why it may collect what exists 豁免情形.',
      resolve: ({ content }) => content.exemption,
    }),
    exemptionReason: t.string({
      description: 'The reason in words 豁免理由.',
      resolve: ({ content }) => content.exemptionReason,
    }),
    check: t.field({
      type: Check,
      description: 'The recorded check that cleared it 查重记录; null where there is none or it is not for the viewer.',
      resolve: ({ content }, _args, context) => named(context, Check, content.check),
    }),
  }),
});
