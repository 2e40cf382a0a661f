import type { LevelReason } from '#src/classification/level-book.ts';
import { levelReasonOf } from '#src/classification/level-reason.service.ts';
import type { Held } from '#src/record/record.service.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';

const LevelCause = builder.enumType('LevelCause', {
  description: 'What gives an asset its level 级别来由.',
  values: {
    DECLARED: { description: 'It was declared so 申报级别.' },
    OWN_ITEM: { description: 'One of its own items has that level 自身信息项.' },
    ADJUSTMENT: { description: 'An approved adjustment goes no lower 批准的级别.' },
    MAPPED_ITEM: { description: 'A flow brings an item of that level 取用的信息项.' },
    SOURCE: { description: 'A flow brings its source’s level, which the next step explains 来源的级别.' },
  },
});

const LevelStep = builder.objectRef<LevelReason>('LevelStep').implement({
  description: 'One step of why a level is what it is 级别成因.',
  fields: (t) => ({
    asset: t.field({
      type: Asset,
      description: 'The asset of this step 数据资产; null when the viewer may not see it.',
      resolve: async ({ asset }, _args, context) => (await context.records.load(asset)) as Held | null,
    }),
    level: t.exposeInt('level', { nullable: false, description: 'It is at least at this level 级别.' }),
    cause: t.expose('cause', { type: LevelCause, nullable: false, description: 'Because of this 来由.' }),
    from: t.field({
      type: Asset,
      description: 'The asset that a flow brings it from 来源.',
      resolve: async ({ from }, _args, context) =>
        from === null ? null : ((await context.records.load(from)) as Held | null),
    }),
    fused: t.exposeBoolean('fused', {
      nullable: false,
      description: 'True when sources that tell more together raised it by one here 关联汇聚上调.',
    }),
  }),
});

builder.queryField('levelReason', (t) =>
  t.field({
    type: [LevelStep],
    nullable: false,
    description:
      'Why the level of an asset is what it is 级别成因, from the asset to what needs no further reason; empty where it has none, and for whom its computed level is not.',
    args: { of: t.arg.id({ required: true, description: 'Id of a dataset, database or product 数据资产.' }) },
    resolve: (_root, { of }, { desk }) => levelReasonOf(desk, of),
  }),
);
