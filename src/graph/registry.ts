import { Fault } from '../foundation/fault.ts';
import type { Graph, Tx } from './graph.service.ts';
import { forgetDeltas, noteDelta, readDeltas, readRegistry, takeRegistry } from './graph.statements.ts';

/** Where the registry stands at one moment of one transaction. */
export interface RegistryState {
  /** Grows with every change; equal generations mean equal content. */
  readonly generation: number;
  /** Id of the load that is being written; null when none is. */
  readonly loading: string | null;
  /** Last moment at which the registry recorded anything itself, epoch milliseconds; it never runs backwards. */
  readonly recordedUpTo: number;
  /** Flows that had ended or were retired by then stand as FLOWED_TO, epoch milliseconds. */
  readonly sweptAt: number;
}

/** Reads where the registry stands. Throws `Fault` UNAVAILABLE on a graph that was never migrated. */
export async function registryState(tx: Tx): Promise<RegistryState> {
  const state = await tx.run(readRegistry, {});
  if (state === null) throw new Fault('UNAVAILABLE', '图数据库尚未初始化。The graph was not migrated yet.');
  return state;
}

/** Where the registry stands, for a reader: refused while a load is under way, so that nobody sees half of it. */
export async function readableState(tx: Tx): Promise<RegistryState> {
  return unlessLoading(await registryState(tx));
}

/** The state itself, unless a load is under way. Throws `Fault` UNAVAILABLE. */
export function unlessLoading<State extends Pick<RegistryState, 'loading'>>(state: State): State {
  if (state.loading !== null)
    throw new Fault('UNAVAILABLE', '正在装载数据，请稍后再试。A load is under way; try again later.');
  return state;
}

/** Where the registry stands, for a writer, who holds its lock until the transaction ends. */
export async function stateUnderLock(tx: Tx, by: string): Promise<RegistryState> {
  return tx.run(takeRegistry, { by });
}

/** What a change touched 变动范围: records that say something else now, and pairs of assets between which flows came or went. */
export interface Scope {
  readonly records: readonly string[];
  readonly flows: readonly { readonly from: string; readonly to: string }[];
}

/** A scope as statements take it. */
export function scopeParams({ records, flows }: Scope) {
  return { records, from: flows.map((flow) => flow.from), to: flows.map((flow) => flow.to) };
}

/** Notes what the change touched that began the present generation, under the lock; without a note it counts as having touched anything. */
export async function noteScope(tx: Tx, scope: Scope): Promise<void> {
  await tx.run(noteDelta, scopeParams(scope));
}

/** Forgets what changes touched that are a thousand generations old. */
export async function forgetOldScopes(graph: Graph): Promise<void> {
  await graph.batches({ name: 'forget scopes', limit: 60_000 }, forgetDeltas, {});
}

/** What all changes since a generation touched; null where that is not known, or more than so much. */
export async function touchedSince(tx: Tx, after: number, upTo: number, most: number): Promise<Scope | null> {
  const rows = await tx.run(readDeltas, { after, upTo });
  if (rows.length !== upTo - after) return null;
  const records = new Set(rows.flatMap((row) => row.records));
  const flows = new Map(
    rows.flatMap(({ from, to }) => from.map((id, i) => [`${id}\n${to[i]}`, { from: id, to: to[i]! }])),
  );
  return records.size + flows.size > most ? null : { records: [...records], flows: [...flows.values()] };
}
