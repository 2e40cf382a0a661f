import type { Numbers } from './numbers.ts';

/** What is read of an id: its record, the flows into or out of it, its level, its ties; of a group its members, or whether it has any. */
export const READ = { RECORD: 0, INTO: 1, OUT_OF: 2, LEVEL: 3, TIES: 4, GROUP: 5, ANY: 6 } as const;
export type Read = (typeof READ)[keyof typeof READ];
const KINDS = 8;

const NONE = -1;
/** From here down a head names a set of readers instead of a chain. */
const SET = -2;
/** Things with more readers keep them in a set. */
const MOST_IN_CHAIN = 16;

/**
 * Who read what 依赖: whoever decides something from a view (a rule from one record, a record's place in a grouping) is a reader with a number, and each
 * thing that it read keeps its readers. When the thing changes they decide again. Readers are never taken away: one too many only decides once more.
 * Tens of millions of readings stand in typed arrays, 8 bytes each: readers of one thing hang in a chain, those of the few things that many read in a set.
 */
export class Trace {
  readonly #numbers: Numbers;
  #heads = new Int32Array(1024).fill(NONE);
  #readers = new Int32Array(1024);
  #next = new Int32Array(1024);
  #links = 0;
  #free = NONE;
  readonly #sets: Set<number>[] = [];
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
    if (number < 0) return [];
    const head = this.#heads[number * KINDS + read] ?? NONE;
    return head <= SET ? this.#sets[SET - head]! : this.#chain(head);
  }

  #chain(head: number): number[] {
    const readers: number[] = [];
    for (let link = head; link !== NONE; link = this.#next[link]!) readers.push(this.#readers[link]!);
    return readers;
  }

  #add(thing: number, reader: number): void {
    if (thing >= this.#heads.length) this.#growHeads(thing);
    const head = this.#heads[thing]!;
    if (head <= SET) {
      const set = this.#sets[SET - head]!;
      const before = set.size;
      set.add(reader);
      this.#size += set.size - before;
      return;
    }
    let length = 0;
    for (let link = head; link !== NONE; link = this.#next[link]!) {
      if (this.#readers[link] === reader) return;
      length += 1;
    }
    this.#size += 1;
    if (length >= MOST_IN_CHAIN) {
      this.#sets.push(new Set([...this.#chain(head), reader]));
      this.#heads[thing] = SET - (this.#sets.length - 1);
      this.#giveBack(head);
    } else this.#heads[thing] = this.#link(reader, head);
  }

  #link(reader: number, next: number): number {
    let link = this.#free;
    if (link === NONE) {
      link = this.#links++;
      if (link >= this.#readers.length) this.#growLinks();
    } else this.#free = this.#next[link]!;
    this.#readers[link] = reader;
    this.#next[link] = next;
    return link;
  }

  /** The links of a chain may be used again. */
  #giveBack(head: number): void {
    let last = head;
    while (this.#next[last] !== NONE) last = this.#next[last]!;
    this.#next[last] = this.#free;
    this.#free = head;
  }

  #growHeads(thing: number): void {
    const before = this.#heads;
    this.#heads = new Int32Array(Math.max(thing + 1, Math.ceil(before.length * 1.5)));
    this.#heads.set(before);
    this.#heads.fill(NONE, before.length);
  }

  #growLinks(): void {
    const length = Math.ceil(this.#readers.length * 1.5);
    const [readers, next] = [new Int32Array(length), new Int32Array(length)];
    readers.set(this.#readers);
    next.set(this.#next);
    this.#readers = readers;
    this.#next = next;
  }
}
