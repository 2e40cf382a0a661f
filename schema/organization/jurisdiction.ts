import { type Jurisdiction as Fields, jurisdictionKind, jurisdictionSchema } from '#src/organization/jurisdiction.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';

export const JurisdictionKind = builder.enumType('JurisdictionKind', {
  description: 'Kind of place 行政区类别.',
  values: jurisdictionSchema.shape.kind.options,
});

export const Jurisdiction = recordRef<Fields>(jurisdictionKind);

Jurisdiction.implement({
  description: 'A place with an administration 行政区、园区.',
  interfaces: [Node],
  isTypeOf: isType('Jurisdiction'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    name: t.string({ description: 'Name 名称.', nullable: false, resolve: ({ content }) => content.name }),
    kind: t.field({
      type: JurisdictionKind,
      nullable: false,
      description: 'Kind of place 类别.',
      resolve: ({ content }) => content.kind,
    }),
    gbCode: t.string({
      description: 'Division code 行政区划代码, GB/T 2260, six digits.',
      resolve: ({ content }) => content.gbCode,
    }),
    partOf: t.field({
      type: Jurisdiction,
      description: 'The place it is part of 上级行政区.',
      resolve: ({ content }, _args, context) => named(context, Jurisdiction, content.partOf),
    }),
    locatedIn: t.field({
      type: [Jurisdiction],
      nullable: false,
      description: 'Places a zone lies in 所在行政区.',
      resolve: ({ content }, _args, context) => allNamed(context, Jurisdiction, content.locatedIn),
    }),
  }),
});
