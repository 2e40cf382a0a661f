import { type DuplicatePage, duplicatesOf, type ListedDuplicates } from '#src/collection/duplicates.service.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import type { Context } from '../context.ts';
import { byIds } from '../record.ts';
import { MatchRelation } from './check.ts';
import { Verdict } from './verdict.ts';

const dataset = async (context: Context, id: string) => (await byIds(context, [id]))[0] as typeof Dataset.$inferType;

const DuplicatePair = builder.objectRef<ListedDuplicates>('DuplicatePair').implement({
  description: 'Two datasets that look like duplicates of each other 疑似重复.',
  fields: (t) => ({
    a: t.field({
      type: Dataset,
      nullable: false,
      description: 'The one with the smaller id 数据集甲.',
      resolve: ({ a }, _args, context) => dataset(context, a),
    }),
    b: t.field({
      type: Dataset,
      nullable: false,
      description: 'The other one 数据集乙.',
      resolve: ({ b }, _args, context) => dataset(context, b),
    }),
    score: t.float({
      nullable: false,
      description: 'Estimated probability that they hold the same or containing data 重复概率, 0 to 1.',
      resolve: ({ judgment }) => judgment.score,
    }),
    relation: t.field({
      type: MatchRelation,
      nullable: false,
      description: 'Of b to a 关系.',
      resolve: ({ judgment }) => judgment.relation,
    }),
    reasons: t.stringList({
      nullable: false,
      description: 'Why, in words 理由.',
      resolve: ({ judgment }) => judgment.reasons,
    }),
    verdict: t.field({
      type: Verdict,
      description: 'The verdict that holds 生效的认定; null while the pair is open.',
      resolve: async ({ standing: { verdict } }, _args, context) =>
        verdict === null ? null : ((await context.records.load(verdict.id)) as typeof Verdict.$inferType | null),
    }),
    verdicts: t.field({
      type: [Verdict],
      nullable: false,
      description: 'All verdicts, also of one side alone or of former contents, the latest first 全部认定.',
      resolve: async ({ standing: { verdicts } }, _args, context) =>
        (await byIds(
          context,
          verdicts.map(({ id }) => id),
        )) as (typeof Verdict.$inferType)[],
    }),
  }),
});

const DuplicatePairEdge = builder.objectRef<DuplicatePage['edges'][number]>('DuplicatePairEdge').implement({
  description: 'A pair on a page 疑似重复项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('pair', { type: DuplicatePair, nullable: false, description: 'The pair 数据集对.' }),
  }),
});

interface Connection extends DuplicatePage {
  readonly after: string | null;
}

const DuplicatePairConnection = builder.objectRef<Connection>('DuplicatePairConnection').implement({
  description: 'One page of pairs 疑似重复清单.',
  fields: (t) => ({
    edges: t.expose('edges', { type: [DuplicatePairEdge], nullable: false, description: 'Surest first 结果.' }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      nullable: false,
      description: 'Where this page stands 分页信息.',
      resolve: ({ edges, hasNextPage, after }) => ({
        hasNextPage,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      }),
    }),
  }),
});

const DuplicateQueue = builder.enumType('DuplicateQueue', {
  description: 'Which pairs are listed 认定待办范围.',
  values: {
    OPEN: { description: 'Without a verdict that holds; with `organization` or `mine`, not yet spoken for 待认定.' },
    JUDGED: { description: 'With one 已认定.' },
    ALL: { description: 'All 全部.' },
  } as const,
});

builder.queryField('duplicates', (t) =>
  t.field({
    type: DuplicatePairConnection,
    nullable: false,
    description: 'Pairs of datasets that look like duplicates of each other 疑似重复, surest first.',
    args: {
      organization: t.arg.id({ description: 'Answers for one of the two 机构.' }),
      mine: t.arg.boolean({ description: 'Only pairs of which the viewer may judge a side 仅本人可认定的.' }),
      queue: t.arg({ type: DuplicateQueue, required: true, defaultValue: 'ALL', description: 'Open or judged 范围.' }),
      minScore: t.arg.float({ description: 'Lowest probability 最低概率; default and floor 0.3.' }),
      first: t.arg.int({ description: 'Pairs on a page 每页数, 0 to 1,000; default 20.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
    },
    resolve: async (_root, question, { desk }) => ({
      ...(await duplicatesOf(desk, question)),
      after: question.after ?? null,
    }),
  }),
);
