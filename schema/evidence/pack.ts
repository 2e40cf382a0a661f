import { evidencePack } from '#src/evidence/evidence.service.ts';
import { builder } from '../builder.ts';

builder.queryField('evidencePack', (t) =>
  t.string({
    nullable: false,
    description:
      'A product’s provenance as a signed document 证据包: JWS, type shuyuan-evidence+jws. Save it to a file; shuyuan verify FILE --key PUBLIC checks it without a database.',
    args: { of: t.arg.id({ required: true, description: 'Id of a product 产品编号.' }) },
    resolve: (_root, { of }, { desk }) => evidencePack(desk, of),
  }),
);
