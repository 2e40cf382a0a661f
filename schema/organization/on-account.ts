import { Account } from '../access/account.ts';
import { builder } from '../builder.ts';
import { Jurisdiction } from './jurisdiction.ts';
import { Organization } from './organization.ts';

builder.objectField(Account, 'organization', (t) =>
  t.field({
    type: Organization,
    description: 'The organization he acts for 所属机构.',
    resolve: ({ organization }, _args, { records }) =>
      organization === null ? null : (records.load(organization) as Promise<typeof Organization.$inferType | null>),
  }),
);

builder.objectField(Account, 'jurisdiction', (t) =>
  t.field({
    type: Jurisdiction,
    description: 'The jurisdiction that his account names 所在行政区; without one that of his organization counts.',
    resolve: ({ jurisdiction }, _args, { records }) =>
      jurisdiction === null ? null : (records.load(jurisdiction) as Promise<typeof Jurisdiction.$inferType | null>),
  }),
);
