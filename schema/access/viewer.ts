import { roles } from '#src/identity/role.ts';
import type { Viewer as Asking } from '#src/identity/viewer.ts';
import { builder } from '../builder.ts';

const Role = builder.enumType('Role', {
  description: 'What somebody is to the registry 角色; docs/permissions.md tells what each may do.',
  values: roles,
});

export const Viewer = builder.objectRef<Asking>('Viewer').implement({
  description: 'Who asks 访问者, as the registry knows him.',
  fields: (t) => ({
    role: t.expose('role', { type: Role, nullable: false, description: 'His role 角色; PUBLIC without a sign-in.' }),
    person: t.exposeString('person', { description: 'What his account calls him 姓名.' }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: false,
    description: 'Who I am to the registry 当前访问者: by the token of this request.',
    resolve: (_root, _args, { desk }) => desk.viewer,
  }),
);
