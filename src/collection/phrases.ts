/** A dictionary asked for the longest entry that begins at a place of a text. */
export class Phrases<T> {
  readonly #entries = new Map<string, T>();
  /** Longest entry by first character, so that most places of a text cost one look-up. */
  readonly #longest = new Map<string, number>();

  /** Enters a phrase; an existing one stays as it is. */
  add(phrase: string, value: T): void {
    if (phrase.length === 0 || this.#entries.has(phrase)) return;
    this.#entries.set(phrase, value);
    const first = phrase.charAt(0);
    if (phrase.length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, phrase.length);
  }

  get(phrase: string): T | undefined {
    return this.#entries.get(phrase);
  }

  /** The longest phrase that begins at `start`, or null. */
  longestAt(text: string, start: number): { phrase: string; value: T } | null {
    const limit = Math.min(this.#longest.get(text.charAt(start)) ?? 0, text.length - start);
    for (let length = limit; length > 0; length--) {
      const phrase = text.slice(start, start + length);
      const value = this.#entries.get(phrase);
      if (value !== undefined) return { phrase, value };
    }
    return null;
  }

  /** The longest phrase that ends the text, or null. */
  longestAtEnd(text: string, limit = 12): { phrase: string; value: T } | null {
    for (let length = Math.min(limit, text.length); length > 0; length--) {
      const phrase = text.slice(text.length - length);
      const value = this.#entries.get(phrase);
      if (value !== undefined) return { phrase, value };
    }
    return null;
  }
}
