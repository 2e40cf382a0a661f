import type { Written } from '../../audit/record.ts';
import { deedsNamed } from '../../audit/records.service.ts';
import { digest } from '../../foundation/json.ts';
import type { Tx } from '../../graph/graph.service.ts';
import { pageFlows } from '../../lineage/bulk.service.ts';
import { type Assertion, printsOf } from '../../lineage/flow.ts';
import { pageRecords } from '../../record/bulk.service.ts';
import { readAuthors } from '../exchange.statements.ts';
import type { Former } from './authors.ts';
import { FALSE_WORDS, retiredBy, type Standing, toldBy } from './authorship.ts';

const PAGE_RECORDS = 1_000;
const PAGE_ASSETS = 200;

/** Something that stands in the registry, as verify looks at it. */
export type Stood =
  | { readonly is: 'content'; readonly content: string | null; readonly standing: Standing }
  | { readonly is: 'version'; readonly content: string; readonly standing: Standing }
  | { readonly is: 'flow'; readonly assertion: HeldFlow; readonly standing: Standing };

/** An assertion of a flow with what wrote it. */
export interface HeldFlow extends Assertion {
  readonly load?: string | null;
  readonly deed?: string | null;
  readonly endedBy?: string | null;
}

/** Everything that stands, page by page, with the deeds of the log that it names. */
export async function* everythingStanding(
  tx: Tx,
): AsyncGenerator<{ stood: Stood[]; deeds: ReadonlyMap<string, Written> }> {
  for await (const stood of pagesOf(tx)) {
    const named = stood.flatMap((one) => [
      one.standing.deed ?? [],
      one.is === 'flow' ? (one.assertion.endedBy ?? []) : [],
    ]);
    yield { stood, deeds: await deedsNamed(tx, [...new Set(named.flat())]) };
  }
}

async function* pagesOf(tx: Tx): AsyncGenerator<Stood[]> {
  for (let after = ''; ; ) {
    const page = await pageRecords(tx, '', after, PAGE_RECORDS);
    const contents = new Map(page.map(({ id, content }) => [id, content]));
    const rows = await tx.run(readAuthors, { ids: [...contents.keys()] });
    yield rows.flatMap(({ id, digest: of, deed, former }): Stood[] => [
      { is: 'content', content: contents.get(id) ?? null, standing: { id, digest: of, deed } },
      ...(former as unknown as readonly Former[]).map(
        (one): Stood => ({ is: 'version', content: one.content, standing: { id, digest: one.digest, deed: one.deed } }),
      ),
    ]);
    if (page.length < PAGE_RECORDS) break;
    after = page.at(-1)!.id;
  }
  for (let after = ''; ; ) {
    const page = await pageFlows(tx, after, PAGE_ASSETS);
    yield page.flatMap(({ from, flows }) =>
      flows.map((flow): Stood => {
        const assertion = { ...flow, from } as unknown as HeldFlow;
        const { key, digest: of, deed, load } = assertion;
        return { is: 'flow', assertion, standing: { id: `Flow:${key}`, digest: of, deed: deed ?? load ?? null } };
      }),
    );
    if (page.length < PAGE_ASSETS) break;
    after = page.at(-1)!.from;
  }
}

/** What is wrong with something that stands, by itself and by the deeds that it names; null when nothing shows. */
export function faultOf(one: Stood, deeds: ReadonlyMap<string, Written>): string | null {
  const { standing } = one;
  if (one.is !== 'flow') {
    if (one.content === null || digest(one.content) !== standing.digest) return FALSE_WORDS.CONTENT;
    if (one.is === 'version' && standing.deed === null) return null;
  } else if (!givesItsPrints(one.assertion)) return FALSE_WORDS.CONTENT;
  const told = toldBy(deeds, standing);
  if (told === 'NO_DEED' || told === 'OTHERWISE') return FALSE_WORDS[told];
  if (one.is !== 'flow') return null;
  const { retiredAt = null, endedBy = null } = one.assertion;
  if (endedBy === null) return retiredAt === null || told === 'BY_LOAD' ? null : FALSE_WORDS.RETIRED;
  const ended = retiredBy(deeds, { ...standing, deed: endedBy });
  return retiredAt === null || ended === 'NO_DEED' || ended === 'OTHERWISE' ? FALSE_WORDS.RETIRED : null;
}

function givesItsPrints(assertion: HeldFlow): boolean {
  try {
    const { key, digest: of } = printsOf(assertion);
    return key === assertion.key && of === assertion.digest;
  } catch {
    return false;
  }
}

/** How people know what stands. */
export function nameOf(one: Stood): string {
  if (one.is !== 'flow') return one.is === 'version' ? `${one.standing.id} 历史版本 former content` : one.standing.id;
  const { from, to, kind } = one.assertion;
  return `数据流 flow ${from} → ${to} (${kind})`;
}
