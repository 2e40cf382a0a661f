import type { Graph, Tx, Work } from '../graph/graph.service.ts';
import { type Found, HeadChain, HeadStream, headsInFile, headsInGraph, openMet } from './head-stream.ts';
import { headOfSize, type LogState, logState } from './log.store.ts';
import { Reckoning } from './reckoning.ts';
import type { TrustedKeys } from './seal-key.ts';
import {
  beyond,
  differingPart,
  leafOf,
  placesByDigest,
  sealedFrom,
  stray,
  unbound,
  waitingAfter,
} from './verify.store.ts';
import { altered, badHead, forkedHead, inserted, missingHead, removed, truncated, type Wrong } from './wrong.ts';

/** What a log is checked against. */
export interface Against {
  /** Public keys whose heads count. */
  readonly keys: TrustedKeys;
  /** The file in the home that has every head. */
  readonly headsFile: string;
  /** A file of further heads, kept by who asks; null: none. */
  readonly keptHeads: string | null;
}

/** What checking a log found. */
export interface AuditVerification {
  /** Sealed records that were checked. */
  readonly sealed: number;
  /** Heads that were checked, in the graph and in files. */
  readonly heads: number;
  /** Records that no head covers yet. */
  readonly unsealed: number;
  /** Moment of the oldest of these, epoch milliseconds; null: there are none. */
  readonly unsealedSince: number | null;
  /** The first thing that is wrong; null when everything agrees. */
  readonly wrong: Wrong | null;
}

const WORK: Work = { name: 'audit: verify', limit: 3_600_000 };
const PAGE = 2_560;
const NO_LOG: LogState = { id: '', size: 0, head: null };

/**
 * Checks the audit log 核验审计日志: every record gives its leaf, the leaves give every signed head, heads follow each other,
 * the stored tree is theirs, and no head that was signed is beyond the end. Names the first thing that is wrong. Memory does
 * not grow with the log.
 */
export async function verifyAudit(graph: Graph, against: Against): Promise<AuditVerification> {
  return graph.read(WORK, async (tx) => {
    const log = (await logState(tx)) ?? NO_LOG;
    const walk = new Walk(tx, log, against);
    const sealed = (await walk.check()) ?? (await strays(tx));
    const open = await checkUnsealed(tx);
    const wrong = sealed ?? open.wrong ?? (await looseSubject(tx));
    return {
      sealed: walk.size,
      heads: walk.heads,
      unsealed: open.count,
      unsealedSince: open.since,
      wrong,
    };
  });
}

/** One pass over the sealed records, with the heads met on the way. */
class Walk {
  readonly #tx: Tx;
  readonly #log: LogState;
  readonly #keys: TrustedKeys;
  readonly #reckoning: Reckoning;
  readonly #chain = new HeadChain();
  readonly #inGraph: HeadStream;
  readonly #files: readonly HeadStream[];
  heads = 0;

  constructor(tx: Tx, log: LogState, { keys, headsFile, keptHeads }: Against) {
    this.#tx = tx;
    this.#log = log;
    this.#keys = keys;
    this.#reckoning = new Reckoning(tx);
    this.#inGraph = new HeadStream(headsInGraph(tx), '图中 in the graph');
    const files = keptHeads === null ? [headsFile] : [headsFile, keptHeads];
    this.#files = files.map((file) => new HeadStream(headsInFile(file), file));
  }

  get size(): number {
    return this.#reckoning.size;
  }

