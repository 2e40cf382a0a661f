import { kinOf } from '#src/collection/agency-verdict.service.ts';
import {
  type CollectionCheck as Check,
  checkCollection,
  type DatasetMatch as Match,
} from '#src/collection/check.service.ts';
import { waysTo } from '#src/collection/item-access.ts';
import { leadsOfItems, type ToldLead } from '#src/collection/lead.service.ts';
import { Fault } from '#src/foundation/fault.ts';
import { idOfType } from '#src/foundation/id.ts';
import { Backflow } from '../aggregation/backflow.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import type { BatchReading, Context } from '../context.ts';
import { byIds } from '../record.ts';
import { ItemAccess } from './item-access.ts';
import { LeadDepartment } from './lead.ts';

type Found = typeof Dataset.$inferType;

const IntendedItem = builder.inputType('IntendedItem', {
  description: 'A data item that is to be collected 拟收集的信息项.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name 名称.' }),
    definition: t.string({ description: 'What it means 定义.' }),
  }),
});

export const CollectionIntent = builder.inputType('CollectionIntent', {
  description: 'What an organization plans to collect 采集意向.',
  fields: (t) => ({
    organization: t.id({ description: 'Who plans it 拟收集机构.' }),
    title: t.string({ required: true, description: 'What the data is called 名称.' }),
    purpose: t.string({ description: 'What for 用途.' }),
    subject: t.string({ description: 'What one row is about 主体, e.g. 自然人, 企业.' }),
    area: t.string({ description: 'Place the data covers 覆盖地域.' }),
    period: t.string({ description: 'Time the data covers 覆盖时间.' }),
    items: t.field({ type: [IntendedItem], required: true, defaultValue: [], description: 'Data items 信息项.' }),
    jurisdiction: t.id({
      description: 'Compare with the datasets of this place alone 比对范围; default the organization’s, else all.',
    }),
  }),
});

export const CollectionVerdict = builder.enumType('CollectionVerdict', {
  description: 'What to do 查重结论.',
  values: {
    REUSE: { description: 'Everything asked for exists and can be had 全部可复用.' },
    REUSE_PART: { description: 'Part exists; collect only the rest 部分可复用.' },
    COLLECT: { description: 'Nothing usable exists 可以收集.' },
    REVIEW: { description: 'Likely candidates: a person must look 需人工判断.' },
  } as const,
});

export const MatchRelation = builder.enumType('MatchRelation', {
  description: 'Of the found dataset to what is asked for 匹配关系; CONTAINS: it holds that and more.',
  values: ['SAME', 'CONTAINS', 'CONTAINED', 'OTHER_PERIOD', 'SIBLING_AREA', 'OVERLAPS'] as const,
});

export const ItemVerdict = builder.enumType('ItemVerdict', {
  description: 'Whether an item can be had 信息项结论.',
  values: {
    EXISTS_SHAREABLE: { description: 'In a dataset that is shared unconditionally 无条件共享.' },
    EXISTS_CONDITIONAL: { description: 'In a dataset that is shared on conditions 有条件共享.' },
    EXISTS_NOT_SHARED: { description: 'Only in datasets that are not shared 不予共享.' },
    EXISTS_BACKFLOW: { description: 'Only in the agreed items of a backflow 回流数据.' },
    NEW: { description: 'Nowhere 尚无.' },
  } as const,
});

const leads = new WeakMap<Check, BatchReading<ToldLead | null>>();

/** The reading of one check's leads, so that all its items are asked for at once. */
function leadsFor(check: Check): BatchReading<ToldLead | null> {
  const reading = leads.get(check) ?? ((desk) => leadsOfItems(desk, check));
  leads.set(check, reading);
  return reading;
}

/** The asking organization, else the viewer's own, and those that count as one body with it, ids. */
async function ownBodies(context: Context, { intent }: Check): Promise<readonly string[]> {
  const asking = intent.organization ?? context.desk.viewer.organization;
  const id = asking === null ? null : idOfType('Organization', asking);
  return id === null ? [] : [id, ...(await context.batch(kinOf).load(id))];
}

const DatasetMatch = builder.objectRef<Match>('DatasetMatch').implement({
  description: 'A dataset that may hold what is asked for 匹配的数据集.',
  fields: (t) => ({
    dataset: t.field({
      type: Dataset,
      nullable: false,
      description: 'The dataset 数据集.',
      resolve: async ({ dataset }, _args, context) => (await byIds(context, [dataset]))[0] as Found,
    }),
    score: t.exposeFloat('score', {
      nullable: false,
      description: 'Estimated probability that the two hold the same or containing data 匹配概率, 0 to 1.',
    }),
    relation: t.expose('relation', { type: MatchRelation, nullable: false, description: 'How they lie 关系.' }),
    reasons: t.stringList({ nullable: false, description: 'Why, in words 理由.', resolve: ({ reasons }) => reasons }),
  }),
});

