import { momentOf } from '#src/calendar/moment.ts';
import { Keeper } from './kept-facts.ts';
import type { RecordOf, RecordType } from './view.ts';

type Content = Readonly<Record<string, unknown>>;
type Kept = Record<string, unknown>;

interface Shelf {
  readonly byKey: Map<string, Kept>;
  readonly retired: Set<string>;
}

/** A record as it was and as it is; undefined: unknown, null: retired. */
export interface ShelfChange {
  readonly before: Content | null | undefined;
  readonly after: Content | null;
}

/** All records, by kind and key, as far as rules read them 记录. */
export class RecordShelf {
  readonly #keeper = new Keeper();
  readonly #shelves = new Map<string, Shelf>();

  /** Puts a record in its place; `known` is the moment at which it counts whether it is retired. */
  put(id: string, content: Content, known: number): ShelfChange {
    const type = id.slice(0, id.indexOf(':'));
    const shelf = this.#shelf(type);
    const record = this.#keeper.of(type, content);
    const key = record['key'] as string;
    const before = shelf.retired.has(key) ? null : shelf.byKey.get(key);
    shelf.byKey.set(key, record);
    const retiredAt = momentOf(String(content['retiredAt'] ?? ''));
    const isLive = retiredAt === null || retiredAt > known;
    if (isLive) shelf.retired.delete(key);
    else shelf.retired.add(key);
    return { before, after: isLive ? record : null };
  }

  /** Records of a kind that are not retired. */
  *live<T extends RecordType>(type: T | 'Control'): Generator<RecordOf<T>> {
    const { byKey, retired } = this.#shelf(type);
    for (const [key, record] of byKey) if (!retired.has(key)) yield record as unknown as RecordOf<T>;
  }

  all<T extends RecordType>(type: T): Iterable<RecordOf<T>> {
    return this.#shelf(type).byKey.values() as unknown as Iterable<RecordOf<T>>;
  }

  get<T extends RecordType>(type: T, key: string): RecordOf<T> | undefined {
    return this.#shelf(type).byKey.get(key) as unknown as RecordOf<T> | undefined;
  }

  isLive(type: string, key: string): boolean {
    const { byKey, retired } = this.#shelf(type);
    return byKey.has(key) && !retired.has(key);
  }

  #shelf(type: string): Shelf {
    const known = this.#shelves.get(type);
    if (known) return known;
    const shelf = { byKey: new Map(), retired: new Set<string>() };
    this.#shelves.set(type, shelf);
    return shelf;
  }
}
