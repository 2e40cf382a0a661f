import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Appointment, openAccount } from '../../src/access/account.service.ts';
import { developmentToken } from '../../src/access/development.service.ts';
import { viewerOf } from '../../src/access/sign-in.service.ts';
import { idOfType } from '../../src/foundation/id.ts';
import type { House } from '../../src/house/house.ts';
import { developmentKey } from '../../src/identity/development-key.ts';
import type { AccountRole } from '../../src/identity/role.ts';
import { PUBLIC_VIEWER, type Viewer } from '../../src/identity/viewer.ts';
import { local } from './stage.ts';

/** Where somebody of the cast belongs, by keys. */
export interface Place {
  readonly organization?: string;
  readonly jurisdiction?: string;
  readonly person?: string;
}

/** The development key of all tests of this run. */
export const key = await developmentKey(mkdtempSync(join(tmpdir(), 'shuyuan-cast-')));

function appointment(role: AccountRole, { organization, jurisdiction, person = '测试人员' }: Place): Appointment {
  return {
    role,
    person,
    organization: organization === undefined ? null : idOfType('Organization', organization),
    jurisdiction: jurisdiction === undefined ? null : idOfType('Jurisdiction', jurisdiction),
  };
}

/** Somebody who signs in, as the registry knows him: his account is opened, and read as for a request. */
export async function as(house: House, role: AccountRole | 'PUBLIC', place: Place = {}): Promise<Viewer> {
  if (role === 'PUBLIC') return PUBLIC_VIEWER;
  const signedIn = { issuer: 'urn:test', subject: JSON.stringify([role, place]) };
  const { refusals } = await openAccount(house.desk(local), { ...signedIn, ...appointment(role, place) });
  if (refusals.length > 0) throw new Error(refusals.map(({ message }) => message).join('\n'));
  return viewerOf(house.desk(PUBLIC_VIEWER), signedIn);
}

/** His token, for the header `Authorization: Bearer …`. */
export async function tokenOf(house: House, role: AccountRole, place: Place = {}): Promise<string> {
  const { done, refusals } = await developmentToken(house.desk(local), key, appointment(role, place), 1);
  if (done === null) throw new Error(refusals.map(({ message }) => message).join('\n'));
  return done;
}
