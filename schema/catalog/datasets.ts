import type { Highlight } from '#src/catalog/highlight.ts';
import {
  type Facets as Counted,
  countDatasets,
  type DatasetPage,
  type DatasetEdge as Edge,
  facetsOf,
  searchDatasets,
} from '#src/catalog/search.service.ts';
import type { DatasetPageQuestion } from '#src/catalog/search-question.ts';
import { builder } from '../builder.ts';
import { pageInfo } from '../page.ts';
import { byIds } from '../record.ts';
import { Dataset, DatasetState, OpenType, ShareType, UpdateCycle } from './dataset.ts';

const DatasetFilters = builder.inputType('DatasetFilters', {
  description: 'Which datasets are wanted 筛选条件: each filter takes any of its values; an empty one asks nothing.',
  fields: (t) => ({
    organizations: t.idList({ description: 'Ids of organizations that answer for it 提供单位.' }),
    jurisdictions: t.idList({ description: 'Ids of its own jurisdictions, else its provider’s 行政区.' }),
    databases: t.idList({ description: 'Ids of databases into which it is aggregated now 归集数据库.' }),
    share: t.field({ type: [ShareType], description: 'Sharing attribute 共享属性.' }),
    open: t.field({ type: [OpenType], description: 'Opening attribute 开放属性.' }),
    cycle: t.field({ type: [UpdateCycle], description: 'Update cycle 更新频率.' }),
    level: t.intList({ description: 'Declared protection level 申报级别, 1 to 6.' }),
    theme: t.stringList({ description: 'Theme 主题, as written in the catalog.' }),
    state: t.field({ type: [DatasetState], description: 'Where the entry stands 状态; all states unless asked.' }),
  }),
});

const SearchHighlight = builder.objectRef<Highlight>('SearchHighlight').implement({
  description: 'Where a field answers the search 高亮.',
  fields: (t) => ({
    field: t.exposeString('field', { nullable: false, description: 'Field 字段, e.g. title.' }),
    text: t.exposeString('text', { nullable: false, description: 'Its text, or the part around the hit 文本.' }),
    ranges: t.field({
      type: t.listRef(t.listRef('Int')),
      nullable: false,
      description: 'Start and end of each hit in `text`, in UTF-16 units, end not included 命中位置.',
      resolve: ({ ranges }) => ranges.map((range) => [...range]),
    }),
  }),
});

interface FacetValue {
  readonly value: string | null;
  readonly count: number;
}

const FacetCount = builder.objectRef<FacetValue>('FacetCount').implement({
  description: 'How many datasets have a value 分面计数.',
  fields: (t) => ({
    value: t.exposeString('value', {
      description: 'The value, or a record’s id 取值; null for those that state none.',
    }),
    count: t.exposeInt('count', { nullable: false, description: 'Datasets 数量.' }),
  }),
});

const FACETS = {
  share: 'Sharing attribute 共享属性.',
  open: 'Opening attribute 开放属性.',
  cycle: 'Update cycle 更新频率.',
  level: 'Declared level 申报级别.',
  state: 'Where entries stand 状态.',
  theme: 'Theme 主题, the 100 most frequent.',
  organization: 'Who answers for them 提供单位, the 20 with the most, by id.',
  jurisdiction: 'Whose catalog they stand in 行政区, by id.',
} as const satisfies Readonly<Record<keyof Counted, string>>;

const DatasetFacets = builder.objectRef<Counted>('DatasetFacets').implement({
  description: 'What the datasets that were found are like 分面统计, most first.',
  fields: (t) => {
    const facet = (name: keyof Counted) =>
      t.field({ type: [FacetCount], nullable: false, description: FACETS[name], resolve: (counted) => counted[name] });
    return {
      share: facet('share'),
      open: facet('open'),
      cycle: facet('cycle'),
      level: facet('level'),
      state: facet('state'),
      theme: facet('theme'),
      organization: facet('organization'),
      jurisdiction: facet('jurisdiction'),
    };
  },
});

const DatasetEdge = builder.objectRef<Edge>('DatasetEdge').implement({
  description: 'A dataset on a page of the catalog 检索结果项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.field({
      type: Dataset,
      nullable: false,
      description: 'The dataset 数据集.',
      resolve: async ({ id }, _args, context) => (await byIds(context, [id]))[0] as typeof Dataset.$inferType,
    }),
    score: t.exposeFloat('score', {
      description: 'How well it answers the search 相关度; on the scale of this search alone, null without one.',
    }),
    highlights: t.expose('highlights', {
      type: [SearchHighlight],
      nullable: false,
      description: 'Where it answers the search 高亮.',
    }),
  }),
});

interface Connection extends DatasetPage {
  readonly question: DatasetPageQuestion;
}

const DatasetConnection = builder.objectRef<Connection>('DatasetConnection').implement({
  description: 'One page of the catalog 目录检索结果.',
  fields: (t) => ({
    edges: t.expose('edges', { type: [DatasetEdge], nullable: false, description: 'The datasets, in order 结果.' }),
    pageInfo: t.field(pageInfo(({ question }) => question.after != null)),
    totalCount: t.int({
      nullable: false,
      description: 'How many there are in all 总数; counted only when asked for.',
      resolve: ({ question }, _args, { desk }) => countDatasets(desk, question),
    }),
    facets: t.field({
      type: DatasetFacets,
      nullable: false,
      description: 'What all that were found are like 分面统计; counted only when asked for.',
      resolve: ({ question }, _args, { desk }) => facetsOf(desk, question),
    }),
    relaxed: t.exposeBoolean('relaxed', {
      nullable: false,
      description: 'True when no dataset had every word, so that these have some of them 放宽检索.',
    }),
  }),
});

builder.queryField('datasets', (t) =>
  t.field({
    type: DatasetConnection,
    nullable: false,
    description:
      'Catalog search 目录检索: Chinese full text over title, abstract, items and keywords, best first; without search, by title. Retired datasets never appear.',
    args: {
      search: t.arg.string({ description: 'Words, codes, parts of titles 检索词; in any case and width.' }),
      first: t.arg.int({ description: 'Datasets on a page 每页数, 0 to 1,000; default 20.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
      filters: t.arg({ type: DatasetFilters, description: 'Narrow the search 筛选.' }),
    },
    resolve: async (_root, { search, first, after, filters }, { desk }) => {
      const question = { search, first, after, ...(filters == null ? {} : { filters }) };
      return { ...(await searchDatasets(desk, question)), question };
    },
  }),
);
