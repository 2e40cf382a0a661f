import type { Circumstances } from '../access/decision.ts';
import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { dayOfMoment } from '../calendar/day.ts';
import { idOfType } from '../foundation/id.ts';
import { foldKey } from '../foundation/key.ts';
import { byCodePoint } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import { sightsOf } from '../identity/sights.ts';
import { oneBodyFor } from './agency-verdict.service.ts';
import type { CollectionCheck } from './check.service.ts';
import { elementsNamed } from './check.store.ts';
import { authorities, collectors, providerClaims } from './collection.statements.ts';
import type { Collection } from './collection.ts';
import { placeFor } from './compared-place.ts';
import { nameElements } from './items.ts';
import { type Lead, type LeadClaim, leadAmong } from './lead.ts';
import type { OtherCollector } from './name-lead.ts';
import type { OneBody } from './one-body.ts';
import { type HeldVerdict, standingIn } from './standing.ts';
import { heldVerdicts } from './verdict.store.ts';

/** A lead with who is to name one, where none is on record 数源部门. */
export interface ToldLead extends Lead {
  /** Ids of the data authority of the nearest place that all collectors lie in. */
  readonly authorities: readonly string[];
}

/** A claim with where it is made. */
interface PlacedClaim extends LeadClaim {
  readonly place: string | null;
}

const LIMIT_MS = 20_000;

/** Who is the source of what the two datasets of each pair hold, by `a\nb`; null where one body provides both. */
export async function leadsOfPairs(
  desk: Desk,
  pairs: readonly string[],
): Promise<ReadonlyMap<string, ToldLead | null>> {
  const oneBody = await oneBodyFor(desk);
  return see(desk, { name: 'leads of pairs', limit: LIMIT_MS }, async (tx, sight) => {
    const datasets = pairs.map((pair) => pair.split('\n') as [string, string]);
    const claims = Map.groupBy(await claimsOf(tx, sight, [...new Set(datasets.flat())]), ({ id }) => id);
    const verdicts = await heldVerdicts(tx, sight);
    const found = datasets.map(([a, b]) => {
      const named = standingIn(verdicts, a, b).verdict?.leadDepartment ?? null;
      return [a, b]
        .flatMap((id) => claims.get(id) ?? [])
        .map((claim) => ({ ...claim, named: claim.organization === named }));
    });
    const leads = await told(tx, sight, found, oneBody);
    return new Map(pairs.map((pair, i) => [pair, leads[i]!]));
  });
}

/**
 * Who is the source of each item of a check, by its name: among those who collect it of the same subject, provide it, or plan to;
 * null where that is one body, or where it is not said of what.
 */
export async function leadsOfItems(desk: Desk, check: CollectionCheck): Promise<ReadonlyMap<string, ToldLead | null>> {
  const oneBody = await oneBodyFor(desk);
  return see(desk, { name: 'leads of items', limit: LIMIT_MS }, async (tx, sight) => {
    const { intent, items } = check;
    const names = items.map(({ name }) => name);
    const elements = await elementsNamed(tx, names);
    const named = nameElements(elements);
    const place = await placeFor(tx, intent);
    const looked = { names: names.map(foldKey), elements: elements.map(({ id }) => id) };
    const gathered = await tx.run(collectors, { ...looked, ...momentsOf(sight) });
    const provided = await claimsOf(tx, sight, [...new Set(items.flatMap(({ found }) => found))]);
    const verdicts = await heldVerdicts(tx, sight);
    const claims = items.map(({ name, found }) => {
      const holding = provided.filter(({ id }) => found.includes(id));
      const subjects = new Set(holding.map(({ subject }) => foldKey(subject ?? '')));
      const about = intent.subject == null ? (subjects.size === 1 ? [...subjects][0]! : '') : foldKey(intent.subject);
      if (about === '') return [];
      const isNamed = namedAmong(found, verdicts);
      const collecting = gathered
        .filter(
          (row) =>
            foldKey(row.subject ?? '') === about &&
            (place.jurisdiction === null || row.place === place.jurisdiction) &&
            (foldKey(row.item) === foldKey(name) ||
              (row.element !== null && (named.get(foldKey(name))?.has(row.element) ?? false))),
        )
        .map(({ exemption, ...row }) => ({ ...row, exemptions: exemption === null ? [] : [exemption] }));
      const asking = intent.organization == null ? null : idOfType('Organization', intent.organization);
      const planned = asking === null ? [] : [{ ...BARE, organization: asking, place: place.jurisdiction }];
      // What a dataset is gathered by says nothing of an item that its collection does not name.
      const providing = holding.map((row) => ({ ...row, exemptions: [], startedOn: null }));
      return [...collecting, ...providing, ...planned].map((one) => ({ ...one, named: isNamed(one.organization) }));
    });
    const leads = await told(tx, sight, claims, oneBody);
    return new Map(names.map((name, i) => [name, leads[i]!]));
  });
}

