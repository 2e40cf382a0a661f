import { disclosureKind, disclosureSchema, type Disclosure as Fields } from '#src/operation/disclosure.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { Organization } from '../organization/organization.ts';
import { byIds, isType, named, recordRef } from '../record.ts';

export const DisclosureKind = builder.enumType('DisclosureKind', {
  description: 'Kind of disclosure 披露类别.',
  values: disclosureSchema.shape.kind.unwrap().options,
});

export const Disclosure = recordRef<Fields>(disclosureKind);

Disclosure.implement({
  description: 'A yearly disclosure 披露.',
  interfaces: [Node],
  isTypeOf: isType('Disclosure'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    by: t.field({
      type: Organization,
      description: 'Who disclosed 披露主体.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.by),
    }),
    year: t.int({ description: 'For which year 年度.', nullable: false, resolve: ({ content }) => content.year }),
    publishedOn: t.field({
      type: 'Date',
      description: 'Day of publication 披露日期.',
      resolve: ({ content }) => content.publishedOn,
    }),
    kind: t.field({ type: DisclosureKind, description: 'Kind 类别.', resolve: ({ content }) => content.kind }),
    items: t.field({
      type: [Node],
      nullable: false,
      description: 'What was disclosed 披露内容.',
      resolve: ({ content }, _args, context) => byIds(context, content.items),
    }),
  }),
});
