import type { Sight } from '../access/see.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { FlowKind } from './flow.ts';
import * as store from './lineage.store.ts';
import type { Moment } from './moment.ts';
import type { Veil } from './veil.ts';
import { type Direction, type Reached, survey, type Territory } from './walk.ts';

/** What a question is about. */
export interface Start {
  readonly id: string;
  readonly level: store.Level;
  /** The asset itself, or items. */
  readonly starts: readonly string[];
  readonly asset: string;
}

/** One exploration: where, when, for whom, and what he may not see. */
export interface Expedition {
  readonly tx: Tx;
  readonly sight: Sight;
  readonly moment: Moment;
  readonly veil: Veil;
}

/** How far and which way. */
export interface Reach {
  readonly direction: Direction;
  readonly kinds: readonly FlowKind[] | null;
  readonly maxVertices: number;
}

/** No walk over assets alone meets more than this. */
const UNLIMITED = 2_147_483_647;

/**
 * Walks up and down from a start as far as asked; all ids of the territory are the shown ones. What one walk met near by,
 * the other may meet only beyond the vertices it may bring: it is asked for those once more, so that no distance is missing.
 */
export async function explore(
  expedition: Expedition,
  start: Start,
  { direction, kinds, maxVertices }: Reach,
  depth: number | null,
): Promise<Territory> {
  const bounds = { depth, kinds, limit: maxVertices + 1 };
  const go = (way: store.Way, among?: readonly string[]) =>
    reached(expedition, start, way, among === undefined ? bounds : { ...bounds, among });
  const up = direction === 'DOWNSTREAM' ? null : await go('UPSTREAM');
  const down = direction === 'UPSTREAM' ? null : await go('DOWNSTREAM');
  const walks = { starts: start.starts, up, down, maxVertices };
  const territory = survey(walks);
  if (up === null || down === null || !territory.overfull) return territory;
  const farther = async (way: store.Way, walk: readonly Reached[], met: ReadonlyMap<string, number>) => {
    const unmet = walk.length > maxVertices ? territory.ids.filter((id) => !met.has(id)) : [];
    return unmet.length === 0
      ? walk
      : [
          ...walk,
          ...(await go(
            way,
            unmet.map((id) => expedition.veil.real(id)),
          )),
        ];
  };
  return survey({
    ...walks,
    up: await farther('UPSTREAM', up, territory.up),
    down: await farther('DOWNSTREAM', down, territory.down),
  });
}

async function reached(
  { tx, sight, moment, veil }: Expedition,
  start: Start,
  way: store.Way,
  bounds: store.Bounds,
): Promise<Reached[]> {
  if (start.level === 'Asset') return veil.learn(await store.walk(tx, way, start.asset, moment, bounds, sight));
  const scope = await itemScope({ tx, sight, moment }, start, way, bounds);
  return veil.learn(await store.walkItems(tx, way, start.starts, moment, bounds, scope));
}

/** Whatever items reach, their assets reach too: what the viewer may know of those bounds the walk over items. */
async function itemScope(
  { tx, sight, moment }: Omit<Expedition, 'veil'>,
  { asset }: Start,
  way: store.Way,
  bounds: store.Bounds,
): Promise<store.ItemScope> {
  if (sight.sights.everything) return { assets: null, open: [] };
  const rows = await store.walk(tx, way, asset, moment, { ...bounds, limit: UNLIMITED }, sight);
  const open = rows.filter(({ veil }) => veil === null).map(({ id }) => id);
  return { assets: [asset, ...rows.map(({ id }) => id)], open: [asset, ...open] };
}
