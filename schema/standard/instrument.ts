import { type Instrument as Fields, instrumentKind, instrumentSchema } from '#src/standard/instrument.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { isType, recordRef } from '../record.ts';

export const InstrumentLevel = builder.enumType('InstrumentLevel', {
  description: 'Rank of an instrument 效力级别.',
  values: instrumentSchema.shape.level.options,
});

export const Instrument = recordRef<Fields>(instrumentKind);

Instrument.implement({
  description: 'An instrument 规范性文件: a law, regulation, rule, policy or standard 法律、法规、规章、政策、标准.',
  interfaces: [Node],
  isTypeOf: isType('Instrument'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    title: t.string({ description: 'Title 标题.', nullable: false, resolve: ({ content }) => content.title }),
    level: t.field({
      type: InstrumentLevel,
      nullable: false,
      description: 'Rank 效力级别.',
      resolve: ({ content }) => content.level,
    }),
    issuer: t.string({ description: 'Who issued it 制定机关.', resolve: ({ content }) => content.issuer }),
    number: t.string({ description: 'Number 文号.', resolve: ({ content }) => content.number }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'First day in force 施行日期.',
      resolve: ({ content }) => content.effectiveOn,
    }),
    repealedOn: t.field({
      type: 'Date',
      description: 'Day of repeal 废止日期.',
      resolve: ({ content }) => content.repealedOn,
    }),
  }),
});
