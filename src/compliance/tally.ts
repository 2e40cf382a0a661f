const FULL = 255;

/** How much each of many numbered things counts for, and their sum 计数; a byte each, more for the few that count for much. */
export class Tally {
  #total = 0;
  #small = new Uint8Array(1024);
  readonly #large = new Map<number, number>();

  get total(): number {
    return this.#total;
  }

  set(number: number, count: number): void {
    if (number >= this.#small.length) {
      const larger = new Uint8Array(Math.max(number + 1, this.#small.length * 2));
      larger.set(this.#small);
      this.#small = larger;
    }
    this.#total += count - this.#of(number);
    this.#small[number] = Math.min(count, FULL);
    if (count >= FULL) this.#large.set(number, count);
    else this.#large.delete(number);
  }

  #of(number: number): number {
    const small = this.#small[number]!;
    return small < FULL ? small : this.#large.get(number)!;
  }
}
