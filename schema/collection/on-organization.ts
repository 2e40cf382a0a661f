import { kinOf } from '#src/collection/agency-verdict.service.ts';
import { builder } from '../builder.ts';
import { Organization } from '../organization/organization.ts';
import { byIds } from '../record.ts';

builder.objectField(Organization, 'oneBodyWith', (t) =>
  t.field({
    type: [Organization],
    nullable: false,
    description:
      'Other registered organizations that count as one body with it 视为同一机构: decided to be the same, or that took over from one another, by decision or on record.',
    resolve: async ({ id }, _args, context) =>
      (await byIds(context, await context.batch(kinOf).load(id))) as (typeof Organization.$inferType)[],
  }),
);
