const MINUTE_MS = 60_000;
const CLIENTS = 50_000;

/** How often each client asked within the last minute; remembers a bounded number of clients. */
export class Turns {
  readonly #most: number;
  #minute = 0;
  #now = new Map<string, number>();
  #before: ReadonlyMap<string, number> = new Map();

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts a request; answers for how many seconds the client is to wait, 0: it may go on. */
  take(client: string, at: number): number {
    const minute = Math.floor(at / MINUTE_MS);
    if (minute !== this.#minute) {
      this.#before = minute === this.#minute + 1 ? this.#now : new Map();
      this.#now = new Map();
      this.#minute = minute;
    }
    const passed = (at % MINUTE_MS) / MINUTE_MS;
    const count = this.#now.get(client) ?? 0;
    if ((this.#before.get(client) ?? 0) * (1 - passed) + count >= this.#most)
      return Math.max(1, Math.ceil((MINUTE_MS * (1 - passed)) / 1000));
    if (count > 0 || this.#now.size < CLIENTS) this.#now.set(client, count + 1);
    return 0;
  }
}
