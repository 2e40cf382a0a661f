import type { Outcome } from '#src/access/decision.ts';
import { FINDING_DECISIONS } from '#src/compliance/decide-finding.ts';
import { findingsWith } from '#src/compliance/findings.service.ts';
import { type JudgedFinding, judgeFinding } from '#src/compliance/judge.service.ts';
import { builder } from '../builder.ts';
import { Refusal } from '../refusal.ts';
import { Finding } from './finding.ts';

const FindingDecision = builder.enumType('FindingDecision', {
  description: 'What is decided of a finding 处置方式.',
  values: FINDING_DECISIONS,
});

const FindingJudgeInput = builder.inputType('FindingJudgeInput', {
  description: 'A decision on a finding 问题处置.',
  fields: (t) => ({
    finding: t.id({ required: true, description: 'Id of the finding 合规问题.' }),
    decision: t.field({ type: FindingDecision, required: true, description: 'What is decided 处置方式.' }),
    reason: t.string({ description: 'Why 理由; an acceptance and a sending back need one.' }),
    until: t.field({ type: 'Date', description: 'Last day of an acceptance 接受至.' }),
    idempotencyKey: t.string({
      description:
        'Names this request: sent again within a week it gets the first answer and does nothing more 幂等键.',
    }),
  }),
});

const FindingJudgePayload = builder.objectRef<Outcome<JudgedFinding>>('FindingJudgePayload').implement({
  description: 'What came of it 处置结果.',
  fields: (t) => ({
    finding: t.field({
      type: Finding,
      description: 'The finding as it stands now 合规问题; null when the decision was refused.',
      resolve: ({ done }, _args, context) =>
        done === null ? null : context.batch(findingsWith).clear(done.id).load(done.id),
    }),
    refusals: t.field({
      type: [Refusal],
      nullable: false,
      description: 'Why not 理由; empty when it was done.',
      resolve: ({ refusals }) => refusals,
    }),
  }),
});

builder.mutationField('findingJudge', (t) =>
  t.field({
    type: FindingJudgePayload,
    nullable: false,
    description:
      'Decides what becomes of a finding 处置合规问题: whoever must mend it takes note or sets to work; who supervises accepts it until a day, or sends it back.',
    args: { input: t.arg({ type: FindingJudgeInput, required: true, description: 'The decision 处置.' }) },
    resolve: (_root, { input: { idempotencyKey, ...command } }, { desk }) =>
      judgeFinding(desk, command, { idempotencyKey }),
  }),
);