/** An item with the check that it belongs to. */
interface CheckedItem {
  readonly item: Check['items'][number];
  readonly check: Check;
}

const ItemCheck = builder.objectRef<CheckedItem>('ItemCheck').implement({
  description: 'Whether one item exists already 信息项查重.',
  fields: (t) => ({
    name: t.string({ nullable: false, description: 'As it was asked for 名称.', resolve: ({ item }) => item.name }),
    verdict: t.field({
      type: ItemVerdict,
      nullable: false,
      description: 'Best that can be had 结论.',
      resolve: ({ item }) => item.verdict,
    }),
    found: t.field({
      type: [Dataset],
      nullable: false,
      description: 'Published datasets of that verdict 数据集.',
      resolve: async ({ item }, _args, context) => (await byIds(context, item.found)) as Found[],
    }),
    backflows: t.field({
      type: [Backflow],
      nullable: false,
      description: 'Backflows of that verdict 回流.',
      resolve: async ({ item }, _args, context) =>
        (await byIds(context, item.backflows)) as (typeof Backflow.$inferType)[],
    }),
    lead: t.field({
      type: LeadDepartment,
      description:
        'Who is the source 数源部门, where it would be collected or provided by several; null where by one body alone, or where it is not said of what subject.',
      resolve: ({ item, check }, _args, context) => context.batch(leadsFor(check)).load(item.name),
    }),
    access: t.field({
      type: [ItemAccess],
      nullable: false,
      description: 'Ways to it, those of the plan first 获取途径; none for what is NEW.',
      resolve: async ({ item, check }, _args, context) => {
        const held = (await byIds(context, item.found)) as Found[];
        const datasets = new Map(held.map(({ id, content }) => [id, content]));
        return waysTo(item, check, datasets, await ownBodies(context, check));
      },
    }),
  }),
});

const CandidateSource = builder.enumType('CandidateSource', {
  description: 'Where candidates are looked for 候选来源.',
  values: {
    FULL_TEXT: { description: 'Words of titles and items 全文检索.' },
    STRIPPED_TITLES: { description: 'Titles without place, period and words that say nothing 去除修饰的名称.' },
    SYNONYMS: { description: 'Words of the trade that mean the same 同义词.' },
    ELEMENTS: { description: 'Names and standard elements of the items 数据元.' },
    EMBEDDINGS: { description: 'Meaning of titles, by the configured endpoint 语义向量.' },
  } as const,
});

const CollectionCheck = builder.objectRef<Check>('CollectionCheck').implement({
  description: 'Whether what is planned exists already 收集前查重.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: CollectionVerdict, nullable: false, description: 'What to do 结论.' }),
    matches: t.field({
      type: [DatasetMatch],
      nullable: false,
      description: 'Candidates, best first 候选数据集.',
      args: { first: t.arg.int({ required: true, defaultValue: 20, description: 'At most 数量, 0 to 150.' }) },
      resolve: ({ matches }, { first }) => {
        if (first < 0) throw new Fault('BAD_INPUT', 'first 不能为负。first must not be negative.');
        return matches.slice(0, first);
      },
    }),
    items: t.field({
      type: [ItemCheck],
      nullable: false,
      description: 'Item by item 逐项结论.',
      resolve: (check) => check.items.map((item) => ({ item, check })),
    }),
    plan: t.field({
      type: [Dataset],
      nullable: false,
      description: 'Smallest set of existing datasets that gives every obtainable item 最小数据集组合.',
      resolve: async ({ plan }, _args, context) => (await byIds(context, plan)) as Found[],
    }),
    sources: t.field({
      type: [CandidateSource],
      nullable: false,
      description: 'Where candidates were looked for 所用候选来源.',
      resolve: ({ sources }) => [...sources],
    }),
    missingSources: t.field({
      type: [CandidateSource],
      nullable: false,
      description: 'Where they would have been looked for too, had it been at hand just now 暂不可用的候选来源.',
      resolve: ({ missingSources }) => [...missingSources],
    }),
  }),
});

builder.queryField('checkCollection', (t) =>
  t.field({
    type: CollectionCheck,
    nullable: false,
    description: 'Before collecting: does the data exist already 收集前查重? Changes nothing.',
    args: { intent: t.arg({ type: CollectionIntent, required: true, description: 'What is planned 采集意向.' }) },
    resolve: (_root, { intent }, { desk }) => checkCollection(desk, intent),
  }),
);
