import type { Desk } from '#src/access/desk.ts';
import {
  type Followed,
  saveCollection,
  saveDataset,
  saveElement,
  saveFlow,
  saveOrganization,
} from '#src/exchange/edit/edit.service.ts';
import type { SavedFlow } from '#src/exchange/edit/save-flow.ts';
import type { SavedRecord, SaveRecord } from '#src/exchange/edit/save-record.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import { Collection } from '../collection/collection.ts';
import { Organization } from '../organization/organization.ts';
import { Refusal } from '../refusal.ts';
import { Element } from '../standard/element.ts';

type Saving = (
  desk: Desk,
  command: SaveRecord,
  repeatable: { idempotencyKey?: string | null },
) => Promise<Followed<SavedRecord>>;

/** A type of record that can be saved. */
type Ref = typeof Collection | typeof Dataset | typeof Organization | typeof Element;

function saveMutation(ref: Ref, chinese: string, save: Saving): void {
  const type = ref.name;
  const field = type.toLowerCase();
  const Input = builder.inputType(`${type}SaveInput`, {
    description: `What to save 待登记的${chinese}.`,
    fields: (t) => ({
      content: t.field({
        type: 'Json',
        required: true,
        description: 'The whole content, as a bundle line tells it (docs/bundle.md), without `record` 内容.',
      }),
      basedOn: t.string({
        description: '`version` of the content that this one was made from; null: the record is new 所依据的版本.',
      }),
      idempotencyKey: t.string({
        description:
          'Names this request: sent again within a week it gets the first answer and does nothing more 幂等键.',
      }),
    }),
  });
  const Payload = builder.objectRef<Followed<SavedRecord>>(`${type}SavePayload`).implement({
    description: `What came of it 登记${chinese}的结果.`,
    fields: (t) => ({
      [field]: t.field({
        type: ref as typeof Dataset,
        description: `As the registry holds it now ${chinese}; null when it was refused.`,
        resolve: ({ done }, _args, context) =>
          done === null ? null : (context.records.clear(done.id).load(done.id) as never),
      }),
      version: t.string({
        description: 'Names the content; the next change is based on it 版本.',
        resolve: ({ done }) => done?.version,
      }),
      findingsPending: t.exposeBoolean('findingsPending', {
        nullable: false,
        description: 'Findings and levels do not tell of it yet 待核算; the server brings them up to date soon.',
      }),
      refusals: t.field({
        type: [Refusal],
        nullable: false,
        description: 'Why not 理由; empty when it was done.',
        resolve: ({ refusals }) => refusals,
      }),
    }),
  });
  builder.mutationField(`${field}Save`, (t) =>
    t.field({
      type: Payload,
      nullable: false,
      description: `Writes one ${field} 登记或修改${chinese}: the whole content, by those who may (docs/permissions.md). CONFLICT when somebody else changed it first.`,
      args: { input: t.arg({ type: Input, required: true, description: 'What to save 内容.' }) },
      resolve: (_root, { input: { content, basedOn, idempotencyKey } }, { desk }) =>
        save(desk, { content: asObject(content), basedOn: basedOn ?? null }, { idempotencyKey }),
    }),
  );
}

/** Content that is no object is refused for what it lacks. */
function asObject(content: unknown): Record<string, unknown> {
  return content !== null && typeof content === 'object' && !Array.isArray(content) ? { ...content } : {};
}

saveMutation(Organization, '机构', saveOrganization);
saveMutation(Element, '数据元', saveElement);
saveMutation(Dataset, '数据集', saveDataset);
saveMutation(Collection, '收集', saveCollection);

const FlowSaveInput = builder.inputType('FlowSaveInput', {
  description: 'A flow to record 待登记的数据流.',
  fields: (t) => ({
    content: t.field({
      type: 'Json',
      required: true,
      description: 'The flow, as a bundle line tells it, without `record`, `recordedAt` and `retiredAt` 内容.',
    }),
    idempotencyKey: t.string({
      description:
        'Names this request: sent again within a week it gets the first answer and does nothing more 幂等键.',
    }),
  }),
});

const FlowSavePayload = builder.objectRef<Followed<SavedFlow>>('FlowSavePayload').implement({
  description: 'What came of it 登记数据流的结果.',
  fields: (t) => ({
    recorded: t.int({
      description: 'Assertions recorded 新登记条数: 1, or 0 when the registry held the same.',
      resolve: ({ done }) => done?.recorded,
    }),
    retired: t.int({
      description: 'Assertions about this flow that the registry no longer holds true 停用条数.',
      resolve: ({ done }) => done?.retired,
    }),
    findingsPending: t.exposeBoolean('findingsPending', {
      nullable: false,
      description: 'Findings and levels do not tell of it yet 待核算; the server brings them up to date soon.',
    }),
    refusals: t.field({
      type: [Refusal],
      nullable: false,
      description: 'Why not 理由; empty when it was done.',
      resolve: ({ refusals }) => refusals,
    }),
  }),
});

builder.mutationField('flowSave', (t) =>
  t.field({
    type: FlowSavePayload,
    nullable: false,
    description: 'Records a flow of data between two assets 登记数据流, in the name of one’s own organization.',
    args: { input: t.arg({ type: FlowSaveInput, required: true, description: 'The flow 内容.' }) },
    resolve: (_root, { input: { content, idempotencyKey } }, { desk }) =>
      saveFlow(desk, { content: asObject(content) }, { idempotencyKey }),
  }),
);
