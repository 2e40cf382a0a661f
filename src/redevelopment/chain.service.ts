import type { Desk } from '../access/desk.ts';
import { see } from '../access/see.ts';
import { momentFor } from '../lineage/moment.ts';
import { type Chain, chainOf, type Link, type Step } from './chain.ts';
import { redevelopmentChain } from './redevelopment.statements.ts';

const TIME_LIMIT_MS = 20_000;

/** Re-development chains of products; one statement for all of them. */
export async function chainsOf(desk: Desk, products: readonly string[]): Promise<Map<string, Chain>> {
  const rows = await see(desk, { name: 'redevelopment', limit: TIME_LIMIT_MS }, (tx, sight) => {
    const { asOf: now, knownAt: known, eras } = momentFor({}, sight);
    return tx.run(redevelopmentChain, { products, now, known, eras, sights: sight.sights });
  });
  return new Map(
    rows.map(({ product, ancestors, descendants, steps }) => [
      product,
      chainOf(product, ancestors as unknown as Link[], descendants as unknown as Link[], steps as unknown as Step[]),
    ]),
  );
}
