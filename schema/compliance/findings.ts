import { type FindingPage, findingsOf } from '#src/compliance/findings.service.ts';
import { builder } from '../builder.ts';
import { pageInfo } from '../page.ts';
import { Finding, FindingState } from './finding.ts';
import { FindingSeverity } from './rule.ts';

const FindingEdge = builder.objectRef<FindingPage['edges'][number]>('FindingEdge').implement({
  description: 'A finding on a page 合规问题项.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { nullable: false, description: 'Where it stands in the list 游标.' }),
    node: t.expose('finding', { type: Finding, nullable: false, description: 'The finding 合规问题.' }),
  }),
});

const FindingConnection = builder.objectRef<FindingPage>('FindingConnection').implement({
  description: 'One page of findings 合规问题清单.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [FindingEdge],
      nullable: false,
      description: 'In the order of the articles 结果.',
    }),
    pageInfo: t.field(pageInfo(({ hasPreviousPage }) => hasPreviousPage)),
    totalCount: t.exposeInt('totalCount', { nullable: false, description: 'How many there are in all 总数.' }),
  }),
});

builder.queryField('findings', (t) =>
  t.field({
    type: FindingConnection,
    nullable: false,
    description: 'What breaks the rules today 合规问题, in the order of the articles.',
    args: {
      rule: t.arg.string({ description: 'Code of a rule 规则编号, e.g. R23-6.' }),
      subject: t.arg.id({ description: 'Id of what they are about 问题对象.' }),
      first: t.arg.int({ description: 'Findings on a page 每页数, 0 to 10000; default 1000.' }),
      after: t.arg.string({ description: 'Cursor of the last one of the page before 游标.' }),
      organization: t.arg.id({ description: 'Id of the organization that must act 责任单位.' }),
      severity: t.arg({ type: FindingSeverity, description: 'Severity 严重程度.' }),
      state: t.arg({
        type: [FindingState],
        description: 'Where they stand 办理状态; those that hold today unless asked.',
      }),
      article: t.arg.string({ description: 'Article 条, by number, 23, or as cited, 第二十三条.' }),
      sinceFrom: t.arg({ type: 'Date', description: 'Those that have held since this day or later 起始日期不早于.' }),
      sinceTo: t.arg({
        type: 'Date',
        description: 'Those that have held since this day or longer 起始日期不晚于: the old ones.',
      }),
      database: t.arg.id({
        description: 'Id of a database 数据库: findings on it and on what is aggregated into it now.',
      }),
    },
    resolve: (_root, question, { desk }) => findingsOf(desk, question),
  }),
);
