import { momentOf } from '#src/calendar/moment.ts';
import { type Use as Fields, useKind } from '#src/sharing/use.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { isType, named, recordRef } from '../record.ts';
import { Request } from './request.ts';

export const Use = recordRef<Fields>(useKind);

Use.implement({
  description: 'One use of shared data 使用记录.',
  interfaces: [Node],
  isTypeOf: isType('Use'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    request: t.field({
      type: Request,
      description: 'The grant it uses 所依申请.',
      resolve: ({ content }, _args, context) => named(context, Request, content.request),
    }),
    organization: t.field({
      type: Organization,
      description: 'Who used it 使用单位.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.organization),
    }),
    scenario: t.string({
      description: 'What for 使用场景.',
      nullable: false,
      resolve: ({ content }) => content.scenario,
    }),
    itemNames: t.stringList({
      description: 'Items used 使用的信息项.',
      nullable: false,
      resolve: ({ content }) => content.items ?? [],
    }),
    at: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When 使用时刻.',
      resolve: ({ content }) => momentOf(content.at)!,
    }),
    volume: t.int({ description: 'How many rows 数量.', resolve: ({ content }) => content.volume }),
    system: t.string({ description: 'In which system 系统.', resolve: ({ content }) => content.system }),
  }),
});
