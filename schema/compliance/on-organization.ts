import { HOLDING, type SheetLine, sheetsOf } from '#src/compliance/findings.service.ts';
import { RULES } from '#src/compliance/rules.ts';
import { builder } from '../builder.ts';
import { Organization } from '../organization/organization.ts';
import { FindingState } from './finding.ts';
import { FindingSeverity, Rule } from './rule.ts';

const ComplianceLine = builder.objectRef<SheetLine>('ComplianceLine').implement({
  description: 'Findings of one rule, severity and state, counted 合规情况项.',
  fields: (t) => ({
    rule: t.field({
      type: Rule,
      nullable: false,
      description: 'The rule 规则.',
      resolve: ({ rule }) => RULES.find(({ code }) => code === rule)!,
    }),
    severity: t.expose('severity', { type: FindingSeverity, nullable: false, description: 'Severity 严重程度.' }),
    state: t.expose('state', { type: FindingState, nullable: false, description: 'Where they stand 办理状态.' }),
    count: t.exposeInt('count', { nullable: false, description: 'How many 数量.' }),
    oldest: t.expose('oldest', {
      type: 'DateTime',
      nullable: false,
      description: 'Since when the oldest of them has held 最早起始时刻.',
    }),
  }),
});

const sum = (lines: readonly SheetLine[], wanted: (line: SheetLine) => boolean) =>
  lines.filter(wanted).reduce((total, { count }) => total + count, 0);

const ComplianceSheet = builder.objectRef<readonly SheetLine[]>('ComplianceSheet').implement({
  description:
    'What an organization must act on, and what it has corrected 机构合规情况; the findings themselves: `findings(organization:)`.',
  fields: (t) => ({
    violations: t.int({
      nullable: false,
      description: 'Violations that hold today 违规数.',
      resolve: (lines) => sum(lines, (line) => line.severity === 'VIOLATION' && HOLDING.includes(line.state)),
    }),
    reviews: t.int({
      nullable: false,
      description: 'What a person must judge today 待复核数.',
      resolve: (lines) => sum(lines, (line) => line.severity === 'REVIEW' && HOLDING.includes(line.state)),
    }),
    corrected: t.int({
      nullable: false,
      description: 'Corrected so far 已整改数.',
      resolve: (lines) => sum(lines, ({ state }) => state === 'CORRECTED'),
    }),
    lines: t.field({
      type: [ComplianceLine],
      nullable: false,
      description: 'By rule, severity and state 分项, in the order of the articles.',
      resolve: (lines) => [...lines],
    }),
  }),
});

builder.objectField(Organization, 'compliance', (t) =>
  t.field({
    type: ComplianceSheet,
    nullable: false,
    description: 'What it must act on 合规情况, as far as the viewer may know.',
    resolve: ({ id }, _args, context) => context.batch(sheetsOf).load(id),
  }),
);
