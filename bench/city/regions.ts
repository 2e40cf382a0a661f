import { chance } from './chance.ts';
import { HUB, LAYERS, PROBE, RUNGS, type Shape, WIDTH } from './shape.ts';

/** From which asset to which. */
export type Arrow = readonly [from: string, to: string];

/** A part of the city of fixed shape. */
export interface Region {
  readonly assets: readonly string[];
  arrows(): Iterable<Arrow>;
}

/** Diamonds in a row: each rung parts into two and joins again. */
export function ladder(): Region {
  const id = (i: number) => `Dataset:ladder-${i}`;
  return {
    assets: Array.from({ length: RUNGS * 3 + 1 }, (_, i) => id(i)),
    *arrows() {
      for (let top = 0; top < RUNGS * 3; top += 3)
        for (const side of [top + 1, top + 2]) {
          yield [id(top), id(side)];
          yield [id(side), id(top + 3)];
        }
    },
  };
}

/** 24 layers of 120, each vertex fed by `links` of the layer above. */
export function layers({ links }: Shape): Region {
  const id = (layer: number, i: number) => `Dataset:layer-${layer}-${i % WIDTH}`;
  return {
    assets: Array.from({ length: LAYERS * WIDTH }, (_, i) => id(Math.floor(i / WIDTH), i)),
    *arrows() {
      for (let layer = 1; layer < LAYERS; layer++)
        for (let to = 0; to < WIDTH; to++)
          for (let link = 0; link < links; link++) yield [id(layer - 1, to + link * 15 + (link >> 3)), id(layer, to)];
    },
  };
}

/** A funnel into one product, whose answers have the same size in every city. */
export function probe(): Region {
  const first = PROBE.map((_, distance) => PROBE.slice(0, distance).reduce((sum, width) => sum + width, 0));
  const id = (distance: number, i: number) => `${probeType(distance)}:probe-${first[distance]! + i}`;
  return {
    assets: PROBE.flatMap((width, distance) => Array.from({ length: width }, (_, i) => id(distance, i))),
    *arrows() {
      const random = chance(7);
      for (let distance = 0; distance < PROBE.length - 1; distance++) {
        const above = PROBE[distance + 1]!;
        const width = PROBE[distance]!;
        for (let i = 0; i < above; i++) yield [id(distance + 1, i), id(distance, i % width)];
        const more = Math.max(0, width * 5 - above);
        for (let i = 0; i < more; i++) yield [id(distance + 1, random.below(above)), id(distance, random.below(width))];
      }
    },
  };
}

function probeType(distance: number): string {
  if (distance < 2) return 'Product';
  if (distance === PROBE.length - 1) return 'Collection';
  return distance === 4 ? 'Database' : 'Dataset';
}

/** Hubs: one that gathers from 4,500 assets, one that spreads to 4,500, as often as the city's shape says. */
export function hubs({ hubs: count }: Shape, quarter: (i: number) => string): Region {
  return {
    assets: Array.from({ length: count }, (_, hub) => [`Database:gathering-${hub}`, `Dataset:spreading-${hub}`]).flat(),
    *arrows() {
      for (let hub = 0; hub < count; hub++)
        for (let i = 0; i < HUB; i++) {
          const asset = quarter(hub * HUB + i);
          yield [asset, `Database:gathering-${hub}`];
          // Nothing flows into a collection: a vertex of the layers stands in for it.
          const fed = /^(Collection|Backflow):/.test(asset) ? `Dataset:layer-${i % 6}-${(i >> 3) % WIDTH}` : asset;
          yield [`Dataset:spreading-${hub}`, fed];
        }
    },
  };
}
