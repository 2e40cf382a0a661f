const WORD = 32;
const FIRST_WORDS = 1 << 8;

/** A set of numbers from 0 on, one bit each up to the largest: which lines are meant. */
export class Marks {
  #words = new Uint32Array(FIRST_WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(number: number): void {
    const word = Math.floor(number / WORD);
    if (word >= this.#words.length) {
      const words = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      words.set(this.#words);
      this.#words = words;
    }
    if (this.has(number)) return;
    this.#words[word]! |= 1 << (number % WORD);
    this.#size++;
  }

  has(number: number): boolean {
    return ((this.#words[Math.floor(number / WORD)] ?? 0) & (1 << (number % WORD))) !== 0;
  }
}
