import {
  type AgencyPage,
  agencyPairsOf,
  type ListedAgencies,
  resolveAgency,
} from '#src/collection/agencies.service.ts';
import type { AgencyCandidate as Candidate, AgencyResolution as Resolution } from '#src/collection/resolve-agency.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Organization } from '../organization/organization.ts';
import { pageInfo } from '../page.ts';
import { byIds } from '../record.ts';
import { AgencyVerdict } from './agency-verdict.ts';
import { DuplicateQueue } from './duplicates.ts';

type Body = typeof Organization.$inferType;
const organization = async (context: Context, id: string) => (await byIds(context, [id]))[0] as Body;

export const AgencyRelation = builder.enumType('AgencyRelation', {
  description: 'How an organization lies to another one, or to what a name names 机构关系.',
  values: {
    SAME: { description: 'The same body 同一机构.' },
    SUCCESSOR: { description: 'It took over from the other 承接机构.' },
    PREDECESSOR: { description: 'The other took over from it 原机构.' },
    SUBORDINATE: { description: 'A branch or part of the other 下属机构.' },
    SUPERIOR: { description: 'The other is a branch or part of it 主管机构.' },
    DIFFERENT: { description: 'Another body 不同机构.' },
    AMBIGUOUS: { description: 'Not to be told from what is known: a person must say 待认定.' },
  } as const,
});

export const AgencyConfidence = builder.enumType('AgencyConfidence', {
  description: 'How sure a relation of organizations is 把握程度.',
  values: {
    CERTAIN: { description: 'On record, decided by people, or exactly as it is registered 确定.' },
    LIKELY: { description: 'By the rules of names, the area being known 很可能.' },
    UNSURE: { description: 'The district or something else is wanted 待定.' },
  } as const,
});

const AgencyCandidate = builder.objectRef<Candidate>('AgencyCandidate').implement({
  description: 'A registered organization that a name may mean 候选机构.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      nullable: false,
      description: 'The organization 机构.',
      resolve: ({ organization: id }, _args, context) => organization(context, id),
    }),
    relation: t.expose('relation', {
      type: AgencyRelation,
      nullable: false,
      description: 'Of the organization to what is named 关系.',
    }),
    confidence: t.expose('confidence', { type: AgencyConfidence, nullable: false, description: 'How sure 把握程度.' }),
    reasons: t.stringList({ nullable: false, description: 'Why, in words 理由.', resolve: ({ reasons }) => reasons }),
  }),
});

const AgencyResolution = builder.objectRef<Resolution>('AgencyResolution').implement({
  description: 'What a name of an agency was understood as 机构名称解析.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'The one that it names 所指机构; null while that is open, or there is none.',
      resolve: ({ organization: id }, _args, context) => (id === null ? null : organization(context, id)),
    }),
    present: t.field({
      type: [Organization],
      nullable: false,
      description: 'Who answers for that one today 现机构: itself, or who took over from it.',
      resolve: async ({ present }, _args, context) => (await byIds(context, present)) as Body[],
    }),
    candidates: t.field({
      type: [AgencyCandidate],
      nullable: false,
      description: 'All that it may mean, surest first 候选机构; at most 50.',
      resolve: ({ candidates }) => candidates.slice(0, 50),
    }),
  }),
});

builder.queryField('resolveAgency', (t) =>
  t.field({
    type: AgencyResolution,
    nullable: false,
    description:
      'Which registered organizations a name of an agency may mean 机构名称解析. Changes nothing; a name that more than one body may bear stays open.',
    args: {
      name: t.arg.string({ required: true, description: 'As somebody wrote it, 1 to 200 characters 机构名称.' }),
      district: t.arg.string({ description: 'The district said beside it, in words 所在区县.' }),
      jurisdiction: t.arg.id({
        description: 'The place whose list it stands in 所在目录的行政区; default the viewer’s own.',
      }),
    },
    resolve: (_root, question, { desk }) => resolveAgency(desk, question),
  }),
);

const AgencyPair = builder.objectRef<ListedAgencies>('AgencyPair').implement({
  description: 'Two registered organizations that may be one body, or follow one another 待认定机构.',
  fields: (t) => ({
    a: t.field({
      type: Organization,
      nullable: false,
      description: 'The one with the smaller id 机构甲.',
      resolve: ({ a }, _args, context) => organization(context, a),
    }),
    b: t.field({
      type: Organization,
      nullable: false,
      description: 'The other one 机构乙.',
      resolve: ({ b }, _args, context) => organization(context, b),
    }),
    relation: t.expose('relation', {
      type: AgencyRelation,
      nullable: false,
      description: 'Of b to a, as names and codes tell; nothing follows from it before somebody decides 推断关系.',
    }),
    confidence: t.expose('confidence', { type: AgencyConfidence, nullable: false, description: 'How sure 把握程度.' }),
    reasons: t.stringList({ nullable: false, description: 'Why, in words 理由.', resolve: ({ reasons }) => reasons }),
    verdict: t.field({
      type: AgencyVerdict,
      description: 'The verdict that holds 生效的认定; null while the pair is open.',
      resolve: async ({ standing: { verdict } }, _args, context) =>
        verdict === null ? null : ((await context.records.load(verdict.id)) as typeof AgencyVerdict.$inferType | null),
    }),
    verdicts: t.field({
      type: [AgencyVerdict],
      nullable: false,
      description: 'All verdicts, also of one side alone or on former names, the latest first 全部认定.',
      resolve: async ({ standing: { verdicts } }, _args, context) =>
        (await byIds(
          context,
          verdicts.map(({ id }) => id),
        )) as (typeof AgencyVerdict.$inferType)[],
    }),
  }),
});

const AgencyPairEdge = builder.objectRef<AgencyPage['edges'][number]>('AgencyPairEdge').implement({
  description: 'A pair on a page 待认定机构项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('pair', { type: AgencyPair, nullable: false, description: 'The pair 机构对.' }),
  }),
});

interface Connection extends AgencyPage {
  readonly after: string | null;
}

const AgencyPairConnection = builder.objectRef<Connection>('AgencyPairConnection').implement({
  description: 'One page of pairs of organizations 待认定机构清单.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [AgencyPairEdge],
      nullable: false,
      description: 'The likeliest to be one body first 结果.',
    }),
    totalCount: t.exposeInt('totalCount', { nullable: false, description: 'How many in all 总数.' }),
    pageInfo: t.field(pageInfo(({ after }) => after !== null)),
  }),
});

builder.queryField('agencyPairs', (t) =>
  t.field({
    type: AgencyPairConnection,
    nullable: false,
    description:
      'Pairs of organizations that may be one body and are for people to decide 待认定机构: for the organizations concerned, the data authority and government over them, and who sees everything. Nothing is merged by itself.',
    args: {
      organization: t.arg.id({ description: 'One of the two 机构.' }),
      mine: t.arg.boolean({ description: 'Only pairs of which the viewer may judge a side 仅本人可认定的.' }),
      jurisdiction: t.arg.id({ description: 'One of the two belongs to this place or lies under it 行政区.' }),
      relation: t.arg({ type: AgencyRelation, description: 'Only of this relation 推断关系.' }),
      queue: t.arg({ type: DuplicateQueue, required: true, defaultValue: 'OPEN', description: 'Open or judged 范围.' }),
      first: t.arg.int({ description: 'Pairs on a page 每页数, 0 to 1,000; default 20.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
    },
    resolve: async (_root, question, { desk }) => ({
      ...(await agencyPairsOf(desk, question)),
      after: question.after ?? null,
    }),
  }),
);
