import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../graph/graph.service.ts';
import { tileBook, tilesAt } from './log.store.ts';
import { Edge, TILE_WIDTH, type Tile } from './tiles.ts';
import {
  differingPart,
  type Leaf,
  lastBefore,
  leafOf,
  leafPlace,
  type MetSealed,
  placeAndId,
  placesByDigest,
} from './verify.store.ts';
import { altered, inserted, removed, reordered, rewritten, sealDamaged, type Wrong } from './wrong.ts';

/** What the stored tree and the rest of the log say about a page of records. */
interface Page {
  /** The leaf that the stored tree has at a place. */
  readonly leafAt: (place: number) => string | undefined;
  /** Places of the records that those of the page name as previous. */
  readonly places: ReadonlyMap<string, number | null>;
}

/** A record that names one before it that is not there: somebody altered that one, or removed it before it was sealed. */
interface LooseEnd {
  readonly at: number;
  readonly subject: string;
  readonly wrong: Wrong;
}

const AT_ONCE = 1_000;
const beforeIt = (at: number, subject: string) =>
  `; #${at} 称其前有一条关于 ${subject} 的记录 #${at} names one before it about ${subject}`;

/** Counts sealed records one by one and compares each with the stored tree; a head then tells which of the two is right. */
export class Reckoning {
  readonly #tx: Tx;
  readonly #edge = new Edge();
  readonly #upper: Tile[] = [];
  #page: Page = { leafAt: () => undefined, places: new Map() };
  /** The first record that the stored tree does not agree with. */
  #suspect: { readonly at: number; readonly leaf: Leaf; readonly stored: string | undefined } | null = null;

  #loose: LooseEnd | null = null;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  get size(): number {
    return this.#edge.size;
  }

  root(): string {
    return this.#edge.root().toString('base64url');
  }

  /** Makes ready for the records from here on; answers them with the leaves that they give. */
  async open(records: readonly MetSealed[], length: number): Promise<(Leaf & { met: MetSealed })[]> {
    const leaves = records.map((met) => ({ ...leafOf(met), met }));
    const first = Math.floor(this.size / TILE_WIDTH);
    const last = Math.floor((this.size + length - 1) / TILE_WIDTH);
    const tiles = Array.from({ length: last - first + 1 }, (_, i) => ({ level: 0, at: first + i }));
    const book = await tileBook(this.#tx, tiles);
    const previous = leaves.flatMap(({ said }) => said?.subjects.flatMap((subject) => subject.previous ?? []) ?? []);
    const places = previous.length === 0 ? new Map() : await placesByDigest(this.#tx, [...new Set(previous)]);
    const leafAt = (place: number) => book({ level: 0, at: Math.floor(place / TILE_WIDTH) })?.[place % TILE_WIDTH];
    this.#page = { leafAt, places };
    return leaves;
  }

  /** Takes the next record; what is wrong with it alone, or null. */
  async take(leaf: Leaf & { met: MetSealed }): Promise<Wrong | null> {
    const at = this.size;
    if (leaf.met.sealed !== at) return this.gap();
    const stored = this.#page.leafAt(at);
    if (leaf.leaf === stored || this.#suspect !== null) {
      const part = this.#suspect === null ? differingPart(leaf) : null;
      if (part !== null) return altered(at, leaf.met.id, part);
    } else this.#suspect = { at, leaf, stored };
    this.#upper.push(...this.#edge.add(leaf.leaf).filter(({ level }) => level > 0));
    if (leaf.met.open) return altered(at, leaf.met.id, 'Unsealed');
    this.#loose ??= this.#looseEnd(at, leaf);
    return null;
  }

  /** A record that names as previous one that is not there, or not before it. */
  #looseEnd(at: number, { said, met }: Leaf): LooseEnd | null {
    for (const { id, previous } of said?.subjects ?? []) {
      const place = previous === null ? -1 : this.#page.places.get(previous);
      if (place === undefined) return { at, subject: id, wrong: removed(null, null, beforeIt(at, id)) };
      if (place === null || place >= at) return { at, subject: id, wrong: reordered(at, met.id, place ?? at) };
    }
    return null;
  }

  /** What happened to the record that should stand here and does not. */
  async gap(): Promise<Wrong> {
    const at = this.size;
    const due = this.#page.leafAt(at);
    const held = due === undefined ? null : await placeAndId(this.#tx, due);
    if (held === null) return removed(at, null);
    return held.sealed === null ? altered(at, held.id, 'sealed') : reordered(held.sealed, held.id, at);
  }

  /** A head of this size is right: what it says of a disagreement so far. */
  async settle(root: string, from: number): Promise<Wrong | null> {
    const suspect = this.#suspect;
    if (this.root() === root)
      return suspect === null ? (this.#loose?.wrong ?? null) : sealDamaged(0, Math.floor(suspect.at / TILE_WIDTH));
    return suspect === null ? this.#rewritten(from) : this.#blame();
  }

  /** Records and stored tree agree with each other and not with the head; a record that another names may tell which. */
  async #rewritten(from: number): Promise<Wrong> {
    const loose = this.#loose;
    const last = loose === null ? null : await lastBefore(this.#tx, loose.subject, loose.at);
    return last === null ? rewritten(from, this.size) : altered(last.sealed, last.id, 'content');
  }

  /** The end: records that no head has settled, and the upper tiles. */
  async close(): Promise<Wrong | null> {
    if (this.#suspect !== null) return this.#blame();
    if (this.#loose !== null) return this.#loose.wrong;
    for (let i = 0; i < this.#upper.length; i += AT_ONCE) {
      const due = this.#upper.slice(i, i + AT_ONCE);
      const wrong = await this.#differs(due, (held, tile) => isDeepStrictEqual(held, tile.hashes));
      if (wrong !== null) return wrong;
    }
    const growing = this.#edge.growing();
    return this.#differs(growing, (held, { hashes }) => isDeepStrictEqual(held.slice(0, hashes.length), hashes));
  }

  async #differs(due: readonly Tile[], agree: (held: readonly string[], tile: Tile) => boolean): Promise<Wrong | null> {
    const held = await tilesAt(this.#tx, due);
    const book = new Map(held.map(({ level, at, hashes }) => [`${level} ${at}`, hashes]));
    const wrong = due.find((tile) => !agree(book.get(`${tile.level} ${tile.at}`) ?? [], tile));
    return wrong === undefined ? null : sealDamaged(wrong.level, wrong.at);
  }

  /** The record is at fault, not the stored tree: by where its leaf belongs, and whether the one that is due is there. */
  async #blame(): Promise<Wrong> {
    const { at, leaf, stored } = this.#suspect!;
    const { id } = leaf.met;
    const belongs = await leafPlace(this.#tx, leaf.leaf, TILE_WIDTH);
    const due = stored === undefined ? null : await placeAndId(this.#tx, stored);
    if (due !== null && due.id === id) return altered(at, id, 'content');
    if (belongs !== null) return due === null ? removed(at, null) : reordered(at, id, belongs);
    return due === null ? altered(at, id, 'content') : inserted(at, id);
  }
}
