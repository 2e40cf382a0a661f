import { Fault } from '../foundation/fault.ts';
import { idOfType } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import { accountRoles, isAccountRole } from '../identity/role.ts';
import type { SignedIn } from '../identity/token.ts';
import type { Appointment } from './account.ts';

/** Who somebody is to be, as it was typed. */
export interface SaidAppointment {
  readonly role: string;
  readonly organization?: string | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  readonly person?: string | null | undefined;
}

const LONGEST_NAME = 64;
const LONGEST_SUBJECT = 255;

/** The appointment that somebody typed 账号信息. Throws `Fault` BAD_INPUT. */
export function appointmentFrom(said: SaidAppointment): Appointment {
  const role = said.role.trim().toUpperCase();
  if (!isAccountRole(role))
    throw new Fault(
      'BAD_INPUT',
      `没有角色 ${echo(said.role)}；可用：${accountRoles.join('、')}。No such role; one of ${accountRoles.join(', ')}.`,
    );
  return {
    role,
    organization: recordId('Organization', said.organization),
    jurisdiction: recordId('Jurisdiction', said.jurisdiction),
    person: personName(said.person),
  };
}

/** Issuer and subject as they stand in tokens: compared to the letter, so nothing is folded. Throws `Fault` BAD_INPUT. */
export function subjectFrom({ issuer, subject }: SignedIn): SignedIn {
  for (const text of [issuer, subject])
    if (text === '' || text.length > LONGEST_SUBJECT || /\p{Cc}/u.test(text) || !text.isWellFormed())
      throw new Fault(
        'BAD_INPUT',
        `签发者和用户标识应为 1 至 ${LONGEST_SUBJECT} 个字符：${echo(text)}。Issuer and subject have 1 to ${LONGEST_SUBJECT} characters.`,
      );
  return { issuer, subject };
}

function recordId(type: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  const id = idOfType(type, text);
  if (id === null) throw new Fault('BAD_INPUT', `不是编号：${echo(text)}。This is no key of a record: ${echo(text)}`);
  return id;
}

function personName(text: string | null | undefined): string | null {
  const name = text?.normalize('NFKC').trim();
  if (name === undefined) return null;
  if (name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name))
    throw new Fault(
      'BAD_INPUT',
      `不是姓名：${echo(name)}。This is no name: 1 to ${LONGEST_NAME} characters on one line.`,
    );
  return name;
}
