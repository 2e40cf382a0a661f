import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { canonicalJson, digest } from '../foundation/json.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { SightClass } from '../identity/sight-classes.ts';
import { degreeOf, type Seen } from '../identity/sights.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type ReadBody, readBody, situate } from './agency-body.ts';
import { type AgencyPair, agencyPairs } from './agency-pairs.ts';
import { agencies, agenciesBasis } from './collection.statements.ts';
import { committedJudge } from './seed.ts';

/** An organization with its names understood, and who may know of it. */
export interface StockBody extends ReadBody {
  readonly seen: Seen;
  readonly retiredAt: number | null;
}

type Row = Awaited<ReturnType<typeof readAll>>[number];

/** The organizations of one city, and the pairs among them. */
interface City {
  readonly said: string;
  readonly bodies: readonly StockBody[];
  /** Worked out when they are first asked for. */
  pairs: readonly AgencyPair[] | null;
}

interface Held {
  readonly basis: string;
  readonly cities: ReadonlyMap<string, City>;
  readonly bodies: ReadonlyMap<string, StockBody>;
}

/** All organizations that a viewer may know of and that are not retired. */
export interface AgencyStock {
  readonly bodies: ReadonlyMap<string, StockBody>;
  /** Every pair that names do not tell apart, city by city. */
  readonly pairs: () => readonly AgencyPair[];
}

const held = new WeakMap<Graph, Held>();
const LIMIT_MS = 20_000;

/** The organizations of the registry with their names understood; kept in memory, read again when one or a place has changed. */
export async function agencyStock(desk: Desk): Promise<AgencyStock> {
  const kept = await see(desk, { name: 'agencies', limit: LIMIT_MS }, (tx) => current(tx, desk.graph));
  const isSeen = seenBy(desk.viewer, desk.clock.now());
  const { lexicon } = committedJudge();
  return {
    bodies: new Map([...kept.bodies].filter(([, body]) => isSeen(body))),
    pairs: () =>
      [...kept.cities.values()].flatMap((city) => {
        city.pairs ??= agencyPairs(lexicon, city.bodies);
        return city.pairs.filter(({ a, b }) => [a, b].every((id) => isSeen(kept.bodies.get(id)!)));
      }),
  };
}

async function current(tx: Tx, graph: Graph): Promise<Held> {
  const before = held.get(graph);
  const basis = JSON.stringify(await tx.run(agenciesBasis, {}));
  if (before?.basis === basis) return before;
  const { lexicon } = committedJudge();
  const read = (await readAll(tx)).map((row) => ({ row, body: bodyOf(row) }));
  const byCity = Map.groupBy(read, ({ body }) => situate(lexicon, body.place).home);
  const cities = new Map(
    [...byCity].map(([home, some]) => {
      const said = digest(canonicalJson(some.map(({ row }) => row)));
      const known = before?.cities.get(home);
      if (known?.said === said) return [home, known] as const;
      const bodies = some.map(({ row, body }) => ({ ...readBody(lexicon, body), ...seenOf(row) }));
      return [home, { said, bodies, pairs: null } satisfies City] as const;
    }),
  );
  const bodies = new Map([...cities.values()].flatMap((city) => city.bodies.map((body) => [body.id, body] as const)));
  const kept = { basis, cities, bodies };
  held.set(graph, kept);
  return kept;
}

async function readAll(tx: Tx) {
  return [...(await tx.run(agencies, {}))];
}

function bodyOf({ id, name, aliases, uscc, jurisdiction, placeName, code, outerCode, parent, succeededBy }: Row) {
  const place = { name: placeName, code, outerCode };
  return { id, name, aliases: aliases ?? [], uscc, jurisdiction, place, parent, succeededBy };
}

function seenOf({ id, retiredAt, sight, owner, place }: Row) {
  return { retiredAt, seen: { id, sight: sight as SightClass, owner, place } };
}

/** Whether a viewer knows of an organization that is not retired; asked once for all of one class, owner and place. */
function seenBy(viewer: Viewer, now: number) {
  const concerned = new Set([...viewer.covered, ...viewer.involved]);
  const known = new Map<string, boolean>();
  return ({ retiredAt, seen }: StockBody): boolean => {
    if (retiredAt !== null && retiredAt <= now) return false;
    const like = concerned.has(seen.id) ? seen.id : `${seen.sight} ${seen.owner} ${seen.place}`;
    const isOpen = known.get(like) ?? degreeOf(viewer, seen) === 'OPEN';
    known.set(like, isOpen);
    return isOpen;
  };
}
