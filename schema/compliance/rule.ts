import { dayOfMoment } from '#src/calendar/day.ts';
import { type EvaluationState, evaluationOf, type RuleWithCounts, rulesOf } from '#src/compliance/findings.service.ts';
import type { AnyRule } from '#src/compliance/rule.ts';
import { builder } from '../builder.ts';

export const FindingSeverity = builder.enumType('FindingSeverity', {
  description: 'How a finding is to be taken 严重程度.',
  values: {
    VIOLATION: { description: 'The rule is broken 违规.' },
    REVIEW: { description: 'A person must judge 待复核.' },
  },
});

/** A rule of the regulation. */
export const Rule = builder.objectRef<AnyRule>('Rule').implement({
  description: 'A rule 规则: what it looks at, and when that breaks a provision of the law.',
  fields: (t) => ({
    code: t.string({
      nullable: false,
      description: 'Article and number 规则编号, stable, e.g. R23-6.',
      resolve: (rule) => rule.code,
    }),
    title: t.string({ nullable: false, description: 'In a few words 名称.', resolve: ({ title }) => title.zh }),
    titleEnglish: t.string({
      nullable: false,
      description: 'The same in English 英文名称.',
      resolve: ({ title }) => title.en,
    }),
    citation: t.string({
      nullable: false,
      description: 'The provision it enforces 依据, e.g. 昆明市公共数据管理办法（征求意见稿）第二十三条.',
      resolve: ({ citation }) => citation,
    }),
    meaning: t.string({
      nullable: false,
      description: 'What it looks at and what it finds 规则含义.',
      resolve: ({ meaning }) => `${meaning.zh}${meaning.en}`,
    }),
    severity: t.field({
      type: FindingSeverity,
      nullable: false,
      description: 'Severity of its findings 严重程度, where a finding does not say otherwise.',
      resolve: ({ severity }) => severity,
    }),
    cure: t.string({
      nullable: false,
      description: 'What cures its findings in general 整改要求.',
      resolve: ({ cure }) => `${cure.zh}${cure.en}`,
    }),
  }),
});

const RuleCount = builder.objectRef<RuleWithCounts>('RuleCount').implement({
  description: 'What the last run of a rule looked at and found 规则核查结果: 0 of 0 is not 0 of 500.',
  fields: (t) => ({
    rule: t.expose('rule', { type: Rule, nullable: false, description: 'The rule 规则.' }),
    population: t.exposeInt('population', {
      description: 'How much it looked at 核查数; null before the first run, and for who does not see all records.',
    }),
    violations: t.exposeInt('violations', { description: 'Violations it found 违规数.' }),
    reviews: t.exposeInt('reviews', { description: 'What a person must judge 待复核数.' }),
  }),
});

const Evaluation = builder.objectRef<EvaluationState>('Evaluation').implement({
  description: 'The last run of all rules 合规核算, and whether its answer still holds.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When it was made 核算时刻; null before the first.' }),
    on: t.field({
      type: 'Date',
      description: 'The day it judged by 核算日期.',
      resolve: ({ at }) => (at === null ? null : dayOfMoment(at)),
    }),
    upTo: t.expose('upTo', {
      type: 'DateTime',
      description: 'Until when it holds if nothing changes 有效至: midnight, or when the next flow begins or ends.',
    }),
    current: t.exposeBoolean('current', {
      nullable: false,
      description: 'False while changes are still to be evaluated 是否最新.',
    }),
  }),
});

builder.queryFields((t) => ({
  rules: t.field({
    type: [RuleCount],
    nullable: false,
    description: 'All rules in the order of the articles 规则一览, with what the last run looked at and found.',
    resolve: (_root, _args, { desk }) => rulesOf(desk),
  }),
  evaluation: t.field({
    type: Evaluation,
    nullable: false,
    description: 'How current findings and computed levels are 核算状态.',
    resolve: (_root, _args, { desk }) => evaluationOf(desk),
  }),
}));
