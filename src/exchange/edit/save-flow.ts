import { act } from '../../access/act.ts';
import type { Circumstances, Decision, Scope } from '../../access/decision.ts';
import type { Refusal } from '../../foundation/refusal.ts';
import { degreeOf } from '../../identity/sights.ts';
import { existingItemIds, heldAssertions, writeFlows } from '../../lineage/bulk.service.ts';
import { type SaidFlow, saidOf } from '../../lineage/flow.ts';
import { type Kept, readRecords } from '../../record/bulk.service.ts';
import { flowNamings } from '../bundle/check.ts';
import { AT_INPUT, asRefusal, parseInput } from './input.ts';

/** A flow to be recorded, as a bundle line tells it, without `record`, `recordedAt` and `retiredAt`. */
export interface SaveFlow {
  readonly content: Readonly<Record<string, unknown>>;
}

/** What came of it: the assertions that the registry retired for it, and how many it recorded. */
export interface SavedFlow {
  readonly from: string;
  readonly to: string;
  readonly recorded: number;
  readonly retired: number;
}

/** What is known when the recording of a flow is decided. */
export interface FlowState {
  readonly flow: SaidFlow | null;
  readonly refusals: readonly Refusal[];
  /** Digest of what the registry holds of this flow now; null: nothing. */
  readonly before: string | null;
}

/** Whoever acts for one organization asserts in its name alone; when the registry learnt it is not his to say. */
export function decideFlow(
  { flow, refusals, before }: FlowState,
  _command: SaveFlow,
  { viewer }: Pick<Circumstances, 'viewer'>,
): Decision<{ flow: SaidFlow; before: string | null }> {
  if (flow === null || refusals.length > 0) return { refused: refusals };
  const noes: Refusal[] = [];
  if (viewer.organization !== null && viewer.organization !== `Organization:${flow.assertedBy}`)
    noes.push({
      code: 'NOT_OWN_ASSERTION',
      message: '只能以本机构名义声明。assertedBy must be your own organization.',
      path: ['content', 'assertedBy'],
    });
  for (const field of ['recordedAt', 'retiredAt'] as const)
    if (flow[field] !== undefined)
      noes.push({
        code: 'NOT_YOURS_TO_SAY',
        message: '登记时刻由登记库决定。When the registry learnt it is for the registry to say.',
        path: ['content', field],
      });
  return noes.length > 0 ? { refused: noes } : { accepted: { flow, before } };
}

/** Records a flow of data between two assets 登记数据流; what the registry held of it until now is retired. */
export const saveFlow = act<SaveFlow, FlowState, { flow: SaidFlow; before: string | null }, SavedFlow>({
  may: 'flow:save',
  load: async (tx, { content }, { viewer }) => {
    const parsed = parseInput(content, 'flow');
    if (parsed.is !== 'flow') {
      const refusals = parsed.is === 'refused' ? parsed.refusals.map(asRefusal) : [];
      return { state: { flow: null, refusals, before: null }, scopes: [] };
    }
    const flow = saidOf(parsed.flow);
    const named = flowNamings(flow, AT_INPUT);
    const held = await readRecords(tx, [flow.from, flow.to]);
    const open = (id: string) => held.has(id) && degreeOf(viewer, held.get(id)!) === 'OPEN';
    const items = named.namings.filter(({ asset }) => asset !== undefined && open(asset)).map(({ id }) => id);
    const known = await existingItemIds(tx, items);
    const missing = named.namings.filter(({ id, asset }) =>
      asset === undefined ? !open(id) : open(asset) && !known.has(id),
    );
    const assertions = (await heldAssertions(tx, [flow])).get(flow.key) ?? [];
    const refusals = [...named.refusals, ...missing.map(({ refusal }) => refusal())].map(asRefusal);
    const before = assertions.find(({ retiredAt }) => retiredAt === null)?.digest ?? null;
    const seen = [flow.from, flow.to].filter(open).map((id) => held.get(id)!);
    return { state: { flow, refusals, before }, scopes: [scopeOf(seen, viewer)] };
  },
  decide: decideFlow,
  save: async (tx, { flow, before }, { deed, recordedAt, sweptAt }) => {
    const { created, retired } = await writeFlows(tx, [flow], { load: deed, recordedAt, sweptAt, unheard: false });
    const after = created[0]?.digest ?? before;
    const id = `Flow:${flow.key}`;
    return {
      result: { from: flow.from, to: flow.to, recorded: created.length, retired: retired.length },
      subjects: [
        { id, before, after },
        { id: flow.from, before: null, after: null },
        { id: flow.to, before: null, after: null },
      ],
      flows: [{ from: flow.from, to: flow.to }],
      changed: created.length + retired.length > 0,
    };
  },
});

/** A flow is about both its ends: whoever may act on one of them may say what flows there. */
function scopeOf(ends: readonly Kept[], { organization, under }: Circumstances['viewer']): Scope {
  const own = ends.find(({ owner }) => owner !== null && owner === organization);
  const about = own ?? ends.find(({ place }) => place !== null && under.includes(place)) ?? ends[0];
  return { organization: about?.owner ?? null, jurisdictions: about?.place ? [about.place] : [] };
}
