import { type Impact as Answer, impactOf } from '#src/lineage/impact.service.ts';
import { builder } from '../builder.ts';
import { Organization } from '../organization/organization.ts';
import { named } from '../record.ts';

const KindCount = builder.objectRef<Answer['byKind'][number]>('KindCount').implement({
  description: 'How many of a kind 按类计数.',
  fields: (t) => ({
    kind: t.exposeString('kind', { nullable: false, description: 'Type name 类型, e.g. Dataset.' }),
    count: t.exposeInt('count', { nullable: false, description: 'Assets 数量.' }),
  }),
});

const OrganizationCount = builder.objectRef<Answer['organizations'][number]>('OrganizationCount').implement({
  description: 'How many an organization answers for 按机构计数.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      nullable: false,
      description: 'Who answers for them 责任单位.',
      resolve: async ({ organization }, _args, context) =>
        (await named(context, Organization, organization.slice('Organization:'.length)))!,
    }),
    count: t.exposeInt('count', { nullable: false, description: 'Assets 数量.' }),
  }),
});

const Impact = builder.objectRef<Answer>('Impact').implement({
  description: 'How much hangs on an asset 影响范围: its whole downstream, counted.',
  fields: (t) => ({
    total: t.exposeInt('total', { nullable: false, description: 'Assets downstream 总数.' }),
    byKind: t.expose('byKind', { type: [KindCount], nullable: false, description: 'By kind, most first 按类型.' }),
    organizations: t.expose('organizations', {
      type: [OrganizationCount],
      nullable: false,
      description: 'By who answers for them, most first 按责任单位.',
    }),
  }),
});

builder.queryField('impact', (t) =>
  t.field({
    type: Impact,
    nullable: false,
    description:
      'How much hangs on this asset 影响分析: counts over the whole downstream, by kind and by organization.',
    args: {
      of: t.arg.id({ required: true, description: 'The asset 资产.' }),
      asOf: t.arg({ type: 'DateTime', description: 'Flows in force at this moment 生效时点; default now.' }),
    },
    resolve: (_root, { of, asOf }, { desk }) => impactOf(desk, of, { asOf }),
  }),
);
