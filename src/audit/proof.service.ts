import { Fault } from '../foundation/fault.ts';
import type { Tx } from '../graph/graph.service.ts';
import { headOfSize, type LogState, logState, tileBook } from './log.store.ts';
import { consistencySpans, inclusionSpans, type Span } from './merkle.ts';
import { hashOfSpan, type Tiles, tilesFor } from './tiles.ts';

/** Proof that a record stands in the log 存在性证明, after RFC 9162; hashes in base64url, lowest first. */
export interface Inclusion {
  /** The record's place, from 0 on. */
  readonly leaf: number;
  /** The size of the tree that it is proved for. */
  readonly size: number;
  readonly path: readonly string[];
}

/** The last signed head of the log 最新树头; null while nothing is sealed. */
export async function treeHead(tx: Tx): Promise<{ size: number; jws: string } | null> {
  const log = await logState(tx);
  if (log === null || log.size === 0) return null;
  const jws = await headOfSize(tx, log.size);
  if (jws === null) throw damaged();
  return { size: log.size, jws };
}

/** Proves that records stand at their places, for the tree of a size; in their order. Throws `Fault` BAD_INPUT, UNAVAILABLE. */
export async function inclusionsOf(tx: Tx, leaves: readonly number[], size: number): Promise<Inclusion[]> {
  const log = await logState(tx);
  if (!leaves.every((leaf) => leaf >= 0 && leaf < size) || size > sizeOf(log))
    throw new Fault('BAD_INPUT', `没有这样的树：${size}。There is no tree of this size over these records: ${size}`);
  const spans = leaves.map((leaf) => inclusionSpans(leaf, size));
  const tiles = await tileBook(tx, tilesFor(spans.flat()));
  return leaves.map((leaf, i) => ({ leaf, size, path: hashesOf(spans[i]!, tiles) }));
}

/** Proves that the tree of one size begins with that of a smaller one 一致性证明. Throws `Fault` BAD_INPUT, UNAVAILABLE. */
export async function consistencyOf(tx: Tx, from: number, to: number): Promise<string[]> {
  const log = await logState(tx);
  if (!(from >= 0 && from <= to && to <= sizeOf(log)))
    throw new Fault(
      'BAD_INPUT',
      `没有这样的两棵树：${from}、${to}。There are no two trees of these sizes: ${from}, ${to}`,
    );
  const spans = consistencySpans(from, to);
  return hashesOf(spans, await tileBook(tx, tilesFor(spans)));
}

function hashesOf(spans: readonly Span[], tiles: Tiles): string[] {
  return spans.map((span) => {
    const hash = hashOfSpan(span, tiles);
    if (hash === null) throw damaged();
    return hash.toString('base64url');
  });
}

const sizeOf = (log: LogState | null) => log?.size ?? 0;

function damaged(): Fault {
  return new Fault(
    'UNAVAILABLE',
    '审计日志已损坏，请运行 shuyuan verify。The audit log is damaged: run shuyuan verify.',
  );
}
