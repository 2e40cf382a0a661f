/** First in, first out, in a ring of numbers. */
export class NumberQueue {
  #ring: Int32Array;
  #first = 0;
  #count = 0;
  constructor(room: number) {
    this.#ring = new Int32Array(room);
  }
  push(value: number): void {
    if (this.#count === this.#ring.length) {
      const larger = new Int32Array(this.#ring.length * 2);
      let at = 0;
      for (const v of this.all()) larger[at++] = v;
      this.#ring = larger;
      this.#first = 0;
    }
    this.#ring[(this.#first + this.#count++) % this.#ring.length] = value;
  }
  take(): number {
    if (this.#count === 0) return -1;
    const value = this.#ring[this.#first]!;
    this.#first = (this.#first + 1) % this.#ring.length;
    this.#count -= 1;
    return value;
  }
  *all(): Generator<number> {
    for (let i = 0; i < this.#count; i++) yield this.#ring[(this.#first + i) % this.#ring.length]!;
  }
}
