import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../src/identity/allowed.ts';
import { actions, permissions, reachOf } from '../../src/identity/permissions.ts';
import { roles } from '../../src/identity/role.ts';
import { type SightClass, sightClasses, sightTable } from '../../src/identity/sight-classes.ts';
import { degreeOf, mayMiss, sightsOf, standingOf } from '../../src/identity/sights.ts';
import { PUBLIC_VIEWER, type Viewer } from '../../src/identity/viewer.ts';

/** Somebody of a role, of organization Own in place Home, whose city is Home and Beside, under whom is Home and Below. */
const somebody = (role: Viewer['role']): Viewer => ({
  ...PUBLIC_VIEWER,
  role,
  organization: 'Organization:Own',
  jurisdiction: 'Jurisdiction:Home',
  city: ['Jurisdiction:Home', 'Jurisdiction:Below', 'Jurisdiction:Beside'],
  under: ['Jurisdiction:Home', 'Jurisdiction:Below'],
});

const OWN = { organization: 'Organization:Own', jurisdictions: ['Jurisdiction:Home'] };
const OTHER_BELOW = { organization: 'Organization:Other', jurisdictions: ['Jurisdiction:Below'] };
const OTHER_BESIDE = { organization: 'Organization:Other', jurisdictions: ['Jurisdiction:Beside'] };
const NOBODYS = { organization: null, jurisdictions: [] };

/** Who may do what, written out a second time by hand: a change of the table must be meant. */
const MEANT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'account:open': { ADMIN: 'ALL', KEEPER: 'ALL' },
  'account:close': { ADMIN: 'ALL', KEEPER: 'ALL' },
  'account:read': { ADMIN: 'ALL', AUDITOR: 'ALL', KEEPER: 'ALL' },
  'bundle:load': { KEEPER: 'ALL' },
  'organization:save': { AUTHORITY: 'UNDER' },
  'element:save': { AUTHORITY: 'ALL' },
  'dataset:save': { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  'flow:save': { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER', OPERATOR: 'OWN', DEVELOPER: 'OWN' },
  'finding:judge': { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER', GOVERNMENT: 'UNDER' },
  'check:record': { CLERK: 'OWN', REVIEWER: 'OWN' },
  'collection:save': { CLERK: 'OWN', REVIEWER: 'OWN' },
  'duplicate:judge': { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  'agency:judge': { CLERK: 'OWN', REVIEWER: 'OWN', AUTHORITY: 'UNDER' },
  'lead:name': { AUTHORITY: 'UNDER' },
  'audit:read': { AUDITOR: 'ALL', KEEPER: 'ALL' },
  'evidence:issue': { AUDITOR: 'ALL', AUTHORITY: 'UNDER', KEEPER: 'ALL' },
};

describe.each(actions)('%s', (action) => {
  it.each(roles)('by %s reaches as far as the table says: own, under the jurisdiction, beside it, nobody’s', (role) => {
    const reach = MEANT[action]?.[role] ?? 'NONE';
    expect(reachOf(action, role)).toBe(reach);
    const viewer = somebody(role);
    const may = [OWN, OTHER_BELOW, OTHER_BESIDE, NOBODYS].map((scope) => isAllowed(viewer, action, [scope]));
    const due = { NONE: [0, 0, 0, 0], OWN: [1, 0, 0, 0], UNDER: [1, 1, 0, 0], ALL: [1, 1, 1, 1] }[reach]!;
    expect(may).toEqual(due.map(Boolean));
  });

  it('needs to reach every one of the things it touches', () => {
    for (const role of roles)
      expect(isAllowed(somebody(role), action, [OWN, OTHER_BESIDE])).toBe(reachOf(action, role) === 'ALL');
  });

  it('says what it is and on what it rests, Chinese first', () => {
    expect(permissions[action].title).toMatch(/^\p{Script=Han}/u);
    expect(permissions[action].basis).toMatch(/\p{Script=Han}/u);
  });
});

it('nobody who is not signed in does anything, and auditors write nothing', () => {
  const writing = actions.filter((action) => !['audit:read', 'account:read', 'evidence:issue'].includes(action));
  expect(actions.filter((action) => reachOf(action, 'PUBLIC') !== 'NONE')).toEqual([]);
  expect(writing.filter((action) => reachOf(action, 'AUDITOR') !== 'NONE')).toEqual([]);
});

const record = (sight: SightClass, owner: string, place: string | null) => ({
  id: 'Dataset:D',
  sight,
  owner: `Organization:${owner}`,
  place: place === null ? null : `Jurisdiction:${place}`,
});

describe.each(sightClasses)('a record of class %s', (sight) => {
  it.each(roles)('is seen by %s as the table says: own, under, in the city, elsewhere', (role) => {
    const viewer = somebody(role);
    const { column, under, everything } = standingOf(role);
    const { anybody, [column]: inCity } = sightTable[sight];
    const seen = [
      degreeOf(viewer, record(sight, 'Own', null)),
      degreeOf(viewer, record(sight, 'Other', 'Below')),
      degreeOf(viewer, record(sight, 'Other', 'Beside')),
      degreeOf(viewer, record(sight, 'Other', 'Far')),
    ];
    expect(seen).toEqual(everything ? Array(4).fill('OPEN') : ['OPEN', under ? 'OPEN' : inCity, inCity, anybody]);
  });

  it('is never darker to an agency of the city or the registration body than to anybody', () => {
    const rank = { DARK: 0, HINTED: 1, OPEN: 2 };
    const { anybody, city, registry } = sightTable[sight];
    expect(Math.min(rank[city], rank[registry])).toBeGreaterThanOrEqual(rank[anybody]);
  });

  it('is open to those whom an agreement or a part in it concerns', () => {
    const operator = somebody('OPERATOR');
    const far = record(sight, 'Other', 'Far');
    expect(degreeOf({ ...operator, covered: ['Dataset:D'] }, far)).toBe('OPEN');
    expect(degreeOf({ ...operator, involved: ['Dataset:D'] }, far)).toBe('OPEN');
  });
});

it('only those who see everything are ever told that an answer is complete', () => {
  expect(roles.filter((role) => !mayMiss(somebody(role)))).toEqual(['AUDITOR', 'KEEPER']);
  expect(roles.filter((role) => sightsOf(somebody(role)).everything)).toEqual(['AUDITOR', 'KEEPER']);
});

it('the printed matrix shows every act and every class of records', () => {
  const printed = readFileSync('docs/permissions.md', 'utf8');
  for (const action of actions) expect(printed).toContain(`\`${action}\``);
  for (const sight of sightClasses) expect(printed).toContain(sightTable[sight].title);
});
