import { dayOfMoment } from '../calendar/day.ts';
import type { Graph, Tx } from '../graph/graph.service.ts';
import type { RegistryState } from '../graph/registry.ts';
import type { Viewer } from '../identity/viewer.ts';
import { placesAbove, placesUnder, readAttachment, readStakes } from './account.store.ts';
import type { Appointment, Attached } from './account.ts';
import { cityOf } from './place.ts';

/** What follows from whom and where an account acts for 账号所属: its places, and what its organization is a party to. */
export interface Belonging extends Pick<Viewer, 'jurisdiction' | 'city' | 'under' | 'covered' | 'involved'> {
  readonly attached: Attached;
}

/** A belonging that was worked out, and for which registry and how long it holds. */
interface Kept extends Belonging {
  readonly registry: string;
  readonly today: string;
  readonly from: number;
  readonly upTo: number;
}

/** Belongings of a graph by whom and where they are of, the one worked out last at the end. */
const kept = new WeakMap<Graph, Map<string, Kept>>();
const MOST = 2_000;

/**
 * The belonging of an account 账号所属, kept as long as the registry stays the same, the day lasts and nothing of it is retired:
 * equal generations mean equal content, whoever changed it.
 */
export async function belongingOf(
  tx: Tx,
  { graph, registry, now }: { readonly graph: Graph; readonly registry: RegistryState; readonly now: number },
  { organization, jurisdiction }: Pick<Appointment, 'organization' | 'jurisdiction'>,
): Promise<Belonging> {
  const known = kept.get(graph) ?? new Map<string, Kept>();
  kept.set(graph, known);
  const name = JSON.stringify([organization, jurisdiction]);
  const standing = JSON.stringify([registry.generation, registry.recordedUpTo]);
  const today = dayOfMoment(now);
  const before = known.get(name);
  if (before?.registry === standing && before.today === today && before.from <= now && now < before.upTo) return before;
  const attached = await readAttachment(tx, { organization, jurisdiction });
  const place = attached.jurisdiction ?? attached.seat;
  const places = place === null ? NO_PLACES : await placesOf(tx, place);
  const stakes =
    organization === null || attached.organization === null
      ? NO_STAKES
      : await readStakes(tx, organization, { today, now });
  const found = {
    attached,
    jurisdiction: place,
    ...places,
    covered: [...new Set(stakes.covered)],
    involved: [...new Set(stakes.involved)],
  };
  known.delete(name);
  known.set(name, { ...found, registry: standing, today, from: now, upTo: stakes.upTo ?? Number.POSITIVE_INFINITY });
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return found;
}

/** What lies under a jurisdiction, and the whole city that it lies in; each with the jurisdiction itself. */
async function placesOf(tx: Tx, jurisdiction: string): Promise<Pick<Viewer, 'city' | 'under'>> {
  const city = cityOf(jurisdiction, await placesAbove(tx, jurisdiction));
  const known = await placesUnder(tx, [...new Set([jurisdiction, city])]);
  const under = known.get(jurisdiction) ?? [jurisdiction];
  return { under, city: [...new Set([...(known.get(city) ?? []), ...under])] };
}

const NO_PLACES = { city: [], under: [] };
const NO_STAKES = { covered: [], involved: [], upTo: null };
