import { describe, expect, it } from 'vitest';
import {
  consistencySpans,
  EMPTY_ROOT,
  inclusionSpans,
  isConsistent,
  nodeHash,
  rootFromInclusion,
} from '../../src/audit/merkle.ts';
import { digestOf } from '../../src/audit/record.ts';
import { Edge, growingTiles, hashOfSpan, type Tile, type Tiles, tilesFor } from '../../src/audit/tiles.ts';
import { mth, path, proof } from './rfc9162.ts';

const text = (i: number) => `record ${i}`;
const leaves = (count: number) => Array.from({ length: count }, (_, i) => Buffer.from(text(i)));

/** A tree grown leaf by leaf, and its tiles as the graph would hold them. */
function grown(count: number): { edge: Edge; tiles: Tiles; held: Map<string, Tile> } {
  const edge = new Edge();
  const held = new Map<string, Tile>();
  const keep = (tile: Tile) => held.set(`${tile.level} ${tile.at}`, { ...tile, hashes: [...tile.hashes] });
  for (let i = 0; i < count; i++) edge.add(digestOf(text(i))).forEach(keep);
  edge.growing().forEach(keep);
  return { edge, held, tiles: ({ level, at }) => held.get(`${level} ${at}`)?.hashes };
}

const hashesOf = (spans: Parameters<typeof tilesFor>[0], tiles: Tiles) => spans.map((span) => hashOfSpan(span, tiles)!);

describe('a head', () => {
  it('of nothing is the hash of nothing', () => {
    expect(EMPTY_ROOT.equals(mth([]))).toBe(true);
    expect(new Edge().root().equals(mth([]))).toBe(true);
  });

  it.each([1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 700])('over %i records is that of the RFC', (count) => {
    expect(
      grown(count)
        .edge.root()
        .equals(mth(leaves(count))),
    ).toBe(true);
  });

  it('is the same when the tree is taken up again at any size, over three levels of tiles', () => {
    for (const size of [0, 1, 255, 256, 257, 600, 65_535, 65_536, 65_537]) {
      const { held } = grown(size);
      const due = growingTiles(size).map(({ level, at }) => held.get(`${level} ${at}`)!);
      const again = new Edge(size, due);
      const whole = new Edge();
      for (let i = 0; i < size + 300; i++) {
        if (i >= size) again.add(digestOf(text(i)));
        whole.add(digestOf(text(i)));
      }
      expect(again.root().equals(whole.root())).toBe(true);
    }
  });
});

describe('proofs', () => {
  it('of inclusion are those of the RFC, for every record of every tree up to 70, and of some larger ones', () => {
    const sizes = [...Array.from({ length: 70 }, (_, i) => i + 1), 256, 257, 300, 513];
    for (const size of sizes) {
      const { tiles } = grown(size);
      const all = leaves(size);
      const root = mth(all);
      for (let leaf = 0; leaf < size; leaf += size > 70 ? 37 : 1) {
        const own = hashesOf(inclusionSpans(leaf, size), tiles);
        expect(Buffer.concat(own).equals(Buffer.concat(path(leaf, all)))).toBe(true);
        const leafHash = Buffer.from(digestOf(text(leaf)), 'base64url');
        expect(rootFromInclusion(leafHash, leaf, size, own)?.equals(root)).toBe(true);
        expect(rootFromInclusion(leafHash, leaf + 1, size, own)?.equals(root) ?? false).toBe(false);
        expect(rootFromInclusion(leafHash, leaf, size, [...own, root])).toBeNull();
        if (own.length > 0)
          expect(rootFromInclusion(leafHash, leaf, size, own.slice(1))?.equals(root) ?? false).toBe(false);
      }
    }
  });

  it('of consistency are those of the RFC, for every two trees up to 40, and for some larger ones', () => {
    const pairs = Array.from({ length: 41 }, (_, to) =>
      Array.from({ length: to }, (_, from) => [from + 1, to] as const),
    );
    for (const [from, to] of [...pairs.flat(), [255, 256], [256, 257], [200, 600], [512, 700], [511, 513]] as const) {
      const { tiles } = grown(to);
      const all = leaves(to);
      const own = hashesOf(consistencySpans(from, to), tiles);
      expect(Buffer.concat(own).equals(Buffer.concat(proof(from, all)))).toBe(true);
      const [first, second] = [
        { size: from, root: mth(all.slice(0, from)) },
        { size: to, root: mth(all) },
      ];
      expect(isConsistent(first, second, own)).toBe(true);
      const forked = { size: from, root: nodeHash(first.root, first.root) };
      expect(isConsistent(forked, second, own)).toBe(false);
      if (from < to) expect(isConsistent(first, { size: to, root: forked.root }, own)).toBe(false);
      expect(isConsistent(first, second, [...own, first.root])).toBe(false);
    }
  });

  it('need few hashes and few tiles, however long the log', () => {
    const spans = inclusionSpans(123_456_789, 1_000_000_000);
    expect(spans.length).toBeLessThanOrEqual(30);
    expect(tilesFor(spans).length).toBeLessThanOrEqual(8);
  });
});
