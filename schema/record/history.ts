import { parseId } from '#src/foundation/id.ts';
import { historyOf, type PastVersion } from '#src/record/record.service.ts';
import { builder } from '../builder.ts';

const Deed = builder.objectRef<NonNullable<PastVersion['deed']>>('Deed').implement({
  description:
    'A deed that the audit log tells of 行为, as far as those may know who may read the history of a record.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Id of its audit record 行为编号.' }),
    at: t.expose('at', { type: 'DateTime', nullable: false, description: 'When it was done, by the real clock 时刻.' }),
    act: t.exposeString('act', { nullable: false, description: 'What was done 行为, e.g. dataset:save, bundle:load.' }),
    account: t.string({ description: 'The account that did it 账号.', resolve: ({ actor }) => actor.account }),
    role: t.string({ nullable: false, description: 'Its role then 角色.', resolve: ({ actor }) => actor.role }),
    onBehalfOf: t.exposeID('onBehalfOf', { description: 'On whose behalf 代表: an organization or a jurisdiction.' }),
  }),
});

const RecordVersion = builder.objectRef<PastVersion>('RecordVersion').implement({
  description: 'What the registry held of a record between two moments 历史版本, and how it came about.',
  fields: (t) => ({
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      nullable: false,
      description: 'When the registry recorded it 登记时刻.',
    }),
    replacedAt: t.expose('replacedAt', {
      type: 'DateTime',
      description: 'When it recorded better 被替换时刻; null for the present content.',
    }),
    content: t.expose('content', { type: 'Json', nullable: false, description: 'Content as in a bundle line 内容.' }),
    version: t.exposeString('version', {
      nullable: false,
      description: 'Names this content 版本: its digest, as in `basedOn` and in the audit log.',
    }),
    from: t.exposeString('from', { description: 'The version it was changed from 原版本; null for the first.' }),
    changed: t.expose('changed', {
      type: ['String'],
      nullable: false,
      description: 'Fields that differ from the version before 变更字段.',
    }),
    deed: t.expose('deed', {
      type: Deed,
      description:
        'Who changed it and how 变更行为; null where the log tells of none, as for what a dump brought along.',
    }),
  }),
});

builder.queryField('history', (t) =>
  t.field({
    type: [RecordVersion],
    description:
      'Every content a record has had 历史版本, oldest first, the present one last, with who changed what from which version; null when there is no record, or its past is not for the viewer.',
    args: {
      of: t.arg.id({ required: true, description: 'The record 记录.' }),
      knownAt: t.arg({ type: 'DateTime', description: 'Only what the registry held at this moment.' }),
    },
    resolve: async (_root, { of, knownAt }, { desk }) => {
      const parsed = parseId(of);
      const versions = parsed && (await historyOf(desk, `${parsed.type}:${parsed.key}`));
      if (versions === null || knownAt == null) return versions;
      return versions.filter(
        (one) => one.recordedAt <= knownAt && knownAt < (one.replacedAt ?? Number.POSITIVE_INFINITY),
      );
    },
  }),
);
