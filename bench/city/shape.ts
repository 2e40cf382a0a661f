/** What a bench city is made of, by its size. The regions of fixed shape are the same in every city. */
export interface Shape {
  /** Assets in all. */
  readonly assets: number;
  /** Flows in all: five for each asset. */
  readonly flows: number;
  readonly organizations: number;
  /** Hubs of each direction, `HUB` neighbors each. */
  readonly hubs: number;
  /** Upstream neighbors of a vertex of the layers: all 120 in the large city, 8 elsewhere. */
  readonly links: number;
}

/** Direct neighbors of a hub. */
export const HUB = 4_500;
/** Rungs of the diamond ladder: 2^30 paths, 91 vertices. */
export const RUNGS = 30;
/** Layers of the layered region, and vertices in each. */
export const LAYERS = 24;
export const WIDTH = 120;
/**
 * The probe region: vertices at distance 0, 1, 2 … upstream of its one end. Up to distance 10 it has 2,000; nothing flows
 * into it from elsewhere, so the same question has the same answer in every city.
 */
export const PROBE = [1, 5, 20, 60, 130, 200, 250, 300, 320, 350, 364, 300, 200] as const;
/** Share of flows that lead back and so close cycles. */
export const CYCLES = 0.01;

const SIZES = [10_000, 100_000, 1_000_000] as const;

/** The shape of a city of so many assets: 10,000, 100,000 or 1,000,000. */
export function shapeOf(assets: number): Shape {
  if (!(SIZES as readonly number[]).includes(assets)) throw new RangeError(`a city has ${SIZES.join(', ')} assets`);
  return {
    assets,
    flows: assets * 5,
    organizations: assets / 20,
    hubs: Math.max(1, assets / 25_000),
    links: assets === 1_000_000 ? WIDTH : 8,
  };
}

/** Ids that the questions are about; the same in every city. */
export const IDS = {
  /** The end of the probe region; 2,000 vertices within 10 steps upstream, itself included. */
  probe: 'Product:probe-0',
  ladderTop: 'Dataset:ladder-0',
  ladderEnd: `Dataset:ladder-${RUNGS * 3}`,
  layersTop: 'Dataset:layer-0-0',
  layersEnd: `Dataset:layer-${LAYERS - 1}-0`,
  /** Flows into it from 4,500 assets. */
  gathering: 'Database:gathering-0',
  /** Flows from it into 4,500 assets. */
  spreading: 'Dataset:spreading-0',
} as const;
