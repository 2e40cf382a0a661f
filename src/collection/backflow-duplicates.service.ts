import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { dayOfMoment } from '../calendar/day.ts';
import { foldKey } from '../foundation/key.ts';
import { oneBodyFor } from './agency-verdict.service.ts';
import { askedPlaces } from './asked-places.ts';
import { againstBackflows, type BackflowDuplicate, scored } from './backflow-duplicates.ts';
import { elementsNamed } from './check.store.ts';
import { collectionsWith, returningBackflows } from './collection.statements.ts';
import { askedOrganization, behind, cursorOf, pageOf, pageSize } from './pair-cursor.ts';

/** Which collections are asked for. */
export interface BackflowQuestion {
  /** Id of the organization that collects. */
  readonly organization?: string | null;
  /** Id of a jurisdiction in which, or under which, it is collected. */
  readonly jurisdiction?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One page, the largest share first. */
export interface BackflowPage {
  readonly edges: readonly { readonly cursor: string; readonly duplicate: BackflowDuplicate }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

/** Local collections of what a backflow brings back anyway 本地收集与回流重复. Throws `Fault` BAD_INPUT. */
export async function backflowDuplicatesOf(desk: Desk, question: BackflowQuestion): Promise<BackflowPage> {
  const first = pageSize(question.first);
  const organization = askedOrganization(question.organization);
  const places = await askedPlaces(desk, question.jurisdiction);
  const organizations = organization === null ? null : (await oneBodyFor(desk)).membersOf(organization);
  const found = await see(desk, { name: 'backflowDuplicates', limit: 20_000 }, async (tx, { now, sights }) => {
    const backflows = await tx.run(returningBackflows, { now, sights });
    const fields = [...new Set(backflows.flatMap(({ items }) => items))];
    const elements = await elementsNamed(tx, fields);
    const looked = { names: [...new Set(fields.map(foldKey))], elements: elements.map(({ id }) => id) };
    const gathered = await tx.run(collectionsWith, { ...looked, today: dayOfMoment(now), now, sights });
    return againstBackflows(backflows, gathered, elements);
  });
  const isBehind = behind(question.after);
  const listed = found.filter(
    ({ owner, place }) =>
      (organizations === null || (owner !== null && organizations.includes(owner))) &&
      (places === null || places.has(place)),
  );
  const { page, hasNextPage } = pageOf(listed, (one) => isBehind(scored(one)), first);
  return {
    edges: page.map((duplicate) => ({ cursor: cursorOf(scored(duplicate)), duplicate })),
    hasNextPage,
    totalCount: listed.length,
  };
}
