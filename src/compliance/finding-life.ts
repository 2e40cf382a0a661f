import { type Day, firstInstant } from '#src/calendar/day.ts';
import { canonicalJson, digest } from '#src/foundation/json.ts';
import { findingId, rankOfFinding } from './finding-id.ts';
import type { Finding, Severity } from './rule.ts';

/** Where a finding stands 办理状态. All but CORRECTED hold today. */
export const FINDING_STATES = ['NEW', 'SEEN', 'IN_CORRECTION', 'CORRECTED', 'ACCEPTED', 'REOPENED'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What a run needs to know of a finding that the registry keeps. Moments are epoch milliseconds. */
export interface KeptLife {
  readonly id: string;
  readonly state: FindingState;
  readonly severity: Severity;
  /** Digest of what it says, so that a run writes only what changed. */
  readonly digest: string;
  /** Begin of the present stretch where no date of a record fixes it: when it was first seen, or seen again. */
  readonly seenSince: number;
  /** Last day on which it is accepted 接受至; null: without end, or not accepted. */
  readonly acceptedUntil: Day | null;
}

/** What a run does to one finding: the properties that change; null takes one away. */
export interface LifeChange {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** When a run is made, and when the one before it was; null: never. */
export interface RunMoment {
  readonly now: number;
  readonly today: Day;
  readonly before: number | null;
}

/** Who must act on a finding, and the jurisdiction that is in: ids, null where there is none. They say who may know of it. */
export interface Standing {
  readonly owner: string | null;
  readonly place: string | null;
}

const NO_DECISION = { decidedBy: null, decidedAt: null, reason: null, acceptedUntil: null };

/**
 * What becomes of a finding that a run found 发现: new, as before, or reopened: it had been corrected, its acceptance has ended, or what was accepted
 * for review turned out a violation. Null when nothing changes.
 */
export function onFound(
  kept: KeptLife | undefined,
  finding: Finding,
  standing: Standing,
  { now, today }: RunMoment,
): LifeChange | null {
  const said = saying(finding, standing);
  const id = findingId(finding);
  if (kept === undefined) {
    const state: FindingState = 'NEW';
    const properties = { ...said, id, state, firstSeenAt: now, seenSince: now, since: sinceOf(finding, now) };
    return { id, properties };
  }
  const state = stateOnFound(kept, finding, today);
  if (state === kept.state && said.digest === kept.digest) return null;
  const seenSince = kept.state === 'CORRECTED' ? now : kept.seenSince;
  const reopened = state === 'REOPENED' && kept.state !== 'REOPENED';
  return {
    id,
    properties: {
      ...said,
      state,
      seenSince,
      since: sinceOf(finding, seenSince),
      lastSeenAt: null,
      ...(reopened ? NO_DECISION : {}),
    },
  };
}

function stateOnFound(kept: KeptLife, finding: Finding, today: Day): FindingState {
  if (kept.state === 'CORRECTED') return 'REOPENED';
  if (kept.state !== 'ACCEPTED') return kept.state;
  const ended = kept.acceptedUntil !== null && kept.acceptedUntil < today;
  const worse = kept.severity === 'REVIEW' && finding.severity === 'VIOLATION';
  return ended || worse ? 'REOPENED' : 'ACCEPTED';
}

/** What becomes of a finding that a run did not find any more 已整改: corrected, last seen in the run before. Null when it was corrected already. */
export function onVanished(kept: KeptLife, { now, before }: RunMoment): LifeChange | null {
  if (kept.state === 'CORRECTED') return null;
  const state: FindingState = 'CORRECTED';
  return { id: kept.id, properties: { state, lastSeenAt: before ?? now, ...NO_DECISION } };
}

/** What a finding says, as properties, with their digest. */
function saying(finding: Finding, standing: Standing) {
  const { rule, subject, object, severity, evidence, message, cure, details, since } = finding;
  const said = {
    rank: rankOfFinding(finding),
    rule,
    subject,
    object: object === '' ? null : object,
    severity,
    evidence,
    message: `${message.zh}${message.en}`,
    cure: `${cure.zh}${cure.en}`,
    details: details === undefined ? null : canonicalJson(details),
    ...standing,
  };
  return { ...said, digest: digest(JSON.stringify([...Object.values(said), since])) };
}

/** First instant of the first day on which it has held; where no date fixes that, since when it has been seen. */
function sinceOf({ since }: Finding, seenSince: number): number {
  return since === null ? seenSince : firstInstant(since);
}
