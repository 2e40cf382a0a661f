import type { Numbers } from './numbers.ts';

/** What is read of an id: its record, the flows into or out of it, its level, its ties; of a group its members, or whether it has any. */
export const READ = { RECORD: 0, INTO: 1, OUT_OF: 2, LEVEL: 3, TIES: 4, GROUP: 5, ANY: 6 } as const;
export type Read = (typeof READ)[keyof typeof READ];
const KINDS = 8;

/**
 * Who read what 依赖: whoever decides something from a view (a rule from one record, a record's place in a grouping) is a reader with a number, and each
 * thing that it read keeps its readers. When the thing changes they decide again. Readers are never taken away: one too many only decides once more.
 */
export class Trace {
  readonly #numbers: Numbers;
  readonly #readers = new Map<number, number | number[] | Set<number>>();
  #reader = -1;
  #seen = new Set<number>();
  #size = 0;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  /** How many readings are kept. */
  get size(): number {
    return this.#size;
  }

  /** Whether somebody is reading now, whose readings are noted. */
  get reading(): boolean {
    return this.#reader >= 0;
  }

  /** Notes what a body reads as that of a reader; readings within readings are those of the inner reader. */
  as<T>(reader: number, body: () => T): T {
    const [outer, seen] = [this.#reader, this.#seen];
    this.#reader = reader;
    this.#seen = new Set();
    try {
      return body();
    } finally {
      this.#reader = outer;
      this.#seen = seen;
    }
  }

  note(read: Read, id: string): void {
    if (this.#reader < 0) return;
    const thing = this.#numbers.of(id) * KINDS + read;
    if (this.#seen.has(thing)) return;
    this.#seen.add(thing);
    this.#add(thing, this.#reader);
  }

  readersOf(read: Read, id: string): Iterable<number> {
    const number = this.#numbers.known(id);
    const readers = number < 0 ? undefined : this.#readers.get(number * KINDS + read);
    return readers === undefined ? [] : typeof readers === 'number' ? [readers] : readers;
  }

  #add(thing: number, reader: number): void {
    const readers = this.#readers.get(thing);
    if (readers === undefined) {
      this.#readers.set(thing, reader);
      this.#size += 1;
    } else if (typeof readers === 'number') {
      if (readers === reader) return;
      this.#readers.set(thing, [readers, reader]);
      this.#size += 1;
    } else if (Array.isArray(readers)) {
      if (readers.includes(reader)) return;
      if (readers.length < 16) readers.push(reader);
      else this.#readers.set(thing, new Set([...readers, reader]));
      this.#size += 1;
    } else {
      const before = readers.size;
      readers.add(reader);
      this.#size += readers.size - before;
    }
  }
}
