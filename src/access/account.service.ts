import { randomUUID } from 'node:crypto';
import { Fault } from '../foundation/fault.ts';
import type { Graph } from '../graph/graph.service.ts';
import { readableState } from '../graph/registry.ts';
import type { SignedIn } from '../identity/token.ts';
import * as store from './account.store.ts';
import { type Account, type Appointment, attachmentFault, type ListedAccount, settle } from './account.ts';

export type { Account, Appointment, ListedAccount } from './account.ts';

const WORK = { name: 'accounts', limit: 10_000 };

/** What opening an account came to. */
export type Opened = 'OPENED' | 'REOPENED' | 'KEPT';

/**
 * Opens an account 开设账号; one that is there already as wanted is kept, a closed one is opened again as wanted.
 * Throws `Fault` NOT_FOUND, BAD_INPUT (what it names is not there, or not named), CONFLICT (the subject has another one).
 */
export async function openAccount(graph: Graph, signedIn: SignedIn, wanted: Appointment): Promise<Opened> {
  return graph.write(WORK, async (tx) => {
    await readableState(tx);
    const fault = attachmentFault(wanted, await store.readAttachment(tx, wanted));
    if (fault !== null) throw fault;
    const made = { id: randomUUID(), at: Date.now() };
    const held = await store.openAccount(tx, signedIn, wanted, made);
    if (held.id === made.id) return 'OPENED';
    const settled = settle(held, wanted);
    if (settled instanceof Fault) throw settled;
    if (settled === 'KEEP') return 'KEPT';
    await store.reopenAccount(tx, held.id, wanted, made.at);
    return 'REOPENED';
  });
}

/** Closes an account 停用账号; one that is closed stays so. Throws `Fault` NOT_FOUND. */
export async function closeAccount(graph: Graph, signedIn: SignedIn): Promise<void> {
  const closed = await graph.write(WORK, (tx) => store.closeAccount(tx, signedIn, Date.now()));
  if (closed === null)
    throw new Fault('NOT_FOUND', `没有这个账号：${signedIn.subject}。There is no such account: ${signedIn.subject}`);
}

/** The account of a subject 查账号; null when it has none. */
export async function accountOf(graph: Graph, signedIn: SignedIn): Promise<Account | null> {
  return graph.read(WORK, (tx) => store.readAccount(tx, signedIn));
}

/** Every account 账号清单, closed ones too, by issuer and subject. */
export async function allAccounts(graph: Graph): Promise<ListedAccount[]> {
  return graph.read(WORK, (tx) => store.listAccounts(tx));
}
