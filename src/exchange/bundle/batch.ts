import type { Tx } from '../../graph/graph.service.ts';

/** What a load touched 变动范围. */
export class Touched {
  readonly records = new Set<string>();
  readonly flows = new Map<string, { readonly from: string; readonly to: string }>();
}

/** In whose name and when a load writes. */
export interface LoadWriting {
  readonly load: string;
  readonly recordedAt: number;
  readonly sweptAt: number;
  /** What it touches is collected here, where that is little; null: nowhere. */
  readonly touched: Touched | null;
  /** What the registry held when the load began to write. */
  readonly held: { readonly records: boolean; readonly flows: boolean };
}

/**
 * One part of a load that is written at once, in a transaction that may be tried again. Answers what to note once it is
 * committed.
 */
export type Batch = (tx: Tx, writing: LoadWriting) => Promise<() => void>;
