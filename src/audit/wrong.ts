import type { SignatureFault } from './head.ts';

/** What is wrong with a log 日志异常: the first thing that verify met. */
export interface Wrong {
  readonly what: WrongKind;
  /** The record's place, or the size of the head; null where neither says it. */
  readonly at: number | null;
  /** For people: Chinese, then English. */
  readonly message: string;
}

/** Kinds of damage: of a record, of a head, of the stored tree (a seal). */
export type WrongKind =
  | 'ALTERED'
  | 'REMOVED'
  | 'INSERTED'
  | 'REORDERED'
  | 'SEAL_DAMAGED'
  | 'HEAD_DAMAGED'
  | 'HEAD_MISSING'
  | 'HEAD_FOREIGN'
  | 'TRUNCATED';

const named = (at: number | null, id: string | null) => `${at === null ? '' : ` #${at}`}${id === null ? '' : ` ${id}`}`;

/** A record says something else than was sealed. */
export function altered(at: number | null, id: string | null, part: string): Wrong {
  return { what: 'ALTERED', at, message: `审计记录被改动 audit record was altered:${named(at, id)} (${part})` };
}

/** A record is gone. */
export function removed(at: number | null, id: string | null, how = ''): Wrong {
  return { what: 'REMOVED', at, message: `审计记录被删除 audit record was removed:${named(at, id)}${how}` };
}

/** A record stands in the log that was never sealed there. */
export function inserted(at: number | null, id: string | null): Wrong {
  return { what: 'INSERTED', at, message: `审计记录被插入 audit record was inserted:${named(at, id)}` };
}

/** A record stands at another record's place. */
export function reordered(at: number, id: string | null, belongs: number): Wrong {
  return {
    what: 'REORDERED',
    at,
    message: `审计记录被调换 audit record was reordered:${named(at, id)}, 原位 its place is #${belongs}`,
  };
}

/** Records between two heads do not give what was signed, and the stored tree was changed with them. */
export function rewritten(from: number, size: number): Wrong {
  return {
    what: 'ALTERED',
    at: from,
    message: `#${from} 至 #${size - 1} 的审计记录与签名树头不符 audit records #${from} to #${size - 1} do not give the signed head of size ${size}`,
  };
}

/** The stored tree differs from the records, which give what was signed. */
export function sealDamaged(level: number, at: number): Wrong {
  return { what: 'SEAL_DAMAGED', at, message: `哈希分块已损坏 stored tree is damaged: level ${level}, tile ${at}` };
}

/** A head cannot be relied on. */
export function badHead(
  size: number | null,
  where: string,
  fault: SignatureFault | 'NOT_OF_ITS_SIZE' | 'OUT_OF_ORDER',
): Wrong {
  const foreign = fault === 'UNKNOWN_KEY';
  const [chinese, english] = foreign
    ? ['树头由未知密钥签名', 'head was signed by an unknown key']
    : ['树头已损坏', 'head is damaged'];
  const what = foreign ? 'HEAD_FOREIGN' : 'HEAD_DAMAGED';
  return { what, at: size, message: `${chinese} ${english}: ${where}, size ${size ?? '?'} (${fault})` };
}

/** A head is of another log. */
export function foreignHead(size: number, where: string): Wrong {
  return {
    what: 'HEAD_FOREIGN',
    at: size,
    message: `树头属于另一个日志 head is of another log: ${where}, size ${size}`,
  };
}

/** A head does not fit the records of this log: two logs were continued from one. */
export function forkedHead(size: number, where: string): Wrong {
  return {
    what: 'HEAD_FOREIGN',
    at: size,
    message: `树头与日志不符 head is not of these records, though signed: ${where}, size ${size}`,
  };
}

/** A head that must be there is not. */
export function missingHead(size: number, where: string): Wrong {
  return { what: 'HEAD_MISSING', at: size, message: `缺少树头 head is missing: ${where}, size ${size}` };
}

/** The log ends before a head that was signed. */
export function truncated(size: number, head: number, where: string): Wrong {
  return {
    what: 'TRUNCATED',
    at: size,
    message: `日志末尾被截断：只有 ${size} 条，${where} 曾签到 ${head} 条。The tail was cut off: ${size} records are there, ${where} has a signed head of ${head}; #${size} to #${head - 1} are gone.`,
  };
}
