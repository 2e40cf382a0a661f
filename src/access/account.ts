import type { Refusal } from '../foundation/refusal.ts';
import { type AccountRole, attachmentOf } from '../identity/role.ts';
import type { SignedIn } from '../identity/token.ts';

/** What an account is for: the person, the role, and whom or where the role acts for. */
export interface Appointment {
  /** What people call him. */
  readonly person: string | null;
  readonly role: AccountRole;
  /** `Organization:…` */
  readonly organization: string | null;
  /** `Jurisdiction:…` */
  readonly jurisdiction: string | null;
}

/** An account 账号: what the registry lets a subject of an issuer be. Closed ones stay, so that what they did keeps a name. */
export interface Account extends Appointment {
  readonly id: string;
  /** Epoch milliseconds of the real clock. */
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** An account with whom it belongs to. */
export interface ListedAccount extends Account, SignedIn {}

/** What the registry holds of what an account names; null: it is not there, or not named. */
export interface Attached {
  readonly organization: string | null;
  /** The organization's own jurisdiction. */
  readonly seat: string | null;
  readonly jurisdiction: string | null;
  /** Since when what it names is retired, or will be, epoch milliseconds; null: it is not. */
  readonly retiredAt: number | null;
}

/** What stands in the way of an appointment at a moment 账号所属不全. */
export function attachmentRefusals(wanted: Appointment, attached: Attached, now: number): Refusal[] {
  const { role, organization, jurisdiction } = wanted;
  const absent = (['organization', 'jurisdiction'] as const)
    .filter((name) => wanted[name] !== null && attached[name] === null)
    .map((name) =>
      refusal('NOT_FOUND', name, `登记库中没有 ${wanted[name]}。There is no ${wanted[name]} in the registry.`),
    );
  if (absent.length > 0) return absent;
  if (isRetired(attached, now))
    return [
      refusal(
        'RETIRED',
        organization === null ? 'jurisdiction' : 'organization',
        '所指机构或行政区已停用。The organization or jurisdiction is retired.',
      ),
    ];
  const attachment = attachmentOf(role);
  if (attachment === 'ORGANIZATION' && organization === null)
    return [
      refusal(
        'MISSING_FIELD',
        'organization',
        `角色 ${role} 须指明机构。The role ${role} acts for an organization; name it.`,
      ),
    ];
  if (attachment === 'JURISDICTION' && jurisdiction === null && attached.seat === null)
    return [
      refusal(
        'MISSING_FIELD',
        'jurisdiction',
        `角色 ${role} 须指明行政区，或已登记行政区的机构。The role ${role} acts in a jurisdiction; name it, or an organization that has one.`,
      ),
    ];
  return [];
}

/** Whether what an account names is retired at a moment: nobody acts for it any more 所属已停用. */
export function isRetired({ retiredAt }: Attached, now: number): boolean {
  return retiredAt !== null && retiredAt <= now;
}

/** Why an appointment cannot be given to a subject with that account: an open one keeps its role until it is closed. */
export function heldRefusals(wanted: Appointment, held: Account | null): Refusal[] {
  if (held === null || held.closedAt !== null || sameAppointment(wanted, held)) return [];
  return [
    refusal(
      'ACCOUNT_EXISTS',
      'subject',
      `该登录身份已有账号（${held.role}）；先停用，再重新开设。This subject has an account already (${held.role}); close it first.`,
    ),
  ];
}

/** Whether two appointments say the same. */
export function sameAppointment(one: Appointment, other: Appointment): boolean {
  return (['person', 'role', 'organization', 'jurisdiction'] as const).every((name) => one[name] === other[name]);
}

function refusal(code: string, field: string, message: string): Refusal {
  return { code, message, path: [field] };
}
