import { kinOf } from '#src/collection/agency-verdict.service.ts';
import { type DuplicatePage, duplicatesOf, type ListedDuplicates } from '#src/collection/duplicates.service.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import type { Context } from '../context.ts';
import { pageInfo } from '../page.ts';
import { byIds } from '../record.ts';
import { MatchRelation } from './check.ts';
import { LeadDepartment, leadOfPair } from './lead.ts';
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
    lead: t.field({
      type: LeadDepartment,
      description:
        'Who is the source of both 数源部门; null where one body provides them, or they are of other areas or times.',
      resolve: (pair, _args, context) => leadOfPair(context, pair),
    }),
    sameProvider: t.boolean({
      nullable: false,
      description:
        'Their providers count as one body 同一提供单位: one organization, or decided or on record to be one.',
      resolve: async ({ a, b }, _args, context) => {
        const [one, other] = await Promise.all([dataset(context, a), dataset(context, b)]);
        const [mine, its] = [one, other].map(({ content }) => `Organization:${content.provider}`) as [string, string];
        return mine === its || (await context.batch(kinOf).load(mine)).includes(its);
      },
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
    totalCount: t.int({ nullable: false, description: 'How many in all 总数.', resolve: ({ count }) => count() }),
    pageInfo: t.field(pageInfo(({ after }) => after !== null)),
  }),
});

export const DuplicateQueue = builder.enumType('DuplicateQueue', {
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
      organization: t.arg.id({
        description: 'Answers for one of the two 机构, or counts as one body with who does.',
      }),
      jurisdiction: t.arg.id({ description: 'One of the two lies in this place or under it 行政区.' }),
      sameProvider: t.arg.boolean({
        description: 'Only pairs of one provider, or only those of two 是否同一提供单位.',
      }),
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
