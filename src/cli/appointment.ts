import type { Command } from 'commander';
import type { Appointment } from '../access/account.service.ts';
import type { Outcome } from '../access/decision.ts';
import { Fault } from '../foundation/fault.ts';
import { accountRoles } from '../identity/role.ts';

/** The options that say who somebody is to be. */
export function withAppointment(command: Command): Command {
  return command
    .requiredOption('--role <role>', `角色 one of ${accountRoles.join(', ')}`)
    .option('--organization <key>', '所属机构 key of the organization (CLERK, REVIEWER, OPERATOR, DEVELOPER)')
    .option('--jurisdiction <key>', '所在行政区 key of the jurisdiction (AUTHORITY, GOVERNMENT, REGISTRY)')
    .option('--person <name>', '姓名 name of the person');
}

/** What an act came to. Throws `Fault` BAD_INPUT with all that was refused. */
export function granted<Result>(outcome: Outcome<Result>): Result {
  if (outcome.done !== null) return outcome.done;
  throw new Fault('BAD_INPUT', outcome.refusals.map(({ message }) => message).join('\n'));
}

/** Who somebody is to be, in words. */
export function inWords({ role, organization, jurisdiction, person }: Appointment): string {
  return [role, organization, jurisdiction, person].filter((part) => part !== null).join(' · ');
}
