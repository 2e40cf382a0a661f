import { randomUUID } from 'node:crypto';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import { type RegistryState, type Scope, scopeParams, unlessLoading } from '../graph/registry.ts';
import { beginDeed, endDeed, forgetAnswers } from './access.statements.ts';

const LONGEST_KEY = 200;
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Under which the first answer to a request is kept 幂等键: of who asks and what he called the request; a request that has no
 * name gets one of its own, so that the driver, who tries again where a commit's answer was lost, does nothing twice.
 */
export function answerKey(asker: { readonly issuer: string; readonly subject: string }, name: string | null): string {
  if (name !== null && (name.length === 0 || name.length > LONGEST_KEY))
    throw new Fault(
      'BAD_INPUT',
      `幂等键应为 1 至 ${LONGEST_KEY} 个字符。idempotencyKey has 1 to ${LONGEST_KEY} characters.`,
    );
  return digest(canonicalJson([asker.issuer, asker.subject, name ?? { once: randomUUID() }]));
}

/**
 * Begins a deed, under the registry's lock 行为开始: where the registry stands, and the first answer under the key; null when this is
 * the first. Throws `Fault` UNAVAILABLE while a load is under way, CONFLICT when something else was asked under the key.
 */
export async function begin<Result>(
  tx: Tx,
  asked: { readonly key: string; readonly command: string },
): Promise<{ state: RegistryState; first: Result | null }> {
  const { command, answer, ...state } = unlessLoading(await tx.run(beginDeed, { key: asked.key }));
  if (answer === null) return { state, first: null };
  if (command !== asked.command)
    throw new Fault('CONFLICT', '该幂等键已用于另一请求。This idempotencyKey was used for another request.');
  return { state, first: JSON.parse(answer) as Result };
}

/** What is kept of a deed that was done. */
export interface Ended {
  readonly key: string;
  /** Digest of what was asked. */
  readonly command: string;
  readonly result: unknown;
  /** True when readers see something else than before. */
  readonly changed: boolean;
  readonly recordedAt: number;
  readonly touched: Scope;
}

/** Ends a deed 行为完成: keeps the answer that a repeated request will get, for a week, and tells readers of a change. */
export async function end(tx: Tx, { result, touched, ...rest }: Ended): Promise<void> {
  await tx.run(endDeed, { ...rest, ...scopeParams(touched), answer: JSON.stringify(result), at: Date.now() });
}

/** Forgets answers that are older than that. */
export async function forgetOldAnswers(graph: Graph): Promise<void> {
  await graph.write({ name: 'forget answers', limit: 60_000 }, (tx) =>
    tx.run(forgetAnswers, { before: Date.now() - KEPT_MS }),
  );
}
