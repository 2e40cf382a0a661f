import { type Holidays as Fields, holidaysKind } from '#src/clock/holidays.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { isType, recordRef } from '../record.ts';

const DaysOff = builder.objectRef<Fields['off'][number]>('DaysOff').implement({
  description: 'Days off, both ends included 放假时段.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'Name of the holiday 节日.' }),
    from: t.field({ type: 'Date', nullable: false, description: 'First day 首日.', resolve: ({ from }) => from }),
    to: t.field({ type: 'Date', nullable: false, description: 'Last day 末日.', resolve: ({ to }) => to }),
  }),
});

const Holidays = recordRef<Fields>(holidaysKind);

Holidays.implement({
  description:
    'Days off and days worked 节假日, of a notice for a year or of one place; beside what ships with the registry.',
  interfaces: [Node],
  isTypeOf: isType('Holidays'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    title: t.string({ nullable: false, description: 'Title 名称.', resolve: ({ content }) => content.title }),
    year: t.int({ description: 'The year that the notice is for 年份.', resolve: ({ content }) => content.year }),
    jurisdiction: t.field({
      type: Node,
      description: 'The place whose custom it is 地区; null: the whole nation.',
      resolve: ({ content }, _args, context) =>
        content.jurisdiction === undefined ? null : context.records.load(`Jurisdiction:${content.jurisdiction}`),
    }),
    number: t.string({ description: 'Number of the document 文号.', resolve: ({ content }) => content.number }),
    issuedOn: t.field({
      type: 'Date',
      description: 'Day of issue 发布日期.',
      resolve: ({ content }) => content.issuedOn,
    }),
    address: t.string({ description: 'Where it is published 网址.', resolve: ({ content }) => content.address }),
    off: t.field({
      type: [DaysOff],
      nullable: false,
      description: 'Days off 放假日.',
      resolve: ({ content }) => content.off,
    }),
    work: t.field({
      type: ['Date'],
      nullable: false,
      description: 'Weekend days that are worked 调休上班日.',
      resolve: ({ content }) => content.work ?? [],
    }),
  }),
});
