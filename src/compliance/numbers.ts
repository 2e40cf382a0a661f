/** Small numbers for ids, given out once and kept 编号: what is said of millions of ids fits into arrays. */
export class Numbers {
  readonly #numberOf = new Map<string, number>();
  readonly #ids: string[] = [];

  /** Its number; a new one for an id not seen yet. */
  of(id: string): number {
    const known = this.#numberOf.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numberOf.set(id, number);
    return number;
  }

  /** Its number; -1 for an id not seen yet. */
  known(id: string): number {
    return this.#numberOf.get(id) ?? -1;
  }

  id(number: number): string {
    return this.#ids[number]!;
  }
}
