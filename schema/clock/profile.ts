import { type Profile as Fields, profileKind } from '#src/clock/profile.ts';
import { Node } from '../node.ts';
import { isType, recordRef } from '../record.ts';

/** What a profile sets, by parts of its content. */
const PARTS = [
  'limits',
  'thresholds',
  'requiredDatabases',
  'cycleTolerances',
  'triggerElements',
  'couplings',
] as const satisfies readonly (keyof Fields)[];

const Profile = recordRef<Fields>(profileKind);

Profile.implement({
  description: 'What one instrument sets in numbers 规则档案, beside what ships with the registry.',
  interfaces: [Node],
  isTypeOf: isType('Profile'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    title: t.string({ nullable: false, description: 'Title 名称.', resolve: ({ content }) => content.title }),
    instrument: t.string({
      nullable: false,
      description: 'The instrument that sets it 依据文件.',
      resolve: ({ content }) => content.instrument,
    }),
    from: t.field({
      type: 'Date',
      description: 'First day in force 施行日期.',
      resolve: ({ content }) => content.from,
    }),
    to: t.field({
      type: 'Date',
      description: 'First day no longer in force 失效日期.',
      resolve: ({ content }) => content.to,
    }),
    place: t.field({
      type: Node,
      description: 'The jurisdiction it is for 适用地区; null: every one.',
      resolve: ({ content }, _args, context) =>
        content.place == null ? null : context.records.load(`Jurisdiction:${content.place}`),
    }),
    sets: t.field({
      type: 'Json',
      nullable: false,
      description: 'What it sets, each with its citation 内容: limits, thresholds and tables, as in a bundle line.',
      resolve: ({ content }) => Object.fromEntries(PARTS.map((part) => [part, content[part] ?? []])),
    }),
  }),
});
