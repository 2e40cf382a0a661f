import { startEvent } from '#src/clock/profile.ts';
import { clockFor, type StandingLimit } from '#src/compliance/clock.service.ts';
import { builder } from '../builder.ts';

const StartEvent = builder.enumType('StartEvent', {
  description: 'What starts a clock 起算事项.',
  values: startEvent.options,
});

const LimitNature = builder.enumType('LimitNature', {
  description: 'Whether a limit is law 时限性质.',
  values: {
    LAW: { description: 'Set by law 法定.' },
    INTERNAL: { description: 'An authority’s own target 内部目标.' },
  },
});

const RunningLimit = builder.objectRef<StandingLimit>('RunningLimit').implement({
  description: 'A time limit that runs from an event 时限, as it stands today.',
  fields: (t) => ({
    code: t.string({ nullable: false, description: 'Code 时限编号, e.g. U-15.', resolve: ({ limit }) => limit.code }),
    meaning: t.string({ nullable: false, description: 'What it asks 含义.', resolve: ({ limit }) => limit.meaning }),
    citation: t.string({
      nullable: false,
      description: 'The provision that sets it 依据.',
      resolve: ({ limit }) => limit.citation,
    }),
    profile: t.string({
      nullable: false,
      description: 'The profile that it stands in 规则档案.',
      resolve: ({ limit }) => limit.profile,
    }),
    nature: t.field({
      type: LimitNature,
      nullable: false,
      description: 'Law or an internal target 法定或内部目标.',
      resolve: ({ limit }) => limit.nature,
    }),
    verified: t.boolean({
      nullable: false,
      description: 'False: from memory, nobody has read it in its instrument 是否核对原文.',
      resolve: ({ limit }) => limit.verified,
    }),
    due: t.field({
      type: 'Date',
      nullable: false,
      description: 'Its last day 到期日.',
      resolve: ({ due }) => due.day,
    }),
    provisional: t.boolean({
      nullable: false,
      description: 'True while a calendar that is not out may move that day 是否暂定.',
      resolve: ({ due }) => due.provisional,
    }),
    extended: t.exposeBoolean('extended', {
      nullable: false,
      description: 'True when it was lengthened by consent 是否延期.',
    }),
    decides: t.exposeBoolean('decides', {
      nullable: false,
      description: 'True for the strictest of all that apply 是否从严适用.',
    }),
    overdue: t.exposeBoolean('overdue', { nullable: false, description: 'True when its last day is past 是否逾期.' }),
    toWarn: t.exposeBoolean('toWarn', { nullable: false, description: 'True when its end is near 是否预警.' }),
    told: t.exposeString('told', { nullable: false, description: 'All of it in words 时限说明.' }),
  }),
});

builder.queryField('clock', (t) =>
  t.field({
    type: [RunningLimit],
    nullable: false,
    description: 'All limits that run from an event 计时, strictest first; the strictest decides.',
    args: {
      event: t.arg({ type: StartEvent, required: true, description: 'What starts it 起算事项.' }),
      on: t.arg({ type: 'Date', required: true, description: 'The day of that; the first day is not counted 起算日.' }),
      organization: t.arg.id({
        description: 'Who must act 义务机构: limits bind by its kind, and its place may have holidays of its own.',
      }),
      extended: t.arg.boolean({ description: 'The authority consented to an extension 已同意延期.' }),
    },
    resolve: (_root, { event, on, organization, extended }, { desk }) =>
      clockFor(desk, { event, on, organization: organization ?? null, extended: extended === true }),
  }),
);