const BARE = { exemptions: [], duty: null, levels: [], startedOn: null };

async function claimsOf(tx: Tx, sight: Sight, ids: readonly string[]) {
  return ids.length === 0 ? [] : tx.run(providerClaims, { ids, ...momentsOf(sight) });
}

function momentsOf({ now, sights }: Sight) {
  return { today: dayOfMoment(now), now, sights };
}

/** Whether the authority named an organization as the source of two of some datasets. */
function namedAmong(found: readonly string[], verdicts: ReadonlyMap<string, readonly HeldVerdict[]>) {
  const leads = new Set(
    found.flatMap((a, i) => found.slice(i + 1).map((b) => standingIn(verdicts, a, b).verdict?.leadDepartment ?? null)),
  );
  return (organization: string) => leads.has(organization);
}

/** Decides each, and says of those that are not on record who is to. */
async function told(tx: Tx, { now }: Sight, claims: readonly (readonly PlacedClaim[])[], oneBody: OneBody) {
  const leads = claims.map((some) => leadAmong(some, (organization) => oneBody.membersOf(organization)[0]!));
  const places = claims.map((some) => [...new Set(some.flatMap(({ place }) => place ?? []))]);
  const wanted = [...new Set(places.filter((_, i) => leads[i] !== null && leads[i]!.standing !== 'DETERMINED').flat())];
  const rows = wanted.length === 0 ? [] : await tx.run(authorities, { places: wanted, now });
  return leads.map((lead, i): ToldLead | null => {
    if (lead === null) return null;
    return { ...lead, authorities: lead.standing === 'DETERMINED' ? [] : commonAuthority(rows, places[i]!) };
  });
}

/** The data authorities of the nearest place that all of these lie in. */
function commonAuthority(
  rows: readonly { place: string; over: string; distance: number; authorities: readonly string[] }[],
  places: readonly string[],
): readonly string[] {
  const over = Map.groupBy(
    rows.filter(({ place }) => places.includes(place)),
    (row) => row.over,
  );
  const [nearest] = [...over.values()]
    .filter((some) => some.length === places.length && some[0]!.authorities.length > 0)
    .map((some) => ({ at: some[0]!, steps: some.reduce((sum, { distance }) => sum + distance, 0) }))
    .sort((x, y) => x.steps - y.steps || byCodePoint(x.at.over, y.at.over));
  return nearest?.at.authorities ?? [];
}

/** Acts of collection under way by which others, under the same authority, gather something of the same subject that this one does. */
export async function othersCollecting(
  tx: Tx,
  { organization, subject, items = [] }: Collection,
  { viewer, now }: Pick<Circumstances, 'viewer' | 'now'>,
): Promise<OtherCollector[]> {
  const elements = items.flatMap(({ element }) => (element === undefined ? [] : [`Element:${element}`]));
  const looked = { names: items.map(({ name }) => foldKey(name)), elements };
  const rows = await tx.run(collectors, { ...looked, today: dayOfMoment(now), now, sights: sightsOf(viewer) });
  const same = rows.filter(
    (row) =>
      row.organization !== `Organization:${organization}` &&
      foldKey(row.subject ?? '') === foldKey(subject ?? '') &&
      row.place !== null &&
      viewer.under.includes(row.place),
  );
  return [...Map.groupBy(same, ({ id }) => id)].map(([id, gathered]) => {
    const common = new Set(gathered.map(({ element, item }) => element ?? foldKey(item))).size;
    return { id, exemption: gathered[0]!.exemption, common };
  });
}
