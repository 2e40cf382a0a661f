import {
  type Organization as Fields,
  organizationKind,
  organizationKinds,
  organizationRoles,
} from '#src/organization/organization.ts';
import { builder } from '../builder.ts';
import { Node } from '../node.ts';
import { isType, named, recordRef } from '../record.ts';
import { Jurisdiction } from './jurisdiction.ts';

export const OrganizationKind = builder.enumType('OrganizationKind', {
  description: 'Kind of organization 机构类别.',
  values: organizationKinds,
});

export const OrganizationRole = builder.enumType('OrganizationRole', {
  description: 'What a body is for its jurisdiction 职责角色.',
  values: organizationRoles,
});

export const Organization = recordRef<Fields>(organizationKind);

Organization.implement({
  description: 'A body 机构: government, agency, institution, utility, vertical body or company.',
  interfaces: [Node],
  isTypeOf: isType('Organization'),
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Readable id 编号.' }),
    name: t.string({ description: 'Name 名称.', nullable: false, resolve: ({ content }) => content.name }),
    kind: t.field({
      type: OrganizationKind,
      nullable: false,
      description: 'Kind of organization 机构类别.',
      resolve: ({ content }) => content.kind,
    }),
    uscc: t.string({
      description: 'Unified social credit code 统一社会信用代码, GB 32100.',
      resolve: ({ content }) => content.uscc,
    }),
    aliases: t.stringList({
      description: 'Other names 别名.',
      nullable: false,
      resolve: ({ content }) => content.aliases ?? [],
    }),
    roles: t.field({
      type: [OrganizationRole],
      nullable: false,
      description: 'What it is for its jurisdiction 职责角色.',
      resolve: ({ content }) => content.roles ?? [],
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where it belongs 所属行政区.',
      resolve: ({ content }, _args, context) => named(context, Jurisdiction, content.jurisdiction),
    }),
    parent: t.field({
      type: Organization,
      description: 'The body it is part of 上级单位.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.parent),
    }),
    superior: t.field({
      type: Organization,
      description: 'A vertical body’s upper level 垂直管理上级.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.superior),
    }),
    retiredOn: t.field({
      type: 'Date',
      description: 'Day it ceased 撤销日期.',
      resolve: ({ content }) => content.retiredOn,
    }),
    succeededBy: t.field({
      type: Organization,
      description: 'The body that took over 承接单位.',
      resolve: ({ content }, _args, context) => named(context, Organization, content.succeededBy),
    }),
  }),
});
