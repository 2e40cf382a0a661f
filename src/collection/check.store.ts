import type { Sight } from '../access/see.ts';
import { foldKey } from '../foundation/key.ts';
import { foldText } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import type { SightClass } from '../identity/sight-classes.ts';
import { within } from './candidate-query.ts';
import {
  backflowOffers,
  candidatesById,
  candidatesByText,
  candidatesSeen,
  findElements,
  offersByElement,
  offersByName,
  placeCode,
  placeOf,
} from './collection.statements.ts';
import type { BackflowOffer, ElementNames, HeldItem, Offer, Share } from './items.ts';

/** A place whose datasets are compared: its id, null for all; and its division code. */
export interface ComparedPlace {
  readonly jurisdiction: string | null;
  readonly code: string | null;
  /** Name of the asking organization. */
  readonly agency: string | null;
}

/** The place of an organization; null when there is no such organization. */
export async function placeOfOrganization(tx: Tx, organization: string): Promise<ComparedPlace | null> {
  const row = await tx.run(placeOf, { organization });
  return row && { jurisdiction: row.jurisdiction, code: row.code, agency: row.name };
}

/** The division code of a jurisdiction and of the one it lies in, null where they have none; null when there is no such jurisdiction. */
export async function codeOfPlace(tx: Tx, jurisdiction: string) {
  return tx.run(placeCode, { jurisdiction });
}

/** Standard elements that go by some names. */
export async function elementsNamed(tx: Tx, names: readonly string[]): Promise<ElementNames[]> {
  const rows = await tx.run(findElements, { names: names.map(foldText) });
  return rows.map(({ id, name, aliases }) => ({ id, name, aliases: aliases ?? [] }));
}

/** What an offer is looked for by. */
interface Wanted {
  readonly names: readonly string[];
  /** Ids of standard elements. */
  readonly elements: readonly string[];
  /** Whether the subject and area of offers matter. */
  readonly kind: boolean;
}

const PUBLISHED: readonly SightClass[] = ['DATASET_OPENED', 'DATASET_LISTED'];

/** Published datasets of a place that hold items of these names or elements, each with those items. */
export async function offersOf(
  tx: Tx,
  { names, elements, kind }: Wanted,
  { jurisdiction }: ComparedPlace,
  { now, sights }: Pick<Sight, 'now' | 'sights'>,
): Promise<Offer[]> {
  const where = { jurisdiction, now, sights };
  const named = await tx.run(offersByName, { names: names.map(foldKey), published: PUBLISHED, kind, ...where });
  const realising = await tx.run(offersByElement, { elements, ...where });
  const offers = new Map<string, Offer & { readonly items: HeldItem[] }>();
  for (const { dataset: id, subject, area, share, items } of named) {
    const held = items.map((item) => ({ ...(item as Pick<HeldItem, 'name' | 'share'>), element: null }));
    offers.set(id, { id, subject, area, share: (share ?? 'NONE') as Share, items: held });
  }
  for (const { dataset: id, subject, area, share, item: name, element, itemShare } of realising) {
    const offer = offers.get(id) ?? { id, subject, area, share: (share ?? 'NONE') as Share, items: [] };
    offer.items.push({ name, element, share: itemShare as Share | null });
    offers.set(id, offer);
  }
  return [...offers.values()];
}

/** Backflows of a place with agreed items of these names. */
export async function backflowsOf(
  tx: Tx,
  names: readonly string[],
  { jurisdiction }: ComparedPlace,
  { now, sights }: Pick<Sight, 'now' | 'sights'>,
): Promise<BackflowOffer[]> {
  const rows = await tx.run(backflowOffers, { names: names.map(foldKey), jurisdiction, now, sights });
  return rows.map(({ backflow: id, items }) => ({ id, items }));
}

/** Published datasets of a place whose text shares words with a query of the full-text index, best first. */
export async function candidatesOf(
  tx: Tx,
  query: string,
  { jurisdiction }: ComparedPlace,
  { now, sights }: Pick<Sight, 'now' | 'sights'>,
  limit: number,
) {
  const narrowed = jurisdiction === null ? query : within(jurisdiction, query);
  return tx.run(candidatesByText, { query: narrowed, jurisdiction, now, sights, limit });
}

/** Datasets by id, as titles are judged. */
export async function candidatesWith(tx: Tx, ids: readonly string[]) {
  return ids.length === 0 ? [] : tx.run(candidatesById, { ids });
}

/** Those of some datasets that are published in a place and seen, as titles are judged. */
export async function candidatesAmong(
  tx: Tx,
  ids: readonly string[],
  { jurisdiction }: ComparedPlace,
  { now, sights }: Pick<Sight, 'now' | 'sights'>,
) {
  return ids.length === 0 ? [] : tx.run(candidatesSeen, { ids, jurisdiction, now, sights });
}
