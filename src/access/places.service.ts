import { parseId } from '../foundation/id.ts';
import { placesUnder } from './account.store.ts';
import type { Desk } from './desk.ts';
import { see } from './see.ts';

/** A jurisdiction and all that lies under it 本级及下级行政区, ids; null when there is no such jurisdiction. */
export async function jurisdictionsUnder(desk: Desk, jurisdiction: string): Promise<ReadonlySet<string> | null> {
  const parsed = parseId(jurisdiction);
  if (parsed?.type !== 'Jurisdiction') return null;
  const id = `Jurisdiction:${parsed.key}`;
  const known = await see(desk, { name: 'places under', limit: 10_000 }, (tx) => placesUnder(tx, [id]));
  const under = known.get(id);
  return under === undefined ? null : new Set(under);
}
