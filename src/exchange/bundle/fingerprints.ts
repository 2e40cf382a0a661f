import { hash } from 'node:crypto';

const LOAD_FACTOR = 0.7;
const FIRST_CAPACITY = 1 << 12;
/** Words of 32 bits a slot: four of the key's fingerprint, two of the content's digest, file, line. */
const WORDS = 8;

/** 128 bits by which a key, or what was said, is told apart. */
export type Print = Uint32Array;

/** The print of a text. */
export function printOf(text: string): Print {
  const bytes = hash('sha256', text, 'buffer');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
}

/** The print of what has a digest already, together with a moment or none. */
export function printOfDigest(digest: string, moment: number | null = null): Print {
  const print = new Uint32Array(4);
  Buffer.from(print.buffer).write(digest, 'base64url');
  if (moment === null) return print;
  print[2]! ^= moment >>> 0;
  print[3]! ^= Math.floor(moment / 2 ** 32) + 1;
  return print;
}

/** Where a key was first given, and the digest of what was said. */
export interface Sighting {
  readonly file: number;
  readonly line: number;
  readonly same: boolean;
}

/**
 * A table from keys to where they stand and what was said, 32 bytes a slot: some 46 to 92 bytes a key, whatever its length.
 * Keys are told apart by 128 bits of SHA-256.
 */
export class Fingerprints {
  #slots = new Uint32Array(FIRST_CAPACITY * WORDS);
  #capacity = FIRST_CAPACITY;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a key; null when it is new, else where it was first given and whether the same was said. */
  add(print: Print, said: Print, file: number, line: number): Sighting | null {
    const slot = this.#find(print);
    if (this.#slots[slot + 7] !== 0) {
      const same = this.#slots[slot + 4] === said[0] && this.#slots[slot + 5] === said[1];
      return { file: this.#slots[slot + 6]!, line: this.#slots[slot + 7]!, same };
    }
    this.#slots.set(print, slot);
    this.#slots.set([said[0]!, said[1]!, file, line], slot + 4);
    this.#size++;
    if (this.#size > this.#capacity * LOAD_FACTOR) this.#grow();
    return null;
  }

  has(print: Print): boolean {
    return this.#slots[this.#find(print) + 7] !== 0;
  }

  /** Offset of the slot that holds a fingerprint, or of the free one where it belongs. Lines count from 1: 0 is free. */
  #find(print: Print): number {
    for (let i = print[0]! % this.#capacity; ; i = (i + 1) % this.#capacity) {
      const slot = i * WORDS;
      if (this.#slots[slot + 7] === 0) return slot;
      if (
        this.#slots[slot] === print[0] &&
        this.#slots[slot + 1] === print[1] &&
        this.#slots[slot + 2] === print[2] &&
        this.#slots[slot + 3] === print[3]
      )
        return slot;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * WORDS);
    for (let slot = 0; slot < old.length; slot += WORDS)
      if (old[slot + 7] !== 0)
        this.#slots.set(old.subarray(slot, slot + WORDS), this.#find(old.subarray(slot, slot + 4)));
  }
}

/** A set of names, some 12 to 23 bytes each: told apart by 64 bits, which is enough to see that one is not there. */
export class NameSet {
  #slots = new Uint32Array(FIRST_CAPACITY * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(name: string): void {
    const [high, low] = halves(name);
    const slot = this.#find(this.#slots, high, low);
    if (this.#slots[slot] !== 0) return;
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#size++;
    if (this.#size > (this.#slots.length / 2) * LOAD_FACTOR) this.#grow();
  }

  has(name: string): boolean {
    const [high, low] = halves(name);
    return this.#slots[this.#find(this.#slots, high, low)] !== 0;
  }

  #find(slots: Uint32Array, high: number, low: number): number {
    const capacity = slots.length / 2;
    for (let i = high % capacity; ; i = (i + 1) % capacity)
      if (slots[i * 2] === 0 || (slots[i * 2] === high && slots[i * 2 + 1] === low)) return i * 2;
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let i = 0; i < this.#slots.length; i += 2)
      if (this.#slots[i] !== 0)
        slots.set(this.#slots.subarray(i, i + 2), this.#find(slots, this.#slots[i]!, this.#slots[i + 1]!));
    this.#slots = slots;
  }
}

/** A print whose first half is never 0: that marks a free slot. */
function halves(name: string): [number, number] {
  const print = printOf(name);
  return [print[0]! || 1, print[1]!];
}
