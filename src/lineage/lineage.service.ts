import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { Fault, isFault } from '../foundation/fault.ts';
import { parseId, parseItemId } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { Sights } from '../identity/sights.ts';
import { byEnds, type Lineage, type Vertex } from './answer.ts';
import { isAssetId } from './asset.ts';
import { cutsOf, findShortfalls, shortOnBothSides, UNTOLD } from './cuts.ts';
import { findCycles } from './cycles.ts';
import { edgesAmong, targets } from './edges.ts';
import { explore, type Start } from './explore.ts';
import type { FlowKind } from './flow.ts';
import * as store from './lineage.store.ts';
import { type AskedMoment, momentFor } from './moment.ts';
import { rollUp } from './roll-up.ts';
import { Veil } from './veil.ts';
import type { Direction } from './walk.ts';

/** What a lineage question asks. */
export interface LineageQuestion extends AskedMoment {
  readonly of: string;
  readonly direction: Direction;
  /** Edges from the start; null: no limit. */
  readonly depth: number | null;
  readonly grain: 'ASSET' | 'ITEM' | 'ORGANIZATION';
  readonly kinds: readonly FlowKind[] | null;
  /** Most vertices in the answer, the start included. */
  readonly maxVertices: number;
}

/** Most vertices that one answer may be asked for. */
export const MOST_VERTICES = 10_000;
/** No graph is as deep: whoever asks for more asks for no limit. */
const DEEPEST = 100_000_000;
const WALK_LIMIT_MS = 10_000;

/**
 * Lineage around one asset or item 血缘查询. Whatever was not followed stands in `cuts`.
 * Throws `Fault` NOT_FOUND for an unknown id, BAD_INPUT for an item at another grain or a bound out of range.
 */
export async function lineageOf(desk: Desk, question: LineageQuestion, limitMs = WALK_LIMIT_MS): Promise<Lineage> {
  checkBounds(question);
  const bounded = question.depth !== null && question.depth > DEEPEST ? { ...question, depth: null } : question;
  const attempt = (depth: number | null, limit: number) =>
    see(desk, { name: 'lineage', limit }, (tx, sight) => answer(tx, sight, bounded, depth));
  try {
    return await attempt(bounded.depth, limitMs);
  } catch (error) {
    if (!isFault(error, 'TIME_LIMIT')) throw error;
    return nearestInTime(attempt, bounded, limitMs);
  }
}

/** When the whole walk took too long: as many steps as the time allows, doubling, with TIME where it stopped. */
async function nearestInTime(
  attempt: (depth: number | null, limit: number) => Promise<Lineage>,
  question: LineageQuestion,
  limitMs: number,
): Promise<Lineage> {
  const end = performance.now() + limitMs;
  let best = await attempt(0, limitMs);
  for (let depth = 1; question.depth === null || depth < question.depth; depth *= 2) {
    const left = Math.ceil(end - performance.now());
    if (left <= 0) return best;
    try {
      best = await attempt(depth, left);
    } catch (error) {
      if (isFault(error, 'TIME_LIMIT')) return best;
      throw error;
    }
  }
  return best;
}

async function answer(tx: Tx, sight: Sight, question: LineageQuestion, depth: number | null): Promise<Lineage> {
  const { grain, kinds } = question;
  const start = await startOf(tx, sight, question);
  const moment = momentFor(question, sight);
  const veil = new Veil();
  const territory = await explore({ tx, sight, moment, veil }, start, question, depth);
  const real = territory.ids.map((id) => veil.real(id));
  const surveyed = await store.survey(tx, start.level, real, moment, sight.sights);
  const sources = kinds && (await store.sourcesByKind(tx, start.level, real, moment, kinds, sight.sights));
  const edges = veil.cover(edgesAmong(surveyed.values(), kinds));
  const neighbors = (id: string) => {
    const { upstream, leaving } = surveyed.get(veil.real(id))!;
    return { upstream: sources?.get(veil.real(id)) ?? upstream, downstream: targets(leaving, kinds) };
  };
  const outOfTime = depth !== question.depth && !territory.overfull;
  const shortfalls = findShortfalls(territory, edges, neighbors, { depth: question.depth, outOfTime });
  const doubtful = shortOnBothSides(shortfalls).map((id) => veil.real(id));
  const mutual = await store.mutualNeighbors(tx, start.level, doubtful, moment, kinds, sight.sights);
  const cuts = cutsOf(shortfalls, territory, (id) =>
    (mutual.get(veil.real(id)) ?? []).map((other) => veil.shown(other)),
  );
  if (sight.mayMiss) cuts.push(UNTOLD);
  const vertices = territory.ids.map((id): Vertex => {
    const { name, upstream, leaving } = surveyed.get(veil.real(id))!;
    const hidden = veil.hides(id);
    return {
      id,
      name: hidden ? null : name,
      upstreamDistance: territory.up.get(id) ?? null,
      downstreamDistance: territory.down.get(id) ?? null,
      upstreamCount: upstream,
      downstreamCount: targets(leaving, null),
      hidden,
      assetId: hidden ? null : start.level === 'Item' ? parseItemId(id)!.asset : id,
    };
  });
  const cycles = findCycles(territory.ids, edges);
  const complete = cuts.length === 0;
  const lineage: Lineage = { start: start.id, vertices, edges: edges.sort(byEnds), cuts, complete, cycles };
  if (grain !== 'ORGANIZATION') return lineage;
  const seen = territory.ids.filter((id) => !veil.hides(id));
  return rollUp(lineage, await store.answeringFor(tx, seen));
}

/** Finds what a question is about, if the viewer may see it. An asset at ITEM grain starts from all its items. */
async function startOf(tx: Tx, { sights }: Sight, { of, grain }: LineageQuestion): Promise<Start> {
  const item = parseItemId(of);
  if (item !== null && grain !== 'ITEM')
    throw new Fault(
      'BAD_INPUT',
      `信息项只能按信息项粒度查询。An item can only be asked for at grain ITEM: ${echo(of)}`,
    );
  if (item !== null) {
    const id = `Item:${item.asset}#${item.name}`;
    const seen = (await store.isOpen(tx, item.asset, sights)) && (await store.itemExists(tx, id));
    if (!seen) throw unknown(of);
    return { id, level: 'Item', starts: [id], asset: item.asset };
  }
  const id = await assetId(tx, of, sights);
  if (grain !== 'ITEM') return { id, level: 'Asset', starts: [id], asset: id };
  return { id, level: 'Item', starts: await store.itemIds(tx, id), asset: id };
}

/** The folded id of an asset that is written down and that the viewer may see. Throws `Fault` NOT_FOUND. */
export async function assetId(tx: Tx, of: string, sights: Sights): Promise<string> {
  const parsed = parseId(of);
  const id = parsed && `${parsed.type}:${parsed.key}`;
  if (id === null || !isAssetId(id) || !(await store.isOpen(tx, id, sights))) throw unknown(of);
  return id;
}

function unknown(of: string): Fault {
  return new Fault('NOT_FOUND', `没有这个资产：${echo(of)}。No such asset: ${echo(of)}`);
}

function checkBounds({ depth, maxVertices }: LineageQuestion): void {
  if (depth !== null && depth < 0) throw new Fault('BAD_INPUT', '深度不能为负。depth must not be negative.');
  if (maxVertices < 1 || maxVertices > MOST_VERTICES)
    throw new Fault(
      'BAD_INPUT',
      `maxVertices 应在 1 至 ${MOST_VERTICES} 之间。maxVertices must be 1 to ${MOST_VERTICES}.`,
    );
}
