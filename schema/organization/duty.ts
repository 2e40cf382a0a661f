import { dutyKind, type Duty as Fields } from '#src/organization/duty.ts';
import { Node } from '../node.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';
import { Provision } from '../standard/provision.ts';
import { Organization } from './organization.ts';

export const Duty = recordRef<Fields>(dutyKind);

Duty.implement({
  description: 'A duty that the law gives an organization 职责.',
  interfaces: [Node],
  isTypeOf: isType('Duty'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    organization: t.field({
      type: Organization,
      description: 'Whose duty it is 职责主体.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.organization),
    }),
    title: t.string({
      description: 'What the duty is 职责名称.',
      nullable: false,
      resolve: ({ content }) => content.title,
    }),
    basis: t.field({
      type: [Provision],
      nullable: false,
      description: 'Provisions it rests on 依据.',
      resolve: ({ content }, _args, context) => allNamed(context, Provision, content.basis),
    }),
    endedOn: t.field({
      type: 'Date',
      description: 'Day it ended 终止日期.',
      resolve: ({ content }) => content.endedOn,
    }),
  }),
});
