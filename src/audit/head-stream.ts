import type { Tx } from '../graph/graph.service.ts';
import { type Head, headDigest, openHead, peekHead } from './head.ts';
import { headLines, jwsOf } from './heads-file.ts';
import { headsAfter } from './log.store.ts';
import type { TrustedKeys } from './seal-key.ts';
import { badHead, foreignHead, missingHead, type Wrong } from './wrong.ts';

const AT_ONCE = 1_000;

/** A head as it was found, with the size that its place says. */
export interface Found {
  readonly size: number;
  readonly jws: string | null;
}

/** Heads in order of size, from the graph or a file, met one after another as the records are counted. */
export class HeadStream {
  readonly #found: AsyncIterator<Found>;
  readonly where: string;
  /** The next head; null: there are no more. */
  next: Found | null = null;

  constructor(found: AsyncIterable<Found>, where: string) {
    this.#found = found[Symbol.asyncIterator]();
    this.where = where;
  }

  /** Steps to the next head. */
  async step(): Promise<void> {
    const { value, done } = await this.#found.next();
    this.next = done ? null : (value as Found);
  }
}

/** The heads in the graph. */
export async function* headsInGraph(tx: Tx): AsyncGenerator<Found> {
  for (let after = -1; ; ) {
    const page = await headsAfter(tx, after, AT_ONCE);
    yield* page;
    if (page.length < AT_ONCE) return;
    after = page.at(-1)!.size;
  }
}

/** The heads in a file. A line that holds none is met at once. */
export async function* headsInFile(file: string): AsyncGenerator<Found> {
  for await (const line of headLines(file)) {
    const jws = jwsOf(line);
    yield { size: jws === null ? -1 : (peekHead(jws)?.size ?? -1), jws };
  }
}

/** Opens a head that was met: what it says, or why it cannot be relied on. */
export async function openMet(
  { size, jws }: Found,
  where: string,
  keys: TrustedKeys,
  log: string,
): Promise<Head | { wrong: Wrong }> {
  if (jws === null) return { wrong: badHead(null, where, 'NOT_SIGNED_TEXT') };
  const head = await openHead(jws, keys);
  if ('fault' in head) return { wrong: badHead(size, where, head.fault) };
  if (head.size !== size) return { wrong: badHead(size, where, 'NOT_OF_ITS_SIZE') };
  return head.log === log ? head : { wrong: foreignHead(size, where) };
}

/** Follows the chain of heads in the graph: each names the one before. */
export class HeadChain {
  #last: string | null = null;
  #size = 0;

  /** Takes the next head of the chain; what is wrong, or null. */
  take(head: Head, jws: string): Wrong | null {
    const right = head.previous === this.#last;
    const wrong = right ? null : missingHead(this.#size, `图中 in the graph, between ${this.#size} and ${head.size}`);
    this.#last = headDigest(jws);
    this.#size = head.size;
    return wrong;
  }

  /** The last head's digest and size. */
  get last(): { digest: string | null; size: number } {
    return { digest: this.#last, size: this.#size };
  }
}
