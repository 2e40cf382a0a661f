import { Fault } from '../foundation/fault.ts';
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
}

/** What stands in the way of an appointment 账号所属不全; null when nothing does. */
export function attachmentFault(wanted: Appointment, attached: Attached): Fault | null {
  for (const name of ['organization', 'jurisdiction'] as const)
    if (wanted[name] !== null && attached[name] === null)
      return new Fault('NOT_FOUND', `登记库中没有 ${wanted[name]}。There is no ${wanted[name]} in the registry.`);
  const attachment = attachmentOf(wanted.role);
  if (attachment === 'ORGANIZATION' && attached.organization === null)
    return new Fault(
      'BAD_INPUT',
      `角色 ${wanted.role} 须指明机构。The role ${wanted.role} acts for an organization; name it.`,
    );
  if (attachment === 'JURISDICTION' && (attached.jurisdiction ?? attached.seat) === null)
    return new Fault(
      'BAD_INPUT',
      `角色 ${wanted.role} 须指明行政区，或所在行政区已登记的机构。The role ${wanted.role} acts in a jurisdiction; name it, or an organization that has one.`,
    );
  return null;
}

/** What to do with the account that a subject has when one is to be opened: nothing, or open it again; a Fault: neither. */
export function settle(held: Account, wanted: Appointment): 'KEEP' | 'REOPEN' | Fault {
  if (held.closedAt !== null) return 'REOPEN';
  const same = (['person', 'role', 'organization', 'jurisdiction'] as const).every(
    (name) => held[name] === wanted[name],
  );
  return same
    ? 'KEEP'
    : new Fault(
        'CONFLICT',
        `该登录身份已有账号（${held.role}）；先停用，再重新开设。This subject has an account already (${held.role}); close it first.`,
      );
}
