import { momentOf } from '#src/calendar/moment.ts';
import {
  datasetKind,
  datasetSchema,
  datasetStates,
  type Dataset as Fields,
  type Item as ItemFields,
} from '#src/catalog/dataset.ts';
import { itemId } from '#src/foundation/id.ts';
import { openType, shareType, updateCycle } from '#src/record/fields.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Duty } from '../organization/duty.ts';
import { Jurisdiction } from '../organization/jurisdiction.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';
import { Element, Sensitivity } from '../standard/element.ts';
import { Provision } from '../standard/provision.ts';

export const ShareType = builder.enumType('ShareType', {
  description: 'Sharing attribute 共享属性: 无条件共享, 有条件共享, 不予共享.',
  values: shareType.options,
});
export const OpenType = builder.enumType('OpenType', {
  description: 'Opening attribute 开放属性: 无条件开放, 有条件开放, 不予开放.',
  values: openType.options,
});
export const UpdateCycle = builder.enumType('UpdateCycle', {
  description: 'Update cycle 更新频率.',
  values: updateCycle.options,
});
export const DatasetState = builder.enumType('DatasetState', {
  description: 'Where a catalog entry stands 目录条目状态.',
  values: datasetStates,
});
export const DataForm = builder.enumType('DataForm', {
  description: 'Form of the data 数据形式.',
  values: datasetSchema.shape.form.unwrap().options,
});

interface ItemOfDataset extends ItemFields {
  readonly dataset: string;
}

export const Item = builder.objectRef<ItemOfDataset>('Item').implement({
  description: 'A data item of a dataset 信息项.',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Item:<asset id>#<item name>; of use as `of` in lineage, and as a vertex there 信息项编号.',
      resolve: ({ dataset, name }) => itemId(dataset, name),
    }),
    name: t.exposeString('name', { nullable: false, description: 'Name 名称.' }),
    code: t.exposeString('code', { description: 'Field name in the source 字段名.' }),
    definition: t.exposeString('definition', { description: 'What it means 定义.' }),
    key: t.boolean({
      nullable: false,
      description: 'Whether it says which row is meant 主键.',
      resolve: ({ key }) => key === true,
    }),
    personal: t.field({
      type: Sensitivity,
      description: 'Sensitivity of personal information 个人信息敏感程度.',
      resolve: ({ personal }) => personal,
    }),
    share: t.field({
      type: ShareType,
      description: 'Its own sharing attribute 共享属性.',
      resolve: ({ share }) => share,
    }),
    open: t.field({ type: OpenType, description: 'Its own opening attribute 开放属性.', resolve: ({ open }) => open }),
    level: t.exposeInt('level', { description: 'Its own level 数据级别.' }),
    element: t.field({
      type: Element,
      description: 'Standard data element it realises, if matched 对应数据元.',
      resolve: ({ element }, _args, context) => named(context, Element, element),
    }),
  }),
});

export const Dataset = recordRef<Fields>(datasetKind);

Dataset.implement({
  description: 'A dataset 数据集: an entry of the catalog of public data 公共数据目录条目.',
  interfaces: [Node, Asset],
  isTypeOf: isType('Dataset'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    title: t.string({ nullable: false, description: 'Title 名称.', resolve: ({ content }) => content.title }),
    code: t.string({ description: 'Resource code 信息资源代码.', resolve: ({ content }) => content.code }),
    abstract: t.string({ description: 'What it holds 摘要.', resolve: ({ content }) => content.abstract }),
    items: t.field({
      type: [Item],
      nullable: false,
      description: 'Data items, in order 信息项.',
      resolve: ({ id, content }) => (content.items ?? []).map((item) => ({ ...item, dataset: id })),
    }),
    share: t.field({
      type: ShareType,
      description: 'Sharing attribute 共享属性.',
      resolve: ({ content }) => content.share,
    }),
    shareCondition: t.string({ description: 'Condition 共享条件.', resolve: ({ content }) => content.shareCondition }),
    shareScope: t.string({ description: 'Scope 共享范围.', resolve: ({ content }) => content.shareScope }),
    shareReason: t.string({
      description: 'Why not shared 不予共享理由.',
      resolve: ({ content }) => content.shareReason,
    }),
    open: t.field({
      type: OpenType,
      description: 'Opening attribute 开放属性.',
      resolve: ({ content }) => content.open,
    }),
    openCondition: t.string({ description: 'Condition 开放条件.', resolve: ({ content }) => content.openCondition }),
    openReason: t.string({ description: 'Why not opened 不予开放理由.', resolve: ({ content }) => content.openReason }),
    cycle: t.field({
      type: UpdateCycle,
      description: 'Update cycle 更新频率.',
      resolve: ({ content }) => content.cycle,
    }),
    state: t.field({
      type: DatasetState,
      nullable: false,
      description: 'Where the entry stands 状态.',
      resolve: ({ content }) => content.state ?? 'PUBLISHED',
    }),
    form: t.field({ type: DataForm, description: 'Form 数据形式.', resolve: ({ content }) => content.form }),
    formats: t.stringList({
      nullable: false,
      description: 'Formats 格式.',
      resolve: ({ content }) => content.formats ?? [],
    }),
    keywords: t.stringList({
      nullable: false,
      description: 'Keywords 关键字.',
      resolve: ({ content }) => content.keywords ?? [],
    }),
    subject: t.string({ description: 'What one row is about 主体.', resolve: ({ content }) => content.subject }),
    theme: t.string({ description: 'Theme 主题.', resolve: ({ content }) => content.theme }),
    industry: t.string({ description: 'Industry 行业.', resolve: ({ content }) => content.industry }),
    area: t.string({ description: 'Place the data covers 覆盖地域.', resolve: ({ content }) => content.area }),
    period: t.string({ description: 'Time the data covers 覆盖时间.', resolve: ({ content }) => content.period }),
    rows: t.float({ description: 'Number of rows 数据量.', resolve: ({ content }) => content.rows }),
    url: t.string({ description: 'Address 链接.', resolve: ({ content }) => content.url }),
    collector: t.field({
      type: Organization,
      description: 'Who collects it 收集部门.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.collector),
    }),
    approver: t.field({
      type: Organization,
      description: 'Who approved the entry 核准部门.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.approver),
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Whose catalog it stands in 所属行政区.',
      resolve: ({ content }, _args, context) => named(context, Jurisdiction, content.jurisdiction),
    }),
    duty: t.field({
      type: Duty,
      description: 'The duty it comes from 职责.',
      resolve: ({ content }, _args, context) => named(context, Duty, content.duty),
    }),
    basis: t.field({
      type: [Provision],
      nullable: false,
      description: 'Legal basis 依据.',
      resolve: ({ content }, _args, context) => allNamed(context, Provision, content.basis),
    }),
    publishedOn: t.field({
      type: 'Date',
      description: 'Day of publication 发布日期.',
      resolve: ({ content }) => content.publishedOn,
    }),
    updatedOn: t.field({
      type: 'Date',
      description: 'Day the rows were last updated 数据更新日期.',
      resolve: ({ content }) => content.updatedOn,
    }),
    entryUpdatedOn: t.field({
      type: 'Date',
      description: 'Day the entry was last updated 目录更新日期.',
      resolve: ({ content }) => content.entryUpdatedOn,
    }),
    retiredAt: t.field({
      type: 'DateTime',
      description: 'Since when it is retired 停用时刻; null when it is not.',
      resolve: ({ content }) => (content.retiredAt === undefined ? null : momentOf(content.retiredAt)),
    }),
  }),
});
