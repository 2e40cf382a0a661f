/**
 * What went wrong outside the law: a fault 故障 ends a request, a refusal (refusal.ts) answers it.
 * The codes are public: outsiders switch on them, over HTTP in `extensions.code` and on the command line as exit codes.
 */
export type FaultCode =
  /** No valid sign-in was presented 未登录. */
  | 'UNAUTHENTICATED'
  /** Signed in, but not allowed 无权限. */
  | 'FORBIDDEN'
  /** No record has this id 不存在. */
  | 'NOT_FOUND'
  /** Somebody else changed it first 冲突; read again and retry. */
  | 'CONFLICT'
  /** The graph is away, or a load is under way 暂不可用; retry later. */
  | 'UNAVAILABLE'
  /** The question took longer than it may; it was ended in the database too 超时. */
  | 'TIME_LIMIT'
  /** An argument is not of the form it must have 参数有误. */
  | 'BAD_INPUT';

/** A fault with a message for people, Chinese first, then English. */
export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}

/** True for a fault of that code. */
export function isFault(error: unknown, code?: FaultCode): error is Fault {
  return error instanceof Fault && (code === undefined || error.code === code);
}
