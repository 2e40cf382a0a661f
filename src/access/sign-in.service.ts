import { dayOfMoment } from '../calendar/day.ts';
import { Fault } from '../foundation/fault.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { SignedIn } from '../identity/token.ts';
import type { Viewer } from '../identity/viewer.ts';
import { placesAbove, placesUnder, readAccount, readAttachment, readStakes } from './account.store.ts';
import { type Account, attachmentRefusals } from './account.ts';
import type { Desk } from './desk.ts';
import { cityOf } from './place.ts';
import { see } from './see.ts';

const WORK = { name: 'sign-in', limit: 10_000 };

/**
 * Who somebody is to the registry 登录: the viewer that his account makes of him, read at a window of the public.
 * Throws `Fault` FORBIDDEN when he has no account, a closed one, or one whose organization or jurisdiction is not there.
 */
export async function viewerOf(desk: Desk, signedIn: SignedIn): Promise<Viewer> {
  return see(desk, WORK, async (tx, { now }) => {
    const account = await readAccount(tx, signedIn);
    if (account === null) throw new Fault('FORBIDDEN', NO_ACCOUNT);
    if (account.closedAt !== null) throw new Fault('FORBIDDEN', CLOSED);
    return viewerFrom(tx, signedIn, account, now);
  });
}

async function viewerFrom(tx: Tx, signedIn: SignedIn, account: Account, now: number): Promise<Viewer> {
  const { id, person, role, organization } = account;
  const attached = await readAttachment(tx, account);
  if (attachmentRefusals(account, attached).length > 0) throw new Fault('FORBIDDEN', NOWHERE);
  const jurisdiction = attached.jurisdiction ?? attached.seat;
  const places = jurisdiction === null ? NO_PLACES : await placesOf(tx, jurisdiction);
  const stakes =
    organization === null ? NO_STAKES : await readStakes(tx, organization, { today: dayOfMoment(now), now });
  return {
    role,
    signedIn,
    account: id,
    person,
    organization,
    jurisdiction,
    ...places,
    covered: [...new Set(stakes.covered)],
    involved: [...new Set(stakes.involved)],
  };
}

/** What lies under a jurisdiction, and the whole city that it lies in; each with the jurisdiction itself. */
async function placesOf(tx: Tx, jurisdiction: string): Promise<Pick<Viewer, 'city' | 'under'>> {
  const city = cityOf(jurisdiction, await placesAbove(tx, jurisdiction));
  const known = await placesUnder(tx, [...new Set([jurisdiction, city])]);
  const under = known.get(jurisdiction) ?? [jurisdiction];
  return { under, city: [...new Set([...(known.get(city) ?? []), ...under])] };
}

const NO_PLACES = { city: [], under: [] };
const NO_STAKES = { covered: [], involved: [] };
const NO_ACCOUNT =
  '您已登录，但登记库没有您的账号，请联系管理员。You are signed in but have no account here; ask an administrator.';
const CLOSED = '您的账号已停用，请联系管理员。Your account is closed; ask an administrator.';
const NOWHERE =
  '您的账号所属的机构或行政区不在登记库中，请联系管理员。The organization or jurisdiction of your account is not in the registry; ask an administrator.';
