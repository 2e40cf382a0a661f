import { sensitivity } from '#src/record/fields.ts';
import { elementKind, type Element as Fields } from '#src/standard/element.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { isType, recordRef } from '../record.ts';

export const Sensitivity = builder.enumType('Sensitivity', {
  description: 'Sensitivity of personal information 个人信息敏感程度.',
  values: sensitivity.options,
});

export const Element = recordRef<Fields>(elementKind);

Element.implement({
  description: 'A standard data element 数据元, which items of any dataset may realise.',
  interfaces: [Node],
  isTypeOf: isType('Element'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    name: t.string({ description: 'Name 名称.', nullable: false, resolve: ({ content }) => content.name }),
    code: t.string({ description: 'Code 标识符.', resolve: ({ content }) => content.code }),
    definition: t.string({ description: 'What it means 定义.', resolve: ({ content }) => content.definition }),
    aliases: t.stringList({
      description: 'Other names 别名.',
      nullable: false,
      resolve: ({ content }) => content.aliases ?? [],
    }),
    dataType: t.string({ description: 'Data type 数据类型.', resolve: ({ content }) => content.dataType }),
    sensitivity: t.field({
      type: Sensitivity,
      description: 'Sensitivity of personal information 敏感程度.',
      resolve: ({ content }) => content.sensitivity,
    }),
  }),
});
