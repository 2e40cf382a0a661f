import { act } from '../access/act.ts';
import { Fault } from '../foundation/fault.ts';
import { formatId, parseId } from '../foundation/id.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import { findingsById, judgeFinding as judgeFindingStatement } from './compliance.statements.ts';
import { decideFinding, type Judged, type JudgeFinding } from './decide-finding.ts';
import { type HeldFinding, maySeeFinding } from './held-finding.ts';

/** A finding that was decided on. */
export interface JudgedFinding {
  readonly id: string;
}

/** The act of deciding what becomes of a finding 处置合规问题. */
export const judgeFinding = act<JudgeFinding, HeldFinding, Judged & { readonly before: HeldFinding }, JudgedFinding>({
  may: 'finding:judge',
  load: async (tx, { finding }, { viewer }) => {
    const parsed = parseId(finding);
    const id = parsed === null ? finding : formatId(parsed.type, parsed.key);
    const [row] = await tx.run(findingsById, { ids: [id] });
    const state = row?.finding as unknown as HeldFinding | undefined;
    if (state === undefined || !maySeeFinding(viewer, state))
      throw new Fault('NOT_FOUND', '没有这个合规问题。There is no such finding.');
    const { owner = null, place } = state;
    return { state, scopes: [{ organization: owner, jurisdictions: place === undefined ? [] : [place] }] };
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
      result: { id: before.id },
      subjects: [{ id: before.id, before: lifeDigest(before), after: lifeDigest({ state, reason, acceptedUntil }) }],
      detail: { state, reason, acceptedUntil },
      changed: true,
    };
  },
});

function lifeDigest({ state, reason, acceptedUntil }: Partial<Judged> | HeldFinding): string {
  return digest(canonicalJson({ state, reason, acceptedUntil }));
}
