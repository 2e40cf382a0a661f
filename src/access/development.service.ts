import { Fault } from '../foundation/fault.ts';
import { digest } from '../foundation/json.ts';
import type { Graph } from '../graph/graph.service.ts';
import { DEVELOPMENT_ISSUER, type DevelopmentKey } from '../identity/development-key.ts';
import { type Appointment, accountOf, openAccount } from './account.service.ts';

/**
 * A token of the development key 开发令牌 for an appointment, with its account, opened if need be: the same appointment is the
 * same subject. Throws what opening throws, and `Fault` FORBIDDEN when the account was closed.
 */
export async function developmentToken(
  graph: Graph,
  key: DevelopmentKey,
  wanted: Appointment,
  days: number,
): Promise<string> {
  const signedIn = { issuer: DEVELOPMENT_ISSUER, subject: subjectOf(wanted) };
  const held = await accountOf(graph, signedIn);
  if (held !== null && held.closedAt !== null)
    throw new Fault(
      'FORBIDDEN',
      `该账号已停用；用 shuyuan account open --issuer ${signedIn.issuer} --subject ${signedIn.subject} 重新开设。This account is closed; open it again with shuyuan account open.`,
    );
  await openAccount(graph, signedIn, wanted);
  return key.sign(signedIn.subject, days);
}

function subjectOf({ role, organization, jurisdiction, person }: Appointment): string {
  return `${role.toLowerCase()}-${digest(JSON.stringify([role, organization, jurisdiction, person]))}`;
}
