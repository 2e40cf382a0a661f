import type { ListedDuplicates } from '#src/collection/duplicates.service.ts';
import { type ToldLead as Lead, leadsOfPairs } from '#src/collection/lead.service.ts';
import { type LEAD_GROUNDS, wantsLead } from '#src/collection/lead.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Organization } from '../organization/organization.ts';
import { byIds } from '../record.ts';

type Body = typeof Organization.$inferType;
const bodies = async (context: Context, ids: readonly string[]) => (await byIds(context, ids)) as Body[];

const LeadStanding = builder.enumType('LeadStanding', {
  description: 'Whether a source is named 数源部门明确情况.',
  values: {
    DETERMINED: { description: 'It is on record 已明确.' },
    PROPOSED: { description: 'It follows from what is on record, until the data authority names one 建议.' },
    OPEN: { description: 'Nothing tells 未明确.' },
  } as const,
});

const LeadGround = builder.enumType('LeadGround', {
  description: 'Why it is the source 数源依据, the strongest first.',
  values: {
    NAMED: { description: 'The data authority named it for these datasets 主管部门明确.' },
    LEAD_DEPARTMENT: {
      description: 'Its act of collection is the lead department’s, by decision or bundle 登记为数源部门.',
    },
    FIRST_SOURCE: { description: 'Its act of collection is the first source by law 法定首次来源.' },
    DUTY: { description: 'It alone has a duty in force that rests on law 法定职责.' },
    BASIS: { description: 'What it rests on ranks highest 依据效力层级.' },
    EARLIER: { description: 'It began to collect first 收集在先.' },
  } satisfies Record<(typeof LEAD_GROUNDS)[number], { description: string }>,
});

export const LeadDepartment = builder.objectRef<Lead>('LeadDepartment').implement({
  description: 'Who is the source of what several organizations collect or provide 数源部门.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'The source 数源部门; null while it is open.',
      resolve: async ({ organization }, _args, context) =>
        organization === null ? null : ((await bodies(context, [organization]))[0] ?? null),
    }),
    standing: t.expose('standing', { type: LeadStanding, nullable: false, description: 'Whether it is named 情况.' }),
    ground: t.expose('ground', { type: LeadGround, description: 'Why 依据; null while it is open.' }),
    reasons: t.stringList({ nullable: false, description: 'Why, in words 理由.', resolve: ({ reasons }) => reasons }),
    collectors: t.field({
      type: [Organization],
      nullable: false,
      description: 'All that collect, provide or plan to collect it 收集机构.',
      resolve: ({ collectors }, _args, context) => bodies(context, collectors),
    }),
    toDecide: t.field({
      type: [Organization],
      nullable: false,
      description: 'Data authority of the nearest place that all of them lie in 由其明确; none where it is on record.',
      resolve: ({ authorities }, _args, context) => bodies(context, authorities),
    }),
  }),
});

/** The source of what two datasets hold; null where they do not hold the same. */
export const leadOfPair = (context: Context, { a, b, judgment, standing }: ListedDuplicates) =>
  wantsLead(judgment.relation, standing.verdict?.verdict ?? null)
    ? context.batch(leadsOfPairs).load(`${a}\n${b}`)
    : null;
