import { actions, permissions, reachOf } from '../src/identity/permissions.ts';
import { accountRoles, roles } from '../src/identity/role.ts';
import { sightClasses, sightTable } from '../src/identity/sight-classes.ts';
import { standingOf } from '../src/identity/sights.ts';
import type { Generated } from './statements.ts';

const REACH = { NONE: '—', OWN: '本机构 own', UNDER: '辖区 under', ALL: '全部 all' } as const;
const SHOWN = roles.filter((role) => role !== 'PUBLIC');

/** `docs/permissions.md`: who may do what, and who may know of what, as tables that a lawyer can read. */
export function generatePermissions(): Generated[] {
  return [{ path: 'docs/permissions.md', content: [...doing(), ...knowing(), ''].join('\n') }];
}

function doing(): string[] {
  return [
    '# Who may do what, and who may know of what 权限与可见性',
    '',
    'Generated from `src/identity` by `npm run generate`. An account has one role; whoever is not signed in is the public,',
    'who does nothing. The role KEEPER 保管人 is the command line on the machine itself; nobody signs in with it.',
    '',
    '## Acts 行为',
    '',
    '*Own*: things of the organization that the account acts for. *Under*: things that lie in the account’s jurisdiction and in',
    'those under it. An act that touches things of two owners needs both.',
    '',
    row(['act', 'what', 'rests on', ...SHOWN]),
    row(['---', '---', '---', ...SHOWN.map(() => '---')]),
    ...actions.map((action) =>
      row([
        `\`${action}\``,
        permissions[action].title,
        permissions[action].basis,
        ...SHOWN.map((role) => REACH[reachOf(action, role)]),
      ]),
    ),
    '',
  ];
}

function knowing(): string[] {
  return [
    '## Sights 可见性',
    '',
    'OPEN 可见: the record with all it says. HINTED 隐去: in lineage a hidden vertex under an opaque id; everywhere else nothing.',
    'DARK 不可知: everything is computed as if it and its flows did not exist. For a viewer for whom anything can be DARK every',
    'lineage answer says that it may be incomplete, whatever the data.',
    '',
    'Beside the table: one’s own organization’s records are OPEN; so is what an agreement in force, a granted qualification or a',
    'sharing request of it covers. Former contents of a record (`history`) are for those whose own it is, for the authority it',
    'lies under, and for auditors.',
    '',
    row(['record', 'anybody 任何人', 'agencies of the same city 同城机构', 'registration body 登记机构']),
    row(['---', '---', '---', '---']),
    ...sightClasses.map((name) => {
      const { title, anybody, city, registry } = sightTable[name];
      return row([title, anybody, city, registry]);
    }),
    '',
    row(['role', 'column', 'all of its jurisdiction and under it', 'everything']),
    row(['---', '---', '---', '---']),
    ...['PUBLIC' as const, ...accountRoles, 'KEEPER' as const].map((role) => {
      const { column, under, everything } = standingOf(role);
      return row([role, column, under ? 'OPEN' : '—', everything ? 'OPEN' : '—']);
    }),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
