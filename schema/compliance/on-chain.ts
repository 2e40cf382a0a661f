import { findingsAbout } from '#src/compliance/findings.service.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import { builder } from '../builder.ts';
import { RedevelopmentChain } from '../redevelopment/on-product.ts';
import { Finding } from './finding.ts';

builder.objectField(RedevelopmentChain, 'findings', (t) =>
  t.field({
    type: [Finding],
    nullable: false,
    description: 'Open findings on any product of the chain 链上合规问题, the product itself included.',
    resolve: async ({ product, ancestors, descendants }, _args, context) => {
      const subjects = new Set([product, ...ancestors, ...descendants]);
      const found = await Promise.all([...subjects].map((id) => context.batch(findingsAbout).load(id)));
      return found.flat().sort((a, b) => byCodePoint(a.rank, b.rank));
    },
  }),
);
