import { chainsOf } from '#src/redevelopment/chain.service.ts';
import type { Chain } from '#src/redevelopment/chain.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Product } from '../operation/product.ts';
import { byIds, named } from '../record.ts';
import { Qualification } from './qualification.ts';

interface ChainOf extends Chain {
  readonly product: string;
}

const products = async (context: Context, ids: readonly string[]) =>
  (await byIds(context, ids)) as (typeof Product.$inferType)[];

/** The re-development chain of one product. */
export const RedevelopmentChain = builder.objectRef<ChainOf>('RedevelopmentChain').implement({
  description: 'Products above and below a product by re-development 再开发链.',
  fields: (t) => ({
    ancestors: t.field({
      type: [Product],
      nullable: false,
      description: 'Products above, up to the first delivered one, nearest first 上游产品.',
      resolve: ({ ancestors }, _args, context) => products(context, ancestors),
    }),
    descendants: t.field({
      type: [Product],
      nullable: false,
      description: 'Products re-developed from it, nearest first 下游产品.',
      resolve: ({ descendants }, _args, context) => products(context, descendants),
    }),
    generation: t.exposeInt('generation', {
      nullable: false,
      description: 'Longest number of re-development steps above 代数; 0 for a first product.',
    }),
    firstProducts: t.field({
      type: [Product],
      nullable: false,
      description: 'First products that all of it goes back to 首个产品.',
      resolve: ({ firstProducts }, _args, context) => products(context, firstProducts),
    }),
  }),
});

builder.objectField(Product, 'redevelopment', (t) =>
  t.field({
    type: RedevelopmentChain,
    nullable: false,
    description: 'Products it was re-developed from and products re-developed from it 再开发链.',
    resolve: async ({ id }, _args, context) => ({ ...(await context.batch(chainsOf).load(id)), product: id }),
  }),
);

builder.objectField(Product, 'qualification', (t) =>
  t.field({
    type: Qualification,
    description: 'The qualification it is re-developed under 再开发资格.',
    resolve: ({ content }, _args, context) => named(context, Qualification, content.qualification),
  }),
);
