import { Fault } from '../foundation/fault.ts';
import { digest } from '../foundation/json.ts';
import { DEVELOPMENT_ISSUER, type DevelopmentKey } from '../identity/development-key.ts';
import { type Appointment, accountOf, openAccount, sameAppointment } from './account.service.ts';
import type { Outcome } from './decision.ts';
import type { Desk } from './desk.ts';

/**
 * A token of the development key 开发令牌 for an appointment, with its account, opened if need be at the desk of whoever holds the
 * machine: the same appointment is the same subject. Refused as opening is; throws `Fault` FORBIDDEN when the account was closed.
 */
export async function developmentToken(
  desk: Desk,
  key: DevelopmentKey,
  wanted: Appointment,
  days: number,
): Promise<Outcome<string>> {
  const signedIn = { issuer: DEVELOPMENT_ISSUER, subject: subjectOf(wanted) };
  const held = await accountOf(desk.graph, signedIn);
  if (held !== null && held.closedAt !== null)
    throw new Fault(
      'FORBIDDEN',
      `该账号已停用；用 shuyuan account open --issuer ${signedIn.issuer} --subject ${signedIn.subject} 重新开设。This account is closed; open it again with shuyuan account open.`,
    );
  if (held === null || !sameAppointment(held, wanted)) {
    const opened = await openAccount(desk, { ...signedIn, ...wanted });
    if (opened.done === null) return opened;
  }
  return { done: await key.sign(signedIn.subject, days), refusals: [] };
}

/** A development account is of one appointment for ever: its subject is made of it. */
function subjectOf({ role, organization, jurisdiction, person }: Appointment): string {
  return `${role.toLowerCase()}-${digest(JSON.stringify([role, organization, jurisdiction, person]))}`;
}
