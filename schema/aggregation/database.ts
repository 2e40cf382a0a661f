import { databaseKind, databaseSchema, type Database as Fields } from '#src/aggregation/database.ts';
import { builder } from '../builder.ts';
import { Asset } from '../lineage/asset.ts';
import { Node } from '../node.ts';
import { Jurisdiction } from '../organization/jurisdiction.ts';
import { Organization } from '../organization/organization.ts';
import { allNamed, isType, named, recordRef } from '../record.ts';

export const DatabaseKind = builder.enumType('DatabaseKind', {
  description: 'Kind of database 数据库类别.',
  values: databaseSchema.shape.kind.options,
});

export const Database = recordRef<Fields>(databaseKind);

Database.implement({
  description: 'A database 数据库: basic, thematic or of a department 基础库、主题库、部门库.',
  interfaces: [Node, Asset],
  isTypeOf: isType('Database'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    kind: t.field({
      type: DatabaseKind,
      nullable: false,
      description: 'Basic, thematic or of a department 库类型.',
      resolve: ({ content }) => content.kind,
    }),
    domain: t.string({
      description: 'What it is about 领域, e.g. 人口.',
      nullable: false,
      resolve: ({ content }) => content.domain,
    }),
    participants: t.field({
      type: [Organization],
      nullable: false,
      description: 'Who takes part in building it 参与单位.',
      resolve: ({ content }, _args, context) => allNamed(context, Organization, content.participants),
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Whose database it is 所属行政区.',
      resolve: ({ content }, _args, context) => named(context, Jurisdiction, content.jurisdiction),
    }),
  }),
});
