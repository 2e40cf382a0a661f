import { byCodePoint } from '../foundation/text.ts';
import type { AgencyWord } from './agency-verdict.ts';

/** What holds between two organizations, of `b` to `a`: decided by people, or on record. */
export interface AgencyTie {
  readonly a: string;
  readonly b: string;
  readonly word: AgencyWord;
}

/**
 * Organizations that count as one body 视为同一机构: the same, and those that took over from one another. Where people also found
 * two of such a group to be different, it holds only what was said of two directly: nothing is merged over a contradiction.
 */
export class OneBody {
  readonly #groups = new Map<string, readonly string[]>();
  readonly #direct = new Map<string, Set<string>>();
  readonly #same = new Map<string, Set<string>>();
  readonly #successors = new Map<string, Set<string>>();

  constructor(ties: readonly AgencyTie[]) {
    for (const { a, b, word } of ties) this.#enter(a, b, word);
    for (const id of this.#direct.keys()) if (!this.#groups.has(id)) this.#gather(id, ties);
  }

  /** All that count as one body with an organization, itself among them, in order of ids. */
  membersOf(id: string): readonly string[] {
    return this.#groups.get(id) ?? [...new Set([id, ...(this.#direct.get(id) ?? [])])].sort(byCodePoint);
  }

  /** Whether two are one body. */
  isOne(a: string, b: string): boolean {
    return a === b || this.membersOf(a).includes(b);
  }

  /** All that took over from an organization, at once or one after another. */
  successorsOf(id: string): readonly string[] {
    return reached(id, (one) => this.#successors.get(one) ?? []).filter((one) => one !== id);
  }

  /** Those that answer today for what an organization was: the last in the line of succession; itself where nobody took over. */
  presentOf(id: string): readonly string[] {
    if (!this.#groups.has(id)) return [id];
    const same = (one: string) => this.#same.get(one) ?? [];
    const isSucceeded = (one: string) => reached(one, same).some((other) => this.#successors.has(other));
    if (!isSucceeded(id)) return [id];
    const line = reached(id, (one) => [...(this.#successors.get(one) ?? []), ...same(one)]);
    const last = line.filter((one) => !isSucceeded(one)).sort(byCodePoint);
    return last.length > 0 ? last : [id];
  }

  #enter(a: string, b: string, word: AgencyWord): void {
    if (word === 'DIFFERENT' || word === 'SUBORDINATE' || word === 'SUPERIOR') return;
    add(this.#direct, a, b);
    add(this.#direct, b, a);
    if (word === 'SUCCESSOR') add(this.#successors, a, b);
    else if (word === 'PREDECESSOR') add(this.#successors, b, a);
    else {
      add(this.#same, a, b);
      add(this.#same, b, a);
    }
  }

  #gather(id: string, ties: readonly AgencyTie[]): void {
    const group = reached(id, (one) => this.#direct.get(one) ?? []).sort(byCodePoint);
    const members = new Set(group);
    const isTorn = ties.some(({ a, b, word }) => word === 'DIFFERENT' && members.has(a) && members.has(b));
    if (!isTorn) for (const member of group) this.#groups.set(member, group);
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** Everything reached from one, itself first; circles are walked once. */
function reached(start: string, next: (one: string) => Iterable<string>): string[] {
  const seen = new Set([start]);
  for (const one of seen) for (const other of next(one)) seen.add(other);
  return [...seen];
}