  /** Goes over all sealed records and heads. */
  async check(): Promise<Wrong | null> {
    for (const stream of [this.#inGraph, ...this.#files]) await stream.step();
    let wrong = await this.#headsHere();
    while (wrong === null && this.size < this.#log.size) wrong = await this.#page();
    return wrong ?? (await this.#reckoning.close()) ?? this.#end();
  }

  async #page(): Promise<Wrong | null> {
    const limit = Math.min(PAGE, this.#log.size - this.size);
    const records = await sealedFrom(this.#tx, this.size, limit);
    const leaves = await this.#reckoning.open(records, limit);
    if (leaves.length === 0) return (await this.#beyond()) ?? this.#reckoning.gap();
    for (const leaf of leaves) {
      const wrong = (await this.#reckoning.take(leaf)) ?? (await this.#headsHere());
      if (wrong !== null) return wrong;
    }
    return null;
  }

  /** Checks every head of the size that was reached. */
  async #headsHere(): Promise<Wrong | null> {
    const { size } = this;
    const here = this.#inGraph.next !== null && this.#inGraph.next.size <= size ? this.#inGraph.next : null;
    if (here !== null) {
      const wrong = await this.#headInGraph(here);
      if (wrong !== null) return wrong;
      await this.#inGraph.step();
      if (this.#inGraph.next !== null && this.#inGraph.next.size <= size) return this.#headsHere();
    }
    let met = false;
    for (const stream of this.#files)
      for (; stream.next !== null && stream.next.size <= size; await stream.step()) {
        const wrong = await this.#headInFile(stream.next, stream.where, here);
        if (wrong !== null) return wrong;
        if (stream === this.#files[0] && stream.next.size === size) met = true;
      }
    return here === null || met || this.#files[0]!.next === null ? null : missingHead(size, this.#files[0]!.where);
  }

  async #headInGraph(found: Found): Promise<Wrong | null> {
    this.heads++;
    const head = await openMet(found, this.#inGraph.where, this.#keys, this.#log.id);
    if ('wrong' in head) return head.wrong;
    return (await this.#reckoning.settle(head.root, this.#chain.last.size)) ?? this.#chain.take(head, found.jws!);
  }

  async #headInFile(found: Found, where: string, here: Found | null): Promise<Wrong | null> {
    this.heads++;
    if (found.jws !== null && found.jws === here?.jws) return null;
    const head = await openMet(found, where, this.#keys, this.#log.id);
    if ('wrong' in head) return head.wrong;
    if (head.size !== this.size) {
      // Two servers of one home may both have written it.
      const again = (await headOfSize(this.#tx, head.size)) === found.jws;
      return again ? null : badHead(head.size, where, 'OUT_OF_ORDER');
    }
    if (head.root !== this.#reckoning.root()) return forkedHead(head.size, where);
    return here === null ? missingHead(head.size, this.#inGraph.where) : null;
  }

  /** The end: no signed head is beyond, and the last head covers the last record. */
  async #end(): Promise<Wrong | null> {
    const { digest, size } = this.#chain.last;
    const last = size === this.#log.size && digest === this.#log.head;
    return (await this.#beyond()) ?? (last ? null : missingHead(this.#log.size, this.#inGraph.where));
  }

  /** A signed head that covers more than the log holds, also now that a sealer may have gone on. */
  async #beyond(): Promise<Wrong | null> {
    const size = (await logState(this.#tx))?.size ?? 0;
    for (const { next, where } of [...this.#files, this.#inGraph]) {
      if (next === null || next.size <= size) continue;
      const head = await openMet(next, where, this.#keys, this.#log.id);
      return 'wrong' in head ? head.wrong : truncated(this.size, head.size, where);
    }
    return null;
  }
}

/** Records that are in no place of the log, or beyond its end. */
async function strays(tx: Tx): Promise<Wrong | null> {
  const size = (await logState(tx))?.size ?? 0;
  const far = await beyond(tx, size);
  // Sealed meanwhile, by a sealer at work.
  if (far !== null && far.sealed >= ((await logState(tx))?.size ?? 0)) return inserted(far.sealed, far.id);
  const lost = await stray(tx);
  return lost === null ? null : altered(null, lost.id, 'sealed');
}

/** Records that wait: each must give its digest, and none may name one before it that is gone. */
async function checkUnsealed(tx: Tx): Promise<{ count: number; since: number | null; wrong: Wrong | null }> {
  let [count, since]: [number, number | null] = [0, null];
  for (let after = ''; ; ) {
    const page = await waitingAfter(tx, after, PAGE);
    const leaves = page.map(leafOf);
    const previous = leaves.flatMap(({ said }) => said?.subjects ?? []).flatMap((subject) => subject.previous ?? []);
    const places = await placesByDigest(tx, [...new Set(previous)]);
    for (const leaf of leaves) {
      count++;
      const part = differingPart(leaf);
      if (part !== null) return { count, since, wrong: altered(null, leaf.met.id, part) };
      const { at, subjects } = leaf.said!;
      since = Math.min(since ?? at, at);
      const gone = subjects.find((subject) => subject.previous !== null && !places.has(subject.previous));
      if (gone !== undefined) return { count, since, wrong: removed(null, null, aboutSubject(gone.id)) };
    }
    if (page.length < PAGE) return { count, since, wrong: null };
    after = page.at(-1)!.id;
  }
}

/** A subject bears the digest of its last record: if that is gone, somebody removed it. */
async function looseSubject(tx: Tx): Promise<Wrong | null> {
  const found = await unbound(tx);
  return found === null ? null : removed(null, null, aboutSubject(found.id));
}

const aboutSubject = (id: string) => `, 末条关于 ${id} 的记录 the last one about ${id}`;
