import type { Outcome } from '#src/access/decision.ts';
import type { SavedCheck } from '#src/collection/recorded-check.service.ts';
import { concludeCheck, recordCheck } from '#src/exchange/edit/edit.service.ts';
import { builder } from '../builder.ts';
import { CollectionIntent } from '../collection/check.ts';
import { Check, CheckOutcome, CollectionExemption } from '../collection/recorded-check.ts';
import { Refusal } from '../refusal.ts';

const IDEMPOTENCY =
  'Names this request: sent again within a week it gets the first answer and does nothing more 幂等键.';

const RecordInput = builder.inputType('CollectionCheckRecordInput', {
  description: 'A check to be made and recorded 待记录的查重.',
  fields: (t) => ({
    intent: t.field({
      type: CollectionIntent,
      required: true,
      description: 'What is planned 采集意向; its organization is one’s own unless said.',
    }),
    idempotencyKey: t.string({ description: IDEMPOTENCY }),
  }),
});

const ExemptionInput = builder.inputType('ExemptionInput', {
  description: 'An item to be collected although it exists 拟豁免的信息项.',
  fields: (t) => ({
    item: t.string({ required: true, description: 'Name of the item, as it was checked 信息项.' }),
    exemption: t.field({ type: CollectionExemption, required: true, description: 'Which case 情形.' }),
    reason: t.string({ required: true, description: 'Why, in words 理由.' }),
  }),
});

const ConcludeInput = builder.inputType('CollectionCheckConcludeInput', {
  description: 'What is to follow from a check 拟作的查重处理.',
  fields: (t) => ({
    check: t.id({ required: true, description: 'The recorded check 查重记录.' }),
    outcome: t.field({ type: CheckOutcome, required: true, description: 'What the organization does 处理.' }),
    exemptions: t.field({
      type: [ExemptionInput],
      required: true,
      defaultValue: [],
      description: 'Items to be collected although they exist 豁免, with COLLECT_REST.',
    }),
    until: t.field({ type: 'Date', description: 'Last day of the clearance 许可截止日期, with COLLECT_REST.' }),
    idempotencyKey: t.string({ description: IDEMPOTENCY }),
  }),
});

function payload(name: string, description: string) {
  return builder.objectRef<Outcome<SavedCheck>>(name).implement({
    description,
    fields: (t) => ({
      check: t.field({
        type: Check,
        description: 'As the registry holds it now 查重记录; null when it was refused.',
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
}

const RecordPayload = payload('CollectionCheckRecordPayload', 'What came of it 记录查重的结果.');
const ConcludePayload = payload('CollectionCheckConcludePayload', 'What came of it 查重处理的结果.');

builder.mutationField('collectionCheckRecord', (t) =>
  t.field({
    type: RecordPayload,
    nullable: false,
    description: 'Checks before collecting and puts on record what was shown 记录收集前查重.',
    args: { input: t.arg({ type: RecordInput, required: true, description: 'The check 查重.' }) },
    resolve: (_root, { input: { intent, idempotencyKey } }, { desk }) =>
      recordCheck(desk, { intent }, { idempotencyKey }),
  }),
);

builder.mutationField('collectionCheckConclude', (t) =>
  t.field({
    type: ConcludePayload,
    nullable: false,
    description:
      'Says what follows from a recorded check 查重处理. COLLECT_REST clears what is NEW, and what is exempted with a reason; without a clearance no collection is registered.',
    args: { input: t.arg({ type: ConcludeInput, required: true, description: 'What follows 处理.' }) },
    resolve: (_root, { input: { idempotencyKey, ...command } }, { desk }) =>
      concludeCheck(desk, command, { idempotencyKey }),
  }),
);
