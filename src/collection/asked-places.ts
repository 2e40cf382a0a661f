import type { Desk } from '../access/desk.ts';
import { jurisdictionsUnder } from '../access/places.service.ts';
import { Fault } from '../foundation/fault.ts';

/** The place that a list is asked for, with all under it; null when none is. Throws `Fault` BAD_INPUT for what is no place. */
export async function askedPlaces(desk: Desk, jurisdiction: string | null | undefined) {
  if (jurisdiction == null) return null;
  const places = await jurisdictionsUnder(desk, jurisdiction);
  if (places !== null) return places;
  throw new Fault('BAD_INPUT', '行政区编号不对。jurisdiction is not the id of a jurisdiction.');
}
