import { momentOf } from '#src/calendar/moment.ts';
import { type Verdict as Fields, type VERDICT_WORDS, verdictKind } from '#src/collection/verdict.ts';
import { builder } from '../builder.ts';
import { Dataset } from '../catalog/dataset.ts';
import { Node } from '../node.ts';
import { Jurisdiction } from '../organization/jurisdiction.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';

export const VerdictWord = builder.enumType('VerdictWord', {
  description: 'What people may find of two datasets 认定结论; of the second to the first.',
  values: {
    SAME: { description: 'The same data 相同.' },
    CONTAINS: { description: 'The second holds the first and more 包含.' },
    CONTAINED: { description: 'The second is part of the first 被包含.' },
    DIFFERENT: { description: 'Different data 不同.' },
    KEEP_BOTH: { description: 'Both are kept, for a reason 均予保留.' },
  } satisfies Record<(typeof VERDICT_WORDS)[number], { description: string }>,
});

export const Verdict = recordRef<Fields>(verdictKind);

Verdict.implement({
  description: 'What a person found of two datasets that look alike 重复认定.',
  interfaces: [Node],
  isTypeOf: isType('Verdict'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    datasets: t.field({
      type: [Dataset],
      nullable: false,
      description: 'The two, in the order of their ids, as far as they can be seen 数据集.',
      resolve: ({ content }, _args, context) => allNamed(context, Dataset, content.datasets),
    }),
    verdict: t.field({
      type: VerdictWord,
      nullable: false,
      description: 'Of the second to the first 结论.',
      resolve: ({ content }) => content.verdict,
    }),
    reason: t.string({ description: 'Why, in words 理由.', resolve: ({ content }) => content.reason }),
    leadDepartment: t.field({
      type: Organization,
      description: 'The source that the data authority named 数源部门.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.leadDepartment),
    }),
    organization: t.field({
      type: Organization,
      description: 'Who judged 认定单位; null for a data authority.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.organization),
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Whose data authority judged 认定的数据主管部门所在行政区.',
      resolve: ({ content }, _args, context) => named(context, Jurisdiction, content.jurisdiction),
    }),
    speaksFor: t.field({
      type: [Dataset],
      nullable: false,
      description: 'Those of the two that the judge answers for 认定范围.',
      resolve: ({ content }, _args, context) => allNamed(context, Dataset, content.speaksFor),
    }),
    judgedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When 认定时刻.',
      resolve: ({ content }) => momentOf(content.judgedAt)!,
    }),
  }),
});
