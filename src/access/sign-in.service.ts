import { Fault } from '../foundation/fault.ts';
import type { SignedIn } from '../identity/token.ts';
import type { Viewer } from '../identity/viewer.ts';
import { readAccount } from './account.store.ts';
import { attachmentRefusals, isRetired } from './account.ts';
import { belongingOf } from './belonging.ts';
import type { Desk } from './desk.ts';
import { see } from './see.ts';

const WORK = { name: 'sign-in', limit: 10_000 };

/**
 * Who somebody is to the registry 登录: the viewer that his account makes of him, read at a window of the public. The account is read
 * each time. Throws `Fault` FORBIDDEN when he has none, a closed one, or one whose organization or jurisdiction is not there
 * or is retired.
 */
export async function viewerOf(desk: Desk, signedIn: SignedIn): Promise<Viewer> {
  return see(desk, WORK, async (tx, { now, registry }) => {
    const account = await readAccount(tx, signedIn);
    if (account === null) throw new Fault('FORBIDDEN', NO_ACCOUNT);
    if (account.closedAt !== null) throw new Fault('FORBIDDEN', CLOSED);
    const { attached, ...belonging } = await belongingOf(tx, { graph: desk.graph, registry, now }, account);
    if (isRetired(attached, now)) throw new Fault('FORBIDDEN', RETIRED);
    if (attachmentRefusals(account, attached, now).length > 0) throw new Fault('FORBIDDEN', NOWHERE);
    const { id, person, role, organization } = account;
    const { jurisdiction, city, under, covered, involved } = belonging;
    return { role, signedIn, account: id, person, organization, jurisdiction, city, under, covered, involved };
  });
}

const NO_ACCOUNT =
  '您已登录，但登记库没有您的账号，请联系管理员。You are signed in but have no account here; ask an administrator.';
const CLOSED = '您的账号已停用，请联系管理员。Your account is closed; ask an administrator.';
const NOWHERE =
  '您的账号所属的机构或行政区不在登记库中，请联系管理员。The organization or jurisdiction of your account is not in the registry; ask an administrator.';
const RETIRED =
  '您的账号所属的机构或行政区已停用，请联系管理员。The organization or jurisdiction of your account is retired; ask an administrator.';
