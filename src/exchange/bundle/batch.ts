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
  /** Whether it goes on record what it writes: not of a dump, which brings its own log. */
  readonly noted: boolean;
  /** What the registry held when the load began to write. */
  readonly held: { readonly records: boolean; readonly flows: boolean };
}

/** What a batch came to. */
export interface Batched {
  /** Lines of what it wrote; they go on record with it. */
  readonly wrote: readonly string[];
  /** To be called once it is committed. */
  readonly done: () => void;
}

/** A batch that draws and places what others wrote. */
export const NOTHING_WRITTEN: Batched = { wrote: [], done: () => undefined };

/** One part of a load that is written at once, in a transaction that may be tried again. */
export type Batch = (tx: Tx, writing: LoadWriting) => Promise<Batched>;
