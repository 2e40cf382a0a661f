import { citation } from '#src/standard/citation.ts';
import { type Provision as Fields, provisionKind } from '#src/standard/provision.ts';
import { Node } from '../node.ts';
import { isType, named, recordRef } from '../record.ts';
import { Instrument } from './instrument.ts';

export const Provision = recordRef<Fields>(provisionKind);

Provision.implement({
  description: 'One article or paragraph of an instrument 条款.',
  interfaces: [Node],
  isTypeOf: isType('Provision'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    citation: t.string({
      nullable: false,
      description: 'How it is cited 引用, e.g. 政务数据共享条例第十九条.',
      resolve: async ({ content }, _args, context) => {
        const instrument = await named(context, Instrument, content.instrument);
        return citation(instrument?.content.title ?? content.instrument, content.article);
      },
    }),
    instrument: t.field({
      type: Instrument,
      description: 'The instrument it stands in 所属文件.',
      resolve: ({ content }, _args, context) => named(context, Instrument, content.instrument),
    }),
    article: t.string({ nullable: false, description: 'Article 条.', resolve: ({ content }) => content.article }),
    text: t.string({ description: 'Its words 条文.', resolve: ({ content }) => content.text }),
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
