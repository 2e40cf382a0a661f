import { Fault } from '../foundation/fault.ts';
import { parseId } from '../foundation/id.ts';
import { echo } from '../foundation/text.ts';
import type { Tx } from '../graph/graph.service.ts';
import * as store from './check.store.ts';

/** The place whose datasets an intent is compared with 比对范围. Throws `Fault` NOT_FOUND for an unknown organization or place. */
export async function placeFor(
  tx: Tx,
  { organization, jurisdiction }: { readonly organization?: string | null; readonly jurisdiction?: string | null },
): Promise<store.ComparedPlace> {
  let place: store.ComparedPlace = { jurisdiction: null, code: null, agency: null };
  if (organization != null) {
    const id = foldedId(organization, 'Organization');
    place = (id === null ? null : await store.placeOfOrganization(tx, id)) ?? unknown(organization);
  }
  if (jurisdiction == null) return place;
  const id = foldedId(jurisdiction, 'Jurisdiction');
  const { code } = (id === null ? null : await store.codeOfPlace(tx, id)) ?? unknown(jurisdiction);
  return { ...place, jurisdiction: id, code };
}

function foldedId(id: string, type: string): string | null {
  const parsed = parseId(id);
  return parsed?.type === type ? `${type}:${parsed.key}` : null;
}

function unknown(id: string): never {
  throw new Fault('NOT_FOUND', `没有这个机构或行政区：${echo(id)}。No such organization or place: ${echo(id)}`);
}
