import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { Fault, isFault } from '../foundation/fault.ts';
import { byCodePoint } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import { byEnds, type Edge, type Vertex } from './answer.ts';
import { edgesAmong, targets } from './edges.ts';
import type { Expedition } from './explore.ts';
import { assetId } from './lineage.service.ts';
import * as store from './lineage.store.ts';
import { type AskedMoment, momentFor } from './moment.ts';
import { shortestPaths } from './shortest-paths.ts';
import { Veil } from './veil.ts';

/** What a path question asks. */
export interface PathQuestion extends AskedMoment {
  readonly from: string;
  readonly to: string;
  /** How many paths at most, 1 to 50. */
  readonly k: number;
}

/** One path, with every flow of each hop as evidence. */
export interface Path {
  readonly length: number;
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
}

/** FOUND: the shortest ones, or all there are; NO_PATH: surely none; CUT: the search ended before it knew. */
export interface PathProof {
  readonly outcome: 'FOUND' | 'NO_PATH' | 'CUT';
  readonly paths: readonly Path[];
}

const MOST_PATHS = 50;
const TIME_LIMIT_MS = 10_000;
/** Most vertices between two assets that are searched for further paths. */
const SEARCHED_VERTICES = 20_000;
/** How much longer than the shortest path further ones may be, tried in turn; null: any length. */
const ALLOWANCES: readonly (number | null)[] = [0, 1, 3, null];

/** Is one asset made from another 溯源路径? Throws `Fault` NOT_FOUND, BAD_INPUT. */
export async function pathsBetween(desk: Desk, question: PathQuestion, limitMs = TIME_LIMIT_MS): Promise<PathProof> {
  if (question.k < 1 || question.k > MOST_PATHS)
    throw new Fault('BAD_INPUT', `k 应在 1 至 ${MOST_PATHS} 之间。k must be 1 to ${MOST_PATHS}.`);
  try {
    return await see(desk, { name: 'lineagePaths', limit: limitMs }, (tx, sight) => search(tx, sight, question));
  } catch (error) {
    if (isFault(error, 'TIME_LIMIT')) return { outcome: 'CUT', paths: [] };
    throw error;
  }
}

async function search(tx: Tx, sight: Sight, question: PathQuestion): Promise<PathProof> {
  const { sights } = sight;
  const from = await assetId(tx, question.from, sights);
  const to = await assetId(tx, question.to, sights);
  if (from === to)
    throw new Fault('BAD_INPUT', '起点与终点相同。from and to are the same asset; a path leads to another one.');
  const moment = momentFor(question, sight);
  const expedition = { tx, sight, moment, veil: new Veil() };
  const distance = await store.distanceBetween(tx, from, to, moment, sights);
  if (distance === null) return { outcome: sight.mayMiss ? 'CUT' : 'NO_PATH', paths: [] };
  let found: Path[] = [];
  for (const allowance of ALLOWANCES) {
    const longest = allowance === null ? null : distance + allowance;
    const between = await vertexesBetween(expedition, from, to, longest);
    if (between === null) return { outcome: 'CUT', paths: found };
    const surveyed = await store.survey(tx, 'Asset', between.ids, moment, sights);
    const edges = expedition.veil.cover(edgesAmong(surveyed.values(), null));
    const routes = shortestPaths(successors(edges), from, to, question.k).filter(
      (route) => longest === null || route.length - 1 <= longest,
    );
    found = describePaths(routes, edges, surveyed, expedition.veil);
    if (found.length === question.k || between.all) return { outcome: 'FOUND', paths: found };
  }
  return { outcome: 'FOUND', paths: found };
}

/** Vertices that lie on some way from one asset to another no longer than `longest`; null when there are too many. */
async function vertexesBetween(
  { tx, sight, moment, veil }: Expedition,
  from: string,
  to: string,
  longest: number | null,
) {
  const bounds = { depth: longest, kinds: null, limit: SEARCHED_VERTICES + 1 };
  const down = await store.walk(tx, 'DOWNSTREAM', from, moment, bounds, sight);
  const up = await store.walk(tx, 'UPSTREAM', to, moment, bounds, sight);
  if (Math.max(down.length, up.length) > SEARCHED_VERTICES) return null;
  veil.learn(down);
  const toEnd = new Map(up.map(({ id, distance }) => [id, distance])).set(to, 0);
  const ids = down
    .filter(({ id, distance }) => toEnd.has(id) && (longest === null || distance + toEnd.get(id)! <= longest))
    .map(({ id }) => id);
  const farthest = Math.max(0, ...down.map(({ distance }) => distance), ...up.map(({ distance }) => distance));
  return { ids: [...new Set([from, ...ids])], all: longest === null || farthest < longest };
}

function successors(edges: readonly Edge[]): Map<string, string[]> {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  return new Map([...next].map(([id, following]) => [id, [...following].sort(byCodePoint)]));
}

function describePaths(
  routes: readonly (readonly string[])[],
  edges: readonly Edge[],
  surveyed: ReadonlyMap<string, store.Surveyed>,
  veil: Veil,
): Path[] {
  const hops = Map.groupBy(edges, ({ from, to }) => `${from}\n${to}`);
  return routes.map((route) => ({
    length: route.length - 1,
    vertices: route.map((id, step): Vertex => {
      const { name, upstream, leaving } = surveyed.get(veil.real(id))!;
      const hidden = veil.hides(id);
      return {
        id,
        name: hidden ? null : name,
        upstreamDistance: null,
        downstreamDistance: step,
        upstreamCount: upstream,
        downstreamCount: targets(leaving, null),
        hidden,
        assetId: hidden ? null : id,
      };
    }),
    edges: route.slice(1).flatMap((id, step) => (hops.get(`${route[step]}\n${id}`) ?? []).sort(byEnds)),
  }));
}
