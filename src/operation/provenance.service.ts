import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { momentFor } from '../lineage/moment.ts';
import { traceProducts } from './operation.statements.ts';
import { type Provenance, provenanceOf } from './provenance.ts';

const TIME_LIMIT_MS = 20_000;
/** Most assets upstream of one product that are looked at; beyond it the answer says that it is cut. */
const MOST_SOURCES = 20_000;

/** Where products come from, down to acts of collection and their legal bases; one statement for all of them. */
export async function provenancesOf(desk: Desk, products: readonly string[]): Promise<Map<string, Provenance>> {
  const { rows, untold } = await see(desk, { name: 'provenance', limit: TIME_LIMIT_MS }, async (tx, sight) => {
    const { asOf: now, knownAt: known, eras } = momentFor({}, sight);
    const { sights, mayMiss } = sight;
    const limit = MOST_SOURCES + 1;
    return { rows: await tx.run(traceProducts, { products, now, known, eras, limit, sights }), untold: mayMiss };
  });
  const upstream = Map.groupBy(rows, ({ product }) => product);
  return new Map(
    products.map((product) => {
      const sources = upstream.get(product) ?? [];
      const seen = sources.slice(0, MOST_SOURCES).filter(({ open }) => open);
      return [product, provenanceOf(product, seen, { cut: sources.length > MOST_SOURCES, untold })];
    }),
  );
}
