import type { Command } from 'commander';
import type { Appointment } from '../access/account.service.ts';
import type { Outcome } from '../access/decision.ts';
import { Fault } from '../foundation/fault.ts';
import { idOfType } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import { accountRoles, isAccountRole } from '../identity/role.ts';

/** Who somebody is to be, as it was typed. */
export interface AppointmentOptions {
  readonly role: string;
  readonly organization?: string;
  readonly jurisdiction?: string;
  readonly person?: string;
}

const LONGEST_NAME = 64;

/** The options that say who somebody is to be. */
export function withAppointment(command: Command): Command {
  return command
    .requiredOption('--role <role>', `角色 one of ${accountRoles.join(', ')}`)
    .option('--organization <key>', '所属机构 key of the organization (CLERK, REVIEWER, OPERATOR, DEVELOPER)')
    .option('--jurisdiction <key>', '所在行政区 key of the jurisdiction (AUTHORITY, GOVERNMENT, REGISTRY)')
    .option('--person <name>', '姓名 name of the person');
}

/** What the options say. Throws `Fault` BAD_INPUT. */
export function appointmentFrom(options: AppointmentOptions): Appointment {
  const role = options.role.trim().toUpperCase();
  if (!isAccountRole(role))
    throw new Fault(
      'BAD_INPUT',
      `没有角色 ${echo(options.role)}；可用：${accountRoles.join('、')}。No such role; one of ${accountRoles.join(', ')}.`,
    );
  return {
    role,
    organization: recordId('Organization', options.organization),
    jurisdiction: recordId('Jurisdiction', options.jurisdiction),
    person: personName(options.person),
  };
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

function recordId(type: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const id = idOfType(type, text);
  if (id === null) throw new Fault('BAD_INPUT', `不是编号：${echo(text)}。This is no key of a record: ${echo(text)}`);
  return id;
}

function personName(text: string | undefined): string | null {
  const name = text?.normalize('NFKC').trim();
  if (name === undefined) return null;
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw new Fault(
      'BAD_INPUT',
      `不是姓名：${echo(name)}。This is no name: 1 to ${LONGEST_NAME} characters on one line.`,
    );
  return name;
}
