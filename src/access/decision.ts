import type { SealKey } from '../audit/seal-key.ts';
import type { Refusal } from '../foundation/refusal.ts';
import type { Viewer } from '../identity/viewer.ts';

/** What holds when something is decided: who, when, and when the registry records it. Epoch milliseconds. */
export interface Circumstances {
  /** Id of the deed. */
  readonly deed: string;
  readonly viewer: Viewer;
  /** The house's key: what a viewer is told opaquely he may name again. */
  readonly sealKey: SealKey | null;
  readonly now: number;
  /** Later than everything the registry recorded before. */
  readonly recordedAt: number;
  /** Flows that had ended or were retired by then stand as past. */
  readonly sweptAt: number;
}

/** A decision 决定: what happened, lawful noes, or that somebody else changed it first. */
export type Decision<Event> =
  | { readonly accepted: Event }
  | { readonly refused: readonly Refusal[] }
  /** For people: what has changed meanwhile. */
  | { readonly stale: string };

/** Whose things an act is about. */
export interface Scope {
  /** Id of the organization they belong to. */
  readonly organization: string | null;
  /** Ids of the jurisdictions they lie in. */
  readonly jurisdictions: readonly string[];
}

/** What came of an act: its result, or refusals. */
export type Outcome<Result> =
  | { readonly done: Result; readonly refusals: readonly [] }
  | { readonly done: null; readonly refusals: readonly Refusal[] };
