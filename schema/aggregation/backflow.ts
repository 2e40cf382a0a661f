import { backflowKind, backflowSchema, type Backflow as Fields } from '#src/aggregation/backflow.ts';
import { builder } from '../builder.ts';
import { UpdateCycle } from '../catalog/dataset.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { isType, named, recordRef } from '../record.ts';

export const BackflowState = builder.enumType('BackflowState', {
  description: 'Where a backflow stands 回流状态.',
  values: backflowSchema.shape.state.unwrap().options,
});

export const Backflow = recordRef<Fields>(backflowKind);

Backflow.implement({
  description: 'Data that an upper-level vertical system returns 回流 (垂直系统数据).',
  interfaces: [Node, Asset],
  isTypeOf: isType('Backflow'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    system: t.string({
      description: 'The upper-level system the data comes back from 来源系统.',
      nullable: false,
      resolve: ({ content }) => content.system,
    }),
    superior: t.field({
      type: Organization,
      description: 'The upper level 上级单位.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.superior),
    }),
    itemNames: t.stringList({
      description: 'Agreed data items 约定信息项.',
      nullable: false,
      resolve: ({ content }) => content.items ?? [],
    }),
    cycle: t.field({
      type: UpdateCycle,
      description: 'Agreed cycle 回流周期.',
      resolve: ({ content }) => content.cycle,
    }),
    state: t.field({
      type: BackflowState,
      description: 'Where it stands 状态.',
      resolve: ({ content }) => content.state,
    }),
    requestedOn: t.field({
      type: 'Date',
      description: 'Day it was asked for 申请日期.',
      resolve: ({ content }) => content.requestedOn,
    }),
    agreedOn: t.field({
      type: 'Date',
      description: 'Day it was agreed 约定日期.',
      resolve: ({ content }) => content.agreedOn,
    }),
    lastReturnedOn: t.field({
      type: 'Date',
      description: 'Day of the last return 最近回流日期.',
      resolve: ({ content }) => content.lastReturnedOn,
    }),
    stoppedOn: t.field({
      type: 'Date',
      description: 'Day it stopped 停止日期.',
      resolve: ({ content }) => content.stoppedOn,
    }),
  }),
});
