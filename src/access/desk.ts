import type { SealKey } from '../audit/seal-key.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Graph } from '../graph/graph.service.ts';
import type { Viewer } from '../identity/viewer.ts';

/** A window at which a viewer is served 窗口: who asks, of which graph, by which clock. */
export interface Desk {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly viewer: Viewer;
  /** The key with which the house signs evidence 封存密钥; null: it signs nothing. */
  readonly sealKey: SealKey | null;
  /** Id of the request, for the log and the audit. */
  readonly request: string;
  /** Ids of records that this request read and that the audit log keeps trace of. */
  readonly traced: Set<string>;
  /** Generations of the registry that this viewer's request has read so far; more than one: it changed meanwhile. */
  readonly generations: Set<number>;
}
