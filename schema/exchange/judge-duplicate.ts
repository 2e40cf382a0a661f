import type { Outcome } from '#src/access/decision.ts';
import type { SavedVerdict } from '#src/collection/verdict.service.ts';
import { judgePair } from '#src/exchange/edit/edit.service.ts';
import { builder } from '../builder.ts';
import { Verdict, VerdictWord } from '../collection/verdict.ts';
import { Refusal } from '../refusal.ts';

const Input = builder.inputType('DuplicateJudgeInput', {
  description: 'A verdict on two datasets 拟作的重复认定.',
  fields: (t) => ({
    a: t.id({ required: true, description: 'One dataset 数据集甲.' }),
    b: t.id({ required: true, description: 'The other one 数据集乙.' }),
    verdict: t.field({ type: VerdictWord, required: true, description: 'Of b to a 结论.' }),
    reason: t.string({ description: 'Why 理由; wanted with KEEP_BOTH.' }),
    leadDepartment: t.id({ description: 'Who is to be the source 数源部门; for the data authority to name.' }),
    idempotencyKey: t.string({
      description: 'Names this request: sent again it gets the first answer and does nothing more 幂等键.',
    }),
  }),
});

const Payload = builder.objectRef<Outcome<SavedVerdict>>('DuplicateJudgePayload').implement({
  description: 'What came of it 认定结果.',
  fields: (t) => ({
    verdict: t.field({
      type: Verdict,
      description: 'As it was put on record 重复认定; null when it was refused.',
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

builder.mutationField('duplicateJudge', (t) =>
  t.field({
    type: Payload,
    nullable: false,
    description:
      'Says whether two datasets hold the same 认定重复. An organization speaks for its own, the authority for those under it; the pair is open again when either changes in title, items, subject, area or period.',
    args: { input: t.arg({ type: Input, required: true, description: 'The verdict 认定.' }) },
    resolve: (_root, { input: { idempotencyKey, ...command } }, { desk }) =>
      judgePair(desk, command, { idempotencyKey }),
  }),
);
