import { type BackflowPage, backflowDuplicatesOf } from '#src/collection/backflow-duplicates.service.ts';
import type { BackflowDuplicate as Duplicate } from '#src/collection/backflow-duplicates.ts';
import { Backflow } from '../aggregation/backflow.ts';
import { builder } from '../builder.ts';
import { pageInfo } from '../page.ts';
import { byIds } from '../record.ts';
import { Collection } from './collection.ts';

const BackflowDuplicate = builder.objectRef<Duplicate>('BackflowDuplicate').implement({
  description: 'A collection that gathers what a backflow brings back anyway 收集与回流重复.',
  fields: (t) => ({
    collection: t.field({
      type: Collection,
      nullable: false,
      description: 'The local collection 收集.',
      resolve: async ({ collection }, _args, context) =>
        (await byIds(context, [collection]))[0] as typeof Collection.$inferType,
    }),
    backflow: t.field({
      type: Backflow,
      nullable: false,
      description: 'The backflow 回流.',
      resolve: async ({ backflow }, _args, context) =>
        (await byIds(context, [backflow]))[0] as typeof Backflow.$inferType,
    }),
    items: t.exposeStringList('items', {
      nullable: false,
      description: 'Items collected that come back 重复的信息项.',
    }),
    share: t.exposeFloat('share', {
      nullable: false,
      description: 'Share of the backflow’s items that are collected too 重复比例, 0 to 1.',
    }),
  }),
});

const BackflowDuplicateEdge = builder.objectRef<BackflowPage['edges'][number]>('BackflowDuplicateEdge').implement({
  description: 'One on a page 收集与回流重复项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('duplicate', { type: BackflowDuplicate, nullable: false, description: 'Both 收集与回流.' }),
  }),
});

interface Connection extends BackflowPage {
  readonly after: string | null;
}

const BackflowDuplicateConnection = builder.objectRef<Connection>('BackflowDuplicateConnection').implement({
  description: 'One page 收集与回流重复清单.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [BackflowDuplicateEdge],
      nullable: false,
      description: 'Largest share first 结果.',
    }),
    totalCount: t.exposeInt('totalCount', { nullable: false, description: 'How many in all 总数.' }),
    pageInfo: t.field(pageInfo(({ after }) => after !== null)),
  }),
});

builder.queryField('backflowDuplicates', (t) =>
  t.field({
    type: BackflowDuplicateConnection,
    nullable: false,
    description:
      'Local collections under way, without exemption, of at least two items that a backflow of the same place brings back 本地收集与回流重复.',
    args: {
      organization: t.arg.id({ description: 'Who collects 收集机构, or counts as one body with who does.' }),
      jurisdiction: t.arg.id({ description: 'It is collected in this place or under it 行政区.' }),
      first: t.arg.int({ description: 'How many on a page 每页数, 0 to 1,000; default 20.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
    },
    resolve: async (_root, question, { desk }) => ({
      ...(await backflowDuplicatesOf(desk, question)),
      after: question.after ?? null,
    }),
  }),
);
