import type { Outcome } from '#src/access/decision.ts';
import type { SavedVerdict } from '#src/collection/verdict.service.ts';
import { judgeAgencies } from '#src/exchange/edit/edit.service.ts';
import { builder } from '../builder.ts';
import { AgencyVerdict, AgencyVerdictWord } from '../collection/agency-verdict.ts';
import { Refusal } from '../refusal.ts';

const Input = builder.inputType('AgencyJudgeInput', {
  description: 'A verdict on two organizations 拟作的机构关系认定.',
  fields: (t) => ({
    a: t.id({ required: true, description: 'One organization 机构甲.' }),
    b: t.id({ required: true, description: 'The other one 机构乙.' }),
    verdict: t.field({ type: AgencyVerdictWord, required: true, description: 'Of b to a 结论.' }),
    reason: t.string({ required: true, description: 'Why 理由.' }),
    idempotencyKey: t.string({
      description: 'Names this request: sent again it gets the first answer and does nothing more 幂等键.',
    }),
  }),
});

const Payload = builder.objectRef<Outcome<SavedVerdict>>('AgencyJudgePayload').implement({
  description: 'What came of it 机构关系认定结果.',
  fields: (t) => ({
    verdict: t.field({
      type: AgencyVerdict,
      description: 'As it was put on record 机构关系认定; null when it was refused.',
      resolve: ({ done }, _args, context) =>
        done === null ? null : (context.records.clear(done.id).load(done.id) as never),
    }),
    refusals: t.field({
      type: [Refusal],
      nullable: false,
      description: 'Why not 理由; empty when it was done.',
      resolve: ({ refusals }) => refusals,
    }),
  }),
});

builder.mutationField('agencyJudge', (t) =>
  t.field({
    type: Payload,
    nullable: false,
    description:
      'Says how two organizations lie to each other 认定机构关系. An organization speaks for itself, the authority for those under it; the pair is open again when either changes in name, jurisdiction or code. Nothing is merged: both records stay.',
    args: { input: t.arg({ type: Input, required: true, description: 'The verdict 认定.' }) },
    resolve: (_root, { input: { idempotencyKey, ...command } }, { desk }) =>
      judgeAgencies(desk, command, { idempotencyKey }),
  }),
);
