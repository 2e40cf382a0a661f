import { higherLevel } from '#src/classification/grading.ts';
import { computedLevelsOf } from '#src/classification/levels.service.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { assetView } from '../record.ts';

builder.interfaceField(Asset, 'computedLevel', (t) =>
  t.int({
    description: 'What its items and its lineage make of it 计算级别, as the last run of the rules has it.',
    resolve: ({ id }, _args, context) => context.batch(computedLevelsOf).load(id),
  }),
);

builder.interfaceField(Asset, 'level', (t) =>
  t.int({
    description:
      'Protection level 数据级别 1-4 (general), 5 important data, 6 core data: the higher of declared and computed; null when neither is known.',
    resolve: async (asset, _args, context) => {
      const computed = await context.batch(computedLevelsOf).load(asset.id);
      return higherLevel(assetView(asset).level ?? null, computed);
    },
  }),
);
