import { chanceOf } from '../chance.ts';

/** What random worlds are made by, repeatable from a seed. */
export class Dice {
  readonly #chance: ReturnType<typeof chanceOf>;

  constructor(seed: number) {
    this.#chance = chanceOf(seed);
  }

  below(below: number): number {
    return this.#chance.below(below);
  }

  is(probability: number): boolean {
    return this.#chance.is(probability);
  }

  pick<T>(all: readonly T[]): T {
    return this.#chance.pick(all);
  }

  /** Some of the numbers below one. */
  some(of: number): number[] {
    return Array.from({ length: of }, (_, i) => i).filter(() => this.is(0.5));
  }

  someOf<T>(all: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: this.below(most + 1) }, () => this.pick(all)))];
  }

  /** A field, said one time in so many, else left out. */
  maybe(field: string, value: unknown, oneIn: number): Record<string, unknown> {
    return this.below(oneIn) === 0 ? { [field]: value } : {};
  }
}
