import { hash } from 'node:crypto';

const LOAD_FACTOR = 0.7;
const FIRST_CAPACITY = 1 << 12;
/** Words of 32 bits a slot: four of the key's fingerprint, two of the content's digest, file, line. */
const WORDS = 8;

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
  add(key: string, content: string, file: number, line: number): Sighting | null {
    const print = fingerprint(key);
    const said = fingerprint(content);
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

  has(key: string): boolean {
    return this.#slots[this.#find(fingerprint(key)) + 7] !== 0;
  }

  /** Offset of the slot that holds a fingerprint, or of the free one where it belongs. Lines count from 1: 0 is free. */
  #find(print: Uint32Array): number {
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

function fingerprint(text: string): Uint32Array {
  const bytes = hash('sha256', text, 'buffer');
  return new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
}
