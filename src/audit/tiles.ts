import { nodeHash, type Span, type Subtree, spanHash, subtreesOf } from './merkle.ts';

/**
 * How hashes of subtrees are kept 哈希分块: in tiles of up to 256, one above another. A tile of level 0 holds leaves, one of
 * level 1 the roots of 256 leaves each, and so on: every hash that a head or a proof needs follows from one tile, and a
 * tree of a billion records has four levels.
 */
export interface Tile {
  readonly level: number;
  /** Which of its level, from 0 on. */
  readonly at: number;
  /** Hashes in base64url, up to 256. */
  readonly hashes: readonly string[];
}

/** Where a tile stands. */
export type TilePlace = Pick<Tile, 'level' | 'at'>;

const HEIGHT = 8;
/** Hashes of a full tile. */
export const TILE_WIDTH = 2 ** HEIGHT;

/** Tiles by place; undefined: it is not there. */
export type Tiles = (place: TilePlace) => readonly string[] | undefined;

/** The tile from which the hash of a full subtree follows. */
export function tileOf({ height, index }: Subtree): TilePlace {
  const level = Math.floor(height / HEIGHT);
  return { level, at: Math.floor((index * 2 ** (height - level * HEIGHT)) / TILE_WIDTH) };
}

/** The tiles that some spans need, each once. */
export function tilesFor(spans: readonly Span[]): TilePlace[] {
  const places = spans.flatMap(subtreesOf).map(tileOf);
  return [...new Map(places.map((place) => [`${place.level} ${place.at}`, place])).values()];
}

/** The hash of a span; null when a tile that it needs is not whole. */
export function hashOfSpan(span: Span, tiles: Tiles): Buffer | null {
  const hashes: Buffer[] = [];
  for (const subtree of subtreesOf(span)) {
    const found = hashOfSubtree(subtree, tiles);
    if (found === null) return null;
    hashes.push(found);
  }
  return spanHash(hashes);
}

function hashOfSubtree(subtree: Subtree, tiles: Tiles): Buffer | null {
  const place = tileOf(subtree);
  const width = 2 ** (subtree.height - place.level * HEIGHT);
  const from = subtree.index * width - place.at * TILE_WIDTH;
  const hashes = tiles(place)?.slice(from, from + width) ?? [];
  return hashes.length === width ? rootOf(hashes) : null;
}

/** The root over a power of two of hashes. */
function rootOf(hashes: readonly string[]): Buffer {
  let row: Buffer[] = hashes.map((text) => Buffer.from(text, 'base64url'));
  while (row.length > 1) row = pairs(row);
  return row[0]!;
}

function pairs(row: readonly Buffer[]): Buffer[] {
  return Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!));
}

/** The last tile of each level of a tree of a size, as far as one has begun and is not full: where the tree grows. */
export function growingTiles(size: number): (TilePlace & { readonly filled: number })[] {
  const places = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const filled = count % TILE_WIDTH;
    if (filled > 0) places.push({ level, at: Math.floor(count / TILE_WIDTH), filled });
  }
  return places;
}

/** A tree at its growing edge: leaves are added one by one, full tiles are handed out as they fill. */
export class Edge {
  readonly #levels: { at: number; hashes: string[] }[] = [];
  size: number;

  /** Begins where a tree of a size ends; the tiles are those of `growingTiles`. */
  constructor(size = 0, tiles: readonly Tile[] = []) {
    this.size = size;
    for (let count = size; count > 0; count = Math.floor(count / TILE_WIDTH))
      this.#levels.push({ at: Math.floor(count / TILE_WIDTH), hashes: [] });
    for (const { level, hashes } of tiles) this.#levels[level]!.hashes.push(...hashes);
  }

  /** Adds a leaf; answers the tiles that it filled. */
  add(leaf: string): Tile[] {
    const full: Tile[] = [];
    this.size++;
    for (let level = 0, next = leaf; ; level++) {
      this.#levels[level] ??= { at: 0, hashes: [] };
      const tile = this.#levels[level]!;
      tile.hashes.push(next);
      if (tile.hashes.length < TILE_WIDTH) return full;
      full.push({ level, at: tile.at, hashes: tile.hashes });
      next = rootOf(tile.hashes).toString('base64url');
      this.#levels[level] = { at: tile.at + 1, hashes: [] };
    }
  }

  /** The tiles that have begun and are not full. */
  growing(): Tile[] {
    return this.#levels.flatMap(({ at, hashes }, level) => (hashes.length === 0 ? [] : [{ level, at, hashes }]));
  }

  /** The root over all leaves so far. */
  root(): Buffer {
    const tiles: Tiles = ({ level, at }) => {
      const tile = this.#levels[level];
      return tile?.at === at ? tile.hashes : undefined;
    };
    const root = hashOfSpan({ from: 0, to: this.size }, tiles);
    if (root === null) throw new TypeError('the edge of the tree is not whole');
    return root;
  }
}
