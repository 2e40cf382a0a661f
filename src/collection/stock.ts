import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Graph } from '../graph/graph.service.ts';
import type { SightClass } from '../identity/sight-classes.ts';
import { degreeOf, type Seen } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type LikelyPair, PairStock } from './pair-stock.ts';
import { committedJudge } from './seed.ts';
import { type CatalogChanges, changesSince, type TitleRow } from './stock.store.ts';

/** Who answers for a dataset and who may know of it. */
export interface Side extends Seen {
  readonly organization: string | null;
  readonly retiredAt: number | null;
  /** Those of one class, owner and place are seen alike, unless a viewer is concerned with one of them by name. */
  readonly like: string;
}

/** The datasets of a stock by id. */
export type StockSides = ReadonlyMap<string, Pick<Side, 'organization' | 'place'>>;

/** All pairs that there are 疑似重复存量; nobody is told of one that he does not see. */
export interface DuplicateStock {
  readonly pairs: readonly LikelyPair[];
  readonly sides: StockSides;
  /** Whether the viewer sees both sides. */
  readonly isSeen: (pair: LikelyPair) => boolean;
}

/** What is kept of one graph while the program runs. */
interface Held {
  readonly stock: PairStock;
  readonly sides: Map<string, Side>;
  /** Digests of all rows as they were read. */
  readonly said: Map<string, string>;
  /** Rows that were read and not yet entered; null: gone. */
  readonly waiting: Map<string, TitleRow | null>;
  /** The state of the registry that rows were read of last; null: none yet. */
  read: Pick<CatalogChanges, 'generation' | 'upTo' | 'basis'> | null;
}

/** Pairs under this estimated probability are not kept. */
export const LOWEST_SCORE = 0.3;
/** So long other requests wait, milliseconds. */
const SLICE_MS = 20;

const held = new WeakMap<Graph, Held>();

/**
 * All pairs of published datasets that look like duplicates, surest first, and which of them the viewer may see. Worked out in
 * memory, once for a graph; afterwards a change of the registry costs the pairs of the datasets that it changed. Throws `Fault`
 * TIME_LIMIT when more is left to do than the time allows: what is done is kept, and the next call goes on.
 */
export async function duplicateStock(desk: Desk, limitMs: number): Promise<DuplicateStock> {
  const end = performance.now() + limitMs;
  const kept = heldOf(desk.graph);
  for (let isCurrent = false; !isCurrent; ) {
    const before = kept.read;
    const changes = await see(desk, { name: 'duplicates', limit: limitMs }, async (tx, { registry }) =>
      registry.generation === before?.generation ? null : changesSince(tx, before, registry),
    );
    if (kept.read === before && changes !== null) note(kept, changes);
    const now = kept.read;
    await enter(kept, end);
    isCurrent = kept.read === now && (changes === null ? now === before : now?.generation === changes.generation);
  }
  const sees = sightOf(kept.sides, desk.viewer, desk.clock.now());
  return { pairs: kept.stock.pairs(), sides: kept.sides, isSeen: ({ a, b }) => sees(a) && sees(b) };
}

function heldOf(graph: Graph): Held {
  const known = held.get(graph);
  if (known !== undefined) return known;
  const stock = new PairStock(committedJudge(), LOWEST_SCORE);
  const fresh: Held = { stock, sides: new Map(), said: new Map(), waiting: new Map(), read: null };
  held.set(graph, fresh);
  return fresh;
}

/** Notes which rows are not as they were. */
function note(kept: Held, changes: CatalogChanges): void {
  const { said, waiting } = kept;
  const { rows, whole, ...read } = changes;
  kept.read = read;
  if (whole) {
    const there = new Set(rows.map(({ id }) => id));
    for (const id of said.keys()) if (!there.has(id)) waiting.set(id, null);
  }
  for (const row of rows) {
    const now = digest(canonicalJson(row));
    if (said.get(row.id) === now) continue;
    said.set(row.id, now);
    waiting.set(row.id, row);
  }
}

/** Enters what waits, letting other requests be served between. */
async function enter({ stock, sides, said, waiting }: Held, end: number): Promise<void> {
  let slice = performance.now() + SLICE_MS;
  for (const [id, row] of waiting) {
    waiting.delete(id);
    if (row === null) said.delete(id);
    if (row === null || row.state !== 'PUBLISHED') {
      stock.drop(id);
      sides.delete(id);
    } else {
      const { title, agency, area, subject, columns, home, ...side } = row;
      stock.put(id, { title, agency, area, subject, columns, home: home ?? '' });
      const like = `${side.sight} ${side.owner} ${side.place}`;
      sides.set(id, { ...side, sight: side.sight as SightClass, like });
    }
    if (performance.now() < slice) continue;
    await setImmediate();
    if (performance.now() > end && waiting.size > 0) throw new Fault('TIME_LIMIT', UNFINISHED);
    slice = performance.now() + SLICE_MS;
  }
}

const UNFINISHED =
  '目录查重尚未完成，已完成的部分予以保留，请稍后再查。The catalog is still being compared; what is done is kept: ask again.';

/** Whether a viewer sees a dataset that has not been retired; asked once for all of one owner, place and class. */
function sightOf(sides: ReadonlyMap<string, Side>, viewer: Viewer, now: number): (id: string) => boolean {
  const concerned = new Set([...viewer.covered, ...viewer.involved]);
  const known = new Map<string, boolean>();
  return (id) => {
    const side = sides.get(id);
    if (side === undefined || (side.retiredAt !== null && side.retiredAt <= now)) return false;
    const like = concerned.has(id) ? id : side.like;
    const before = known.get(like);
    if (before !== undefined) return before;
    const isOpen = degreeOf(viewer, side) === 'OPEN';
    known.set(like, isOpen);
    return isOpen;
  };
}
