import { FINDING_STATES } from '#src/compliance/finding-life.ts';
import { findingsWith, lastSeenOf } from '#src/compliance/findings.service.ts';
import { hiddenId } from '#src/compliance/held-finding.ts';
import type { ToldFinding } from '#src/compliance/redaction.ts';
import { RULES } from '#src/compliance/rules.ts';
import { builder } from '../builder.ts';
import { findNodes, Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { isType } from '../record.ts';
import { FindingSeverity, Rule } from './rule.ts';

export const FindingState = builder.enumType('FindingState', {
  description: 'Where a finding stands 办理状态: all but CORRECTED hold today.',
  values: FINDING_STATES,
});

builder.objectRef<{ readonly id: string }>('Hidden').implement({
  description: 'Stands where the viewer may know that there is a record, but not which 不可见记录.',
  interfaces: [Node],
  isTypeOf: isType('Hidden'),
  fields: (t) => ({ id: t.exposeID('id', { nullable: false, description: 'Opaque id 编号, good for nothing else.' }) }),
});

const rules = new Map<string, (typeof RULES)[number]>(RULES.map((rule) => [rule.code, rule]));

/** A finding. */
export const Finding = builder.objectRef<ToldFinding>('Finding');

Finding.implement({
  description: 'What breaks a rule today 合规问题, with its proof. Its id is the same in every run.',
  interfaces: [Node],
  isTypeOf: isType('Finding'),
  fields: (t) => ({
    id: t.exposeID('id', {
      nullable: false,
      description: 'Readable id 编号: rule, subject and object; opaque where the viewer may not see what it rests on.',
    }),
    rule: t.field({
      type: Rule,
      nullable: false,
      description: 'The rule that is broken 规则.',
      resolve: ({ rule }) => rules.get(rule)!,
    }),
    severity: t.expose('severity', { type: FindingSeverity, nullable: false, description: 'Severity 严重程度.' }),
    subject: t.field({
      type: Node,
      description: 'What it is about 问题对象; null when the viewer may not know.',
      resolve: ({ subject }, _args, context) => context.records.load(subject),
    }),
    object: t.exposeString('object', {
      description: 'What tells it from other findings of this rule on this subject 区分项, mostly the id of a record.',
    }),
    state: t.expose('state', { type: FindingState, nullable: false, description: 'Where it stands 办理状态.' }),
    since: t.expose('since', {
      type: 'DateTime',
      nullable: false,
      description:
        'Since when it has held without a break 起始时刻: by the dates of the records, else since it was first seen.',
    }),
    firstSeen: t.expose('firstSeenAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When a run first found it 首次发现时刻.',
    }),
    lastSeen: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When a run found it last 最近发现时刻.',
      resolve: async (finding, _args, context) =>
        finding.lastSeenAt ?? (await context.batch(lastSeenOf).load(finding.id)) ?? finding.firstSeenAt,
    }),
    message: t.exposeString('message', { nullable: false, description: 'What was seen, in words 情况说明.' }),
    cure: t.exposeString('cure', { nullable: false, description: 'What would cure it 整改要求.' }),
    organization: t.field({
      type: Organization,
      description: 'Who must act 责任单位; null for what belongs to everybody.',
      resolve: async ({ owner }, _args, context) =>
        owner === undefined ? null : ((await context.records.load(owner)) as typeof Organization.$inferType | null),
    }),
    evidence: t.field({
      type: [Node],
      nullable: false,
      description:
        'Records that prove it, in reading order 证据; for a rule about paths the path. Hidden stands for what the viewer may not see.',
      resolve: async (finding, _args, context) => {
        const records = await Promise.all(finding.evidence.map((id) => context.records.load(id)));
        return records.map((record, i) => record ?? { id: hiddenId(finding, i) });
      },
    }),
    details: t.field({
      type: 'Json',
      description: 'Further facts for machines 附加事实: due days, what is missing, strengths.',
      resolve: ({ details }) => (details === undefined ? null : JSON.parse(details)),
    }),
    reason: t.exposeString('reason', { description: 'Why it was accepted 接受理由, or sent back.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When that was decided 决定时刻.' }),
    decidedBy: t.exposeString('decidedBy', { description: 'Who decided 决定人.' }),
    acceptedUntil: t.expose('acceptedUntil', { type: 'Date', description: 'Last day of the acceptance 接受至.' }),
  }),
});

findNodes('Finding', findingsWith);
