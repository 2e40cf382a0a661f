import type { Day } from '#src/calendar/day.ts';
import { type Connection, connection } from './connection.ts';
import { jointOrganizations } from './joint.ts';
import { type ControlRecord, inForceOn, type Ownership, ownershipOn } from './ownership.ts';

/** All records of control, asked by day; the structure of a day is built once. */
export class ControlBook {
  readonly #controls: readonly ControlRecord[];
  readonly #isOfTheState: (organization: string) => boolean;
  readonly #structures = new Map<Day, Ownership>();

  constructor(controls: Iterable<ControlRecord>, isOfTheState: (organization: string) => boolean) {
    this.#controls = [...controls];
    this.#isOfTheState = isOfTheState;
  }

  /** The connection of two organizations on a day 关联关系. */
  connection(a: string, b: string, on: Day): Connection {
    let structure = this.#structures.get(on);
    if (!structure) {
      structure = ownershipOn(this.#controls, this.#isOfTheState, on);
      this.#structures.set(on, structure);
    }
    return connection(structure, a, b);
  }

  /** Organization → smallest id of those that count as one with it on a day; absent: it stands for itself. */
  joint(on: Day): ReadonlyMap<string, string> {
    return jointOrganizations(this.#controls.filter((control) => inForceOn(control, on)));
  }
}
