import { chance } from './chance.ts';
import type { Arrow } from './regions.ts';
import { CYCLES, type Shape } from './shape.ts';

/** Assets of one quarter: a community of offices whose data mostly flow among themselves. */
const QUARTER = 1_000;
/** Of those: where data begin (collections, backflows), and from where on products stand. */
const SOURCES = 140;
const PRODUCTS = 925;
/** How far back in its quarter an asset looks for its sources. */
const WINDOW = 250;
/** Share of flows that come from another quarter. */
const ELSEWHERE = 0.02;

/** The ordinary part of a city: collections and backflows, datasets, databases, products, in quarters of a thousand. */
export interface Quarters {
  readonly size: number;
  id(i: number): string;
  arrows(): Iterable<Arrow>;
}

/** The quarters that bring a city to its size: `fixed` assets and flows are in regions of their own. */
export function quarters(shape: Shape, fixed: { assets: number; flows: number }): Quarters {
  const size = shape.assets - fixed.assets;
  const flows = shape.flows - fixed.flows;
  const isFed = (i: number) => i % QUARTER >= SOURCES;
  const id = (i: number) => `${typeAt(i % QUARTER)}:q-${i % size}`;
  return {
    size,
    id: (i) => id(i % size),
    *arrows() {
      const random = chance(20_261_123);
      const fed = Math.floor(size / QUARTER) * (QUARTER - SOURCES) + Math.max(0, (size % QUARTER) - SOURCES);
      const back = (CYCLES * shape.flows) / flows;
      for (let i = 0, at = 0; i < size; i++) {
        if (!isFed(i)) continue;
        const own = Math.floor(((at + 1) * flows) / fed) - Math.floor((at * flows) / fed);
        at++;
        const place = i % QUARTER;
        const start = i - place;
        for (let n = 0; n < own; n++) {
          const first = Math.max(0, place - WINDOW);
          if (place > SOURCES && random.next() < back) {
            const above = Math.max(first, SOURCES);
            yield [id(i), id(start + above + random.below(place - above))];
            continue;
          }
          const elsewhere = random.next() < ELSEWHERE ? random.below(Math.ceil(size / QUARTER)) * QUARTER : start;
          const source = elsewhere + first + random.below(place - first);
          yield [id(source < size ? source : start + first), id(i)];
        }
      }
    },
  };
}

function typeAt(place: number): string {
  if (place < SOURCES) return place % 7 === 6 ? 'Backflow' : 'Collection';
  if (place >= PRODUCTS) return 'Product';
  return place % 200 === 0 ? 'Database' : 'Dataset';
}
