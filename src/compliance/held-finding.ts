import { digest } from '../foundation/json.ts';
import { sightsOf } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import type { FindingState } from './finding-life.ts';
import type { Severity } from './rule.ts';

/** A finding as the registry keeps it. Moments are epoch milliseconds. */
export interface HeldFinding {
  readonly id: string;
  /** Where it stands in the order of all. */
  readonly rank: string;
  readonly rule: string;
  readonly subject: string;
  readonly object?: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly since: number;
  readonly firstSeenAt: number;
  /** Only where it is corrected; else it was seen in the last run. */
  readonly lastSeenAt?: number;
  /** Ids of records, in reading order. */
  readonly evidence: readonly string[];
  readonly message: string;
  readonly cure: string;
  /** JSON. */
  readonly details?: string;
  /** Id of the organization that must act. */
  readonly owner?: string;
  /** Id of the jurisdiction that is in. */
  readonly place?: string;
  readonly reason?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  readonly acceptedUntil?: string;
}

/**
 * Whether a viewer may know of a finding 可见范围: whoever must act on it, the data authority and government over them, and who sees everything. The
 * statements that page and count ask the same.
 */
export function maySeeFinding(viewer: Viewer, { owner, place }: HeldFinding): boolean {
  const { everything, own, under } = sightsOf(viewer);
  return everything || (owner !== undefined && own.includes(owner)) || (place !== undefined && under.includes(place));
}

/** The id that stands for evidence which a viewer may not see; it tells nothing of the record. */
export function hiddenId({ id }: HeldFinding, at: number): string {
  return `Hidden:${digest(`${id} ${at}`)}`;
}
