import { couplingsFor } from '#src/classification/couplings.service.ts';
import { brokenCouplings, type LevelCoupling as Coupling } from '#src/classification/couplings.ts';
import { higherLevel } from '#src/classification/grading.ts';
import { computedLevelsOf } from '#src/classification/levels.service.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';

const LevelCoupling = builder.objectRef<Coupling>('LevelCoupling').implement({
  description:
    'Between which levels data of a share or open type lies 属性与级别的对应: a policy parameter of a profile.',
  fields: (t) => ({
    field: t.exposeString('field', { nullable: false, description: 'share or open 共享属性或开放属性.' }),
    value: t.exposeString('value', { nullable: false, description: 'The type that it is about 属性值.' }),
    least: t.exposeInt('least', { nullable: false, description: 'Lowest level that goes with it 最低级别.' }),
    most: t.exposeInt('most', { nullable: false, description: 'Highest level that goes with it 最高级别.' }),
    citation: t.exposeString('citation', { nullable: false, description: 'Where that is set 出处.' }),
  }),
});

builder.objectField(Dataset, 'brokenCouplings', (t) =>
  t.field({
    type: [LevelCoupling],
    nullable: false,
    description:
      'What its share or open type asks of its level, and is not so 属性与级别不符: for whoever grades it; no finding, for no law sets these numbers.',
    resolve: async ({ id, content }, _args, context) => {
      // A level that nobody declared is not known: what is computed says only that it is no lower.
      if (content.level === undefined) return [];
      const [computed, couplings] = await Promise.all([
        context.batch(computedLevelsOf).load(id),
        context.batch(couplingsFor).load(id),
      ]);
      return brokenCouplings(couplings, { ...content, level: higherLevel(content.level, computed) });
    },
  }),
);
