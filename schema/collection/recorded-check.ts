import { momentOf } from '#src/calendar/moment.ts';
import {
  type CHECK_OUTCOMES,
  type Clearance as ClearanceFields,
  checkKind,
  type Exemption as ExemptionFields,
  exemptionWord,
  type Check as Fields,
} from '#src/collection/check.ts';
import { Backflow } from '../aggregation/backflow.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';
import { CollectionVerdict, ItemVerdict, MatchRelation } from './check.ts';

export const CollectionExemption = builder.enumType('CollectionExemption', {
  description: 'Why what exists may be collected 豁免情形.',
  values: exemptionWord.options,
});

export const CheckOutcome = builder.enumType('CheckOutcome', {
  description: 'What an organization does after a check 查重处理.',
  values: {
    REUSE: { description: 'Uses what it can have 复用.' },
    APPLY_FOR_SHARING: { description: 'Applies for sharing 申请共享.' },
    ASK_TO_EXTEND: { description: 'Asks a provider to extend its dataset 提请扩充.' },
    COLLECT_REST: { description: 'Collects what cannot be had 收集其余.' },
  } satisfies Record<(typeof CHECK_OUTCOMES)[number], { description: string }>,
});

export const Exemption = builder.objectRef<ExemptionFields>('Exemption').implement({
  description: 'An item that may be collected although it exists 豁免.',
  fields: (t) => ({
    item: t.exposeString('item', { nullable: false, description: 'Name of the item 信息项.' }),
    exemption: t.expose('exemption', { type: CollectionExemption, nullable: false, description: 'Which case 情形.' }),
    reason: t.exposeString('reason', { nullable: false, description: 'Why, in words 理由.' }),
  }),
});

export const Clearance = builder.objectRef<ClearanceFields>('Clearance').implement({
  description: 'What an organization may collect 收集许可.',
  fields: (t) => ({
    items: t.exposeStringList('items', { nullable: false, description: 'Names of the items 信息项.' }),
    from: t.expose('from', { type: 'Date', nullable: false, description: 'First day 起始日期.' }),
    until: t.expose('until', { type: 'Date', nullable: false, description: 'Last day, included 截止日期.' }),
  }),
});

const CheckedMatch = builder.objectRef<Fields['matches'][number]>('CheckedMatch').implement({
  description: 'A dataset as a recorded check showed it 已记录的匹配.',
  fields: (t) => ({
    dataset: t.field({
      type: Dataset,
      description: 'The dataset 数据集; null when it can no longer be seen.',
      resolve: ({ dataset }, _args, context) => named(context, Dataset, dataset),
    }),
    title: t.exposeString('title', { nullable: false, description: 'Its title then 当时名称.' }),
    score: t.exposeFloat('score', { nullable: false, description: 'Estimated probability then 当时匹配概率.' }),
    relation: t.expose('relation', { type: MatchRelation, nullable: false, description: 'How they lay 关系.' }),
    reasons: t.exposeStringList('reasons', { nullable: false, description: 'Why, in words 理由.' }),
  }),
});

const CheckedItem = builder.objectRef<Fields['items'][number]>('CheckedItem').implement({
  description: 'An item as a recorded check showed it 已记录的信息项结论.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'As it was asked for 名称.' }),
    definition: t.exposeString('definition', { description: 'What was meant by it 定义.' }),
    verdict: t.expose('verdict', { type: ItemVerdict, nullable: false, description: 'Best that could be had 结论.' }),
    found: t.field({
      type: [Dataset],
      nullable: false,
      description: 'Datasets of that verdict that can still be seen 数据集.',
      resolve: ({ found }, _args, context) => allNamed(context, Dataset, found),
    }),
    backflows: t.field({
      type: [Backflow],
      nullable: false,
      description: 'Backflows of that verdict that can still be seen 回流.',
      resolve: ({ backflows }, _args, context) => allNamed(context, Backflow, backflows),
    }),
  }),
});

export const Check = recordRef<Fields>(checkKind);

Check.implement({
  description: 'A check that was made and recorded 收集前查重记录, with what was shown and what came of it.',
  interfaces: [Node],
  isTypeOf: isType('Check'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    organization: t.field({
      type: Organization,
      description: 'Who planned to collect 拟收集机构.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.organization),
    }),
    title: t.string({
      nullable: false,
      description: 'What was asked for 名称.',
      resolve: ({ content }) => content.title,
    }),
    purpose: t.string({ description: 'What for 用途.', resolve: ({ content }) => content.purpose }),
    subject: t.string({ description: 'What one row is about 主体.', resolve: ({ content }) => content.subject }),
    area: t.string({ description: 'Place the data covers 覆盖地域.', resolve: ({ content }) => content.area }),
    period: t.string({ description: 'Time the data covers 覆盖时间.', resolve: ({ content }) => content.period }),
    checkedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When it was made 查重时刻.',
      resolve: ({ content }) => momentOf(content.checkedAt)!,
    }),
    verdict: t.field({
      type: CollectionVerdict,
      nullable: false,
      description: 'What it advised 结论.',
      resolve: ({ content }) => content.verdict,
    }),
    items: t.field({
      type: [CheckedItem],
      nullable: false,
      description: 'Item by item 逐项结论.',
      resolve: ({ content }) => content.items,
    }),
    matches: t.field({
      type: [CheckedMatch],
      nullable: false,
      description: 'Candidates that were shown, best first 候选数据集.',
      resolve: ({ content }) => content.matches,
    }),
    plan: t.field({
      type: [Dataset],
      nullable: false,
      description:
        'Datasets that together gave every obtainable item 最小数据集组合, as far as they can still be seen.',
      resolve: ({ content }, _args, context) => allNamed(context, Dataset, content.plan),
    }),
    outcome: t.field({
      type: CheckOutcome,
      description: 'What the organization does 处理; null while open.',
      resolve: ({ content }) => content.outcome,
    }),
    concludedAt: t.field({
      type: 'DateTime',
      description: 'When that was said 处理时刻.',
      resolve: ({ content }) => (content.concludedAt === undefined ? null : momentOf(content.concludedAt)),
    }),
    exemptions: t.field({
      type: [Exemption],
      nullable: false,
      description: 'Items that may be collected although they exist 豁免.',
      resolve: ({ content }) => content.exemptions ?? [],
    }),
    clearance: t.field({
      type: Clearance,
      description: 'What may be collected 收集许可; null for none.',
      resolve: ({ content }) => content.clearance,
    }),
  }),
});
