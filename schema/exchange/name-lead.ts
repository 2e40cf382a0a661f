import type { Outcome } from '#src/access/decision.ts';
import { nameLead } from '#src/exchange/edit/edit.service.ts';
import type { SavedLead } from '#src/exchange/edit/name-lead.ts';
import { builder } from '../builder.ts';
import { Collection } from '../collection/collection.ts';
import { Refusal } from '../refusal.ts';

const Input = builder.inputType('LeadDepartmentNameInput', {
  description: 'The source to be named 拟明确的数源部门.',
  fields: (t) => ({
    collection: t.id({ required: true, description: 'The act of collection by which the source gathers it 收集.' }),
    reason: t.string({ required: true, description: 'Why 理由.' }),
    withdraw: t.boolean({ description: 'It is no longer the source 撤销.' }),
    idempotencyKey: t.string({
      description: 'Names this request: sent again it gets the first answer and does nothing more 幂等键.',
    }),
  }),
});

const Payload = builder.objectRef<Outcome<SavedLead>>('LeadDepartmentNamePayload').implement({
  description: 'What came of it 明确数源部门结果.',
  fields: (t) => ({
    collection: t.field({
      type: Collection,
      description: 'As the registry holds it now 收集; null when it was refused.',
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

builder.mutationField('leadDepartmentName', (t) =>
  t.field({
    type: Payload,
    nullable: false,
    description:
      'Names the source of what several organizations collect 明确数源部门, for the data authority over it: its act of collection bears the exemption LEAD_DEPARTMENT with the reason. For a pair of datasets without an act of collection see `duplicateJudge(leadDepartment)`.',
    args: { input: t.arg({ type: Input, required: true, description: 'Whose collection is the source’s 数源.' }) },
    resolve: (_root, { input: { idempotencyKey, ...command } }, { desk }) =>
      nameLead(desk, command, { idempotencyKey }),
  }),
);
