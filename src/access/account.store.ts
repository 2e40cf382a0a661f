import type { Tx } from '../graph/graph.service.ts';
import { type AccountRole, isAccountRole } from '../identity/role.ts';
import type { SignedIn } from '../identity/token.ts';
import * as statements from './access.statements.ts';
import type { Account, Appointment, Attached, ListedAccount } from './account.ts';

/** The account of a subject; null when it has none. */
export async function readAccount(tx: Tx, { issuer, subject }: SignedIn): Promise<Account | null> {
  const row = await tx.run(statements.readAccount, { issuer, subject });
  return row === null ? null : accountOf(row);
}

/** Makes the account of a subject, as appointed; the caller saw that there is none. */
export async function createAccount(
  tx: Tx,
  { issuer, subject, person, role, organization, jurisdiction }: SignedIn & Appointment,
  made: { id: string; at: number },
): Promise<void> {
  await tx.run(statements.createAccount, { issuer, subject, person, role, organization, jurisdiction, ...made });
}

/** Opens a closed account again, as appointed. */
export async function reopenAccount(
  tx: Tx,
  id: string,
  { person, role, organization, jurisdiction }: Appointment,
  at: number,
): Promise<void> {
  await tx.run(statements.reopenAccount, { id, person, role, organization, jurisdiction, at });
}

/** Closes an account. */
export async function closeAccount(tx: Tx, id: string, at: number): Promise<void> {
  await tx.run(statements.closeAccount, { id, at });
}

/** Every account, closed ones too. */
export async function listAccounts(tx: Tx): Promise<ListedAccount[]> {
  return (await tx.run(statements.listAccounts, {})).map(accountOf);
}

/** What is there of what an account names. */
export async function readAttachment(
  tx: Tx,
  { organization, jurisdiction }: Pick<Appointment, 'organization' | 'jurisdiction'>,
): Promise<Attached> {
  return tx.run(statements.readAttachment, { organization, jurisdiction });
}

/** A jurisdiction and all it lies in, nearest first. */
export async function placesAbove(tx: Tx, jurisdiction: string): Promise<statements.PlacesAboveRow[]> {
  return tx.run(statements.placesAbove, { jurisdiction });
}

/** Jurisdictions with all that lies under each, itself included. */
export async function placesUnder(
  tx: Tx,
  jurisdictions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.run(statements.placesUnder, { jurisdictions });
  return new Map(rows.map(({ id, under }) => [id, under]));
}

/** What an organization has a part in without owning it. */
export async function readStakes(
  tx: Tx,
  organization: string,
  { today, now }: { today: string; now: number },
): Promise<statements.ReadStakesRow> {
  return tx.run(statements.readStakes, { organization, today, now });
}

/** A row as an account; a role that none signs in with was not written by this program. */
function accountOf<Row extends { readonly role: string }>(
  row: Row,
): Omit<Row, 'role'> & { readonly role: AccountRole } {
  const { role } = row;
  if (!isAccountRole(role)) throw new TypeError(`an account has the role ${role}`);
  return { ...row, role };
}
