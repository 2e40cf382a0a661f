import { randomUUID } from 'node:crypto';
import { recordDeed } from '../audit/audit.service.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import { inOnePass, type Tx } from '../graph/graph.service.ts';
import { isAllowed } from '../identity/allowed.ts';
import { type Action, reachOf } from '../identity/permissions.ts';
import type { Viewer } from '../identity/viewer.ts';
import { answerKey, begin, end } from './answers.ts';
import type { Circumstances, Decision, Outcome, Scope } from './decision.ts';
import type { Desk } from './desk.ts';
import { inTurnUnderLock } from './together.ts';

/** What an act is about, read under lock. */
export interface Loaded<State> {
  readonly state: State;
  /** Whose things it is about; permission must reach each of them. */
  readonly scopes: readonly Scope[];
}

/** A deed done: its result, and for the audit what each subject said before and after, by digest. */
export interface Saved<Result> {
  readonly result: Result;
  readonly subjects: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[];
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Flows that came or went. */
  readonly flows?: readonly { readonly from: string; readonly to: string }[];
  /** True when readers see something else than before. */
  readonly changed: boolean;
}

/** An act, declared: permission, what it reads, the pure decision, what it writes. */
export interface Declaration<Command, State, Event, Result> {
  readonly may: Action;
  readonly load: (tx: Tx, command: Command, circumstances: Circumstances) => Promise<Loaded<State>>;
  readonly decide: (state: State, command: Command, circumstances: Circumstances) => Decision<Event>;
  readonly save: (tx: Tx, event: Event, circumstances: Circumstances) => Promise<Saved<Result>>;
}

/** The name by which a request that may come twice is known 幂等键. */
export interface Repeatable {
  readonly idempotencyKey?: string | null;
}

/**
 * The one way anything is done 行为: in one write transaction that holds the registry's lock it reads, checks permission,
 * decides, saves, and puts the deed on record; acts that wait for each other may share the transaction, one after another. If any
 * of these fails nothing has happened. A repeated request with the same idempotency key gets the first answer, and so does the
 * driver where the answer to a commit was lost. Throws `Fault` FORBIDDEN, CONFLICT, NOT_FOUND, UNAVAILABLE, TIME_LIMIT.
 */
export function act<Command extends object, State, Event, Result>(
  declared: Declaration<Command, State, Event, Result>,
): (desk: Desk, command: Command, repeatable?: Repeatable) => Promise<Outcome<Result>> {
  return async (desk, command, { idempotencyKey } = {}) => {
    const { viewer } = desk;
    if (reachOf(declared.may, viewer.role) === 'NONE') throw notAllowed();
    const key = answerKey(actorOf(viewer), idempotencyKey ?? null);
    const asked = digest(canonicalJson([declared.may, command]));
    try {
      return await inTurnUnderLock(desk.graph, declared.may, async (tx) => {
        const { state, first } = await begin<Result>(tx, { key, command: asked });
        if (first !== null) return { done: first, refusals: [] };
        const deed = randomUUID();
        const now = desk.clock.now();
        const recordedAt = Math.max(now, state.recordedUpTo + 1);
        const circumstances = { deed, viewer, sealKey: desk.sealKey, now, recordedAt, sweptAt: state.sweptAt };
        const result = await inOnePass(tx, async (writing) => {
          const saved = await deliberate(writing, declared, command, circumstances);
          await recordDeed(writing, {
            id: deed,
            at: Date.now(),
            request: desk.request,
            actor: actorOf(viewer),
            onBehalfOf: viewer.organization ?? viewer.jurisdiction,
            act: declared.may,
            subjects: saved.subjects,
            detail: saved.detail ?? null,
          });
          const touched = { records: saved.subjects.map(({ id }) => id), flows: saved.flows ?? [] };
          await end(writing, {
            key,
            command: asked,
            result: saved.result,
            changed: saved.changed,
            recordedAt,
            touched,
          });
          return saved.result;
        });
        return { done: result, refusals: [] };
      });
    } catch (error) {
      if (error instanceof Refused) return { done: null, refusals: error.refusals };
      throw error;
    }
  };
}

async function deliberate<Command, State, Event, Result>(
  tx: Tx,
  { may, load, decide, save }: Declaration<Command, State, Event, Result>,
  command: Command,
  circumstances: Circumstances,
): Promise<Saved<Result>> {
  const { state, scopes } = await load(tx, command, circumstances);
  if (!isAllowed(circumstances.viewer, may, scopes)) throw notAllowed();
  const decision = decide(state, command, circumstances);
  if ('refused' in decision) throw new Refused(decision.refused);
  if ('stale' in decision) throw new Fault('CONFLICT', decision.stale);
  return save(tx, decision.accepted, circumstances);
}

/** Rolls the transaction back: a refused act leaves nothing behind. */
class Refused extends Error {
  readonly refusals: Outcome<never>['refusals'];
  constructor(refusals: Outcome<never>['refusals']) {
    super('refused');
    this.refusals = refusals;
  }
}

/** Who does it, for the audit. */
export function actorOf({ signedIn, account, role, organization, jurisdiction }: Viewer) {
  const { issuer, subject } = signedIn ?? { issuer: 'urn:shuyuan:registry', subject: role.toLowerCase() };
  return { issuer, subject, account, role, organization, jurisdiction };
}

function notAllowed(): Fault {
  return new Fault('FORBIDDEN', '您无权进行此操作。You are not allowed to do this.');
}
