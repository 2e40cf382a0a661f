import type { Day } from '#src/calendar/day.ts';
import { type Connection, connectionIn, EXPANSIONS_A_PAIR } from './connection.ts';
import { jointOrganizations } from './joint.ts';
import { type ControlRecord, inForceOn, ownershipOn } from './ownership.ts';
import { SharesBook } from './shares-book.ts';

/** Structures of so many days are kept at once. */
const KEPT_DAYS = 64;

/** All records of control, asked by day; the structure of a day is built once, and what was counted in it is kept. */
export class ControlBook {
  readonly #controls: readonly ControlRecord[];
  readonly #isOfTheState: (organization: string) => boolean;
  readonly #structures = new Map<Day, SharesBook>();

  constructor(controls: Iterable<ControlRecord>, isOfTheState: (organization: string) => boolean) {
    this.#controls = [...controls];
    this.#isOfTheState = isOfTheState;
  }

  /** The connection of two organizations on a day 关联关系. */
  connection(a: string, b: string, on: Day): Connection {
    let structure = this.#structures.get(on);
    if (!structure) {
      structure = new SharesBook(ownershipOn(this.#controls, this.#isOfTheState, on), EXPANSIONS_A_PAIR);
      if (this.#structures.size >= KEPT_DAYS) this.#structures.clear();
      this.#structures.set(on, structure);
    }
    return connectionIn(structure, a, b);
  }

  /** Organization → smallest id of those that count as one with it on a day; absent: it stands for itself. */
  joint(on: Day): ReadonlyMap<string, string> {
    return jointOrganizations(this.#controls.filter((control) => inForceOn(control, on)));
  }

  /** Organizations that anything ties, whenever it held, to one of some, over any number of steps; those themselves included. */
  tiedTo(some: Iterable<string>): Set<string> {
    const ties = new Map<string, string[]>();
    const tie = (a: string, b: string): void => {
      const known = ties.get(a);
      if (known) known.push(b);
      else ties.set(a, [b]);
    };
    for (const { from, to } of this.#controls) {
      tie(from, to);
      tie(to, from);
    }
    const found = new Set(some);
    for (const at of found) for (const next of ties.get(at) ?? []) found.add(next);
    return found;
  }
}
