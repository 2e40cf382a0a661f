import { act } from '../access/act.ts';
import { lastDeeds } from '../audit/records.service.ts';
import { Fault } from '../foundation/fault.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Tx } from '../graph/graph.service.ts';
import { judgeFinding as judgeFindingStatement, pageJudged } from './compliance.statements.ts';
import { decideFinding, type Judged, type JudgeFinding } from './decide-finding.ts';
import { type HeldFinding, maySeeFinding } from './held-finding.ts';
import { findingsAsked, toldTo } from './told.store.ts';

/** A finding that was decided on. */
export interface JudgedFinding {
  readonly id: string;
}

/** A finding that is decided on, with the id under which the viewer is told it. */
interface State extends HeldFinding {
  readonly told: string;
}

/** The act of deciding what becomes of a finding 处置合规问题. */
export const judgeFinding = act<JudgeFinding, State, Judged & { readonly before: State }, JudgedFinding>({
  may: 'finding:judge',
  load: async (tx, { finding }, { viewer, sealKey }) => {
    const parsed = parseId(finding);
    const asked = parsed === null ? finding : formatId(parsed.type, parsed.key);
    const [state] = await findingsAsked(tx, { viewer, sealKey }, [asked]);
    const seen = state !== undefined && maySeeFinding(viewer, state);
    const [told] = seen ? await toldTo(tx, { viewer, sealKey }, [state]) : [];
    if (state === undefined || told?.id !== asked)
      throw new Fault('NOT_FOUND', '没有这个合规问题。There is no such finding.');
    const { owner = null, place } = state;
    return {
      state: { ...state, told: told.id },
      scopes: [{ organization: owner, jurisdictions: place === undefined ? [] : [place] }],
    };
  },
  decide: (state, command, circumstances) => {
    const decision = decideFinding(state, command, circumstances);
    return 'accepted' in decision ? { accepted: { ...decision.accepted, before: state } } : decision;
  },
  save: async (tx, { before, ...judged }, { viewer, now }) => {
    const properties = { ...judged, decidedBy: viewer.person ?? viewer.account ?? viewer.role, decidedAt: now };
    await tx.run(judgeFindingStatement, { id: before.id, properties });
    const { state, reason, acceptedUntil } = judged;
    return {
      result: { id: before.told },
      subjects: [{ id: before.id, before: lifeDigest(before), after: lifeDigest({ state, reason, acceptedUntil }) }],
      detail: { state, reason, acceptedUntil },
      changed: true,
    };
  },
});

function lifeDigest({ state, reason, acceptedUntil }: Life): string {
  return digest(canonicalJson({ state, reason, acceptedUntil }));
}

/** Where a finding stands and why; null and absent mean the same. */
interface Life {
  readonly state?: string;
  readonly reason?: string | null;
  readonly acceptedUntil?: string | null;
}

const PAGE = 500;

/** The first finding whose decision is not what the audit log tells of it, for verify 核对：与审计不符的问题处置; null: none. */
export async function firstFalseJudgement(tx: Tx): Promise<string | null> {
  for (let after = ''; ; ) {
    const page = await tx.run(pageJudged, { after, size: PAGE });
    const ids = page.map(({ id }) => id);
    const deeds = await lastDeeds(tx, ids, ['finding:judge']);
    const wrong = page.find(({ id, ...life }) => {
      const told = deeds.get(id)?.subjects.find((subject) => subject.id === id)?.after;
      return told !== lifeDigest(life);
    });
    if (wrong !== undefined) return wrong.id;
    if (page.length < PAGE) return null;
    after = ids.at(-1)!;
  }
}
