import { randomUUID } from 'node:crypto';
import { lastDeeds } from '../audit/records.service.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { reachOf } from '../identity/permissions.ts';
import type { SignedIn } from '../identity/token.ts';
import * as store from './account.store.ts';
import {
  type Account,
  type Appointment,
  type Attached,
  attachmentRefusals,
  heldRefusals,
  type ListedAccount,
} from './account.ts';
import { act, type Saved } from './act.ts';
import type { Desk } from './desk.ts';

export { type Account, type Appointment, type ListedAccount, sameAppointment } from './account.ts';
export { appointmentFrom, type SaidAppointment, subjectFrom } from './account-form.ts';

const WORK = { name: 'accounts', limit: 10_000 };

/** An account to be opened. */
export interface OpenAccount extends SignedIn, Appointment {}

/** What opening an account came to. */
export type Opened = 'OPENED' | 'REOPENED' | 'KEPT';

interface OpeningState {
  readonly held: Account | null;
  readonly attached: Attached;
}

/**
 * Opens an account 开设账号; one that is there already as wanted is kept, a closed one is opened again as wanted. Refused when
 * what it names is not there or not named, and while the subject has another one.
 */
export const openAccount = act<OpenAccount, OpeningState, { held: Account | null; wanted: OpenAccount }, Opened>({
  may: 'account:open',
  load: async (tx, wanted) => {
    const held = await store.readAccount(tx, wanted);
    return { state: { held, attached: await store.readAttachment(tx, wanted) }, scopes: [] };
  },
  decide: ({ held, attached }, wanted, { now }) => {
    const refused = [...attachmentRefusals(wanted, attached, now), ...heldRefusals(wanted, held)];
    return refused.length > 0 ? { refused } : { accepted: { held, wanted } };
  },
  save: async (tx, { held, wanted }) => {
    const at = Date.now();
    if (held === null) await store.createAccount(tx, wanted, { id: randomUUID(), at });
    else if (held.closedAt !== null) await store.reopenAccount(tx, held.id, wanted, at);
    const outcome = held === null ? 'OPENED' : held.closedAt === null ? 'KEPT' : 'REOPENED';
    return saved(wanted, held, await kept(tx, wanted), outcome);
  },
});

/** Closes an account 停用账号: its tokens are refused from then on; one that is closed stays so. Throws `Fault` NOT_FOUND. */
export const closeAccount = act<SignedIn, Account, { held: Account; of: SignedIn }, 'CLOSED'>({
  may: 'account:close',
  load: async (tx, of) => ({ state: await kept(tx, of), scopes: [] }),
  decide: (held, of) => ({ accepted: { held, of } }),
  save: async (tx, { held, of }) => {
    if (held.closedAt === null) await store.closeAccount(tx, held.id, Date.now());
    return saved(of, held, await kept(tx, of), 'CLOSED');
  },
});

/** The account of a subject 查账号; null when it has none. */
export async function accountOf(graph: Graph, signedIn: SignedIn): Promise<Account | null> {
  return graph.read(WORK, (tx) => store.readAccount(tx, signedIn));
}

/** Every account 账号清单, closed ones too, by issuer and subject. */
export async function allAccounts(graph: Graph): Promise<ListedAccount[]> {
  return graph.read(WORK, (tx) => store.listAccounts(tx));
}

async function kept(tx: Tx, of: SignedIn): Promise<Account> {
  const account = await store.readAccount(tx, of);
  if (account === null)
    throw new Fault('NOT_FOUND', `没有这个账号：${of.subject}。There is no such account: ${of.subject}`);
  return account;
}

/** One page of accounts, by issuer and subject. */
export interface AccountPage {
  readonly edges: readonly { readonly cursor: string; readonly node: ListedAccount }[];
  readonly hasNextPage: boolean;
}

const PAGE = 50;
const MOST = 1_000;

/** Accounts 查阅账号, closed ones too, a page at a time. Throws `Fault` FORBIDDEN, BAD_INPUT. */
export async function accountsFor(
  desk: Desk,
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
): Promise<AccountPage> {
  mayRead(desk);
  const size = first ?? PAGE;
  if (!(size >= 0 && size <= MOST))
    throw new Fault('BAD_INPUT', `first 应在 0 到 ${MOST} 之间。first must be 0 to ${MOST}.`);
  const all = (await allAccounts(desk.graph)).map((node) => ({ cursor: cursorOf(node), node }));
  const begin = after == null ? 0 : all.findIndex(({ cursor }) => cursor === after) + 1;
  if (after != null && begin === 0) throw new Fault('BAD_INPUT', '分页游标不对。The cursor is not one of this list.');
  return { edges: all.slice(begin, begin + size), hasNextPage: all.length > begin + size };
}

/** The account of a subject, for who may read accounts. Throws `Fault` FORBIDDEN, NOT_FOUND. */
export async function accountFor(desk: Desk, of: SignedIn): Promise<ListedAccount> {
  mayRead(desk);
  const { issuer, subject } = of;
  return { ...(await desk.graph.read(WORK, (tx) => kept(tx, of))), issuer, subject };
}

function mayRead({ viewer }: Desk): void {
  if (reachOf('account:read', viewer.role) !== 'ALL')
    throw new Fault('FORBIDDEN', '您无权查阅账号。You are not allowed to read accounts.');
}

function cursorOf({ issuer, subject }: SignedIn): string {
  return Buffer.from(JSON.stringify([issuer, subject])).toString('base64url');
}

function accountDigest({ id, person, role, organization, jurisdiction, openedAt, closedAt }: Account): string {
  return digest(canonicalJson({ id, person, role, organization, jurisdiction, openedAt, closedAt }));
}

const OPENING_AND_CLOSING = ['account:open', 'account:close'];

/** The first account that is not what the audit log tells of it, for verify 核对：与审计不符的账号; null: none. */
export async function firstFalseAccount(tx: Tx): Promise<string | null> {
  const all = await store.listAccounts(tx);
  const deeds = await lastDeeds(tx, all.map(subjectOf), OPENING_AND_CLOSING);
  const wrong = all.find((account) => {
    const { subjects = [], detail } = deeds.get(subjectOf(account)) ?? {};
    const told = subjects.find(({ id }) => id === subjectOf(account))?.after;
    const whose = detail?.['issuer'] === account.issuer && detail['subject'] === account.subject;
    return !whose || told !== accountDigest(account);
  });
  return wrong === undefined ? null : `${subjectOf(wrong)} (${wrong.issuer} ${wrong.subject})`;
}

const subjectOf = ({ id }: Account) => `Account:${id}`;

/** For the audit: whose account, what it is for, and digests of all it said before and says now; names stay out of the log. */
function saved<Result>(of: SignedIn, before: Account | null, after: Account, result: Result): Saved<Result> {
  const { id, role, organization, jurisdiction } = after;
  return {
    result,
    subjects: [{ id: `Account:${id}`, before: before && accountDigest(before), after: accountDigest(after) }],
    detail: { issuer: of.issuer, subject: of.subject, role, organization, jurisdiction },
    changed: false,
  };
}
