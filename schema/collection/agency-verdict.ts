import { momentOf } from '#src/calendar/moment.ts';
import { type AGENCY_WORDS, agencyVerdictKind, type AgencyVerdict as Fields } from '#src/collection/agency-verdict.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { Jurisdiction } from '../organization/jurisdiction.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';

export const AgencyVerdictWord = builder.enumType('AgencyVerdictWord', {
  description: 'What people may find of two organizations 机构关系结论; of the second to the first.',
  values: {
    SAME: { description: 'The same body 同一机构.' },
    SUCCESSOR: { description: 'It took over from the first 承接机构.' },
    PREDECESSOR: { description: 'The first took over from it 原机构.' },
    SUBORDINATE: { description: 'A branch or part of the first 下属机构.' },
    SUPERIOR: { description: 'The first is a branch or part of it 主管机构.' },
    DIFFERENT: { description: 'Another body 不同机构.' },
  } satisfies Record<(typeof AGENCY_WORDS)[number], { description: string }>,
});

export const AgencyVerdict = recordRef<Fields>(agencyVerdictKind);

AgencyVerdict.implement({
  description: 'What a person found of two registered organizations 机构关系认定.',
  interfaces: [Node],
  isTypeOf: isType('AgencyVerdict'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    organizations: t.field({
      type: [Organization],
      nullable: false,
      description: 'The two, in the order of their ids 机构.',
      resolve: ({ content }, _args, context) => allNamed(context, Organization, content.organizations),
    }),
    verdict: t.field({
      type: AgencyVerdictWord,
      nullable: false,
      description: 'Of the second to the first 结论.',
      resolve: ({ content }) => content.verdict,
    }),
    reason: t.string({ nullable: false, description: 'Why, in words 理由.', resolve: ({ content }) => content.reason }),
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
      type: [Organization],
      nullable: false,
      description: 'Those of the two that the judge answers for 认定范围.',
      resolve: ({ content }, _args, context) => allNamed(context, Organization, content.speaksFor),
    }),
    judgedAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When 认定时刻.',
      resolve: ({ content }) => momentOf(content.judgedAt)!,
    }),
  }),
});
