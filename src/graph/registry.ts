import { Fault } from '../foundation/fault.ts';
import type { Tx } from './graph.service.ts';
import { readRegistry, takeRegistry } from './graph.statements.ts';

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
